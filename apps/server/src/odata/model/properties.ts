import type {
  CollectionProperty,
  ComplexProperty,
  ComplexType,
  EnumType,
  PrimitiveProperty,
  PrimitiveType,
  Relation,
} from '@ledgerpost/odata'

type Extras = Omit<PrimitiveProperty, 'kind' | 'type' | 'column'>

/** A property that is never null. */
export function property(
  type: PrimitiveType | EnumType,
  column: string,
  extras: Extras = {},
): PrimitiveProperty {
  return { kind: 'primitive', type, column, ...extras }
}

export function nullable(
  type: PrimitiveType | EnumType,
  column: string,
  extras: Extras = {},
): PrimitiveProperty {
  return { kind: 'primitive', type, column, nullable: true, ...extras }
}

/** A structured value in columns of its owner's relation; null where `presence` is. */
export function complex(type: ComplexType, presence?: string): ComplexProperty {
  return { kind: 'complex', type, ...(presence === undefined ? {} : { presence }) }
}

export function complexes(items: ComplexType, relation: Relation): CollectionProperty {
  return { kind: 'collection', items, relation }
}

export function texts(column: string, relation: Relation): CollectionProperty {
  return { kind: 'collection', items: { type: 'Edm.String', column }, relation }
}

/** Rows in the order of their place in a list. */
export function listed(name: string, joins: Relation['joins'], column = 'position'): Relation {
  return { name, joins, order: [{ column, direction: 'asc', type: 'Edm.Int64' }] }
}

/** Rows in the order of a text, which is unique among those of a parent. */
export function sorted(name: string, joins: Relation['joins'], column: string): Relation {
  return { name, joins, order: [{ column, direction: 'asc', type: 'Edm.String' }] }
}
