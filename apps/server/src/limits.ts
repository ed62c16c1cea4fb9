const mebibyte = 1_048_576

/** What the server takes at most, and for how long; docs/api/limits.md lists all of it. */
export const limits = {
  /** Bytes of a body that is read as a whole. */
  bodyBytes: mebibyte,
  /** Bytes of a subscriber's Configuration: a platform's catalogue of products can be long. */
  configurationBytes: 16 * mebibyte,
  /** Bytes of one order of a feed. */
  orderBytes: mebibyte,
  /** Milliseconds that a body which is read as a whole may take to arrive, for each 1 MB that it may have. */
  mebibyteMilliseconds: 30_000,
  /** Levels of objects and lists in JSON; no contract nests deeper. */
  jsonLevels: 32,
  /** Levels of elements in XML. */
  xmlLevels: 32,
  /** References such as `&amp;` in one XML document. */
  xmlReferences: 20_000,
  /** Prefixes of XML in scope at once: every element that declares one copies them. */
  xmlPrefixes: 100,
  /** Members that an answer names as wrong. */
  problems: 100,
  /** Errors that the summary of a feed names. */
  feedErrors: 1000,
  /** Business days that are told at once. */
  days: 400,
  /** Requests a minute of one caller in the long run, unless it is set otherwise. */
  requestsPerMinute: 600,
  /** Callers whose requests are counted; of more, those that were away longest begin anew. */
  callers: 10_000,
  /** Characters of an Idempotency-Key. */
  keyCharacters: 255,
  /** An Idempotency-Key stands for its request for so many milliseconds. */
  keyMilliseconds: 24 * 3_600_000,
  /** A process that says nothing for so many milliseconds is not believed to do a request with a key any more. */
  claimMilliseconds: 60_000,
} as const

/** What the server takes of a connection. */
export interface ConnectionLimits {
  /** The headers of a request must be there after so many milliseconds. */
  readonly headersMilliseconds: number
  /** A connection on which nothing moves for so many milliseconds is cut; a feed may take as long as it moves. */
  readonly silenceMilliseconds: number
  /** Between two requests a connection is kept for so many milliseconds; longer than load balancers keep theirs. */
  readonly keepAliveMilliseconds: number
  /** Requests of one connection; then the client opens another. */
  readonly requests: number
  /** Headers of a request. */
  readonly headers: number
  /** Bytes of the first line and the headers of a request. */
  readonly headerBytes: number
}

export const connectionLimits: ConnectionLimits = {
  headersMilliseconds: 15_000,
  silenceMilliseconds: 120_000,
  keepAliveMilliseconds: 75_000,
  requests: 1000,
  headers: 100,
  headerBytes: 16_384,
}
