import { type PrimitiveType } from './primitive-type.js'

/** One column that rows are sorted by. It is never null. */
export interface RelationOrder {
  readonly column: string
  readonly direction: 'asc' | 'desc'
  /** Needed only where the column is not the column of a property of the type that the rows make. */
  readonly type?: PrimitiveType
}

/** Where the rows of a collection are. */
export interface Relation {
  /** A table or a view. */
  readonly name: string
  /**
   * Which rows belong to the parent: by column of this relation, the column of the parent's relation that it equals.
   * For an entity set the parent is the request: the value names an entry of its scope.
   */
  readonly joins: Readonly<Record<string, string>>
  /** The order unless `$orderby` says otherwise, and what decides between rows that it leaves equal; so it must be total within the parent. */
  readonly order: readonly RelationOrder[]
  /** The order cannot be changed: `$orderby` is ignored. */
  readonly orderIsFixed?: boolean
}
