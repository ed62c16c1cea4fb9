import { typeName } from '../model/members.js'
import {
  type IdentityPlan,
  type ItemPlan,
  type MemberPlan,
  type PagePlan,
  type StructurePlan,
} from '../plan/plan.js'
import { optionText } from '../plan/option-text.js'
import { writeSkiptoken } from '../plan/skiptoken.js'
import { keyAddress } from '../resource/key.js'
import { etagOf } from './etag.js'
import { arrayIn, type Found, itemsOf, textIn } from './found.js'
import { memberText, textMember, type WriteContext } from './write-context.js'
import { collectionAnnotation, typeAnnotation, writeValue } from './write-value.js'

/** A value of a collection, an entity, or what a path leads to. */
export function writeItem(item: ItemPlan, found: Found, address: string, context: WriteContext): string {
  if (item.kind === 'structure') return `{${writeStructure(item, found, address, context).join(',')}}`
  return typeof found === 'string' ? writeValue(item.type, found, context.format) : 'null'
}

/**
 * The members of a complex value or an entity.
 * @param address where it is, below the root; of a complex value, where its owner is
 */
export function writeStructure(
  plan: StructurePlan,
  found: Found,
  address: string,
  context: WriteContext,
): readonly string[] {
  const { format, namespace } = context
  const type =
    format.level === 'full' ? [textMember('@odata.type', `#${typeName(namespace, plan.type)}`)] : []
  const identity = plan.identity ? writeIdentity(plan.identity, found, address, context) : []
  return [...type, ...identity, ...plan.members.flatMap((each) => writeMember(each, found, address, context))]
}

/** Where an entity of a collection is, below the root. */
export function addressOf(
  { type, key }: IdentityPlan,
  found: Found,
  collection: string,
  namespace: string,
): string {
  const texts = key.map((at) => textIn(found, at) ?? '')
  return collection + keyAddress(type, texts, namespace)
}

function writeIdentity(
  identity: IdentityPlan,
  found: Found,
  address: string,
  { format, root }: WriteContext,
): readonly string[] {
  if (format.level === 'none') return []
  const isFull = format.level === 'full'
  const etag = etagOf(identity, found)
  return [
    ...(isFull || !identity.isTold ? [textMember('@odata.id', `${root}/${address}`)] : []),
    ...(etag === undefined ? [] : [textMember('@odata.etag', etag)]),
    ...(isFull ? [textMember('@odata.editLink', `${root}/${address}`)] : []),
  ]
}

function writeMember(
  member: MemberPlan,
  found: Found,
  address: string,
  context: WriteContext,
): readonly string[] {
  const { format, namespace } = context
  const { name } = member
  const isFull = format.level === 'full'
  const inner = `${address}/${name}`
  switch (member.kind) {
    case 'primitive': {
      const text = textIn(found, member.at)
      if (text === null) return [memberText(name, 'null')]
      const type = isFull ? typeAnnotation(member.item.type, namespace) : undefined
      return [
        ...(type === undefined ? [] : [textMember(`${name}@odata.type`, type)]),
        memberText(name, writeValue(member.item.type, text, format)),
      ]
    }
    case 'complex': {
      const value = arrayIn(found, member.at)
      return [memberText(name, value ? writeItem(member.item, value, address, context) : 'null')]
    }
    case 'collection': {
      const values = arrayIn(found, member.at) ?? []
      const list = values.map((each) => writeItem(member.item, each, address, context))
      const type = isFull
        ? [textMember(`${name}@odata.type`, collectionAnnotation(member.item.type, namespace))]
        : []
      return [...type, memberText(name, `[${list.join(',')}]`)]
    }
    case 'entity': {
      const value = arrayIn(found, member.at)
      return [
        ...writeLinks(name, inner, context),
        memberText(name, value ? writeItem(member.item, value, inner, context) : 'null'),
      ]
    }
    case 'page': {
      const page = writePage(member.page, arrayIn(found, member.at) ?? [], inner, context)
      return [
        ...writeLinks(name, inner, context),
        ...(page.count === undefined ? [] : [memberText(`${name}@odata.count`, page.count)]),
        memberText(name, page.items),
        ...(page.nextLink === undefined ? [] : [textMember(`${name}@odata.nextLink`, page.nextLink)]),
      ]
    }
    default:
      return writeLinks(name, inner, context)
  }
}

function writeLinks(name: string, address: string, { format, root }: WriteContext): readonly string[] {
  if (format.level !== 'full') return []
  return [
    textMember(`${name}@odata.associationLink`, `${root}/${address}/$ref`),
    textMember(`${name}@odata.navigationLink`, `${root}/${address}`),
  ]
}

export interface WrittenPage {
  /** Absent if it was not asked for. */
  readonly count: string | undefined
  /** A JSON array. */
  readonly items: string
  /** Absolute; absent on the last page. */
  readonly nextLink: string | undefined
}

/** @param address where the collection is, below the root */
export function writePage(
  plan: PagePlan,
  found: Found,
  address: string,
  context: WriteContext,
  writeEntry: (item: ItemPlan, found: Found, address: string) => string = (...entry) =>
    writeItem(...entry, context),
  suffix = '',
): WrittenPage {
  const rows = arrayIn(found, 1) ?? []
  const page = rows.slice(0, plan.size)
  const items = page.map((row) => {
    const item = itemsOf(row)[0] ?? null
    const identity = plan.item.kind === 'structure' ? plan.item.identity : undefined
    return writeEntry(
      plan.item,
      item,
      identity ? addressOf(identity, item, address, context.namespace) : address,
    )
  })
  const count = textIn(found, 0)
  const last = rows.length > page.length ? page.at(-1) : undefined
  return {
    count: count === null ? undefined : writeValue('Edm.Int64', count, context.format),
    items: `[${items.join(',')}]`,
    nextLink:
      last === undefined ? undefined : `${context.root}/${address}${suffix}?${nextOptions(plan, last)}`,
  }
}

function nextOptions({ nextOptions: carried, top, size, terms }: PagePlan, last: Found): string {
  const key = terms.map((_, at) => textIn(arrayIn(last, 1) ?? [], at))
  return [
    ...carried,
    ...(top === undefined ? [] : [optionText('$top', `${top - size}`)]),
    optionText('$skiptoken', writeSkiptoken(terms, key)),
  ].join('&')
}
