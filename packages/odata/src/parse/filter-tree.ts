import { type Literal } from './literal.js'

/** `eq ne gt ge lt le` of OData. */
export type ComparisonOperator = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le'

/** What a filter is made of. `position` is where the part begins in the text that was parsed. */
export type FilterExpression =
  | FilterLogical
  | FilterNot
  | FilterComparison
  | FilterIn
  | FilterCall
  | FilterLambda
  | FilterMember
  | Literal

/** `a and b and c`: two operands or more, in the order written. */
export interface FilterLogical {
  readonly kind: 'and' | 'or'
  readonly operands: readonly FilterExpression[]
  readonly position: number
}

export interface FilterNot {
  readonly kind: 'not'
  readonly operand: FilterExpression
  readonly position: number
}

export interface FilterComparison {
  readonly kind: 'comparison'
  readonly operator: ComparisonOperator
  readonly left: FilterExpression
  readonly right: FilterExpression
  readonly position: number
}

/** `a in (1,2)`: one value or more. */
export interface FilterIn {
  readonly kind: 'in'
  readonly operand: FilterExpression
  readonly values: readonly Literal[]
  readonly position: number
}

/** How many arguments each function takes. The first three are conditions, the others are values. */
export const filterFunctions = {
  contains: 2,
  startswith: 2,
  endswith: 2,
  year: 1,
  month: 1,
  day: 1,
  date: 1,
} as const

export type FilterFunction = keyof typeof filterFunctions

export interface FilterCall {
  readonly kind: 'call'
  readonly function: FilterFunction
  readonly arguments: readonly FilterOperand[]
  readonly position: number
}

/** What a function may be given. */
export type FilterOperand = FilterMember | FilterCall | Literal

/** `Items/any(i:i/Total gt 5)`; without `predicate` (only `any`): whether the collection has anything in it. */
export interface FilterLambda {
  readonly kind: 'lambda'
  readonly quantifier: 'any' | 'all'
  readonly collection: FilterMember
  readonly predicate?: { readonly variable: string; readonly condition: FilterExpression }
  readonly position: number
}

/** `Cost/Total`, or `i/Total` where `i` is the variable of a lambda around it; a variable may stand alone. */
export interface FilterMember {
  readonly kind: 'member'
  readonly variable?: string
  readonly path: readonly string[]
  readonly position: number
}

export function isFilterFunction(name: string): name is FilterFunction {
  return Object.hasOwn(filterFunctions, name)
}

/** Whether the expression may be true or false; what a member is only its type tells. */
export function mayBeCondition(expression: FilterExpression): boolean {
  if (expression.kind === 'literal') return expression.type === 'boolean' || expression.type === 'null'
  if (expression.kind === 'call') return filterFunctions[expression.function] === 2
  return true
}

/** How tightly each operator binds (OData URL Conventions, Operator Precedence). */
export const precedence = { or: 1, and: 2, equality: 3, relational: 4, not: 5, in: 6, primary: 7 } as const

export function precedenceOf(operator: ComparisonOperator): number {
  return operator === 'eq' || operator === 'ne' ? precedence.equality : precedence.relational
}
