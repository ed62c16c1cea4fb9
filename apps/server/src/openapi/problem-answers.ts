import { type ProblemCode, statusesAndTitles } from '../http/describe-error.js'
import type { HeaderName } from './headers.js'
import type { ErrorShape, JsonSchema } from './operation.js'
import { problemSummaries } from './problem-summaries.js'

interface ProblemAnswer {
  readonly status: number
  readonly description: string
  readonly headers: readonly HeaderName[]
  readonly content: JsonSchema
  readonly codes: readonly ProblemCode[]
}

/** What can go wrong, an answer for each status. */
export function problemAnswers(codes: Iterable<ProblemCode>, shape: ErrorShape): readonly ProblemAnswer[] {
  const byStatus = new Map<number, ProblemCode[]>()
  for (const code of new Set(codes)) {
    const { status } = statusesAndTitles[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return [...byStatus]
    .toSorted(([left], [right]) => left - right)
    .map(([status, ofStatus]) => ({
      status,
      description: ofStatus.map((code) => `\`${code}\`: ${problemSummaries[code]}.`).join(' '),
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

function contentOf(codes: readonly ProblemCode[], shape: ErrorShape): JsonSchema {
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

function examplesOf(codes: readonly ProblemCode[], value: (code: ProblemCode) => JsonSchema): JsonSchema {
  return Object.fromEntries(
    codes.map((code) => [code, { summary: problemSummaries[code], value: value(code) }]),
  )
}

function problemExample(code: ProblemCode): JsonSchema {
  const { status, title } = statusesAndTitles[code]
  return { title, status, code, detail: sentence(code) }
}

function odataExample(code: ProblemCode): JsonSchema {
  return { error: { code, message: sentence(code) } }
}

function sentence(code: ProblemCode): string {
  const summary = problemSummaries[code]
  return `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`
}

function reference(name: 'Problem' | 'Error' | 'ODataError'): JsonSchema {
  return { $ref: `#/components/schemas/${name}` }
}
