import { fc } from '@fast-check/vitest'
import { roles } from '../auth/principal.js'
import type {
  DescribedOperation,
  DescribedParameter,
  Existing,
  FuzzRequest,
} from './described-operation.test-support.js'
import { type Components, type Schema, valuesOf } from './schema-values.test-support.js'
import { xmlText } from './xml-text.test-support.js'

/** The request that the document has as its example, for what there is. */
export function exampleFor(operation: DescribedOperation, existing: Existing): FuzzRequest {
  const { parameters = [], requestBody, 'x-roles': [role = 'MINDBODY Owner'] = [] } = operation
  const valuesIn = (kind: string) =>
    Object.fromEntries(
      parameters
        // Query options of OData do not go together as they come.
        .filter(
          ({ name, in: place }) =>
            place === kind && (kind === 'path' || (name in existing.parameters && !name.startsWith('$'))),
        )
        .map(({ name, example }) => [name, existing.parameters[name]?.[0] ?? String(example)]),
    )
  const query = new URLSearchParams(valuesIn('query')).toString()
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? []
  return {
    described: operation.path,
    method: operation.method,
    path: filled(operation.path, valuesIn('path')) + (query === '' ? '' : `?${query}`),
    caller: { role, subscribers: '*' },
    headers: type === undefined ? {} : { 'Content-Type': type },
    body: content === undefined ? undefined : JSON.stringify(existing.body ?? content.example),
  }
}

/** Requests as the document wants them. */
export function validRequests(
  operation: DescribedOperation,
  components: Components,
  existing: Existing,
): fc.Arbitrary<FuzzRequest> {
  const { parameters = [], requestBody, responses } = operation
  const valueOf = ({ name, schema, example }: DescribedParameter) => {
    const known = existing.parameters[name] ?? (example === undefined ? [] : [String(example)])
    const made = valuesOf(schema, components).map(String)
    return known.length === 0
      ? made
      : fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: made })
  }
  const ofKind = (kind: string) => parameters.filter((each) => each.in === kind)
  const values = (chosen: readonly DescribedParameter[]) =>
    fc.record(Object.fromEntries(chosen.map((each) => [each.name, valueOf(each)])), { noNullPrototype: true })
  // Many options at once seldom go together, and most headers would only be refused for what they name.
  const someOf = (kind: string, most: number) =>
    fc.subarray(ofKind(kind), { maxLength: Math.min(most, ofKind(kind).length) }).chain(values)
  const bodies = Object.entries(requestBody?.content ?? {}).map(([type, { schema, example }]) =>
    bodiesOf(type, schema, existing.body ?? example, components),
  )
  return fc
    .record({
      inPath: values(ofKind('path')),
      inQuery: someOf('query', 2),
      inHeader: fc.oneof(
        { weight: 9, arbitrary: fc.constant({}) },
        { weight: 1, arbitrary: someOf('header', 2) },
      ),
      accept: fc.option(fc.constantFrom(...acceptable(responses)), { nil: undefined }),
      role: fc.constantFrom(...(operation['x-roles'] ?? roles)),
      body: bodies.length === 0 ? fc.constant(undefined) : fc.oneof(...bodies),
    })
    .map(({ inPath, inQuery, inHeader, accept, role, body }) => {
      const query = new URLSearchParams(present(inQuery)).toString()
      return {
        described: operation.path,
        method: operation.method,
        path: filled(operation.path, present(inPath)) + (query === '' ? '' : `?${query}`),
        caller: { role, subscribers: '*' },
        headers: {
          ...Object.fromEntries(
            Object.entries(present(inHeader)).filter(([, value]) => isHeaderValue(value)),
          ),
          ...(accept === undefined ? {} : { Accept: accept }),
          ...(body === undefined ? {} : { 'Content-Type': body.type }),
        },
        body: body?.text,
      }
    })
}

function present(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  )
}

/** Keys in quotation marks have theirs doubled, and all is encoded. */
function filled(path: string, values: Readonly<Record<string, string>>): string {
  return path.replaceAll(/(\('?)?\{([^}]+)\}/g, (_all, opening: string | undefined, name: string) => {
    const value = values[name] ?? ''
    return `${opening ?? ''}${encodeURIComponent(opening?.endsWith("'") ? value.replaceAll("'", "''") : value)}`
  })
}

function isHeaderValue(value: string): boolean {
  return /^[\u0020-\u007E\u00A0-\u00FF]*$/.test(value)
}

/** All media types that any of the answers has. */
function acceptable(responses: DescribedOperation['responses']): readonly string[] {
  const types = Object.values(responses).flatMap((response) =>
    typeof response === 'object' && response !== null && 'content' in response && response.content
      ? Object.keys(response.content)
      : [],
  )
  return [...new Set(['*/*', ...types.filter((type) => !type.includes('problem'))])]
}

interface Body {
  readonly type: string
  readonly text: string
}

function bodiesOf(
  type: string,
  schema: Schema,
  example: unknown,
  components: Components,
): fc.Arbitrary<Body> {
  const values = valuesOf(schema, components)
  const value = example === undefined ? values : fc.oneof(values, fc.constant(example))
  if (type.endsWith('ndjson')) {
    return fc
      .array(value, { maxLength: 4 })
      .map((each) => ({ type, text: each.map((line) => JSON.stringify(line)).join('\n') }))
  }
  return value.map((each) => ({
    type,
    text: type.endsWith('xml') ? xmlText(schema, each, components) : (JSON.stringify(each) ?? ''),
  }))
}
