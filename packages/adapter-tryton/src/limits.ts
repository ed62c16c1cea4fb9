import { defaultHttpLimits, type GateLimits, type HttpLimits } from '@ledgerpost/adapter-kit'

/** Every number that Tryton sets or that was chosen because of Tryton. Durations in milliseconds. */
export interface TrytonLimits {
  /** Calls to one database. */
  readonly calls: GateLimits
  /** How long calls may take and how much an answer may hold. */
  readonly http: HttpLimits
  /** Moves in one create and in one post. */
  readonly batchCount: number
  /** Bytes in one create. */
  readonly batchBytes: number
  /** References in one look-up. */
  readonly referencesPerLookUp: number
  /** Records that a page of a list is asked for. */
  readonly pageSize: number
  /** Characters of a line's description. */
  readonly descriptionLength: number
  /** Decimal digits of an amount that survive in every database that Tryton runs on. */
  readonly significantDigits: number
  /** How often a send looks at the books before it leaves what others do to them at the same time in doubt. */
  readonly rounds: number
  /** After this time the effect of an unanswered call is taken to have landed. */
  readonly settlingTime: number
}

export const defaultLimits: TrytonLimits = {
  // Chosen: a trytond serves a handful of threads, and people work in it meanwhile.
  calls: { concurrency: 4, count: Infinity, span: 1000, burst: 1, longestWait: 65_000 },
  // Chosen: a batch takes seconds on a small machine, and a lease lasts a minute.
  http: { ...defaultHttpLimits, answerTimeout: 50_000, totalTimeout: 55_000 },
  // Measured: 50 moves are created and posted in 2 s; Tryton sets no limit.
  batchCount: 50,
  // Chosen: below what proxies commonly let through ([request] max_size_authenticated of trytond is far above).
  batchBytes: 900_000,
  // Chosen: one statement with an index scan or two.
  referencesPerLookUp: 100,
  // Chosen: the client of Tryton itself asks for 1000.
  pageSize: 1000,
  // Chosen: Tryton sets no limit.
  descriptionLength: 200,
  // SQLite keeps decimals as IEEE 754 binary64: every decimal of up to 15 digits survives.
  significantDigits: 15,
  rounds: 8,
  // Chosen: longer than our own wait for an answer. What lands later is a draft, which is not in the books.
  settlingTime: 60_000,
}
