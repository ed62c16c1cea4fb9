import {
  arrayName,
  type Contract,
  instanceNamespace,
  type ListType,
  mainNamespace,
  systemNamespace,
  type WireType,
} from '../contract.js'
import { MalformedXml, parseXml, type XmlElement } from './parse-xml.js'

const mostOffsetMinutes = 14 * 60

/**
 * Reads a document as what the same body would be in JSON, for the same schemas. As in JSON, members that the contract
 * does not know are passed over; but a known one in another namespace is refused, since what it says would be lost.
 * @throws MalformedXml
 */
export function readXml(text: string, type: Contract | ListType): unknown {
  const root = parseXml(text)
  const name = type.kind === 'list' ? arrayName(type) : type.name
  if (root.name !== name || root.namespace !== mainNamespace) {
    throw new MalformedXml(`The root is ${qualified(root)}. It must be <${name} xmlns="${mainNamespace}">.`)
  }
  return valueOf(root, type, name)
}

function valueOf(element: XmlElement, type: WireType, path: string): unknown {
  if (isNil(element)) {
    if (element.children.length === 0 && element.text.trim() === '') return null
    throw new MalformedXml(`${path} is nil and has content.`)
  }
  if (type === 'moment') return momentOf(element, path)
  if (typeof type === 'string') return scalarOf(textOf(element, path), type)
  if (element.text.trim() !== '') throw new MalformedXml(`${path} has a text between its elements.`)
  return type.kind === 'list' ? listOf(element, type, path) : recordOf(element, type, path)
}

function isNil({ attributes }: XmlElement): boolean {
  const nil = attributes.get(`{${instanceNamespace}}nil`)?.trim()
  return nil === 'true' || nil === '1'
}

/** What JSON would have; a text that is none stays a text, for the schema to refuse. */
function scalarOf(text: string, type: 'text' | 'boolean' | 'number'): unknown {
  if (type === 'text') return text
  const bare = text.trim()
  if (type === 'number') return /^-?(?:0|[1-9]\d{0,14})$/.test(bare) ? Number(bare) : bare
  if (bare === 'true' || bare === '1') return true
  return bare === 'false' || bare === '0' ? false : bare
}

/** DateTime is in UTC whatever OffsetMinutes, which tells only how the moment was written where it comes from. */
function momentOf(element: XmlElement, path: string): string {
  const parts = membersOf(element, systemNamespace, ['DateTime', 'OffsetMinutes'], path)
  const time = parts.get('DateTime')
  const offset = parts.get('OffsetMinutes')
  if (time === undefined || offset === undefined) {
    throw new MalformedXml(`${path} needs DateTime and OffsetMinutes.`)
  }
  const minutes = textOf(offset, path).trim()
  if (!/^-?\d{1,3}$/.test(minutes) || Math.abs(Number(minutes)) > mostOffsetMinutes) {
    throw new MalformedXml(`${path} has OffsetMinutes that are not within 14 hours.`)
  }
  return textOf(time, path).trim()
}

function listOf({ children }: XmlElement, { itemName, namespace, item }: ListType, path: string): unknown[] {
  return children.map((child, index) => {
    if (child.name !== itemName || child.namespace !== namespace) {
      throw new MalformedXml(`${path} has the item ${qualified(child)} instead of {${namespace}}${itemName}.`)
    }
    return valueOf(child, item, `${path}[${index}]`)
  })
}

function recordOf(element: XmlElement, { namespace, members }: Contract, path: string): object {
  const found = membersOf(element, namespace, Object.keys(members), path)
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, type]) => {
      const child = found.get(name)
      return child === undefined ? [] : [[name, valueOf(child, type, `${path}.${name}`)]]
    }),
  )
}

/** The children that are known, by name. */
function membersOf(
  { children }: XmlElement,
  namespace: string,
  names: readonly string[],
  path: string,
): ReadonlyMap<string, XmlElement> {
  const found = new Map<string, XmlElement>()
  for (const child of children) {
    if (!names.includes(child.name)) continue
    if (child.namespace !== namespace) {
      throw new MalformedXml(
        `${path} has ${qualified(child)}, which belongs into the namespace '${namespace}'.`,
      )
    }
    if (found.has(child.name)) throw new MalformedXml(`${path} has ${child.name} twice.`)
    found.set(child.name, child)
  }
  return found
}

function textOf({ children, text }: XmlElement, path: string): string {
  if (children.length > 0) throw new MalformedXml(`${path} has elements where a value belongs.`)
  return text
}

function qualified({ namespace, name }: XmlElement): string {
  return `{${namespace.slice(0, 100)}}${name.slice(0, 100)}`
}
