import { type EnumType, type PrimitiveType } from '../model/primitive-type.js'
import { type EntityType, type StructuredType } from '../model/structured-type.js'
import { type SortTerm } from '../sql/order.js'
import { type Sql } from '../sql/sql.js'

/** A value that the database writes as JSON, and what it is. */
export type ItemPlan = PrimitivePlan | StructurePlan

export interface PrimitivePlan {
  readonly kind: 'primitive'
  readonly type: PrimitiveType | EnumType
  /** A text, or null. */
  readonly json: Sql
}

/** A complex value or an entity: an array, in which each member has its place. */
export interface StructurePlan {
  readonly kind: 'structure'
  readonly type: StructuredType
  readonly json: Sql
  readonly members: readonly MemberPlan[]
  /** Only of entities. */
  readonly identity?: IdentityPlan
}

export interface IdentityPlan {
  readonly type: EntityType
  /** The places of the key's parts, in the order of the key. */
  readonly key: readonly number[]
  /** The places of the parts of the ETag. */
  readonly etag: readonly number[]
  /** Whether the answer has all parts of the key, so that a client can tell the entity's address from it. */
  readonly isTold: boolean
}

/** A member of an answer, and its place in the array. */
export type MemberPlan =
  | { readonly kind: 'primitive'; readonly name: string; readonly at: number; readonly item: PrimitivePlan }
  | { readonly kind: 'complex'; readonly name: string; readonly at: number; readonly item: StructurePlan }
  | { readonly kind: 'collection'; readonly name: string; readonly at: number; readonly item: ItemPlan }
  | { readonly kind: 'entity'; readonly name: string; readonly at: number; readonly item: StructurePlan }
  | { readonly kind: 'page'; readonly name: string; readonly at: number; readonly page: PagePlan }
  | { readonly kind: 'link'; readonly name: string }

/** A page of a collection: an array of the count (or null) and the rows, each an array of the item and its sort key. */
export interface PagePlan {
  readonly json: Sql
  readonly item: ItemPlan
  readonly terms: readonly SortTerm[]
  /** The most rows of the page; the database is asked for one more if there may be a next page. */
  readonly size: number
  /** What `$top` allows on this and all following pages together. */
  readonly top: number | undefined
  /** The options that the next page has but for `$top`, `$skip` and `$skiptoken`: `name=value`, encoded. */
  readonly nextOptions: readonly string[]
}
