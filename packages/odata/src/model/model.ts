import { type Relation } from './relation.js'
import { type EntityType } from './structured-type.js'

/** A collection of entities at the root of the service. */
export interface EntitySet {
  readonly name: string
  readonly type: EntityType
  readonly relation: Relation
}

/** What a service offers, and in which tables and columns it is. */
export interface Model {
  readonly namespace: string
  /** The name of the entity container. */
  readonly container: string
  readonly sets: readonly EntitySet[]
}
