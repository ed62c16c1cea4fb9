import { defaultHttpLimits, type GateLimits, type HttpLimits } from '@ledgerpost/adapter-kit'

/** Calls in any span of `span` milliseconds, of which `burst` may follow each other at once. */
type RateLimit = Pick<GateLimits, 'count' | 'span' | 'burst'>

/** Every number that Xero sets or that was chosen because of Xero. Durations in milliseconds. */
export interface XeroLimits {
  /** Calls to one organisation. */
  readonly calls: GateLimits
  /** Calls to one organisation in a day, and of one app to all organisations. */
  readonly callsOfDay: RateLimit
  readonly callsOfApp: RateLimit
  /** How long calls may take and how much an answer may hold. */
  readonly http: HttpLimits
  /** Elements in one PUT. */
  readonly batchCount: number
  /** Bytes in one PUT. */
  readonly batchBytes: number
  /** How long an idempotency key is remembered, with its answer. */
  readonly keyLifetime: number
  /** Characters of a document's reference that we make use of. */
  readonly referenceLength: number
  /** Characters of the text that an invoice or credit note carries besides its number. */
  readonly titleLength: number
  /** Characters of a line's description. */
  readonly descriptionLength: number
  /** Decimal digits that a JSON number carries without loss. */
  readonly significantDigits: number
  /** Elements that a page of a list is asked for. */
  readonly pageSize: number
  /** References asked for in one look-up by number, and in one by a filter, whose text is longer. */
  readonly numbersPerLookUp: number
  readonly filtersPerLookUp: number
  /** How long a token lives if the token endpoint does not say. */
  readonly tokenLifetime: number
  /** How long a call to the token endpoint may take. */
  readonly tokenTimeout: number
  /** After this time the effect of an unanswered call is taken to have landed. */
  readonly settlingTime: number
}

export const defaultLimits: XeroLimits = {
  calls: {
    // developer.xero.com/documentation/oauth2/limits: 5 calls at a time, 60 in a minute, for each app and organisation.
    concurrency: 5,
    count: 60,
    span: 60_000,
    // Chosen: an inspection is hardly slowed down, a long run makes 57 calls a minute.
    burst: 3,
    // Chosen: pauses after a 429 for the minute are waited out, those for the day are not.
    longestWait: 65_000,
  },
  // The same page: 5,000 a day. Chosen: half of them at once, then one in 35 s, which the gate's patience outlasts.
  callsOfDay: { count: 5000, span: 86_400_000, burst: 2500 },
  // The same page: 10,000 a minute for an app.
  callsOfApp: { count: 10_000, span: 60_000, burst: 1000 },
  // Chosen: a batch of 50 takes tens of seconds on a busy day, and a lease lasts a minute.
  http: { ...defaultHttpLimits, answerTimeout: 50_000, totalTimeout: 55_000 },
  // The same page on developer.xero.com: "bundles of up to 50", 3.5 MB a request.
  batchCount: 50,
  batchBytes: 3_400_000,
  // developer.xero.com/documentation/guides/idempotent-requests/idempotency: six minutes from the first call.
  keyLifetime: 6 * 60_000,
  // xero_accounting.yaml 16.1.0, Invoice.InvoiceNumber: maxLength 255.
  referenceLength: 255,
  // Chosen: no limit is published for Reference; the number's is used.
  titleLength: 255,
  // xero_accounting.yaml 16.1.0, Item.Description and PurchaseDescription: 4000.
  descriptionLength: 4000,
  // IEEE 754 binary64: every decimal of up to 15 digits survives.
  significantDigits: 15,
  // xero_accounting.yaml 16.1.0, parameter page: up to 100 a call.
  pageSize: 100,
  // Chosen: both keep an address below 4,000 characters.
  numbersPerLookUp: 50,
  filtersPerLookUp: 40,
  // Access tokens live 30 minutes (developer.xero.com/documentation/guides/oauth2/overview).
  tokenLifetime: 30 * 60_000,
  tokenTimeout: 10_000,
  // Chosen: longer than our own wait for an answer, with as much again for Xero's.
  settlingTime: 90_000,
}
