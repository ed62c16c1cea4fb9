import type { AccountingIntegration, MappingReview } from '@ledgerpost/client'
import type { Texts } from '../../texts/english.js'
import { formatDate } from '../../words/dates.js'
import { formatMoney } from '../../words/money.js'
import { isToDo } from '../mapping/map-items.js'

/** One thing that is looked at before the first sale is sent. */
export interface Check {
  readonly tone: 'ok' | 'warn' | 'bad'
  readonly says: string
  /** What follows from it. */
  readonly detail?: string
  /** Whether the mapping is where it is repaired. */
  readonly isInMapping?: boolean
}

/** Everything that would keep sales from the books, or put them where the owner does not expect them. */
export function checksOf(
  { IntegrationConfiguration: { Organisation } }: Pick<AccountingIntegration, 'IntegrationConfiguration'>,
  { Items, Currency, Coverage }: MappingReview,
  startDate: string,
  texts: Texts['start'],
  locale: string,
): readonly Check[] {
  const broken = Items.filter(({ Problem }) => Problem !== null).length
  const unmapped = Items.filter(isToDo).length - broken
  const booksCurrency = Organisation?.Currency ?? Currency
  const locked = Organisation?.LockedThrough ?? null
  return [
    { tone: 'ok', says: Organisation ? texts.linked(Organisation.Name) : texts.linkedUnnamed },
    unmapped === 0
      ? { tone: 'ok', says: texts.mapped, ...sold(Coverage.Total, Currency, texts, locale) }
      : { tone: 'bad', says: texts.unmapped(unmapped), detail: texts.unmappedNext, isInMapping: true },
    ...(broken === 0 ? [] : [{ tone: 'bad', says: texts.broken(broken), isInMapping: true } as const]),
    booksCurrency === Currency
      ? { tone: 'ok', says: texts.sameCurrency(Currency) }
      : { tone: 'warn', says: texts.otherCurrency(Currency, booksCurrency) },
    locked !== null && locked >= startDate
      ? { tone: 'warn', says: texts.locked(formatDate(locked, locale)) }
      : { tone: 'ok', says: texts.notLocked },
  ]
}

/** What the owner should see in the books after as long again, for comparing. */
function sold(total: number, currency: string, texts: Texts['start'], locale: string): Pick<Check, 'detail'> {
  return total === 0 ? {} : { detail: texts.money(formatMoney(total, currency, locale)) }
}
