import { readdirSync } from 'node:fs'
import { describedAnswers } from '../test-support/described-answers.test-support.js'
import type { FuzzRequest } from './described-operation.test-support.js'

/** An answer takes at most so many milliseconds of the processors' time. */
export const longestAnswer = 2000

const everyHeader = [
  'X-Content-Type-Options',
  'Referrer-Policy',
  'Content-Security-Policy',
  'Cross-Origin-Resource-Policy',
]

const documentedCodes = new Set(
  readdirSync(new URL('../../../../docs/errors', import.meta.url)).map((file) => file.replace(/\.md$/, '')),
)

export interface Oracle {
  /** What is wrong with an answer; empty if nothing is. */
  problemsOf(request: FuzzRequest, response: Response, milliseconds: number): Promise<readonly string[]>
  /** The statuses that operations answered, by `POST /path`. */
  readonly met: ReadonlyMap<string, ReadonlySet<number>>
}

/**
 * Holds answers to what holds for all of them: none is an error of the server, none is late, every refusal has a code
 * that is documented, and what the document describes is as it describes it.
 */
export function createOracle(): Oracle {
  const described = describedAnswers()
  return {
    met: described.met,
    async problemsOf(request, response, milliseconds) {
      const text = await response.clone().text()
      const told = request.method === 'HEAD' ? undefined : toldCode(text)
      return [
        ...(response.status >= 500 ? [`answers ${response.status}: ${text.slice(0, 500)}`] : []),
        ...(milliseconds > longestAnswer ? [`takes ${Math.round(milliseconds)} ms`] : []),
        ...(response.status < 400 || request.method === 'HEAD' ? [] : problemsOfCode(told)),
        ...(isSuccess(response.status) ? problemsOfLines(response, text) : []),
        ...(/\n\s+at .+:\d+:\d+|node_modules/.test(text) ? ['shows where it runs'] : []),
        ...everyHeader.filter((name) => !response.headers.has(name)).map((name) => `is without ${name}`),
        ...(request.described === undefined
          ? []
          : unlessChosen(
              request,
              await described.problemsOf(request.method, plainPath(request.described), response),
            )),
      ]
    },
  }
}

const choices = /[?&](?:\$|%24)(?:select|expand|format)=/i

/** Which members an answer has is described for who does not choose them. */
function unlessChosen({ path, headers }: FuzzRequest, problems: readonly string[]): readonly string[] {
  const isChosen = choices.test(path) || /odata/i.test(headers['Accept'] ?? '')
  return isChosen
    ? problems.filter((problem) => !/required property|additional properties/.test(problem))
    : problems
}

/** The path of an operation with something in it that every parameter may be. */
function plainPath(path: string): string {
  return path.replaceAll(/\{[^}]+\}/g, '1')
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300
}

function toldCode(text: string): unknown {
  const inXml = /^<Error>.*<Code>([^<]*)<\/Code>/s.exec(text)?.[1]
  if (inXml !== undefined) return inXml
  const answer = parsed(text)
  if (!isRecord(answer)) return undefined
  return isRecord(answer['error']) ? answer['error']['code'] : answer['code']
}

function problemsOfCode(code: unknown): readonly string[] {
  if (typeof code !== 'string') return ['refuses without a code']
  return documentedCodes.has(code) ? [] : [`refuses with ${code}, which docs/errors does not know`]
}

/** A feed that is answered line by line can only tell in its last line that it failed. */
function problemsOfLines(response: Response, text: string): readonly string[] {
  if (response.headers.get('Content-Type') !== 'application/x-ndjson') return []
  return text.split('\n').flatMap((line) => {
    const { Problem: problem } = { Problem: undefined, ...asRecord(parsed(line)) }
    if (!isRecord(problem)) return []
    return [
      ...problemsOfCode(problem['code']),
      ...(Number(problem['status']) >= 500 ? [`ends a feed with ${line.slice(0, 500)}`] : []),
    ]
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {}
}
