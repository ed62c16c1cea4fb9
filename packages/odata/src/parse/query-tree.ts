import { type FilterExpression } from './filter-tree.js'

/** One item of `$select`: everything (`*`), or the path of a member. */
export type SelectItem =
  | { readonly kind: 'all'; readonly position: number }
  | { readonly kind: 'member'; readonly path: readonly string[]; readonly position: number }

export interface OrderByItem {
  readonly path: readonly string[]
  readonly direction: 'asc' | 'desc'
  readonly position: number
}

/** One item of `$expand` with the options in its parentheses. */
export interface ExpandItem {
  readonly path: readonly string[]
  readonly options: ExpandOptions
  readonly position: number
}

/** The options that an expanded collection may have. What was not written is absent. */
export interface ExpandOptions {
  readonly select?: readonly SelectItem[]
  readonly expand?: readonly ExpandItem[]
  readonly filter?: FilterExpression
  readonly orderby?: readonly OrderByItem[]
  readonly top?: number
  readonly skip?: number
  readonly count?: boolean
}

/** The system query options of a request. What was not written is absent. */
export interface ODataQuery extends ExpandOptions {
  /** As sent: only the server that made it can read it. */
  readonly skiptoken?: string
  /** As sent, for instance `application/json;odata.metadata=full`. */
  readonly format?: string
}
