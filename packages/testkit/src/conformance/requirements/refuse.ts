import type { ReasonKind } from '@ledgerpost/core'
import { type ConformanceRequirement, noNetwork } from '../conformance-requirement.js'
import { told } from '../stage/open-stage.js'
import type { Stage } from '../stage/stage.js'
import { must, present } from '../violation.js'

export const refusing: readonly ConformanceRequirement[] = [
  {
    id: 'REFUSE-1',
    title: 'A date within closed books is rejected as period-locked.',
    exemption: ({ capabilities }) =>
      capabilities.lockDates.level === 'none' ? 'it declares no lock dates' : undefined,
    async verify(open) {
      const stage = await open()
      const send = await firstSale(stage)
      const lock = present(stage.scene.lockThrough, 'lock dates are declared, and the scene cannot set one')
      await stage.run(() => lock.call(stage.scene, stage.targets.day))
      await mustReject(stage, send, 'period-locked')
    },
  },
  {
    id: 'REFUSE-2',
    title: 'An account that is archived or gone is rejected as unknown-account.',
    async verify(open) {
      const stage = await open()
      const send = await firstSale(stage)
      await stage.run(() => stage.scene.archive(stage.targets.revenue.services))
      await mustReject(stage, send, 'unknown-account')
    },
  },
  {
    id: 'REFUSE-3',
    title: 'Too many calls are rejected as rate-limited, with the wait if the integrator told one.',
    exemption: noNetwork,
    async verify(open) {
      for (const headers of [{}, { 'retry-after': '7' }]) {
        const stage = await open()
        const send = await firstSale(stage)
        stage.network.strikeAll({ kind: 'answer', when: 'before', status: 429, body: '', headers })
        const reason = await mustReject(stage, send, 'rate-limited')
        const isTold = 'retry-after' in headers
        must(
          !isTold || (reason.retryAfter ?? 0) >= 7_000,
          `the wait of 7 s is told as ${reason.retryAfter ?? 'nothing'}`,
        )
      }
    },
  },
  {
    id: 'REFUSE-4',
    title:
      'A consent that was taken back, or credentials that are good no more, are rejected as reauthorise.',
    exemption: noNetwork,
    async verify(open) {
      const stage = await open()
      const send = await firstSale(stage)
      const revoke = present(stage.scene.revoke, 'the scene cannot take the consent back')
      await stage.run(() => revoke.call(stage.scene))
      await mustReject(stage, send, 'reauthorise')
    },
  },
  {
    id: 'REFUSE-5',
    title: 'Every refusal says in words what happened.',
    async verify(open) {
      const stage = await open()
      const send = await firstSale(stage)
      await stage.run(() => stage.scene.archive(stage.targets.revenue.services))
      for (const result of await send()) {
        must(result.outcome === 'rejected', `${result.reference} is ${told(result)}`)
        must(result.reason.message.trim().length > 10, `it says no more than '${result.reason.message}'`)
      }
    },
  },
]

/** What sends a plain sale, rendered and prepared before anything changes at the integrator. */
async function firstSale(stage: Stage): Promise<() => ReturnType<Stage['send']>> {
  const documents = await stage.documentsOf(stage.corpus[0]?.packets ?? [])
  const [submission] = stage.connection.prepare(
    documents.filter((document) => document.stage === 0),
    new Map(),
  )
  const prepared = present(submission, 'a sale makes no submission')
  return () => stage.send(prepared)
}

async function mustReject(stage: Stage, send: () => ReturnType<Stage['send']>, kind: ReasonKind) {
  const [result] = await send()
  stage.network.calm()
  must(result !== undefined, 'there is no result')
  const isAsked = result.outcome === 'rejected' && result.reason.kind === kind
  must(isAsked, `${result.reference} is ${told(result)}, not rejected as ${kind}`)
  must((await stage.ledger()).length === 0, 'something was booked all the same')
  return result.reason
}
