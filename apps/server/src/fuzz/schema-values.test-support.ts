import { fc } from '@fast-check/vitest'

/** JSON Schema, as far as the document uses it. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly examples?: readonly unknown[]
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: Schema
  readonly maxItems?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly propertyNames?: Schema
  readonly additionalProperties?: Schema | boolean
  readonly xml?: Readonly<Record<string, unknown>>
}

/** Schemas by the name that references have. */
export type Components = Readonly<Record<string, Schema>>

export function resolved(schema: Schema, components: Components): Schema {
  if (schema.$ref === undefined) return schema
  const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)
  const { $ref: _, ...beside } = schema
  const component = components[name]
  if (component === undefined) throw new RangeError(`The document has no component ${name}.`)
  return { ...resolved(component, components), ...beside }
}

/** Values that the schema allows, with those that stand as examples in it among them. */
export function valuesOf(given: Schema, components: Components): fc.Arbitrary<unknown> {
  const schema = resolved(given, components)
  const alternatives = schema.anyOf ?? schema.oneOf
  if (alternatives) return fc.oneof(...alternatives.map((each) => valuesOf(each, components)))
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if ('const' in schema) return fc.constant(schema.const)
  const made = ofType(schema, components)
  return schema.examples === undefined || schema.examples.length === 0
    ? made
    : fc.oneof(made, fc.constantFrom(...schema.examples))
}

function ofType(schema: Schema, components: Components): fc.Arbitrary<unknown> {
  switch (schema.type) {
    case 'string':
      return texts(schema)
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 100_000 })
    case 'number':
      return fc.oneof(
        fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => cents / 100),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
      )
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(valuesOf(schema.items ?? {}, components), {
        maxLength: Math.min(schema.maxItems ?? 4, 4),
      })
    case 'object':
      return objects(schema, components)
    default:
      return fc.jsonValue({ maxDepth: 3 })
  }
}

function texts({ format, pattern, minLength = 0, maxLength }: Schema): fc.Arbitrary<string> {
  const moment = fc.date({ min: new Date('2015-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  if (format === 'date-time') return moment.map((date) => date.toISOString())
  if (format === 'date') return moment.map((date) => date.toISOString().slice(0, 10))
  if (format === 'uri') return fc.webUrl()
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern))
  const text = fc.string({
    unit: 'grapheme',
    minLength,
    maxLength: Math.min(maxLength ?? 30, Math.max(minLength, 30)),
  })
  if (maxLength === undefined) return text
  return fc.oneof(
    { weight: 9, arbitrary: text },
    { weight: 1, arbitrary: fc.constant('x'.repeat(maxLength)) },
  )
}

function objects(schema: Schema, components: Components): fc.Arbitrary<unknown> {
  const { properties, required = [], additionalProperties, propertyNames } = schema
  if (properties === undefined) {
    const names = texts(propertyNames ?? { maxLength: 20 })
    const members = typeof additionalProperties === 'object' ? additionalProperties : {}
    return fc.dictionary(names, valuesOf(members, components), { maxKeys: 4 })
  }
  const members = Object.entries(properties).map(
    ([name, each]) => [name, valuesOf(each, components)] as const,
  )
  return fc.record(Object.fromEntries(members), {
    requiredKeys: Object.keys(properties).filter((name) => required.includes(name)),
    noNullPrototype: true,
  })
}
