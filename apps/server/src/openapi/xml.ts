import { type Contract, type ListType, mainNamespace, type WireType } from '../wire/contract.js'
import type { JsonSchema } from './operation.js'

/** The schema of a contract's JSON, with how XML names each of its elements. */
export function withXml(schema: JsonSchema, contract: Contract): JsonSchema {
  const members: Readonly<Record<string, WireType>> = contract.members
  const properties = Object.entries(asRecord(schema['properties'])).map(([name, property]) => {
    const type = members[name]
    return [name, type === undefined ? property : withMemberXml(asRecord(property), type, contract)]
  })
  return {
    ...schema,
    properties: Object.fromEntries(properties),
    xml: { name: contract.name, ...namespaceMember(mainNamespace) },
  }
}

function withMemberXml(property: JsonSchema, type: WireType, { namespace }: Contract): JsonSchema {
  const own = namespace === mainNamespace ? {} : namespaceMember(namespace)
  if (typeof type === 'string' || type.kind === 'contract') {
    return namespace === mainNamespace ? property : { ...property, xml: own }
  }
  return { ...withItemXml(property, type), xml: { wrapped: true, ...own } }
}

/** An array names its items itself, one that may be null in the alternative that it is. */
function withItemXml(schema: JsonSchema, type: ListType): JsonSchema {
  const { anyOf } = schema
  if (Array.isArray(anyOf))
    return { ...schema, anyOf: anyOf.map((each) => withItemXml(asRecord(each), type)) }
  if (schema['type'] !== 'array') return schema
  const namespace = type.namespace === mainNamespace ? {} : namespaceMember(type.namespace)
  return { ...schema, items: { ...asRecord(schema['items']), xml: { name: type.itemName, ...namespace } } }
}

/** OpenAPI takes only URIs, which most of the documented namespaces are not. */
function namespaceMember(namespace: string): JsonSchema {
  return { [URL.canParse(namespace) ? 'namespace' : 'x-namespace']: namespace }
}

function asRecord(value: unknown): JsonSchema {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
