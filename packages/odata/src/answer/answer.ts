/** What is to be sent back. */
export interface ODataAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Null if there is none, as after HEAD. */
  readonly body: string | null
}

/** Every answer says the version that it is written in. */
export function answer(
  status: number,
  contentType: string | undefined,
  body: string | null,
  headers: Readonly<Record<string, string>> = {},
): ODataAnswer {
  return {
    status,
    headers: {
      ...(contentType === undefined ? {} : { 'Content-Type': contentType }),
      'OData-Version': '4.0',
      ...headers,
    },
    body,
  }
}
