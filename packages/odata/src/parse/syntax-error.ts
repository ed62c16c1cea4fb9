/**
 * `odata-syntax`: the text is not OData. `odata-unsupported`: it is, or may be, but this parser does not read it.
 * `odata-limit`: it is larger than the limits allow.
 */
export type ODataErrorCode = 'odata-syntax' | 'odata-unsupported' | 'odata-limit'

export interface ODataErrorOptions {
  readonly code: ODataErrorCode
  /** The query option, `$filter`; absent if the fault lies in the path or between the options. */
  readonly option?: string | undefined
  /** UTF-16 code units from the start of the option's decoded value, of the decoded path, or of the query text. */
  readonly position: number
  /** What would have been right, in words: `a closing parenthesis`. */
  readonly expected: string
  /** What stands there instead, in words. */
  readonly found: string
}

/** The only error that the parsers throw; the message is fit to be shown to who wrote the query. */
export class ODataSyntaxError extends Error {
  override readonly name = 'ODataSyntaxError'
  readonly code: ODataErrorCode
  readonly option: string | undefined
  readonly position: number
  readonly expected: string

  constructor({ code, option, position, expected, found }: ODataErrorOptions) {
    const place = option === undefined ? '' : `${option}, `
    super(`${place}position ${position}: expected ${expected}, found ${found}.`)
    this.code = code
    this.option = option
    this.position = position
    this.expected = expected
  }
}
