/**
 * How DataContract XML names and nests what a tree holds. One description for both directions: the printer takes the
 * namespaces, item names and member order from it, and the reader what an element stands for.
 */
export type WireType = 'text' | 'boolean' | 'number' | 'moment' | ListType | Contract

export interface ListType {
  readonly kind: 'list'
  /** The name of the element of each item. */
  readonly itemName: string
  /** The namespace of these elements. */
  readonly namespace: string
  readonly item: WireType
}

export interface Contract<Member extends string = string> {
  readonly kind: 'contract'
  readonly name: string
  /** The namespace of the elements of its members. */
  readonly namespace: string
  /** In the order of XML, which for a few contracts is not the one of JSON. */
  readonly members: Readonly<Record<Member, WireType>>
}

export const mainNamespace = 'subscriber.mindbodyonline.com'
export const modelsNamespace = 'subscriber.mindbodyonline.com/Areas/Accounting/Models'
const arraysNamespace = 'http://schemas.microsoft.com/2003/10/Serialization/Arrays'
export const systemNamespace = 'http://schemas.datacontract.org/2004/07/System'
export const instanceNamespace = 'http://www.w3.org/2001/XMLSchema-instance'

export function contract<Member extends string>(
  name: string,
  members: Readonly<Record<Member, WireType>>,
  namespace = mainNamespace,
): Contract<Member> {
  return { kind: 'contract', name, namespace, members }
}

export function listOf(item: Contract): ListType {
  return { kind: 'list', itemName: item.name, namespace: mainNamespace, item }
}

/** Of an enumeration's names. */
export function listOfNames(itemName: string, namespace: string): ListType {
  return { kind: 'list', itemName, namespace, item: 'text' }
}

export const listOfTexts = listOfNames('string', arraysNamespace)

export const listOfMoments: ListType = {
  kind: 'list',
  itemName: 'DateTimeOffset',
  namespace: systemNamespace,
  item: 'moment',
}

/** The root of a document that is a list. */
export function arrayName({ itemName }: ListType): string {
  return `ArrayOf${itemName}`
}
