import { type DocumentedCode, statusOf, summaryOf, titleOf } from './documented-code.js'
import type { HeaderName } from './headers.js'
import type { ErrorShape, JsonSchema } from './operation.js'

interface ProblemAnswer {
  readonly status: number
  readonly description: string
  readonly headers: readonly HeaderName[]
  readonly content: JsonSchema
  readonly codes: readonly DocumentedCode[]
}

/** What can go wrong, an answer for each status. */
export function problemAnswers(codes: Iterable<DocumentedCode>, shape: ErrorShape): readonly ProblemAnswer[] {
  const byStatus = new Map<number, DocumentedCode[]>()
  for (const code of new Set(codes)) {
    const status = statusOf(code)
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return [...byStatus]
    .toSorted(([left], [right]) => left - right)
    .map(([status, ofStatus]) => ({
      status,
      description: ofStatus.map((code) => `\`${code}\`: ${summaryOf(code)}.`).join(' '),
      headers: headersOf(status),
      content: contentOf(ofStatus, shape),
      codes: ofStatus,
    }))
}

function headersOf(status: number): readonly HeaderName[] {
  if (status === 401) return ['WWW-Authenticate']
  if (status === 429) return ['Retry-After', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset']
  return status === 502 || status === 503 ? ['Retry-After'] : []
}

function contentOf(codes: readonly DocumentedCode[], shape: ErrorShape): JsonSchema {
  if (shape === 'odata') {
    return {
      'application/json': { schema: reference('ODataError'), examples: examplesOf(codes, odataExample) },
    }
  }
  const problem = {
    'application/problem+json': { schema: reference('Problem'), examples: examplesOf(codes, problemExample) },
  }
  if (shape === 'problem') return problem
  const xml = { schema: reference('Error') }
  return { ...problem, 'application/xml': xml, 'text/xml': xml }
}

function examplesOf(
  codes: readonly DocumentedCode[],
  value: (code: DocumentedCode) => JsonSchema,
): JsonSchema {
  return Object.fromEntries(codes.map((code) => [code, { summary: summaryOf(code), value: value(code) }]))
}

function problemExample(code: DocumentedCode): JsonSchema {
  return { title: titleOf(code), status: statusOf(code), code, detail: sentence(code) }
}

function odataExample(code: DocumentedCode): JsonSchema {
  return { error: { code, message: sentence(code) } }
}

function sentence(code: DocumentedCode): string {
  const summary = summaryOf(code)
  return `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`
}

function reference(name: 'Problem' | 'Error' | 'ODataError'): JsonSchema {
  return { $ref: `#/components/schemas/${name}` }
}
