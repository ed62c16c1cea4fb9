/** What is wrong with one member of what was sent; `member` is a path such as `Maps[0].MapType`. */
export interface MemberProblem {
  readonly member: string
  readonly problem: string
}

/** What the server said when it said no. */
export interface ProblemDetails {
  /** The HTTP status. */
  readonly status: number
  /** Stable; null if the answer is not one of Ledgerpost's, a proxy's for example. */
  readonly code: string | null
  readonly title: string
  /** What happened and what to do next. */
  readonly detail: string
  readonly errors: readonly MemberProblem[]
  /** What stands in the way. */
  readonly reasons: readonly string[]
  /** The answer's `X-Request-Id`, if it has one. */
  readonly requestId: string | null
  /** How long the server asks to wait, in milliseconds, if it does. */
  readonly retryAfter: number | null
}

/** The server refused or could not serve a request. Problem details and errors of OData read the same. */
export class ProblemError extends Error implements ProblemDetails {
  override readonly name = 'ProblemError'
  readonly status: number
  readonly code: string | null
  readonly title: string
  readonly detail: string
  readonly errors: readonly MemberProblem[]
  readonly reasons: readonly string[]
  readonly requestId: string | null
  readonly retryAfter: number | null

  constructor(details: ProblemDetails) {
    super(`${details.detail}${details.code === null ? '' : ` (${details.code})`}`)
    this.status = details.status
    this.code = details.code
    this.title = details.title
    this.detail = details.detail
    this.errors = details.errors
    this.reasons = details.reasons
    this.requestId = details.requestId
    this.retryAfter = details.retryAfter
  }
}

/** Reads what an answer says is wrong. */
export async function problemOf(response: Response, retryAfter: number | null): Promise<ProblemError> {
  const text = await response.text()
  const { status, statusText, headers } = response
  return new ProblemError({
    ...detailsOf(parsed(text), status, statusText),
    requestId: headers.get('X-Request-Id'),
    retryAfter,
  })
}

/** Reads problem details that came in another way than as an answer. */
export function problemFrom(value: unknown): ProblemError {
  const status = isRecord(value) && typeof value['status'] === 'number' ? value['status'] : 500
  return new ProblemError({ ...detailsOf(value, status, ''), requestId: null, retryAfter: null })
}

type Said = Omit<ProblemDetails, 'requestId' | 'retryAfter'>

function detailsOf(value: unknown, status: number, statusText: string): Said {
  const title = statusText === '' ? `Status ${status}` : statusText
  if (isRecord(value)) {
    const { code, detail, error } = value
    if (isRecord(error)) return odataDetails(error, status, title)
    if (typeof code === 'string') {
      return {
        status,
        code,
        title: textOr(value['title'], title),
        detail: textOr(detail, title),
        errors: records(value['errors']).map(({ member, problem }) => ({
          member: textOr(member, ''),
          problem: textOr(problem, ''),
        })),
        reasons: list(value['reasons']).filter((reason) => typeof reason === 'string'),
      }
    }
  }
  const detail = `The server answered ${status}${statusText === '' ? '' : ` ${statusText}`}, and not in Ledgerpost's form. Check the address and what stands before the server.`
  return { status, code: null, title, detail, errors: [], reasons: [] }
}

/** OData JSON Format 4.0, section 19: details with a target are of a member. */
function odataDetails(error: Readonly<Record<string, unknown>>, status: number, title: string): Said {
  const details = records(error['details'])
  return {
    status,
    code: typeof error['code'] === 'string' ? error['code'] : null,
    title,
    detail: textOr(error['message'], title),
    errors: details.flatMap(({ target, message }) =>
      typeof target === 'string' ? [{ member: target, problem: textOr(message, '') }] : [],
    ),
    reasons: details.flatMap(({ target, message }) =>
      typeof target === 'string' ? [] : [textOr(message, '')],
    ),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // What is no JSON says nothing of its own; its status is told all the same.
    return undefined
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const records = (value: unknown) => list(value).filter(isRecord)
const textOr = (value: unknown, other: string): string => (typeof value === 'string' ? value : other)
