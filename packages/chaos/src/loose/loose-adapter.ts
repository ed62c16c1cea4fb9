import {
  type Adapter,
  type Connection,
  type ConnectionContext,
  type Document,
  documentReference,
  type FoundDocument,
  type IntegratorConfiguration,
  IntegratorError,
  type MappedPacket,
  type Posting,
  type SendResult,
  type Submission,
} from '@ledgerpost/core'
import { readBooked, readFound } from './read-loose.js'

/** How long an answer is waited for, and by when an effect has landed at the latest; in milliseconds. */
const timeout = 30_000
const settlingTime = 90_000
const batchSize = 10

/** What the adapter knows of its books. */
export interface LooseBooks {
  readonly configuration: () => IntegratorConfiguration
  readonly tenantOf: (subscriberId: string) => string
  readonly receivable: string
  readonly salesTax: string
}

/** An adapter for the loose ledger: an invoice or credit note, then its payments. */
export function createLooseAdapter(books: LooseBooks): Adapter {
  return {
    specVersion: 'v1',
    manifest: {
      type: 'Loose',
      code: 1001,
      title: 'Loose ledger',
      documentKinds: ['invoice', 'credit-note', 'payment'],
      capabilities: {
        forcedTax: { level: 'full' },
        foreignCurrency: { level: 'full' },
        lockDates: { level: 'none' },
        readBack: { level: 'none' },
        find: { level: 'full' },
      },
      batch: { maximumCount: batchSize, maximumBytes: 1_000_000, isAtomic: false },
      idempotency: { kind: 'search-first', lifetime: null },
      reference: { maximumLength: 30 },
      undo: 'void',
      settlingTime,
    },
    settings: { '~standard': { version: 1, vendor: 'chaos', validate: (value) => ({ value }) } },
    authorisation: { kind: 'none' },
    connect: (context) => connectionTo(books, context),
    render: (packet) => ({ ok: true, documents: documentsOf(books, packet) }),
  }
}

function documentsOf({ receivable, salesTax }: LooseBooks, packet: MappedPacket): Document[] {
  const documents: Document[] = []
  const add = (
    document: Pick<Document, 'kind' | 'stage' | 'settles'>,
    total: bigint,
    postings: Posting[],
  ): string => {
    const reference = documentReference(packet.key, documents.length)
    documents.push({
      ...document,
      reference,
      date: packet.documentDate,
      currency: packet.currency,
      total: total < 0n ? -total : total,
      postings: postings.filter(({ amount }) => amount !== 0n),
      content: {},
    })
    return reference
  }
  for (const part of packet.parts) {
    if (part.lines.length === 0) continue
    const kind = part.total < 0n ? 'credit-note' : 'invoice'
    const lines = part.lines.flatMap(({ revenueId, taxId, net, tax }): Posting[] => [
      { account: revenueId, amount: -net, taxId },
      { account: salesTax, amount: -tax, taxId },
    ])
    const settles = add({ kind, stage: 0, settles: null }, part.total, [
      ...lines,
      { account: receivable, amount: part.total },
    ])
    for (const { accountId, amount } of part.payments) {
      add({ kind: 'payment', stage: 1, settles }, amount, [
        { account: accountId, amount },
        { account: receivable, amount: -amount },
      ])
    }
  }
  return documents
}

function connectionTo(books: LooseBooks, context: ConnectionContext): Connection {
  const address = `https://loose.example/loose/${books.tenantOf(context.subscriberId)}`
  return {
    inspect: () => Promise.resolve(books.configuration()),
    prepare: prepared,
    async send({ references, body, operation }, startBy) {
      if (context.clock.now() > startBy) {
        const reason = { kind: 'transient', message: 'The lease ran out before the call.' } as const
        return references.map((reference) => ({ outcome: 'rejected', reference, reason }))
      }
      try {
        const text = await called(context, `${address}/${operation}`, { method: 'PUT', body })
        return readBooked(references, text)
      } catch (error) {
        return references.map((reference): SendResult => ({
          outcome: 'unknown',
          reference,
          message: String(error),
        }))
      }
    },
    async find(sought) {
      const references = sought.map(({ reference }) => reference).join(',')
      const text = await called(context, `${address}/entries?references=${references}`, { method: 'GET' })
      const found = readFound(text)
      if (!found)
        throw new IntegratorError({ kind: 'transient', message: 'The look-up had no clear answer.' })
      return found.map((each): FoundDocument => ({ ...each, link: null }))
    },
    async *readBack() {
      // The manifest declares no reading back.
    },
    disconnect: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
}

function prepared(documents: readonly Document[]): Submission[] {
  const submissions: Submission[] = []
  for (const operation of ['sales', 'payments']) {
    const some = documents.filter(({ kind }) => (kind === 'payment') === (operation === 'payments'))
    for (let start = 0; start < some.length; start += batchSize) {
      const batch = some.slice(start, start + batchSize)
      const references = batch.map(({ reference }) => reference)
      submissions.push({
        key: references.join(),
        references,
        operation,
        body: JSON.stringify({ entries: batch.map(wireOf) }),
      })
    }
  }
  return submissions
}

function wireOf({ reference, kind, date, total, postings }: Document): unknown {
  return {
    reference,
    kind,
    date,
    total: total.toString(),
    lines: postings.map(({ account, amount, taxId }) => ({
      accountId: account,
      amount: amount.toString(),
      ...(taxId === undefined ? {} : { taxType: taxId }),
    })),
  }
}

/** The text of an answer with status 200, within the time allowed. */
async function called(
  { fetch, clock, signal }: ConnectionContext,
  url: string,
  init: RequestInit,
): Promise<string> {
  const stop = new AbortController()
  const timer = new AbortController()
  const follow = (): void => stop.abort(signal.reason)
  signal.addEventListener('abort', follow, { once: true })
  clock.sleep(timeout, timer.signal).then(
    () => stop.abort(new Error('no answer in time')),
    () => undefined,
  )
  try {
    if (signal.aborted) throw signal.reason
    return await Promise.race([textOf(fetch, url, { ...init, signal: stop.signal }), aborted(stop.signal)])
  } catch (error) {
    throw new IntegratorError({
      kind: 'transient',
      message: `The loose ledger gave no answer: ${String(error)}`,
    })
  } finally {
    timer.abort(new Error('answered'))
    signal.removeEventListener('abort', follow)
  }
}

async function textOf(fetch: ConnectionContext['fetch'], url: string, init: RequestInit): Promise<string> {
  const response = await fetch(url, init)
  if (response.status !== 200) throw new Error(`status ${response.status}`)
  return response.text()
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
