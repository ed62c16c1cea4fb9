import type { Plant } from './plant.js'

const engine = 'packages/engine/src'
const xero = 'packages/adapter-xero/src'
const core = 'packages/core/src'

/** Bugs of which each must be noticed by some world. */
export const plants: readonly Plant[] = [
  {
    name: 'a worker that lost its lease writes on (no fence)',
    file: `${engine}/sync/run.ts`,
    edits: [
      ['        signal.throwIfAborted()\n', ''],
      ['          await transaction.assertLease(lease)\n', ''],
    ],
  },
  {
    name: 'what is unknown is sent again without a look-up',
    file: `${engine}/send/look-up.ts`,
    edits: [['const byReference = new Map(found.map(', 'const byReference = new Map(found.slice(0, 0).map(']],
  },
  {
    name: 'the look-up does not wait until a late effect has landed',
    file: `${engine}/send/settle.ts`,
    edits: [['if (wait > 0)', 'if (wait > 1e15)']],
  },
  {
    name: 'what is unknown counts as accepted',
    file: `${engine}/send/submit.ts`,
    edits: [
      [
        "if (result.outcome === 'unknown') return { reference, status: 'unknown', message: result.message }",
        "if (result.outcome === 'unknown') return { reference, status: 'accepted', integratorId: reference, link: null }",
      ],
    ],
  },
  {
    name: 'documents are sent before the intent is recorded',
    file: `${engine}/send/submit.ts`,
    edits: [
      [
        "  await run.write('send.record-intent'",
        "  const early = await sendSafely(sending, submission)\n  await run.write('send.record-intent'",
      ],
      [
        '  const results = await sendSafely(sending, submission)\n  const outcomes',
        '  const results = early\n  const outcomes',
      ],
    ],
  },
  {
    name: 'references follow from the time of the job',
    file: `${engine}/send/plan-packets.ts`,
    edits: [
      [
        'mapPacket(packet, lookup, documentDate)',
        'mapPacket({ ...packet, key: run.environment.digest(`${packet.key}${run.environment.clock.now()}`) }, lookup, documentDate)',
      ],
    ],
  },
  {
    name: 'elements of an answer are matched by their index',
    file: `${xero}/send/read-answer.ts`,
    edits: [
      [
        'const [element, ...further] = byReference.get(reference) ?? []',
        'const [element, ...further] = [...byReference.values()][[...sent.elements.keys()].indexOf(reference)] ?? []',
      ],
    ],
  },
  {
    name: 'the cursor is saved before the packets',
    file: `${engine}/sync/pack-changes.ts`,
    edits: [
      [
        "  while (!(await run.write('pack.chunk', (transaction) => packNextChunk(run, transaction, recordId)))) {",
        `  let after: bigint | undefined
  await run.write('pack.chunk', async (transaction) => {
    const integration = await transaction.lockIntegration(run.integration.id)
    if (!integration) return
    after = integration.cursor
    await transaction.updateIntegration(integration.id, { cursor: await endOfRange(transaction, recordId, integration) })
  })
  await run.write('pack.chunk', async (transaction) => {
    await transaction.updateIntegration(run.integration.id, { cursor: after ?? 0n })
    return packNextChunk(run, transaction, recordId)
  })
  while (after === undefined) {`,
      ],
    ],
  },
  {
    name: 'how far a pull came is saved before its orders',
    file: `${engine}/sync/pull-orders.ts`,
    edits: [
      [
        '  const progress = new PullProgress(now(environment))\n',
        "  const progress = new PullProgress(now(environment))\n  await run.write('pull.save-progress', (transaction) => transaction.saveOrderWatermark(subscriberId, source.name, now(environment)))\n",
      ],
    ],
  },
  {
    name: 'a pull begins where the last one ended (no overlap)',
    file: `${engine}/sync/pull-orders.ts`,
    edits: [['source.overlap ?? defaultOverlap', '0 * (source.overlap ?? defaultOverlap)']],
  },
  {
    name: 'instants are taken for days of UTC',
    file: `${core}/order/read-order.ts`,
    edits: [['localTimeAt(instant, timeZone)', 'instant.slice(0, 19)']],
  },
  {
    name: 'the business day begins at midnight for everybody',
    file: `${engine}/feed/feed-orders.ts`,
    edits: [
      [
        'readOrder(fed.input, subscriber.terms)',
        'readOrder(fed.input, { ...subscriber.terms, cutOff: 0 as typeof subscriber.terms.cutOff })',
      ],
    ],
  },
  {
    name: 'amounts pass through binary floats',
    file: `${core}/money/amount.ts`,
    edits: [
      [
        'const amount = toMinorUnits(decimal.text, digits)',
        'const amount: bigint | undefined = BigInt(Math.trunc(Number(decimal.text) * 10 ** digits))',
      ],
    ],
  },
  {
    name: 'what was packed of an order is forgotten',
    file: `${engine}/sync/pack-changes.ts`,
    edits: [
      ['chunk.packed.map(({ order, wanted }) => ({ orderId: order.id, contribution: wanted })),', '[],'],
    ],
  },
  {
    name: 'of equal revisions the first stands',
    file: `${engine}/feed/feed-orders.ts`,
    edits: [
      ['order.lastModifiedTime < known.lastModifiedTime', 'order.lastModifiedTime <= known.lastModifiedTime'],
    ],
  },
  {
    name: 'a packet is Sent when some of its documents are accepted',
    file: `${engine}/send/conclude.ts`,
    edits: [
      [
        "if (documents.every(({ status }) => status === 'accepted'))",
        "if (documents.some(({ status }) => status === 'accepted'))",
      ],
    ],
  },
  {
    name: 'a definite refusal is tried again',
    file: `${engine}/send/submit.ts`,
    edits: [
      [
        "return { reference, status: 'rejected', reason: result.reason }",
        "return { reference, status: 'planned', message: result.reason.message }",
      ],
    ],
  },
  {
    name: 'tokens are refreshed without a claim',
    file: `${engine}/linking/refresh-grant.ts`,
    edits: [['if (!isOurs) return undefined', 'void isOurs']],
  },
  {
    name: 'a lease is held as long as its time, whoever has it (no fencing token)',
    file: `${engine}/memory-store/jobs.ts`,
    edits: [
      ['row?.fence === fence && row.heldUntil > state.now()', 'row && fence && row.heldUntil > state.now()'],
    ],
  },
  {
    name: 'what a look-up finds is not compared',
    file: `${engine}/send/look-up.ts`,
    edits: [
      [
        'const difference = differenceOf(meant, found)',
        'const difference = [differenceOf(meant, found)].find(() => false)',
      ],
    ],
  },
]
