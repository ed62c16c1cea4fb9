import { printFilter } from './print-filter.js'
import { type ExpandItem, type ExpandOptions, type OrderByItem, type SelectItem } from './query-tree.js'

type OptionPair = readonly [name: string, value: string]

/**
 * Writes options as names and values that are read back as the same options; not percent-encoded.
 * @throws RangeError as `printFilter` does
 */
export function printOptions(options: ExpandOptions): readonly OptionPair[] {
  const { select, expand, filter, orderby, top, skip, count } = options
  const pairs: OptionPair[] = []
  if (select) pairs.push(['$select', select.map(printSelectItem).join(',')])
  if (expand) pairs.push(['$expand', expand.map(printExpandItem).join(',')])
  if (filter) pairs.push(['$filter', printFilter(filter)])
  if (orderby) pairs.push(['$orderby', orderby.map(printOrderByItem).join(',')])
  if (top !== undefined) pairs.push(['$top', `${top}`])
  if (skip !== undefined) pairs.push(['$skip', `${skip}`])
  if (count !== undefined) pairs.push(['$count', `${count}`])
  return pairs
}

function printSelectItem(item: SelectItem): string {
  return item.kind === 'all' ? '*' : item.path.join('/')
}

function printOrderByItem({ path, direction }: OrderByItem): string {
  return direction === 'asc' ? path.join('/') : `${path.join('/')} desc`
}

function printExpandItem({ path, options }: ExpandItem): string {
  const inner = printOptions(options).map(([name, value]) => `${name}=${value}`)
  return inner.length === 0 ? path.join('/') : `${path.join('/')}(${inner.join(';')})`
}
