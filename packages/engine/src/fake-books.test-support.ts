import {
  type Adapter,
  type Clock,
  type Connection,
  type Document,
  documentReference,
  type IntegratorConfiguration,
  IntegratorError,
  type MappedPacket,
  type Posting,
  type Reason,
  type SendResult,
  type Submission,
} from '@ledgerpost/core'

/** What the integrator does with one call. */
export type Answer =
  | { readonly kind: 'normal' }
  /** Nothing is booked and no answer arrives. */
  | { readonly kind: 'lost-before' }
  /** All is booked and no answer arrives. */
  | { readonly kind: 'lost-after' }
  | { readonly kind: 'refused'; readonly reason: Reason }

interface BookedDocument {
  document: Document
  readonly id: string
  total: bigint
  isVoided: boolean
}

/**
 * An integrator with a ledger of its own. As at a real one, invoices have unique numbers and payments do not: a
 * payment that is sent twice is booked twice.
 */
export class FakeBooks {
  readonly booked: BookedDocument[] = []
  readonly calls: string[] = []
  lockedThrough: string | null = null
  archived = new Set<string>()
  refusesReference: (document: Document) => Reason | undefined = () => undefined
  /** Documents that are not booked, and of which the answer says nothing. */
  overlooks: (document: Document) => boolean = () => false
  answer: (call: number, submission: Submission) => Answer = () => ({ kind: 'normal' })
  findFails: Reason | undefined
  /** Documents that came too late to be sent. */
  turnedAway = 0
  /** The documents of a submission's body, which is JSON of references only. */
  readonly #rendered = new Map<string, Document>()

  get postings(): Posting[] {
    return this.booked.filter(({ isVoided }) => !isVoided).flatMap(({ document }) => document.postings)
  }

  /** What accounts hold, in minor units; a debit is above zero. */
  balances(): Map<string, bigint> {
    const sums = new Map<string, bigint>()
    for (const { account, amount } of this.postings) sums.set(account, (sums.get(account) ?? 0n) + amount)
    return new Map([...sums].filter(([, sum]) => sum !== 0n))
  }

  remember(documents: readonly Document[]): void {
    for (const document of documents) this.#rendered.set(document.reference, document)
  }

  turnAway({ references }: Submission): SendResult[] {
    this.turnedAway += references.length
    const reason: Reason = { kind: 'transient', message: 'Too late.' }
    return references.map((reference) => ({ outcome: 'rejected', reference, reason }))
  }

  receive(submission: Submission): SendResult[] {
    this.calls.push(`${submission.operation} ${submission.references.length}`)
    const answer = this.answer(this.calls.length, submission)
    if (answer.kind === 'refused') {
      return submission.references.map((reference) => ({
        outcome: 'rejected',
        reference,
        reason: answer.reason,
      }))
    }
    const results =
      answer.kind === 'lost-before' ? [] : submission.references.map((reference) => this.book(reference))
    if (answer.kind === 'normal') return results
    return submission.references.map((reference) => ({ outcome: 'unknown', reference, message: 'no answer' }))
  }

  book(reference: string): SendResult {
    const document = this.#rendered.get(reference)
    if (!document) throw new Error(`${reference} was never rendered`)
    if (this.overlooks(document)) return { outcome: 'unknown', reference, message: 'not in the answer' }
    const refusal = this.refusesReference(document)
    if (refusal) return { outcome: 'rejected', reference, reason: refusal }
    const isTaken = this.booked.some((each) => each.document.reference === reference)
    if (isTaken && document.kind !== 'payment') {
      return { outcome: 'rejected', reference, reason: { kind: 'duplicate', message: 'Number is taken.' } }
    }
    const id = `id-${this.booked.length + 1}`
    this.booked.push({ document, id, total: document.total, isVoided: false })
    return { outcome: 'accepted', reference, id, link: null }
  }
}

const receivable = 'receivable'

