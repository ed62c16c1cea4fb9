import { answer, type ODataAnswer } from '../answer/answer.js'
import { etagOf, matchesAny } from '../answer/etag.js'
import { contentTypeOf } from '../answer/format.js'
import { readFound } from '../answer/found.js'
import { contextMember, memberText, textMember } from '../answer/write-context.js'
import { addressOf, writeStructure } from '../answer/write-structure.js'
import { typeAnnotation, writeValue } from '../answer/write-value.js'
import { selectList } from '../plan/selection.js'
import { planPrimitive, planReference, planStructure } from '../plan/structure.js'
import { type ComplexResource, type EntityResource, type PrimitiveResource } from '../resource/resource.js'
import { isPresent } from '../sql/row.js'
import { columnOf } from '../sql/column-text.js'
import { type Exchange, listText, readValue, valueIf } from './exchange.js'

const nothing = answer(204, undefined, null)

/** Answers an entity or the reference to it; 204 if it is contained as the only one and not there, 304 if it is known. */
export async function respondEntity(resource: EntityResource, exchange: Exchange): Promise<ODataAnswer> {
  const { request, query, plan, write } = exchange
  const { type, alias, collection, origin, guards } = resource
  const isReference = exchange.operation === '$ref'
  const structure = isReference ? planReference(type, alias, plan) : planStructure(type, alias, query, plan)
  const text = await readValue(request, origin, valueIf(guards, structure.json))
  if (text === null) return nothing
  const found = readFound(text)
  const { identity } = structure
  const address =
    collection === undefined || !identity
      ? resource.address
      : addressOf(identity, found, collection, write.namespace)
  if (isReference) {
    const members = [...contextMember(write, '$ref'), textMember('@odata.id', `${write.root}/${address}`)]
    return answer(200, contentTypeOf(write.format), `{${members.join(',')}}`)
  }
  const etag = identity && etagOf(identity, found)
  const headers: Readonly<Record<string, string>> = etag === undefined ? {} : { ETag: etag }
  const known = request.header('If-None-Match')
  if (etag !== undefined && known !== undefined && matchesAny(known, etag)) {
    return answer(304, undefined, null, headers)
  }
  const list = listText(selectList(query))
  const fragment = collection === undefined ? address + list : `${collection}${list}/$entity`
  const members = [...contextMember(write, fragment), ...writeStructure(structure, found, address, write)]
  return answer(200, contentTypeOf(write.format), `{${members.join(',')}}`, headers)
}

/** Answers a complex property; 204 if it is null. */
export async function respondComplex(
  { type, alias, address, origin, guards }: ComplexResource,
  { request, query, plan, write }: Exchange,
): Promise<ODataAnswer> {
  const structure = planStructure(type, alias, query, plan)
  const text = await readValue(request, origin, valueIf(guards, structure.json))
  if (text === null) return nothing
  const members = [
    ...contextMember(write, address + listText(selectList(query))),
    ...writeStructure(structure, readFound(text), address, write),
  ]
  return answer(200, contentTypeOf(write.format), `{${members.join(',')}}`)
}

/** Answers a primitive property; 204 if it is null. */
export async function respondPrimitive(
  { property, alias, address, origin }: PrimitiveResource,
  { request, write }: Exchange,
): Promise<ODataAnswer> {
  const value = planPrimitive(property, alias).json
  const isThere = property.nullable === true ? [isPresent(columnOf(alias, property.column))] : []
  const text = await readValue(request, origin, valueIf(isThere, value))
  if (text === null) return nothing
  const type = write.format.level === 'full' ? typeAnnotation(property.type, write.namespace) : undefined
  const members = [
    ...contextMember(write, address),
    ...(type === undefined ? [] : [textMember('@odata.type', type)]),
    memberText('value', writeValue(property.type, text, write.format)),
  ]
  return answer(200, contentTypeOf(write.format), `{${members.join(',')}}`)
}
