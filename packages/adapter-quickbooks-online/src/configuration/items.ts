import { type JsonRecord, textMember } from '@ledgerpost/adapter-kit'
import type { IntegratorAccount } from '@ledgerpost/core'
import { refOf } from '../wire/reference.js'

/** Items that can be sold without a stock: inventory would need quantities and book costs besides. */
const soldTypes = new Set(['Service', 'NonInventory'])
const prefix = 'item:'

/** What a map rule names an item by: ids of items and accounts are numbers of the same range. */
function mappedIdOf(itemId: string): string {
  return prefix + itemId
}

/** QuickBooks' own id of the item that a map rule names; undefined if it names none. */
export function itemIdOf(mappedId: string): string | undefined {
  return mappedId.startsWith(prefix) ? mappedId.slice(prefix.length) : undefined
}

/**
 * An item as mapping sees it; undefined for one that is not sold or has no account. Its type tells that of its account, so
 * that items for gift cards (a liability) can be told from others.
 */
export function soldItemOf(
  item: JsonRecord,
  accounts: ReadonlyMap<string, IntegratorAccount>,
): IntegratorAccount | undefined {
  const [id, type] = [textMember(item, 'Id'), textMember(item, 'Type') ?? '']
  const account = accounts.get(incomeAccountOf(item) ?? '')
  if (id === undefined || !soldTypes.has(type) || !account) return undefined
  return {
    id: mappedIdOf(id),
    code: textMember(item, 'Sku') ?? null,
    name: textMember(item, 'FullyQualifiedName') ?? textMember(item, 'Name') ?? id,
    type: `${type} (${account.type})`,
    isActive: item['Active'] !== false && account.isActive,
    takesRevenue: true,
    takesPayments: false,
  }
}

/** The account that sales of the item are booked to. */
export function incomeAccountOf(item: JsonRecord): string | undefined {
  return refOf(item, 'IncomeAccountRef')
}
