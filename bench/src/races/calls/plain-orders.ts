import { plainSale } from '../../scene/plain-sale.js'

/** Up to this day the books are locked, as the integrator alone knows. */
export const lockedDay = '2026-01-04'
const openDay = '2026-01-05'

/** Sales of which one in a hundred is of a day that the integrator refuses. */
export function* plainOrders(count: number): Generator {
  for (let index = 0; index < count; index += 1) {
    const day = index % 100 === 99 ? lockedDay : openDay
    yield plainSale(`o${index}`, day, 100 + (index % 900), `${day}T17:30:00.000Z`)
  }
}
