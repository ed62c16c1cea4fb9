import type { Context } from 'hono'
import { answer } from '../../http/answer.js'
import { ownUrl } from '../../http/own-url.js'
import { list, record, type WireRecord } from '../../wire/tree.js'

/** Entities of one answer. */
export const pageSize = 100

const headers = { 'Content-Type': 'application/json;odata.metadata=minimal', 'OData-Version': '4.0' }

interface Place {
  readonly context: Context
  readonly publicUrl: string | undefined
  /** What the answer is, after `$metadata#`. */
  readonly kind: string
}

/**
 * A page of a collection, with the link to the next one if there is more.
 * @param entities one more than a page, if there are so many
 * @param tokenOf the `$skiptoken` that goes on after an entity
 */
export function pageAnswer<Entity>(
  place: Place,
  entities: readonly Entity[],
  write: (entity: Entity) => WireRecord,
  tokenOf: (entity: Entity) => string,
): Response {
  const shown = entities.slice(0, pageSize)
  const last = entities.length > pageSize ? shown.at(-1) : undefined
  const { context, publicUrl } = place
  const tree = record({
    '@odata.context': contextUrl(place),
    value: list(shown.map(write)),
    '@odata.nextLink':
      last === undefined
        ? undefined
        : `${ownUrl(context, publicUrl, new URL(context.req.url).pathname)}?$skiptoken=${encodeURIComponent(tokenOf(last))}`,
  })
  return answer(tree, 200, headers)
}

export function entityAnswer(place: Place, entity: WireRecord): Response {
  return answer(record({ '@odata.context': contextUrl(place), ...entity.members }), 200, headers)
}

function contextUrl({ context, publicUrl, kind }: Place): string {
  const scope = new URL(context.req.url).pathname.split('/').slice(0, 4).join('/')
  return `${ownUrl(context, publicUrl, scope)}/$metadata#${kind}`
}
