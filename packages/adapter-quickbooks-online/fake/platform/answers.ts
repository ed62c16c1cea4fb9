import type { Refusal } from '../books/refusal.js'

/** The shapes of Intuit's answers. */
export function json(body: object, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json(body, { status, headers: { intuit_tid: '1-fake-tid', ...headers } })
}

/** A fault of the accounting service, as it stands in an answer or in an item of a batch's answer. */
export function faultOf(
  { code, message, detail }: Pick<Refusal, 'code' | 'message' | 'detail'>,
  type = 'ValidationFault',
) {
  return { Fault: { Error: [{ Message: message, Detail: detail, code }], type } }
}

export function refusal(error: Refusal, time: string): Response {
  return json({ ...faultOf(error), time }, 400)
}

/** What the gateway in front answers with: its members are spelt in lower case. */
export function gatewayFault(
  status: number,
  type: string,
  code: string,
  message: string,
  time: string,
): Response {
  return json(
    {
      warnings: null,
      intuitObject: null,
      fault: { error: [{ message, detail: message, code, element: null }], type },
      time,
    },
    status,
  )
}
