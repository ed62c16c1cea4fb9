import type {
  CollectionProperty,
  ComplexType,
  EntityType,
  EnumType,
  Navigation,
  PrimitiveType,
  Property,
} from '@ledgerpost/odata'
import { z } from 'zod'
import { text } from '../schemas/scalars.js'

const primitives: Readonly<Record<PrimitiveType, z.ZodType>> = {
  'Edm.String': text,
  'Edm.Guid': text,
  'Edm.Boolean': z.boolean(),
  'Edm.Int32': z.int(),
  'Edm.Int64': z.int(),
  'Edm.Decimal': z.number().meta({ description: 'A decimal with the digits that it has.', examples: [10.8] }),
  'Edm.Date': z.string().meta({ format: 'date', examples: ['2026-03-02'] }),
  'Edm.DateTimeOffset': z.string().meta({
    format: 'date-time',
    description: 'A moment with its offset.',
    examples: ['2026-03-02T12:00:00.000-05:00'],
  }),
}

const written = new Map<ComplexType | EntityType, z.ZodType>()

/** What an answer has of an entity or a value with members. Contained entities are in it if `$expand` names them. */
export function schemaOfType(type: ComplexType | EntityType): z.ZodType {
  const known = written.get(type)
  if (known) return known
  const schema = z
    .object({
      ...(type.kind === 'entity' ? { '@odata.context': text.optional() } : {}),
      ...(type.kind === 'entity' && type.etag ? { '@odata.etag': text.optional() } : {}),
      ...mapped(type.properties, schemaOfProperty),
      ...(type.kind === 'entity' ? mapped(type.navigation, schemaOfNavigation) : {}),
    })
    // The bodies that platforms send have types of the same names.
    .meta({ id: `OData${type.name}`, description: `See $metadata for ${type.name}.` })
  written.set(type, schema)
  return schema
}

function schemaOfProperty(property: Property): z.ZodType {
  if (property.kind === 'collection') return z.array(schemaOfItems(property.items))
  const isNullable = property.kind === 'primitive' ? property.nullable : property.presence !== undefined
  const schema =
    property.kind === 'primitive' ? schemaOfPrimitive(property.type) : schemaOfType(property.type)
  return isNullable === true ? schema.nullable() : schema
}

function schemaOfItems(items: CollectionProperty['items']): z.ZodType {
  return 'kind' in items ? schemaOfType(items) : schemaOfPrimitive(items.type)
}

function schemaOfPrimitive(type: PrimitiveType | EnumType): z.ZodType {
  return typeof type === 'string' ? primitives[type] : z.enum(Object.keys(type.members))
}

function schemaOfNavigation(navigation: Navigation): z.ZodType {
  const target = schemaOfType(navigation.target)
  return navigation.many ? z.array(target).optional() : target.nullish()
}

function mapped<Value>(
  values: Readonly<Record<string, Value>>,
  map: (value: Value) => z.ZodType,
): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]))
}
