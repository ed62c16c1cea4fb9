import { type EnumType, type PrimitiveType } from './primitive-type.js'
import { type Relation } from './relation.js'

/** A property whose value is one column. */
export interface PrimitiveProperty {
  readonly kind: 'primitive'
  readonly type: PrimitiveType | EnumType
  readonly column: string
  /** False unless said otherwise. A column that is not nullable is compared in the way that an index serves. */
  readonly nullable?: boolean
  /**
   * Only for `Edm.DateTimeOffset`, whose column is a `timestamptz`: a `timestamp` column with the wall clock of the
   * same moment. The value is then written with its offset, and `year`, `month`, `day` and `date` read the wall
   * clock. Without it values are written and read in UTC.
   */
  readonly localColumn?: string
  /** True unless said otherwise. */
  readonly filterable?: boolean
  /** True unless said otherwise. */
  readonly sortable?: boolean
}

/** A property of several columns, which are columns of the same relation as its owner's. */
export interface ComplexProperty {
  readonly kind: 'complex'
  readonly type: ComplexType
  /** A column that is null when the value is null; absent if the value is never null. */
  readonly presence?: string
}

/** What a collection of primitive values is made of. The column is never null. */
export interface PrimitiveItems {
  readonly type: PrimitiveType | EnumType
  readonly column: string
}

/** A collection of values without identity. It is a part of its owner: whole in every answer unless `$select` leaves it out. */
export interface CollectionProperty {
  readonly kind: 'collection'
  readonly items: ComplexType | PrimitiveItems
  readonly relation: Relation
}

export type Property = PrimitiveProperty | ComplexProperty | CollectionProperty

/** Entities that are parts of another; in an answer only if `$expand` asks. */
export interface ContainedCollection {
  readonly kind: 'contained'
  readonly target: EntityType
  readonly many: true
  readonly relation: Relation
}

/** One entity that is a part of another, in columns of the same relation. */
export interface ContainedEntity {
  readonly kind: 'contained'
  readonly target: EntityType
  readonly many: false
  /** A column that is null when there is no entity; absent if there always is one. */
  readonly presence?: string
}

export type Navigation = ContainedCollection | ContainedEntity

export interface ComplexType {
  readonly kind: 'complex'
  /** Without the namespace. */
  readonly name: string
  /** In the order in which answers have them. */
  readonly properties: Readonly<Record<string, Property>>
}

export interface EntityType {
  readonly kind: 'entity'
  /** Without the namespace. */
  readonly name: string
  /** Names of primitive properties that are not nullable; may be empty for what is contained once. Not `Edm.DateTimeOffset`. */
  readonly key: readonly string[]
  /** In the order in which answers have them. */
  readonly properties: Readonly<Record<string, Property>>
  readonly navigation: Readonly<Record<string, Navigation>>
  /** Names of primitive properties that change whenever the entity does. */
  readonly etag?: readonly string[]
  /** Names of primitive properties that the metadata names as the concurrency check. */
  readonly concurrency?: readonly string[]
}

export type StructuredType = ComplexType | EntityType