/** An adapter for the fake books: an invoice or credit note, then its payments. */
export function fakeAdapter(books: FakeBooks): Adapter {
  return {
    specVersion: 'v1',
    manifest: {
      type: 'Fake',
      code: 1000,
      title: 'Fake',
      documentKinds: ['invoice', 'credit-note', 'payment'],
      capabilities: {
        forcedTax: { level: 'full' },
        foreignCurrency: { level: 'full' },
        lockDates: { level: 'full' },
        readBack: { level: 'none' },
        find: { level: 'full' },
      },
      batch: { maximumCount: 20, maximumBytes: 1_000_000, isAtomic: false },
      idempotency: { kind: 'search-first', lifetime: null },
      reference: { maximumLength: 21 },
      undo: 'void',
      settlingTime: 0,
    },
    settings: { '~standard': { version: 1, vendor: 'test', validate: (value) => ({ value }) } },
    authorisation: { kind: 'none' },
    connect: ({ clock }) => connectionTo(books, clock),
    render(packet) {
      const documents = renderDocuments(packet)
      books.remember(documents)
      return { ok: true, documents }
    },
  }
}

function renderDocuments(packet: MappedPacket): Document[] {
  let ordinal = 0
  const common = { date: packet.documentDate, currency: packet.currency, content: {} }
  return packet.parts.flatMap((part) => {
    const reference = documentReference(packet.key, ordinal++)
    const absolute = (amount: bigint) => (amount < 0n ? -amount : amount)
    const invoice: Document = {
      ...common,
      reference,
      kind: part.total < 0n ? 'credit-note' : 'invoice',
      stage: 0,
      total: absolute(part.total),
      settles: null,
      postings: [
        ...part.lines.flatMap((line): Posting[] => [
          { account: line.revenueId, amount: -line.net },
          { account: line.taxId, amount: -line.tax },
        ]),
        { account: receivable, amount: part.total },
      ].filter(({ amount }) => amount !== 0n),
    }
    const payments = part.payments.map((payment): Document => ({
      ...common,
      reference: documentReference(packet.key, ordinal++),
      kind: 'payment',
      stage: 1,
      total: absolute(payment.amount),
      settles: reference,
      postings: [
        { account: payment.accountId, amount: payment.amount },
        { account: receivable, amount: -payment.amount },
      ],
    }))
    return [invoice, ...payments]
  })
}

function connectionTo(books: FakeBooks, clock: Clock): Connection {
  return {
    inspect: () => Promise.resolve(configurationOf(books)),
    prepare(documents) {
      const submissions: Submission[] = []
      for (let start = 0; start < documents.length; start += 20) {
        const references = documents.slice(start, start + 20).map(({ reference }) => reference)
        submissions.push({
          key: references.join(),
          references,
          body: JSON.stringify(references),
          operation: documents[start]?.kind ?? '',
        })
      }
      return submissions
    },
    send(submission, startBy) {
      return Promise.resolve(clock.now() > startBy ? books.turnAway(submission) : books.receive(submission))
    },
    find(sought) {
      books.calls.push(`find ${new Set(sought.map(({ reference }) => reference)).size}`)
      if (books.findFails) return Promise.reject(new IntegratorError(books.findFails))
      const names = new Set(sought.map(({ kind, reference }) => `${kind} ${reference}`))
      return Promise.resolve(
        books.booked
          .filter(({ document }) => names.has(`${document.kind} ${document.reference}`))
          .map(({ document, id, total, isVoided }) => ({
            reference: document.reference,
            kind: document.kind,
            date: document.date,
            id,
            link: null,
            total,
            isVoided,
          })),
      )
    },
    async *readBack() {
      // The manifest declares no reading back.
    },
    disconnect: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
}

/** Accounts by the names of what is mapped to them: `category:1`, `method:1`, `tax:01:01`. */
function configurationOf(books: FakeBooks): IntegratorConfiguration {
  const account = (id: string) => ({
    id,
    code: null,
    name: id,
    type: 'any',
    isActive: !books.archived.has(id),
    takesRevenue: id.startsWith('category:'),
    takesPayments: id.startsWith('method:'),
  })
  const ids = [
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
    'rounding',
    'type:Tip',
    'type:AccountCredit',
    'type:TenderExchange',
    'type:None',
  ]
  const rates = ['01:01', '01:02', '01:03', '02:01', '02:02', '02:03', '01:01+01:02', '02:01+02:02', 'none']
  return {
    organisation: {
      name: 'Fake Books',
      currency: 'USD',
      country: 'US',
      timeZone: 'America/New_York',
      lockedThrough: books.lockedThrough,
    },
    accounts: ids.flatMap((id) => [account(`category:${id}`), account(`method:${id}`)]),
    taxRates: rates.map((id) => ({
      id: `tax:${id}`,
      name: id,
      rate: null,
      isActive: !books.archived.has(`tax:${id}`),
      appliesToRevenue: true,
    })),
    extension: {},
  }
}
