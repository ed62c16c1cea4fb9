import type { ODataErrorCode, ODataRequestErrorCode } from '@ledgerpost/odata'

export type ODataCode = ODataErrorCode | ODataRequestErrorCode

interface Described {
  readonly status: number
  readonly summary: string
}

/** What `@ledgerpost/odata` refuses, in the words of the index of `docs/errors`. */
export const odataCodes: Readonly<Record<ODataCode, Described>> = {
  'odata-syntax': { status: 400, summary: 'a query or path is not OData' },
  'odata-unsupported': { status: 400, summary: 'a query or path asks for a part of OData that is not read' },
  'odata-limit': { status: 400, summary: 'a query or path is larger than allowed' },
  'odata-unknown-resource': { status: 404, summary: 'the path names what the service does not have' },
  'odata-not-found': { status: 404, summary: 'the path leads to an entity that does not exist' },
  'odata-unknown-member': { status: 400, summary: 'an option names a member that is not there' },
  'odata-member-use': { status: 400, summary: 'a member cannot be used in this way' },
  'odata-type-mismatch': { status: 400, summary: 'the types of an expression do not fit' },
  'odata-out-of-range': { status: 400, summary: 'a value that no column can hold' },
  'odata-key': { status: 400, summary: 'the key in the path is not a key of that type' },
  'odata-option': { status: 400, summary: 'the query option makes no sense on this path' },
  'odata-skiptoken': { status: 400, summary: 'the $skiptoken is not one for this query' },
  'odata-format': { status: 400, summary: '$format cannot be read' },
  'odata-not-acceptable': { status: 406, summary: 'nothing that is acceptable can be answered' },
  'odata-version': { status: 400, summary: 'the client understands no version that is spoken here' },
}

/** What an address of the resources may refuse. */
export const odataProblems: readonly ODataCode[] = Object.keys(odataCodes).filter(isODataCode)

function isODataCode(code: string): code is ODataCode {
  return code in odataCodes
}
