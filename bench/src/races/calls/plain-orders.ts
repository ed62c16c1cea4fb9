/** Before this day the books are locked, as the integrator alone knows. */
export const lockedDay = '2026-01-04'
const openDay = '2026-01-05'

/** Sales of one untaxed thing, paid at once; one in a hundred is of a day that the integrator refuses. */
export function* plainOrders(count: number): Generator<unknown> {
  for (let index = 0; index < count; index += 1) {
    const day = index % 100 === 99 ? lockedDay : openDay
    const time = `${day}T17:30:00.000Z`
    const cents = String(100 + (index % 900)).padStart(3, '0')
    const amount = `${cents.slice(0, -2)}.${cents.slice(-2)}`
    yield {
      id: `o${index}`,
      type: 'Sale',
      orderDate: `${day}T12:30:00`,
      locationId: '1',
      items: [
        {
          id: '1',
          productType: 'Retail',
          revenueCategoryId: '1',
          description: 'A thing',
          quantity: '1',
          unitPrice: amount,
          netAmount: amount,
          total: amount,
        },
      ],
      cost: { total: amount },
      payments: [{ id: '1', paymentMethodId: '1', amount }],
      lastModifiedTime: time,
    }
  }
}
