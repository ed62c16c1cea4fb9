/** What is wrong with a request that is well-formed OData; each code has one meaning in every service. */
export type ODataRequestErrorCode =
  /** 404: the path names what the model does not have. */
  | 'odata-unknown-resource'
  /** 404: the path leads to an entity that does not exist. */
  | 'odata-not-found'
  /** 400: an option names a member that is not there. */
  | 'odata-unknown-member'
  /** 400: a member cannot be used in this way, such as a collection in `$orderby`. */
  | 'odata-member-use'
  /** 400: the types of an expression do not fit. */
  | 'odata-type-mismatch'
  /** 400: a value that no column can hold. */
  | 'odata-out-of-range'
  /** 400: the key in the path is not a key of what it stands behind. */
  | 'odata-key'
  /** 400: the option makes no sense on this path. */
  | 'odata-option'
  /** 400: the `$skiptoken` is not one that was given out for this query. */
  | 'odata-skiptoken'
  /** 400: `$format` cannot be read. */
  | 'odata-format'
  /** 406: nothing that is acceptable can be answered. */
  | 'odata-not-acceptable'
  /** 400: the client understands no version that is spoken here. */
  | 'odata-version'
  /** 400: more than is read at once. */
  | 'odata-limit'

export interface ODataRequestErrorOptions {
  readonly code: ODataRequestErrorCode
  /** 400 unless said otherwise. */
  readonly status?: number
  /** A sentence fit to be shown: what is wrong, and what would be right. */
  readonly message: string
  /** The query option, header or path that it lies in. */
  readonly target?: string | undefined
}

/** A request that can be read but not answered here. */
export class ODataRequestError extends Error {
  override readonly name = 'ODataRequestError'
  readonly code: ODataRequestErrorCode
  /** The HTTP status that says it. */
  readonly status: number
  readonly target: string | undefined

  constructor({ code, status = 400, message, target }: ODataRequestErrorOptions) {
    super(message)
    this.code = code
    this.status = status
    this.target = target
  }
}
