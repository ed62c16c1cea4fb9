import type { Element } from '../books/read-element.js'
import { parseWhere } from './where.js'

/** The answer to a GET of a collection. @throws QueryParseError */
export function listAnswer(
  name: string,
  query: URLSearchParams,
  elementsOf: (withLines: boolean) => readonly Element[],
): Element {
  const page = query.has('page') ? Math.max(1, Number(query.get('page')) || 1) : undefined
  const where = query.get('where')
  const fulfils = where === null ? () => true : parseWhere(where)
  const isAmong = amongListed(query)
  const elements = elementsOf(page !== undefined).filter((element) => isAmong(element) && fulfils(element))
  if (page === undefined) return { [name]: elements }
  const pageSize = Math.min(Math.max(1, Number(query.get('pageSize')) || 100), 1000)
  return {
    pagination: {
      page,
      pageSize,
      pageCount: Math.ceil(elements.length / pageSize),
      itemCount: elements.length,
    },
    [name]: elements.slice((page - 1) * pageSize, page * pageSize),
  }
}

/** The parameters that list what is wanted: `InvoiceNumbers`, `Statuses`, `IDs`. */
function amongListed(query: URLSearchParams): (element: Element) => boolean {
  const wanted = [
    ['InvoiceNumber', query.get('InvoiceNumbers')],
    ['Status', query.get('Statuses')],
    ['InvoiceID', query.get('IDs')],
  ] as const
  const lists = wanted.flatMap(([member, list]) =>
    list === null ? [] : [[member, new Set(list.split(','))] as const],
  )
  return (element) => lists.every(([member, list]) => list.has(String(element[member])))
}
