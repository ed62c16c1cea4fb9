import type { SeededRandom } from '../random/seeded-random.js'
import { paymentMethods } from './catalogue.js'
import type { Cents } from './cents.js'
import type { DraftPayment } from './order-draft.js'

const everydayMethods = [paymentMethods.cash.id, paymentMethods.card.id, paymentMethods.transfer.id]

/** One payment of the whole, mostly by card. */
export function singleTender(random: SeededRandom, total: Cents): DraftPayment[] {
  if (total === 0n) return []
  const methodId = random.pick([paymentMethods.card.id, paymentMethods.card.id, ...everydayMethods])
  return [{ methodId, amount: total }]
}

/** Two or three payments, each at least a cent; now and then two cards share the bill. */
export function splitTender(random: SeededRandom, total: Cents): DraftPayment[] {
  const parts = total < 3n ? 1 : random.integer(2, 3)
  const methods = random.shuffle(everydayMethods)
  let left = total
  return Array.from({ length: parts }, (_, index) => {
    const later = BigInt(parts - 1 - index)
    const amount =
      later === 0n ? left : 1n + (BigInt(random.integer(0, 1_000_000)) * (left - later - 1n)) / 1_000_001n
    left -= amount
    const methodId = index === 1 && random.chance(15) ? methods[0] : methods[index]
    return { methodId: methodId ?? paymentMethods.card.id, amount }
  })
}

/** Pays by stored value (a gift card, account credit) as far as it reaches, and the rest otherwise. */
export function storedValueTender(
  random: SeededRandom,
  total: Cents,
  methodId: string,
  available: Cents,
): DraftPayment[] {
  const wanted = random.chance(50) ? total : (total + 1n) / 2n
  const amount = wanted < available ? wanted : available
  return [{ methodId, amount }, ...singleTender(random, total - amount)]
}

/** Another method than the given one. */
export function otherMethod(random: SeededRandom, methodId: string): string {
  return random.pick(everydayMethods.filter((each) => each !== methodId))
}
