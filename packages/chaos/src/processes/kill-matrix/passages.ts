import type { StepName } from '@ledgerpost/engine'
import type { LinkPlan } from '../platform/api.js'

/**
 * What has to happen for a step to be passed at all:
 * - sync: a sync
 * - pull: a sync whose orders come from an order source
 * - refresh: a refresh of the integrator's configuration
 * - long: a job that takes longer than a third of its lease
 * - drained: the process is asked to stop in the middle of a job
 * - failing: a step of the job throws something unexpected
 * - unreachable: the worker cannot take up its job
 * - yielding: more orders than a job reads at once, and a worker whose jobs give way at once
 * - failed-before: an earlier sync failed while it collected summaries
 * - killed-before: an earlier process was killed after it had sent and before it had recorded the answer
 * - late-answer: Xero books and the answer is lost
 * - busy: the same, and Xero answers the look-up with 503
 * - never-booked: three times the connection breaks before Xero books
 * - queued: the same, and of an order or a day there is a second packet
 * - restored: the database is restored from a copy that was made before the sync
 * - swept: a day has passed since the sync
 * - kept-alive: three weeks have passed since the link
 */
export type Circumstance =
  | 'sync'
  | 'pull'
  | 'refresh'
  | 'long'
  | 'drained'
  | 'failing'
  | 'unreachable'
  | 'yielding'
  | 'failed-before'
  | 'killed-before'
  | 'late-answer'
  | 'busy'
  | 'never-booked'
  | 'queued'
  | 'restored'
  | 'swept'
  | 'kept-alive'

export type BooksType = LinkPlan['type']

/** How a step is come by, and where it cannot be. */
export type Passage =
  | {
      readonly circumstance: Circumstance
      /** How often a sync of a few orders passes it. Default: once. */
      readonly times?: Readonly<Record<BooksType, number>>
      /** Where it does not occur, and why. */
      readonly except?: {
        readonly books?: BooksType
        readonly summarise?: boolean
        readonly reason: string
      }
    }
  | { readonly never: string }

/** Stages and kinds of documents go to Xero apart, invoices, credit notes and payments; a journal takes all at once. */
const submissions = { Xero: 2, PlainText: 1 } as const

const needsXero = (circumstance: Circumstance, reason: string): Passage => ({
  circumstance,
  except: { books: 'PlainText', reason },
})

const noConsent = 'files need no consent'

/** A step that nobody has listed does not compile; see also the test. */
export const passages: Readonly<Record<StepName, Passage>> = {
  'job.wait-for-work': { circumstance: 'unreachable' },
  'job.claim': { circumstance: 'sync' },
  'job.read-integration': { circumstance: 'sync' },
  'job.wait-to-extend': { circumstance: 'long' },
  'job.extend-lease': { circumstance: 'long' },
  'job.look-for-others': { circumstance: 'yielding' },
  'job.close-connection': { circumstance: 'sync' },
  'job.finish': { circumstance: 'sync' },
  'job.postpone': { circumstance: 'drained' },
  'job.fail': { circumstance: 'failing' },
  'sync.begin': { circumstance: 'sync' },
  'sync.succeed': { circumstance: 'sync' },
  'pull.read-progress': { circumstance: 'pull' },
  'pull.read-portion': { circumstance: 'pull' },
  'pull.end': { circumstance: 'pull' },
  'pull.feed': { circumstance: 'pull' },
  'pull.save-progress': { circumstance: 'pull' },
  'pack.read-leftovers': { circumstance: 'sync' },
  'pack.seal-leftovers': {
    circumstance: 'failed-before',
    except: { summarise: false, reason: 'only summaries are collected before they are sealed' },
  },
  'pack.chunk': { circumstance: 'sync' },
  'pack.seal': { circumstance: 'sync' },
  'pack.check': { circumstance: 'sync' },
  'send.read-waiting': { circumstance: 'sync' },
  'send.read-rules': { circumstance: 'sync' },
  'send.read-unsettled': { circumstance: 'sync' },
  'send.wait-to-settle': needsXero(
    'late-answer',
    'what is appended to a file has landed at once: its settling time is 0',
  ),
  'send.find': { circumstance: 'killed-before' },
  'send.record-look-up': { circumstance: 'killed-before' },
  'send.read-restoration': { circumstance: 'sync' },
  'send.read-page': { circumstance: 'sync' },
  'send.read-current': { circumstance: 'killed-before' },
  'send.read-predecessors': { circumstance: 'sync' },
  'send.queue': needsXero('queued', 'an append to a file that failed is found out at once'),
  'send.plan': { circumstance: 'sync' },
  'send.look-up-first': { circumstance: 'restored' },
  'send.record-look-up-first': { circumstance: 'restored' },
  'send.read-documents': { circumstance: 'sync', times: { Xero: 3, PlainText: 2 } },
  'send.refuse': {
    never:
      'these adapters prepare whatever they render; the engine’s own tests of crashes have one that throws',
  },
  'send.record-intent': { circumstance: 'sync', times: submissions },
  'send.send': { circumstance: 'sync', times: submissions },
  'send.record-outcomes': { circumstance: 'sync', times: submissions },
  'send.wait-to-retry': needsXero(
    'busy',
    'files refuse nothing for a while but for a lock that another process holds for more than ten seconds',
  ),
  'send.give-up': needsXero('never-booked', 'an append to a file that failed is found out at once'),
  'send.conclude': { circumstance: 'sync' },
  'refresh.inspect': { circumstance: 'refresh' },
  'refresh.record': { circumstance: 'refresh' },
  'sweep.read-page': { circumstance: 'swept' },
  'sweep.find': { circumstance: 'swept' },
  'sweep.record': { circumstance: 'swept' },
  'sweep.schedule': { circumstance: 'swept' },
  'keep-alive.exchange': needsXero('kept-alive', noConsent),
  'keep-alive.plan': needsXero('kept-alive', noConsent),
}
