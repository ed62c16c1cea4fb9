import { describe, expect, it } from 'vitest'
import { accountId } from '../../fake/index.js'
import { packetOf, paymentOf } from '../mapped-packets.test-support.js'
import { elementIn, outcomesOf, useMswScene } from '../msw-scene.test-support.js'
import { acceptedIn, documentsOf, sendAll, sendStage } from '../xero-scene.test-support.js'

const msw = useMswScene()

describe('payments', () => {
  it('that are refused leave their invoice, and go through when the account was mended', async () => {
    const payments = [paymentOf({ amount: 60n }), paymentOf({ amount: 40n, accountId: accountId('832') })]
    const documents = await documentsOf(msw.scene, [packetOf('a', { payments, total: 100n })])
    const results = await sendAll(msw.scene, documents)
    expect(outcomesOf(results.values())).toEqual(['accepted', 'accepted', 'rejected'])
    expect([...results.values()].at(-1)).toMatchObject({ reason: { kind: 'unknown-account' } })
    const { organisation } = msw.fake.books()
    organisation.accounts = organisation.accounts.map((account) =>
      account.Code === '832' ? { ...account, EnablePaymentsToAccount: true } : account,
    )
    const refused = documents.filter(({ reference }) => results.get(reference)?.outcome === 'rejected')
    const retried = await sendStage(msw.scene, refused, 1, acceptedIn(results.values()))
    expect(outcomesOf(retried.values())).toEqual(['accepted'])
    expect(msw.fake.books().documents[0]).toMatchObject({ status: 'PAID', settled: 100n })
  })

  it('of what somebody else paid are stale', async () => {
    const documents = await documentsOf(msw.scene, [packetOf('a', { total: 100n })])
    const accepted = acceptedIn((await sendStage(msw.scene, documents, 0)).values())
    const byHand = documents.slice(1).map((document) => ({
      ...document,
      reference: 'by hand',
      content: { ...document.content, element: { ...elementIn(document), Reference: 'by hand' } },
    }))
    expect(outcomesOf((await sendStage(msw.scene, byHand, 1, accepted)).values())).toEqual(['accepted'])
    const results = await sendStage(msw.scene, documents, 1, accepted)
    expect([...results.values()]).toMatchObject([{ outcome: 'rejected', reason: { kind: 'stale' } }])
  })
})
