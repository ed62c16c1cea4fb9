import { answer, type ODataAnswer } from '../answer/answer.js'
import { contentTypeOf } from '../answer/format.js'
import { readFound } from '../answer/found.js'
import { contextMember, memberText, textMember } from '../answer/write-context.js'
import { writeItem, writePage } from '../answer/write-structure.js'
import { collectionAnnotation } from '../answer/write-value.js'
import { isStructured } from '../model/members.js'
import { optionsToCarry } from '../plan/option-text.js'
import { planCount, planPage } from '../plan/page.js'
import { selectList } from '../plan/selection.js'
import { readSkiptoken } from '../plan/skiptoken.js'
import { planItem, planReference } from '../plan/structure.js'
import { type EntitiesResource, type ValuesResource } from '../resource/resource.js'
import { type Exchange, listText, readValue } from './exchange.js'

type CollectionResource = EntitiesResource | ValuesResource

/** Answers a page of a collection, of its entities, its values or the references to its entities. */
export async function respondCollection(
  resource: CollectionResource,
  exchange: Exchange,
  headers: Readonly<Record<string, string>>,
): Promise<ODataAnswer> {
  const { request, query, plan, write } = exchange
  const { items, row, address, origin } = resource
  const isReferences = exchange.operation === '$ref'
  const item =
    isReferences && resource.kind === 'entities'
      ? planReference(resource.items, row.alias, plan)
      : planItem(items, row.alias, query, plan)
  const page = planPage(
    resource,
    item,
    query,
    (terms) => (query.skiptoken === undefined ? undefined : readSkiptoken(terms, query.skiptoken)),
    optionsToCarry(request.search),
    plan,
  )
  const found = readFound((await readValue(request, origin, page.json)) ?? 'null')
  const written = isReferences
    ? writePage(
        page,
        found,
        address,
        write,
        (_item, _found, at) => `{${textMember('@odata.id', `${write.root}/${at}`)}}`,
        '/$ref',
      )
    : writePage(page, found, address, write, (...entry) => writeItem(...entry, write))
  const isTyped = resource.kind === 'values' && write.format.level === 'full'
  const members = [
    ...contextMember(write, isReferences ? 'Collection($ref)' : address + listText(selectList(query))),
    ...(isTyped
      ? [
          textMember(
            '@odata.type',
            collectionAnnotation(isStructured(items) ? items : items.type, write.namespace),
          ),
        ]
      : []),
    ...(written.count === undefined ? [] : [memberText('@odata.count', written.count)]),
    memberText('value', written.items),
    ...(written.nextLink === undefined ? [] : [textMember('@odata.nextLink', written.nextLink)]),
  ]
  return answer(200, contentTypeOf(write.format), `{${members.join(',')}}`, headers)
}

/** Answers how many there are, as plain text (OData 4.0 protocol, 11.2.9). */
export async function respondCount(
  resource: CollectionResource,
  { request, query, plan }: Pick<Exchange, 'request' | 'query' | 'plan'>,
): Promise<ODataAnswer> {
  const count = await readValue(request, resource.origin, planCount(resource, query, plan))
  return answer(200, 'text/plain', count)
}
