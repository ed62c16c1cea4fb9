import { type JsonRecord, recordMember } from '@ledgerpost/adapter-kit'
import type { Client } from '../client/create-client.js'
import { notUnderstood } from '../errors/failure.js'
import type { Resource } from '../wire/resources.js'

/** All elements of a collection that a query selects, page by page, purchases left out. @throws IntegratorError */
export async function* pagesOf(
  client: Client,
  resource: Resource,
  query: Readonly<Record<string, string>>,
  pageSize: number,
): AsyncGenerator<readonly JsonRecord[]> {
  let previous: unknown
  for (let page = 1; ; page += 1) {
    const { elements, body } = await client.list(resource.name, {
      ...query,
      page: String(page),
      pageSize: String(pageSize),
    })
    const first = elements[0]?.[resource.id]
    if (first !== undefined && first === previous) {
      throw notUnderstood(`GET /${resource.name}`, `page ${page} is the page before it again`)
    }
    previous = first
    const sales = elements.filter(
      ({ Type }) => resource.types === undefined || typeof Type !== 'string' || resource.types.includes(Type),
    )
    if (sales.length > 0) yield sales
    const pageCount = recordMember(body, 'pagination')?.['pageCount']
    if (elements.length < pageSize || (typeof pageCount === 'number' && page >= pageCount)) return
  }
}
