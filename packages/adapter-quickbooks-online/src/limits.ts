import { defaultHttpLimits, type GateLimits, type HttpLimits } from '@ledgerpost/adapter-kit'

/** Every number that QuickBooks Online sets or that was chosen because of it. Durations in milliseconds. */
export interface QuickBooksOnlineLimits {
  /** Calls to one company. */
  readonly calls: GateLimits
  /** How long calls may take and how much an answer may hold. */
  readonly http: HttpLimits
  /** How long nothing is called after a 429 that does not say how long. */
  readonly throttlePause: number
  /** Documents in one batch. */
  readonly batchCount: number
  /** Bytes in one batch. */
  readonly batchBytes: number
  /** Characters of a batch's request id that come from its content; a variant's number may follow. */
  readonly requestIdLength: number
  /** How long a request id is taken to be remembered, with its answer. */
  readonly requestIdLifetime: number
  /** Characters of a document's number. */
  readonly referenceLength: number
  /** Characters of the note that a document carries besides its number. */
  readonly noteLength: number
  /** Characters of a line's description. */
  readonly descriptionLength: number
  /** Lines of a document; more are joined. */
  readonly lineCount: number
  /** Decimal digits that a JSON number carries without loss. */
  readonly significantDigits: number
  /** Rows that a page of a query is asked for. */
  readonly pageSize: number
  /** References asked for in one query. */
  readonly referencesPerLookUp: number
  /** How long a token lives if the token endpoint does not say. */
  readonly tokenLifetime: number
  /** How long a call to the token endpoint may take. */
  readonly tokenTimeout: number
  /** After this time the effect of an unanswered call is taken to have landed. */
  readonly settlingTime: number
}

export const defaultLimits: QuickBooksOnlineLimits = {
  calls: {
    // developer.intuit.com/app/developer/qbo/docs/learn/limits-and-throttles: 40 batches a minute for each company and app,
    // 500 other calls a minute, 10 calls a second. Chosen: one pace for all calls, that of batches.
    count: 40,
    span: 60_000,
    // Chosen: an inspection is not slowed down, a long run makes a batch every two seconds, and linking, which is not counted,
    // still finds room within the 10 calls a second.
    burst: 8,
    // Chosen: below the 10 calls at a time of the older text of the same page.
    concurrency: 4,
    // Chosen: the minute that a 429 asks for is waited out.
    longestWait: 65_000,
  },
  // Chosen: a batch's documents are made one after the other, and a lease lasts a minute. Intuit itself gives up after 120 s.
  http: { ...defaultHttpLimits, answerTimeout: 50_000, totalTimeout: 55_000 },
  // The same page: wait 60 s. Retry-After is not promised.
  throttlePause: 60_000,
  // The same page: at most 30 payloads are recommended.
  batchCount: 30,
  // Chosen: no limit is published.
  batchBytes: 1_000_000,
  // blogs.intuit.com/2015/04/06/15346: a batch's request id has at most 36 characters. Chosen: 128 bits, and room for `-999`.
  requestIdLength: 32,
  // Chosen: how long ids are remembered is not published.
  requestIdLifetime: 24 * 3_600_000,
  // Finance.xsd, Transaction.DocNumber: 21 characters.
  referenceLength: 21,
  // developer.intuit.com, SalesReceipt.PrivateNote: 4,000 characters.
  noteLength: 4000,
  // developer.intuit.com, Line.Description: 4,000 characters.
  descriptionLength: 4000,
  // Chosen: no limit is published.
  lineCount: 400,
  // IEEE 754 binary64: every decimal of up to 15 digits survives.
  significantDigits: 15,
  // developer.intuit.com, data queries: 1,000 rows at most.
  pageSize: 1000,
  // Chosen: keeps an address below 4,000 characters.
  referencesPerLookUp: 60,
  // developer.intuit.com, OAuth 2.0: 3,600 s.
  tokenLifetime: 3_600_000,
  tokenTimeout: 10_000,
  // Chosen: the 120 s after which Intuit gives up (limits-and-throttles), and a little.
  settlingTime: 125_000,
}
