import { describe, expect, it } from 'vitest'
import { accountId, defaultOrganisation, type FakeTrackingCategory } from '../fake/index.js'
import { type XeroBooking, xeroBookings } from './bookings.js'
import { lineOf, packetOf, paymentOf } from './mapped-packets.test-support.js'
import { documentsOf, sendAll, xeroScene } from './xero-scene.test-support.js'

const category = (id: string, Status: 'ACTIVE' | 'ARCHIVED'): FakeTrackingCategory => ({
  TrackingCategoryID: id,
  Name: `Category ${id}`,
  Status,
  Options: [
    { TrackingOptionID: `${id}-north`, Name: 'North', Status: 'ACTIVE' },
    { TrackingOptionID: `${id}-south`, Name: 'South', Status: 'ARCHIVED' },
  ],
})
const organisations = [
  {
    ...defaultOrganisation,
    trackingCategories: [
      category('region', 'ACTIVE'),
      category('team', 'ACTIVE'),
      category('old', 'ARCHIVED'),
    ],
  },
]
const tracking = [
  { categoryId: 'region', optionId: 'region-north' },
  { categoryId: 'team', optionId: 'team-north' },
]
const tracked = (booking: XeroBooking, chosen: unknown = tracking) =>
  xeroScene({ bookings: [booking], organisations, settings: { tracking: chosen } })
const packet = packetOf('t', {
  lines: [lineOf({ net: 2000n, tax: 160n, taxId: 'TAX001' }), lineOf({ net: -500n })],
  payments: [paymentOf({ amount: 1660n, accountId: accountId('831') })],
  total: 1660n,
})
const banked = {
  ...packet,
  parts: packet.parts.map((part) => ({ ...part, payments: [paymentOf({ amount: 1660n })] })),
}

describe('the chosen tracking options', () => {
  it.each(xeroBookings)('stand on every line that is booked as %s', async (booking) => {
    const scene = await tracked(booking)
    const documents = await documentsOf(scene, [booking === 'manual-journals' ? packet : banked])
    await sendAll(scene, documents)
    const { documents: sales, bankTransactions, journals } = scene.fake.books()
    const lines = [...sales, ...bankTransactions, ...journals].flatMap((document) =>
      document.lines.map((line) => line.tracking.map(({ TrackingOptionID }) => TrackingOptionID)),
    )
    expect(lines.length).toBeGreaterThanOrEqual(2)
    expect(new Set(lines.map(String))).toEqual(new Set(['region-north,team-north']))
  })

  it.each(xeroBookings)('are refused when they are archived meanwhile (%s)', async (booking) => {
    const scene = await tracked(booking)
    const documents = await documentsOf(scene, [booking === 'manual-journals' ? packet : banked])
    scene.fake.books().organisation.trackingCategories = [category('region', 'ACTIVE')]
    const results = await sendAll(scene, documents)
    expect([...results.values()]).toMatchObject([
      {
        outcome: 'rejected',
        reason: { kind: 'unknown-account', message: expect.stringContaining("'team'") },
      },
    ])
  })

  it.each([
    [[{ categoryId: 'gone', optionId: 'x' }], 'The tracking category gone is not there in Xero'],
    [
      [{ categoryId: 'old', optionId: 'old-north' }],
      "The tracking category old ('Category old') is archived in Xero",
    ],
    [
      [{ categoryId: 'region', optionId: 'gone' }],
      "The option gone of the tracking category 'Category region' is not there in Xero",
    ],
    [
      [...tracking.slice(1), { categoryId: 'region', optionId: 'region-south' }],
      "The option region-south of the tracking category 'Category region' ('South') is archived in Xero",
    ],
  ])('hold every packet where they cannot be used: %j', async (chosen, message) => {
    for (const booking of xeroBookings) {
      const scene = await tracked(booking, chosen)
      expect(scene.adapter.render(packet, await scene.configuration())).toEqual({
        ok: false,
        code: 'NotRepresentable',
        message: expect.stringContaining(message),
      })
    }
  })

  it('leave lines as they are where nothing is chosen', async () => {
    const scene = await tracked('invoices', [])
    const [document] = await documentsOf(scene, [packet])
    expect(JSON.stringify(document?.content)).not.toContain('Tracking')
  })
})
