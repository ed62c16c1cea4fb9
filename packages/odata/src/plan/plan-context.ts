import { identifier, type Sql } from '../sql/sql.js'

/** What all parts of the plan of one request share. */
export interface PlanContext {
  readonly namespace: string
  /** The most items of a page. */
  readonly pageSize: number
  /** The `$format` of the request. */
  readonly format: string | undefined
  /** An alias that nothing else in the statement has. */
  readonly newAlias: () => Sql
}

export function newPlanContext(settings: Omit<PlanContext, 'newAlias'>): PlanContext {
  let aliases = 0
  return {
    ...settings,
    newAlias: () => {
      aliases += 1
      return identifier(`r${aliases}`)
    },
  }
}
