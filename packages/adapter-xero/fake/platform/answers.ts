/** The shapes of Xero's answers. */
export function json(body: unknown, status = 200): Response {
  return Response.json(body, { status })
}

/** What the platform in front of the accounting API answers with. */
export function problem(
  status: number,
  title: string,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body = {
    Type: null,
    Title: title,
    Status: status,
    Detail: detail,
    Instance: 'fa4e0000-0000-4000-8000-000000000000',
  }
  return Response.json(body, { status, headers })
}

export function exception(type: string, message: string, errorNumber: number): Response {
  return Response.json({ ErrorNumber: errorNumber, Type: type, Message: message }, { status: 400 })
}
