import { type Breakage, declaring, sendingOtherwise } from './broken-adapter.test-support.js'

let entries = 0

/** Mistakes in what an adapter does: at least one for each requirement of sending, looking up, reading and linking. */
export const sendingBreakages: readonly Breakage[] = [
  {
    breaks: 'SEND-1',
    mistake: 'books under a reference of its own',
    connection: ({ send }) => ({
      async send(submission, startBy) {
        const body = submission.body.replaceAll('"LP-', '"XX-')
        const references = submission.references.map((reference) => reference.replace('LP-', 'XX-'))
        const results = await send({ ...submission, body, references }, startBy)
        return results.map((each) => ({ ...each, reference: each.reference.replace('XX-', 'LP-') }))
      },
    }),
  },
  {
    breaks: 'SEND-2',
    mistake: 'sends another account than it rendered',
    connection: ({ send }) => ({
      send: (submission, startBy) =>
        send({ ...submission, body: submission.body.replaceAll('"products"', '"services"') }, startBy),
    }),
  },
  {
    breaks: 'SEND-3',
    mistake: 'forgets the last result',
    connection: ({ send }) => ({
      send: async (submission, startBy) => (await send(submission, startBy)).slice(0, -1),
    }),
  },
  ...(['SEND-4', 'SEND-5'] as const).map((breaks): Breakage => ({
    breaks,
    mistake: 'sends with a new reference each time',
    connection: ({ send }) => ({
      async send(submission, startBy) {
        entries += 1
        const [from, to] = ['LP-', `LP${entries}-`]
        const body = submission.body.replaceAll(`"${from}`, `"${to}`)
        const references = submission.references.map((reference) => reference.replace(from, to))
        const results = await send({ ...submission, body, references }, startBy)
        return results.map((each) => ({ ...each, reference: each.reference.replace(to, from) }))
      },
    }),
  })),
  {
    breaks: 'SEND-4',
    mistake: 'takes a duplicate for a refusal',
    connection: sendingOtherwise((result) =>
      result.outcome === 'rejected' && result.reason.kind === 'duplicate'
        ? { ...result, reason: { ...result.reason, kind: 'invalid' } }
        : result,
    ),
  },
  {
    breaks: 'SEND-6',
    mistake: 'does not look at the clock',
    connection: ({ send }) => ({ send: (submission) => send(submission, Infinity) }),
  },
  {
    breaks: 'SEND-7',
    mistake: 'throws when it was stopped',
    connection: ({ send }, { signal }) => ({
      async send(submission, startBy) {
        signal.throwIfAborted()
        return send(submission, startBy)
      },
    }),
  },
  {
    breaks: 'SEND-8',
    mistake: 'takes one success for all',
    connection: ({ send }) => ({
      async send(submission, startBy) {
        const results = await send(submission, startBy)
        const success = results.find(({ outcome }) => outcome === 'accepted')
        return success ? results.map(({ reference }) => ({ ...success, reference })) : results
      },
    }),
  },
  {
    breaks: 'LOSE-1',
    mistake: 'takes what it did not understand for success',
    connection: sendingOtherwise((result) =>
      result.outcome === 'unknown'
        ? { outcome: 'accepted', reference: result.reference, id: 'assumed', link: null }
        : result,
    ),
  },
  {
    breaks: 'LOSE-1',
    mistake: 'takes what it did not understand for a refusal',
    connection: sendingOtherwise((result) =>
      result.outcome === 'unknown'
        ? {
            outcome: 'rejected',
            reference: result.reference,
            reason: { kind: 'transient', message: result.message },
          }
        : result,
    ),
  },
  {
    breaks: 'LOSE-2',
    mistake: 'finds nothing where it learned nothing',
    connection: ({ find }) => ({ find: (sought) => find(sought).catch(() => []) }),
  },
  ...(
    [
      ['REFUSE-1', 'period-locked'],
      ['REFUSE-2', 'unknown-account'],
      ['REFUSE-3', 'rate-limited'],
      ['REFUSE-4', 'reauthorise'],
    ] as const
  ).map(([breaks, kind]): Breakage => ({
    breaks,
    mistake: `knows no ${kind}`,
    connection: sendingOtherwise((result) =>
      result.outcome === 'rejected' && result.reason.kind === kind
        ? { ...result, reason: { ...result.reason, kind: 'invalid' } }
        : result,
    ),
  })),
  {
    breaks: 'REFUSE-3',
    mistake: 'does not tell how long to wait',
    connection: sendingOtherwise((result) =>
      result.outcome === 'rejected'
        ? { ...result, reason: { kind: result.reason.kind, message: result.reason.message } }
        : result,
    ),
  },
  {
    breaks: 'REFUSE-5',
    mistake: 'says nothing',
    connection: sendingOtherwise((result) =>
      result.outcome === 'rejected' ? { ...result, reason: { ...result.reason, message: '' } } : result,
    ),
  },
  {
    breaks: 'FIND-1',
    mistake: 'reads totals in whole units',
    connection: ({ find }) => ({
      find: async (sought) =>
        (await find(sought)).map((each) => ({ ...each, total: (each.total / 100n) * 100n })),
    }),
  },
  {
    breaks: 'FIND-2',
    mistake: 'finds whatever it seeks',
    connection: () => ({
      find: async (sought) =>
        sought.map((each) => ({ ...each, id: 'any', link: null, total: 0n, isVoided: false })),
    }),
  },
  {
    breaks: 'FIND-3',
    mistake: 'tells the date that it was asked with',
    connection: ({ find }) => ({
      find: async (sought) =>
        (await find(sought)).map((each) => ({
          ...each,
          date: sought.find(({ reference }) => reference === each.reference)?.date ?? each.date,
        })),
    }),
  },
  {
    breaks: 'FIND-4',
    mistake: 'knows no voided entries',
    connection: ({ find }) => ({
      find: async (sought) => (await find(sought)).map((each) => ({ ...each, isVoided: false })),
    }),
  },
  {
    breaks: 'READ-1',
    mistake: 'reads the first entries only',
    connection: ({ readBack }) => ({
      async *readBack(range) {
        let left = 20
        for await (const entry of readBack(range)) {
          if (left === 0) return
          left -= 1
          yield entry
        }
      },
    }),
  },
  {
    breaks: 'READ-2',
    mistake: 'leaves the last day out',
    connection: ({ readBack }) => ({
      async *readBack(range) {
        for await (const entry of readBack(range)) if (entry.date < range.to) yield entry
      },
    }),
  },
  {
    breaks: 'LINK-1',
    mistake: 'reads nothing where it declares no reading',
    adapter: declaring('readBack', 'none'),
    connection: () => ({
      async *readBack() {
        // Nothing, and nobody is told.
      },
    }),
  },
  {
    breaks: 'LINK-1',
    mistake: 'creates tax rates that it does not declare',
    connection: () => ({ createTaxRate: () => Promise.reject(new Error('never called')) }),
  },
  {
    breaks: 'LINK-2',
    mistake: 'forgets to disconnect',
    connection: () => ({ disconnect: () => Promise.resolve() }),
  },
  {
    breaks: 'LINK-3',
    mistake: 'logs its token',
    connection: ({ send }, { logger }) => ({
      send(submission, startBy) {
        logger.info({ authorization: 'Bearer fake-access-2' }, 'Sending')
        return send(submission, startBy)
      },
    }),
  },
  { breaks: 'LINK-4', mistake: 'calls by a fetch of its own', isUnwatched: true },
]
