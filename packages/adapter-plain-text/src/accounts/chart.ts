import { type CalendarDate, IntegratorError, isCalendarDate } from '@ledgerpost/core'
import { type AccountKind, accountNameRule, isAccountName, kindOfName } from './account-name.js'

/** What the account file declares. */
export interface Chart {
  /** Kinds by name, in the file's order. */
  readonly accounts: ReadonlyMap<string, AccountKind>
  readonly currencies: ReadonlySet<string>
  readonly lockedThrough: CalendarDate | null
  /** Account directives that cannot be used, each with its line and what to do. */
  readonly problems: readonly string[]
}

const accountDirective = /^account[ \t]+(.+?)(?:(?:[ \t]{2,}|[ \t]*;|\t).*)?$/u
const commodityDirective = /^commodity[ \t]+[^;]*?\b([A-Z]{3})\b/u
const lockDirective = /^;+[ \t]*ledgerpost locked-through:(.*)$/u
const cashTag = /^(?:account\b[^;]*|[ \t]+);.*\btype:[ \t]*C(?:ash)?[ \t]*(?:,|$)/iu

/**
 * Reads `accounts.journal`: account and commodity directives and the directive that locks a period.
 * @throws IntegratorError when the lock directive holds no date: it is not ignored, since it protects closed books
 */
export function readChart(text: string): Chart {
  const accounts = new Map<string, AccountKind>()
  const currencies = new Set<string>()
  const problems: string[] = []
  let lockedThrough: CalendarDate | null = null
  let current: string | null = null
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    const place = `accounts.journal line ${index + 1}`
    const name = accountDirective.exec(line)?.[1]
    const currency = commodityDirective.exec(line)?.[1]
    const lock = lockDirective.exec(line)?.[1]
    if (!/^[ \t]/u.test(line)) current = null
    if (name !== undefined && isAccountName(name)) {
      current = name
      if (!accounts.has(name)) accounts.set(name, kindOfName(name))
    } else if (name !== undefined) {
      problems.push(
        `${place}: the account '${name}' cannot be mapped, because ${accountNameRule}. Rename it.`,
      )
    }
    if (current !== null && cashTag.test(line) && kindOfName(current) === 'Asset')
      accounts.set(current, 'Cash')
    if (currency !== undefined) currencies.add(currency)
    if (lock !== undefined) lockedThrough = latest(lockedThrough, readLock(lock.trim(), place))
  }
  return { accounts, currencies, lockedThrough, problems }
}

function readLock(text: string, place: string): CalendarDate {
  if (isCalendarDate(text)) return text
  throw new IntegratorError({
    kind: 'invalid',
    message: `${place}: '${text}' is not a date. Write '; ledgerpost locked-through: 2026-12-31', or remove the line.`,
  })
}

function latest(one: CalendarDate | null, other: CalendarDate): CalendarDate {
  return one !== null && one > other ? one : other
}
