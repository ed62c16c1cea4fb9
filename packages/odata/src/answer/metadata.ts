import { isStructured, typeName } from '../model/members.js'
import { type EntitySet, type Model } from '../model/model.js'
import { collectTypes } from '../model/collect-types.js'
import { type EnumType, type PrimitiveType } from '../model/primitive-type.js'
import {
  type ComplexType,
  type EntityType,
  type Navigation,
  type Property,
  type StructuredType,
} from '../model/structured-type.js'
import { setAnnotations } from './set-annotations.js'
import { element } from './xml.js'

const vocabularies = [
  ['Core', 'Org.OData.Core.V1'],
  ['Capabilities', 'Org.OData.Capabilities.V1'],
] as const

/** The metadata document, in CSDL 4.0's XML. */
export function metadataDocument(model: Model): string {
  const { enumerations, structures } = collectTypes(model)
  const schema = element(
    'Schema',
    { Namespace: model.namespace, xmlns: 'http://docs.oasis-open.org/odata/ns/edm' },
    [
      ...enumerations.map(enumeration),
      ...structures.map((type) => structure(type, model.namespace)),
      element(
        'EntityContainer',
        { Name: model.container },
        model.sets.map((set) => entitySet(set, model)),
      ),
    ],
  )
  const references = vocabularies.map(([alias, namespace]) =>
    element(
      'edmx:Reference',
      { Uri: `https://oasis-tcs.github.io/odata-vocabularies/vocabularies/${namespace}.xml` },
      [element('edmx:Include', { Namespace: namespace, Alias: alias })],
    ),
  )
  const document = element(
    'edmx:Edmx',
    { Version: '4.0', 'xmlns:edmx': 'http://docs.oasis-open.org/odata/ns/edmx' },
    [...references, element('edmx:DataServices', {}, [schema])],
  )
  return `<?xml version="1.0" encoding="utf-8"?>\n${document}`
}

function enumeration({ name, members }: EnumType): string {
  const children = Object.entries(members).map(([member, value]) =>
    element('Member', { Name: member, Value: `${value}` }),
  )
  return element('EnumType', { Name: name }, children)
}

function structure(type: StructuredType, namespace: string): string {
  const properties = Object.entries(type.properties).map(([name, each]) => property(name, each, namespace))
  if (type.kind === 'complex') return complexType(type, properties)
  return entityType(type, properties, namespace)
}

function complexType({ name }: ComplexType, properties: readonly string[]): string {
  return element('ComplexType', { Name: name }, properties)
}

function entityType(
  { name, key, navigation }: EntityType,
  properties: readonly string[],
  namespace: string,
): string {
  const references = key.map((each) => element('PropertyRef', { Name: each }))
  return element('EntityType', { Name: name }, [
    ...(key.length === 0 ? [] : [element('Key', {}, references)]),
    ...properties,
    ...Object.entries(navigation).map(([each, target]) => navigationProperty(each, target, namespace)),
  ])
}

function property(name: string, value: Property, namespace: string): string {
  switch (value.kind) {
    case 'primitive':
      return element('Property', {
        Name: name,
        Type: typeName(namespace, value.type),
        Nullable: value.nullable === true ? undefined : 'false',
        ...facets(value.type),
      })
    case 'complex':
      return element('Property', {
        Name: name,
        Type: typeName(namespace, value.type),
        Nullable: value.presence === undefined ? 'false' : undefined,
      })
    default: {
      const type = isStructured(value.items) ? value.items : value.items.type
      return element('Property', {
        Name: name,
        Type: `Collection(${typeName(namespace, type)})`,
        Nullable: 'false',
        ...facets(type),
      })
    }
  }
}

/** What a type leaves open: without them a decimal would have no decimals, and a moment no parts of a second. */
function facets(type: PrimitiveType | EnumType | StructuredType): Readonly<Record<string, string>> {
  switch (type) {
    case 'Edm.Decimal':
      return { Scale: 'variable' }
    case 'Edm.DateTimeOffset':
      return { Precision: '3' }
    default:
      return {}
  }
}

function navigationProperty(name: string, navigation: Navigation, namespace: string): string {
  const target = typeName(namespace, navigation.target)
  return element('NavigationProperty', {
    Name: name,
    Type: navigation.many ? `Collection(${target})` : target,
    Nullable: navigation.many || navigation.presence !== undefined ? undefined : 'false',
    ContainsTarget: 'true',
  })
}

function entitySet(set: EntitySet, { namespace }: Model): string {
  return element(
    'EntitySet',
    { Name: set.name, EntityType: typeName(namespace, set.type) },
    setAnnotations(set),
  )
}
