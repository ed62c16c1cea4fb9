import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { limits } from '../../limits.js'
import { hasForbiddenCharacter, referenceResolver } from './text.js'

/** An element with its names resolved; prefixes are gone. */
export interface XmlElement {
  readonly namespace: string
  readonly name: string
  /** Values by `{namespace}name`; declarations of namespaces are not among them. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** The text directly in it. */
  readonly text: string
}

/** Says why a document is refused, for whoever sent it. */
export class MalformedXml extends Error {
  override readonly name = 'MalformedXml'
}

const textName = '#text'
const cdataName = '#cdata'
const attributesName = ':@'

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  textNodeName: textName,
  cdataPropName: cdataName,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // The parser does not count the root.
  maxNestedTags: limits.xmlLevels - 1,
})

/**
 * Parses a document of one element. No document type is taken, so there are no entities but the predefined ones; work
 * and memory grow with the length of the text and nothing else.
 * @throws MalformedXml
 */
export function parseXml(text: string): XmlElement {
  const document = text.trim()
  if (hasForbiddenCharacter(document)) throw new MalformedXml('It has a character that XML does not allow.')
  if (/<!(?!--|\[CDATA\[)/.test(document)) {
    throw new MalformedXml('It has a document type or another declaration; send the elements alone.')
  }
  const encoding = /^<\?xml\s[^>]*?encoding\s*=\s*["']([^"'>]*)/.exec(document)?.[1]?.toLowerCase() ?? 'utf-8'
  if (encoding !== 'utf-8' && encoding !== 'us-ascii')
    throw new MalformedXml('It is declared not to be UTF-8.')
  const roots = nodesOf(parsed(document)).filter((node) => !(textName in node))
  const [root] = roots
  if (root === undefined || roots.length > 1 || !document.endsWith('>')) {
    throw new MalformedXml('It must have one root element and nothing after it.')
  }
  const resolve = referenceResolver((problem) => {
    throw new MalformedXml(problem)
  })
  return elementOf(root, new Map(), resolve)
}

function parsed(document: string): unknown {
  // The parser itself forgives what the validator sees.
  try {
    const validity = XMLValidator.validate(document)
    if (validity !== true) {
      const { msg, line } = validity.err
      throw new MalformedXml(`${msg.replace(/\s+/g, ' ').slice(0, 200)} Line ${line}.`)
    }
    return parser.parse(document)
  } catch (error) {
    if (error instanceof MalformedXml) throw error
    const problem = error instanceof Error ? error.message : String(error)
    throw new MalformedXml(`${problem.slice(0, 200)}.`, { cause: error })
  }
}

type Scope = ReadonlyMap<string, string>
type Node = Readonly<Record<string, unknown>>

function elementOf(node: Node, outer: Scope, resolve: (text: string) => string): XmlElement {
  const tag = Object.keys(node).find((name) => name !== attributesName) ?? ''
  const raw = Object.entries(isNode(node[attributesName]) ? node[attributesName] : {}).map(
    ([name, value]) => [name, resolve(String(value))] as const,
  )
  const scope = scopeWithin(outer, raw)
  const attributes = new Map<string, string>()
  for (const [name, value] of raw) {
    if (declaredPrefix(name) !== undefined) continue
    // An attribute without a prefix is in no namespace.
    const resolved = name.includes(':') ? nameOf(name, scope) : { namespace: '', name }
    attributes.set(`{${resolved.namespace}}${resolved.name}`, value)
  }
  const children: XmlElement[] = []
  let text = ''
  for (const child of nodesOf(node[tag])) {
    if (textName in child) text += resolve(textOf(child))
    else if (cdataName in child) text += plainText(child[cdataName])
    else children.push(elementOf(child, scope, resolve))
  }
  return { ...nameOf(tag, scope), attributes, children, text }
}

function scopeWithin(outer: Scope, attributes: readonly (readonly [string, string])[]): Scope {
  const declared = attributes.flatMap(([name, value]) => {
    const prefix = declaredPrefix(name)
    if (prefix === undefined) return []
    if (prefix !== '' && value === '')
      throw new MalformedXml(`The prefix '${prefix}' has an empty namespace.`)
    return [[prefix, value] as const]
  })
  if (declared.length === 0) return outer
  if (outer.size + declared.length > limits.xmlPrefixes) {
    throw new MalformedXml(`It declares more than ${limits.xmlPrefixes} namespaces at once.`)
  }
  return new Map([...outer, ...declared])
}

/** The prefix that an attribute declares, '' being the default namespace; undefined if it declares none. */
function declaredPrefix(attribute: string): string | undefined {
  if (attribute === 'xmlns') return ''
  return attribute.startsWith('xmlns:') ? attribute.slice('xmlns:'.length) : undefined
}

function nameOf(qualified: string, scope: Scope): { readonly namespace: string; readonly name: string } {
  const parts = qualified.split(':')
  const [prefix = '', name = ''] = parts.length === 1 ? ['', qualified] : parts
  if (parts.length > 2 || name === '') throw new MalformedXml(`'${qualified.slice(0, 100)}' is not a name.`)
  const namespace = prefix === 'xml' ? 'http://www.w3.org/XML/1998/namespace' : scope.get(prefix)
  if (namespace !== undefined) return { namespace, name }
  if (prefix === '') return { namespace: '', name }
  throw new MalformedXml(`The prefix '${prefix.slice(0, 100)}' is not declared.`)
}

function plainText(cdata: unknown): string {
  return nodesOf(cdata).map(textOf).join('')
}

function textOf(node: Node): string {
  const text = node[textName]
  return typeof text === 'string' ? text : ''
}

function nodesOf(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.filter(isNode) : []
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}
