import { subscriberPath } from './address.js'
import { answerOf } from './answer.js'
import type {
  AccountingIntegration,
  AccountingMapInput,
  Days,
  LinkAnswer,
  LinkInput,
  MappingReview,
  SavedIntegrationInput,
  SaveXeroTaxRateInput,
} from './api-types.js'
import type { Sent, Transport } from './transport.js'
import { waitFor, type WaitOptions } from './wait.js'
import { retryAfterOf } from './retry.js'

/** A sync that was queued, or that is under way already. */
export interface QueuedSync {
  /** The key of its SyncRecord. */
  readonly recordId: string
  /** The absolute address of its SyncRecord, if the server told. */
  readonly location: string | null
}

export interface CallOptions {
  readonly signal?: AbortSignal
}

/** One subscriber's books with one integrator. Every call throws ProblemError where the server says no. */
export class IntegrationClient {
  readonly #transport: Transport
  readonly #path: string

  constructor(transport: Transport, subscriberId: string, type: string) {
    this.#transport = transport
    this.#path = `/${subscriberPath(subscriberId)}/AccountingIntegration/Type_${encodeURIComponent(type)}`
  }

  /** Where the integration stands. */
  async initialize(options: CallOptions = {}): Promise<AccountingIntegration> {
    return answerOf(await this.#call('GET', 'Initialize', options))
  }

  /** Where the browser is to go for consent, or the integration if it is linked already. */
  async link(input: LinkInput = {}, options: CallOptions = {}): Promise<LinkAnswer> {
    return answerOf(await this.#post('Link', input, options))
  }

  /**
   * Completes what `link` began.
   * @param query what the consent page sent the browser back with: `location.search`. It counts once, so that this call is never repeated.
   */
  async callback(query: string | URLSearchParams, options: CallOptions = {}): Promise<AccountingIntegration> {
    const search = new URLSearchParams(query).toString()
    return answerOf(await this.#call('GET', `Callback?${search}`, { ...options, isRepeatable: false }))
  }

  /** What is mapped and what is not, what is suggested, and how much money hangs on it. */
  async mappingReview(options: CallOptions = {}): Promise<MappingReview> {
    return answerOf(await this.#call('GET', 'MappingReview', options))
  }

  /**
   * What was sold and what was posted, one entry for each business day.
   * @param from the first day, `YYYY-MM-DD`
   * @param to the last one: at most 400 days in all
   */
  async days(from: string, to: string, options: CallOptions = {}): Promise<Days> {
    const search = new URLSearchParams({ from, to }).toString()
    return answerOf(await this.#call('GET', `Days?${search}`, options))
  }

  /** Sets single map items. */
  async map(maps: readonly AccountingMapInput[], options: CallOptions = {}): Promise<AccountingIntegration> {
    return answerOf(await this.#post('Map', maps, options))
  }

  /** Saves maps and preferences, as far as they validate. */
  async save(integration: SavedIntegrationInput, options: CallOptions = {}): Promise<AccountingIntegration> {
    return answerOf(await this.#post('Save', integration, options))
  }

  /** Has the ledger's accounts and taxes read again; `waitForRefresh` tells when that is done. */
  async refresh(options: CallOptions = {}): Promise<void> {
    await this.#call('POST', 'Refresh', options)
  }

  /**
   * Waits until the ledger was read later than at a known inspection.
   * @param after `lastInspection` of the integration before `refresh`
   */
  async waitForRefresh(after: string | null, options: WaitOptions = {}): Promise<AccountingIntegration> {
    const known = after === null ? -Infinity : Date.parse(after)
    const look = async (signal: AbortSignal) => {
      const response = await this.#call('GET', 'Initialize', { signal })
      const retryAfter = retryAfterOf(response, this.#transport.clock.now())
      const found = await answerOf<AccountingIntegration>(response)
      const last = lastInspection(found)
      return last !== null && Date.parse(last) > known ? { found } : { retryAfter }
    }
    return waitFor(this.#transport.clock, `The refresh of ${this.#path}`, look, options)
  }

  /** Has the orders carried into the ledger; `waitForSync` of the subscriber tells when that is done. */
  async sync(options: CallOptions = {}): Promise<QueuedSync> {
    return queuedSync(await this.#call('POST', 'Sync', options))
  }

  /** Has what was not accepted of a sync sent again. */
  async resync(recordId: string, options: CallOptions = {}): Promise<QueuedSync> {
    return queuedSync(await this.#post('Resync', { Id: recordId }, options))
  }

  /** Creates a tax rate in Xero and has the ledger read again; `waitForRefresh` tells when that is done. */
  async saveXeroTaxRate(input: SaveXeroTaxRateInput, options: CallOptions = {}): Promise<void> {
    await this.#post('SaveXeroTaxRate', input, options)
  }

  /** Stops syncing until the ledger is linked again. */
  async deactivate(options: CallOptions = {}): Promise<AccountingIntegration> {
    return answerOf(await this.#call('POST', 'Deactivate', options))
  }

  /** Forgets the link; maps and history stay. */
  async remove(options: CallOptions = {}): Promise<AccountingIntegration> {
    return answerOf(await this.#call('DELETE', 'Remove', options))
  }

  #call(method: Sent['method'], action: string, options: Omit<Sent, 'method' | 'path'>): Promise<Response> {
    return this.#transport.send({ method, path: `${this.#path}/${action}`, ...options })
  }

  #post(action: string, body: object, { signal }: CallOptions): Promise<Response> {
    const headers = { 'Content-Type': 'application/json' }
    return this.#call('POST', action, { body: JSON.stringify(body), headers, signal })
  }
}

async function queuedSync(response: Response): Promise<QueuedSync> {
  const { Id } = await answerOf<{ readonly Id: string }>(response)
  return { recordId: Id, location: response.headers.get('Location') }
}

/** When the ledger was read last, as the server writes moments; null if it never was. */
export function lastInspection({
  IntegrationConfiguration,
}: Pick<AccountingIntegration, 'IntegrationConfiguration'>): string | null {
  return IntegrationConfiguration.InspectionTimes.at(-1) ?? null
}
