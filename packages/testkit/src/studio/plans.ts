import type { SeededRandom } from '../random/seeded-random.js'

/** How often each kind of order happens among 100. */
const mix = [
  ['sale', 33],
  ['splitTender', 12],
  ['tip', 7],
  ['discount', 8],
  ['compoundTax', 6],
  ['exempt', 4],
  ['giftCardSold', 4],
  ['giftCardRedeemed', 4],
  ['accountCreditSold', 1],
  ['accountCreditUsed', 3],
  ['cashRounding', 3],
  ['free', 1],
  ['tenderExchange', 1],
  ['refund', 5],
  ['voidedRefund', 1],
  ['void', 2],
  ['reinstated', 1],
  ['editedItems', 1],
  ['editedPayments', 1],
  ['editedDate', 1],
  ['late', 1],
] as const

export type Plan = (typeof mix)[number][0]

const deck = mix.flatMap(([plan, count]) => Array.from({ length: count }, (): Plan => plan))

/**
 * Deals what each next order is to be, from a shuffled deck, so that the mix is kept and not only probable.
 * A plan that cannot be played yet (nothing sold so far that could be refunded) becomes a plain sale and takes
 * the place of a later one.
 */
export function planDealer(random: SeededRandom): (playable: (plan: Plan) => boolean) => Plan {
  let hand: Plan[] = []
  const postponed: Plan[] = []
  return (playable) => {
    if (hand.length === 0) hand = random.shuffle(deck)
    const plan = hand.pop() ?? 'sale'
    if (!playable(plan)) {
      postponed.push(plan)
      return 'sale'
    }
    if (plan !== 'sale') return plan
    const due = postponed.findIndex(playable)
    return due < 0 ? plan : (postponed.splice(due, 1)[0] ?? plan)
  }
}
