import { answer, type ODataAnswer } from './answer.js'

export interface ODataErrorDescription {
  /** The HTTP status. */
  readonly status: number
  /** A stable word for programs. */
  readonly code: string
  /** A sentence for people. */
  readonly message: string
  /** What of the request it lies in. */
  readonly target?: string | undefined
  /** Headers that the answer has besides, such as `Allow`. */
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** An error in OData's shape (OData JSON format 4.0, 19), for the service's refusals and those of its host. */
export function errorAnswer({ status, code, message, target, headers }: ODataErrorDescription): ODataAnswer {
  const error = { code, message, ...(target === undefined ? {} : { target }) }
  return answer(status, 'application/json', JSON.stringify({ error }), headers)
}
