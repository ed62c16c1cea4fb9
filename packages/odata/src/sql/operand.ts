import { type EnumType, type PrimitiveType } from '../model/primitive-type.js'
import { type Literal } from '../parse/literal.js'
import { isPresent } from './row.js'
import { allOf, type Sql, sql } from './sql.js'

/** One side of a comparison, or an argument of a function. */
export type Operand = LiteralOperand | ValueOperand | StructureOperand

/** What the query itself says; its type is decided by what it is compared with. */
export interface LiteralOperand {
  readonly kind: 'literal'
  readonly literal: Literal
}

export interface ValueOperand {
  readonly kind: 'value'
  readonly type: PrimitiveType | EnumType
  readonly sql: Sql
  /** Only of moments: their wall clock, in which days and years are told. */
  readonly local?: Sql
  /** Conditions under which there is a value; empty if there always is one. */
  readonly guards: readonly Sql[]
  /** Whether `sql` itself is null wherever a guard fails. */
  readonly isBare: boolean
  /** Whether `sql` is short enough to be written twice. */
  readonly isShort: boolean
}

/** A complex value or a contained entity, of which only the presence can be asked. */
export interface StructureOperand {
  readonly kind: 'structure'
  readonly guards: readonly Sql[]
}

/** A condition: true, false or, if it may be, null. */
export interface Condition {
  readonly sql: Sql
  readonly isNullable: boolean
}

export function conditionAsOperand({ sql: text, isNullable }: Condition): ValueOperand {
  return {
    kind: 'value',
    type: 'Edm.Boolean',
    sql: sql`(${text})`,
    guards: isNullable ? [isPresent(sql`(${text})`)] : [],
    isBare: true,
    isShort: false,
  }
}

/** The value, null where there is none. */
export function nullSafe({
  sql: text,
  guards,
  isBare,
}: Pick<ValueOperand, 'sql' | 'guards' | 'isBare'>): Sql {
  return isBare ? text : sql`(case when ${allOf(guards)} then ${text} end)`
}
