import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { openApiDocument } from '../openapi/document.js'

type Json = Readonly<Record<string, unknown>>

interface Described {
  readonly responses: Readonly<Record<string, { readonly headers?: Json; readonly content?: Json }>>
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example?: unknown }>> }
}

/** The document, for tests that hold what the server says and takes against it. */
export interface DescribedAnswers {
  /** What of an answer the document does not say; empty if all of it is as described. */
  problemsOf(method: string, url: string, response: Response): Promise<readonly string[]>
  /** Why a request body is not what the document says; empty if it is. */
  bodyProblemsOf(method: string, url: string, type: string, body: unknown): readonly string[]
  /** `GET /path` of every operation that was met, with the statuses. */
  readonly met: ReadonlyMap<string, ReadonlySet<number>>
}

/** Reads the document strictly: members that it does not name are problems too. */
export function describedAnswers(): DescribedAnswers {
  const document = openApiDocument()
  const ajv = new Ajv2020({ strict: true, allErrors: true, strictTypes: false, strictRequired: false })
  addFormats.default(ajv)
  ajv.addVocabulary(['xml', 'paths', 'components'])
  ajv.addSchema(
    closed({ $id: 'document', paths: document.paths, components: document.components }),
    'document',
  )
  const met = new Map<string, Set<number>>()
  const compiled = new Map<string, ValidateFunction>()

  function validate(pointer: readonly string[], value: unknown): readonly string[] {
    const reference = `document#/${pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`
    const check = compiled.get(reference) ?? ajv.compile({ $ref: reference })
    compiled.set(reference, check)
    if (check(value)) return []
    return (check.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    )
  }

  function operationAt(method: string, url: string): readonly [string, Described] | undefined {
    const { pathname } = new URL(url, 'http://localhost')
    const path = Object.keys(document.paths).find((each) =>
      patternOf(each).test(decodeURIComponent(pathname)),
    )
    const operation = path === undefined ? undefined : document.paths[path]?.[method.toLowerCase()]
    return path === undefined || operation === undefined
      ? undefined
      : [path, operation as unknown as Described]
  }

  return {
    met,
    async problemsOf(method, url, response) {
      const found = operationAt(method, url)
      if (!found) return [`${method} ${url} is not in the document`]
      const [path, { responses }] = found
      const status = String(response.status)
      const described = responses[status]
      if (!described) return [`${method} ${path} is not said to answer ${status}: ${await response.text()}`]
      const key = `${method} ${path}`
      met.set(key, (met.get(key) ?? new Set()).add(response.status))
      const text = await response.text()
      const missing = Object.keys(described.headers ?? {})
        .filter((name) => name !== 'Retry-After' && !response.headers.has(name))
        .map((name) => `${key} ${status} is without ${name}`)
      const type = response.headers.get('Content-Type')?.split(';', 1)[0]
      if (type === undefined) {
        return described.content === undefined && text === ''
          ? missing
          : [...missing, `${key} ${status} has no Content-Type`]
      }
      if (!(type in (described.content ?? {}))) return [`${key} ${status} is not said to be ${type}`]
      const pointer = ['paths', path, method.toLowerCase(), 'responses', status, 'content', type, 'schema']
      const lines = text.split('\n').filter((line) => line !== '')
      const values = type.endsWith('ndjson') ? lines : type.endsWith('json') ? [text] : []
      return [
        ...missing,
        ...values.flatMap((value) =>
          validate(pointer, JSON.parse(value)).map((problem) => `${key} ${status}: ${problem}`),
        ),
      ]
    },
    bodyProblemsOf(method, url, type, body) {
      const found = operationAt(method, url)
      if (!found) return [`${method} ${url} is not in the document`]
      const pointer = ['paths', found[0], method.toLowerCase(), 'requestBody', 'content', type, 'schema']
      return validate(pointer, body)
    },
  }
}

/** Fills `{parameters}` of a path in any way. */
function patternOf(path: string): RegExp {
  const parts = path.split(/\{[^}]+\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join("[^/']+")}$`)
}

/** Of answers, objects have no members but those named. What clients send may have more. */
function closed(value: unknown, isInput = false): object {
  const close = (node: unknown, input: boolean): unknown => {
    if (Array.isArray(node)) return node.map((each) => close(each, input))
    if (typeof node !== 'object' || node === null) return node
    const copy = Object.fromEntries(
      Object.entries(node).map(([name, member]) => [
        name,
        close(member, input || name === 'requestBody' || name.endsWith('Input')),
      ]),
    )
    const isClosed =
      !input && copy['type'] === 'object' && 'properties' in copy && !('additionalProperties' in copy)
    return isClosed ? { ...copy, additionalProperties: false } : copy
  }
  return close(value, isInput) as object
}
