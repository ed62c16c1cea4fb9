import type { FakeXero } from '@ledgerpost/adapter-xero/fake'
import type { DocumentOutcome } from '@ledgerpost/engine'
import type { LooseLedger } from '../loose/loose-ledger.js'
import type { Chronicle, Note } from '../simulation/chronicle.js'
import type { Departure } from '../simulation/network.js'
import type { SubscriberPlan } from '../simulation/plan.js'
import type { SimProcess } from '../simulation/sim-process.js'

/** So long after a refresh began, in milliseconds, nobody else can have claimed the grant. */
const claimCertain = 10_000

/** For so long the fake Xero honours a refresh token that was used already, in milliseconds. */
const graceOfTokens = 30 * 60_000

/** A request for new tokens. */
interface Refresh {
  /** When it left. */
  readonly at: number
  readonly process: SimProcess
  /** Whether something went wrong with it, or it was refused. */
  readonly isHit: boolean
}

/** Requests with one refresh token. */
interface Refreshes {
  readonly first: Refresh
  readonly last: Refresh
}

/** What the laws are held against: the integrators' own books, and what was committed. */
export interface LawSources {
  readonly xero: FakeXero
  readonly loose: LooseLedger
  readonly subscribers: readonly SubscriberPlan[]
  readonly chronicle: () => Chronicle
  readonly now: () => number
}

/** Laws that hold at every moment of a world, and not only at its end. */
export class StandingLaws {
  /** A sentence for each breach, beginning with the law. */
  readonly broken: string[] = []
  readonly #sources: LawSources
  readonly #refreshes = new Map<string, Refreshes>()
  #latest: Refreshes | undefined
  readonly #holders = new Map<string, SimProcess>()

  constructor(sources: LawSources) {
    this.#sources = sources
  }

  /** @param isHit whether something goes wrong with it on its way */
  departed({ process, kind, method, path, body }: Departure, isHit: boolean): void {
    if (kind === 'token') this.#exchanges(process, body, isHit)
    const isDocument = method === 'PUT' && !path.endsWith('/TaxRates')
    if (!isDocument || this.#sources.chronicle().intents.has(body)) return
    this.broken.push(
      `I10 ${process.name} calls ${method} ${path} without a recorded intent: ${body.slice(0, 200)}`,
    )
  }

  answered({ kind, body }: Departure, status: number): void {
    const token = kind === 'token' && status !== 200 ? refreshTokenIn(body) : undefined
    const known = token === undefined ? undefined : this.#refreshes.get(token)
    if (token !== undefined && known)
      this.#refreshes.set(token, { ...known, last: { ...known.last, isHit: true } })
  }

  committed(process: SimProcess, notes: readonly Note[]): void {
    for (const note of notes) {
      if (note.kind === 'claim') this.#holders.set(note.integrationId, process)
      else if (note.kind === 'intent') this.#writes(process, note.intent.integrationId)
      else if (note.kind === 'outcomes') {
        this.#writes(process, note.integrationId)
        this.#accepts(note.outcomes)
      } else if (note.kind === 'status' && note.status === 'Error' && !this.#isGraceOver()) {
        this.broken.push(
          `I9 the integration ${note.integrationId.slice(-4)} became Error, and its owner had done nothing`,
        )
      }
    }
  }

  /** Without faults, what was refused for certain is not sent again until somebody asks for it. */
  refusals(): void {
    for (const [reference, times] of this.#sources.loose.refusals) {
      if (times > 1) this.broken.push(`I7 ${reference} was refused for certain, and was sent ${times} times`)
    }
  }

  /** A worker that was frozen past its lease writes nothing any more once another has the integration. */
  #writes(process: SimProcess, integrationId: string): void {
    const holder = this.#holders.get(integrationId)
    if (holder === process) return
    this.broken.push(
      `I5 ${process.name} writes about the sending of ${integrationId.slice(-4)}, which ${holder?.name ?? 'nobody'} holds`,
    )
  }

  /** What is recorded as accepted stands in the integrator's books at that moment, under the id that is recorded. */
  #accepts(outcomes: readonly DocumentOutcome[]): void {
    for (const outcome of outcomes) {
      if (outcome.status !== 'accepted') continue
      const ids = this.#idsInForce(outcome.reference)
      if (ids.includes(outcome.integratorId)) continue
      this.broken.push(
        `I1 ${outcome.reference} is recorded as accepted as ${outcome.integratorId}; in force in the books is ${ids.join() || 'nothing'}`,
      )
    }
  }

  #idsInForce(reference: string): string[] {
    const { loose, subscribers, xero } = this.#sources
    return subscribers.flatMap(({ tenantId, ledger }) => {
      if (ledger === 'Loose') {
        return loose
          .entries(tenantId)
          .filter((each) => each.reference === reference && !each.isVoided)
          .map(({ id }) => id)
      }
      const { documents, payments } = xero.books(tenantId)
      return [
        ...documents.filter(
          ({ number, status }) => number === reference && status !== 'VOIDED' && status !== 'DELETED',
        ),
        ...payments.filter((payment) => payment.reference === reference && payment.status === 'AUTHORISED'),
      ].map(({ id }) => id)
    })
  }

  /**
   * The one excuse for a consent that is lost: the answer to the first use of its refresh token got lost, on its way or
   * with the process that had asked, and nobody came to ask again while the integrator honoured it.
   */
  #isGraceOver(): boolean {
    if (!this.#latest) return false
    const { first, last } = this.#latest
    return (first.isHit || first.process.state === 'dead') && last.at - first.at >= graceOfTokens
  }

  /**
   * While one process exchanges a refresh token and nothing befell it, no other sends the same one. For ten seconds that
   * is certain; later the claim may have lapsed, as it must for one that died.
   */
  #exchanges(process: SimProcess, body: string, isHit: boolean): void {
    const token = refreshTokenIn(body)
    if (token === undefined) return
    const now = this.#sources.now()
    const refresh = { at: now, process, isHit }
    const before = this.#refreshes.get(token)
    this.#latest = { first: before?.first ?? refresh, last: refresh }
    this.#refreshes.set(token, this.#latest)
    if (!before || before.last.isHit || before.last.process.state !== 'running') return
    if (now - before.last.at >= claimCertain) return
    this.broken.push(
      `I9 ${process.name} refreshes with the token that ${before.last.process.name} is exchanging`,
    )
  }
}

function refreshTokenIn(body: string): string | undefined {
  return new URLSearchParams(body).get('refresh_token') ?? undefined
}
