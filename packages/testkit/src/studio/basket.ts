import type { SeededRandom } from '../random/seeded-random.js'
import { everydayProducts, products, type StudioLocation } from './catalogue.js'
import { type DraftItem, priceItem, totalOf } from './order-draft.js'
import type { Plan } from './plans.js'

/** One to three lines that an ordinary client buys. */
export function everydayBasket(random: SeededRandom, location: StudioLocation): DraftItem[] {
  return Array.from({ length: random.integer(1, 3) }, () =>
    priceItem(random.pick(everydayProducts), location, { quantity: random.chance(20) ? 2n : 1n }),
  )
}

/** The lines of a new sale of the given kind. */
export function basketFor(plan: Plan, random: SeededRandom, location: StudioLocation): DraftItem[] {
  const basket = everydayBasket(random, location)
  const custom = (product: (typeof products)['tip' | 'giftCard' | 'trailMix'], unitPrice: number) =>
    priceItem(product, location, { unitPrice: BigInt(unitPrice) })
  const discounted = (discountPercent: bigint) =>
    priceItem(random.pick(everydayProducts), location, { discountPercent })
  switch (plan) {
    case 'tip':
      return [...basket, custom(products.tip, random.integer(100, 2000))]
    case 'discount':
      return [...basket, discounted(BigInt(random.integer(1, 10)) * 5n)]
    case 'free':
      return [discounted(100n)]
    case 'compoundTax':
      return [...basket, priceItem(random.pick([products.mat, products.towel, products.juice]), location)]
    case 'exempt':
      return [...basket, custom(products.trailMix, random.integer(200, 900))]
    case 'giftCardSold': {
      const card = priceItem(products.giftCard, location, {
        unitPrice: random.pick([2500n, 5000n, 7500n, 10_000n]),
      })
      return random.chance(30) ? [card, priceItem(products.water, location)] : [card]
    }
    case 'accountCreditSold':
      return [
        priceItem(products.accountCredit, location, { unitPrice: random.pick([2000n, 5000n, 10_000n]) }),
      ]
    case 'cashRounding':
      return roundedForCash(basket, location)
    case 'tenderExchange':
      return []
    default:
      return basket
  }
}

/** Brings the total to a multiple of five cents, as where the smallest coin is a nickel. */
function roundedForCash(basket: readonly DraftItem[], location: StudioLocation): DraftItem[] {
  const items = [...basket]
  if (totalOf(items) % 5n === 0n) items.push(priceItem(products.trailMix, location, { unitPrice: 421n }))
  const over = totalOf(items) % 5n
  const unitPrice = over <= 2n ? -over : 5n - over
  return [...items, priceItem(products.rounding, location, { unitPrice })]
}
