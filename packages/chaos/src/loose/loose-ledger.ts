/** One line of an entry: a debit above zero, in minor units. */
export interface LooseLine {
  readonly accountId: string
  readonly amount: bigint
  readonly taxType?: string | undefined
}

export interface LooseEntry {
  readonly id: string
  readonly reference: string
  readonly kind: string
  /** `YYYY-MM-DD` */
  readonly date: string
  /** Minor units. */
  readonly total: bigint
  readonly lines: readonly LooseLine[]
  isVoided: boolean
}

interface WireEntry {
  readonly reference: string
  readonly kind: string
  readonly date: string
  readonly total: string
  readonly lines: readonly {
    readonly accountId: string
    readonly amount: string
    readonly taxType?: string
  }[]
}

/**
 * A ledger that takes whatever it is told, as often as it is told: it knows no unique numbers and no keys, so that
 * nothing but our own protocol keeps anything from being booked twice.
 */
export class LooseLedger {
  readonly #books = new Map<string, LooseEntry[]>()
  /** Accounts that take nothing, by tenant. */
  readonly archived = new Map<string, string>()
  /** How often each reference was refused. */
  readonly refusals = new Map<string, number>()
  #ids = 0

  entries(tenantId: string): LooseEntry[] {
    const known = this.#books.get(tenantId) ?? []
    this.#books.set(tenantId, known)
    return known
  }

  /** `PUT /loose/{tenant}/{kind}` books, `GET /loose/{tenant}/entries?references=…` looks up. */
  readonly answer = async (request: Request): Promise<Response> => {
    const url = new URL(request.url)
    const tenantId = url.pathname.split('/')[2] ?? ''
    const entries = this.entries(tenantId)
    if (request.method === 'GET') {
      const sought = new Set((url.searchParams.get('references') ?? '').split(','))
      return Response.json({
        entries: entries
          .filter(({ reference }) => sought.has(reference))
          .map(({ id, reference, kind, date, total, isVoided }) => ({
            id,
            reference,
            kind,
            date,
            total: total.toString(),
            isVoided,
          })),
      })
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what comes here was written by the loose adapter
    const { entries: asked } = (await request.json()) as { readonly entries: readonly WireEntry[] }
    return Response.json({ entries: asked.map((entry) => this.#book(tenantId, entries, entry)) })
  }

  #book(
    tenantId: string,
    entries: LooseEntry[],
    { reference, kind, date, total, lines }: WireEntry,
  ): unknown {
    const archived = this.archived.get(tenantId)
    if (lines.some(({ accountId }) => accountId === archived)) {
      this.refusals.set(reference, (this.refusals.get(reference) ?? 0) + 1)
      return { reference, refusal: `The account ${archived} is archived.` }
    }
    this.#ids += 1
    const id = `loose-${this.#ids}`
    entries.push({
      id,
      reference,
      kind,
      date,
      total: BigInt(total),
      lines: lines.map((line) => ({ ...line, amount: BigInt(line.amount) })),
      isVoided: false,
    })
    return { reference, id }
  }
}
