import { mainNamespace } from '../wire/contract.js'
import { escapeText } from '../wire/xml/text.js'
import { type Components, resolved, type Schema } from './schema-values.test-support.js'

const instance = 'http://www.w3.org/2001/XMLSchema-instance'
const system = 'http://schemas.datacontract.org/2004/07/System'

/** A value as the XML that the schema's `xml` says. */
export function xmlText(schema: Schema, value: unknown, components: Components): string {
  const { xml } = resolved(schema, components)
  return element({ name: nameOf(xml) ?? 'Value', namespace: namespaceOf(xml) }, schema, value, components)
}

interface Name {
  readonly name: string
  readonly namespace: string
}

function element({ name, namespace }: Name, given: Schema, value: unknown, components: Components): string {
  const tag = `${name} xmlns="${escapeText(namespace)}"`
  if (value === null || value === undefined) return `<${tag} xmlns:i="${instance}" i:nil="true"/>`
  return `<${tag}>${content(alternative(given, value, components), value, components)}</${name}>`
}

function content(schema: Schema, value: unknown, components: Components): string {
  if (Array.isArray(value)) {
    const items = schema.items ?? {}
    const { xml } = { xml: resolved(items, components).xml, ...items }
    const name = { name: nameOf(xml) ?? 'Item', namespace: namespaceOf(xml) }
    return value.map((each) => element(name, items, each, components)).join('')
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .filter(([name]) => /^[A-Za-z_][\w.-]*$/.test(name))
      .map(([name, member]) => {
        const property = schema.properties?.[name] ?? {}
        return element({ name, namespace: namespaceOf(property.xml) }, property, member, components)
      })
      .join('')
  }
  if (schema.format === 'date-time' && typeof value === 'string') {
    return `<DateTime xmlns="${system}">${escapeText(value)}</DateTime><OffsetMinutes xmlns="${system}">0</OffsetMinutes>`
  }
  return escapeText(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
}

/** Of several, the alternative that a value of its kind belongs to. */
function alternative(given: Schema, value: unknown, components: Components): Schema {
  const schema = resolved(given, components)
  const kind = Array.isArray(value) ? 'array' : typeof value
  const found = (schema.anyOf ?? schema.oneOf ?? []).find((each) => resolved(each, components).type === kind)
  return found === undefined ? schema : resolved(found, components)
}

function nameOf(xml: Schema['xml']): string | undefined {
  return typeof xml?.['name'] === 'string' ? xml['name'] : undefined
}

function namespaceOf(xml: Schema['xml']): string {
  const namespace = xml?.['namespace'] ?? xml?.['x-namespace']
  return typeof namespace === 'string' ? namespace : mainNamespace
}
