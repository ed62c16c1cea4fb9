import { z } from 'zod'
import type { Contract } from '../wire/contract.js'
import type { JsonSchema } from './operation.js'
import { withXml } from './xml.js'

/** Turns zod schemas into JSON Schema; those with an `id` in their meta become components, of which others name them. */
export class SchemaWriter {
  readonly #components = new Map<string, JsonSchema>()

  /** The components so far, by name. */
  get components(): Readonly<Record<string, JsonSchema>> {
    return Object.fromEntries([...this.#components].toSorted(([left], [right]) => (left < right ? -1 : 1)))
  }

  /** What the schema takes, before any of its transformations. */
  write(schema: z.ZodType): JsonSchema {
    const {
      $schema: _,
      $defs = {},
      ...written
    } = z.toJSONSchema(schema, {
      io: 'input',
      unrepresentable: 'throw',
      override: (place) => this.#finish(place),
    })
    for (const [name, component] of Object.entries($defs)) this.#add(name, finished(component))
    return finished(written)
  }

  #finish({ zodSchema, jsonSchema }: { readonly zodSchema: z.core.$ZodTypes; jsonSchema: object }): void {
    const element = checkedElement(zodSchema)
    if (element) Object.assign(jsonSchema, { items: this.write(element) })
    dropSafeIntegerBounds(jsonSchema)
  }

  #add(name: string, component: JsonSchema): void {
    const known = this.#components.get(name)
    if (known && JSON.stringify(known) !== JSON.stringify(component)) {
      throw new RangeError(`Two schemas are called ${name}. Give one of them another id.`)
    }
    this.#components.set(name, component)
  }
}

/** Lists are counted before their elements are looked at: an array of anything, piped into the array of elements. */
function checkedElement(schema: z.core.$ZodTypes): z.ZodType | undefined {
  if (!(schema instanceof z.ZodPipe)) return undefined
  const { in: counted, out: checked } = schema
  if (!(counted instanceof z.ZodArray) || !(checked instanceof z.ZodArray)) return undefined
  const { element } = checked
  return element instanceof z.ZodType ? element : undefined
}

/** Every whole number of JavaScript's has them: they say nothing. */
function dropSafeIntegerBounds(schema: { minimum?: unknown; maximum?: unknown }): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
}

/** References lead to the components of the document instead of to definitions beside the schema. */
function withPlainReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPlainReferences)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === '$ref' && typeof member === 'string'
        ? member.replace(/^#\/\$defs\//, '#/components/schemas/')
        : withPlainReferences(member),
    ]),
  )
}

/** A schema as the document has it: the contract that its meta may name becomes what XML is told by. */
function finished(written: object): JsonSchema {
  const { contract, ...schema } = { contract: undefined, ...written }
  const plain = asSchema(withPlainReferences(schema))
  return isContract(contract) ? withXml(plain, contract) : plain
}

function isContract(value: unknown): value is Contract {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'contract'
}

function asSchema(value: unknown): JsonSchema {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
