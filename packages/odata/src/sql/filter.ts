import { describeType, type LiteralContext } from './literal-text.js'
import {
  type FilterComparison,
  type FilterExpression,
  type FilterIn,
  type FilterLambda,
  type FilterMember,
} from '../parse/filter-tree.js'
import { type ODataRequestErrorCode } from '../request-error.js'
import { refuseAt } from '../refuse.js'
import { compareOperands, inLiterals } from './comparison.js'
import { conditionAsOperand, nullSafe, type Condition, type Operand } from './operand.js'
import { callCondition, callValue } from './call.js'
import { memberOfRow, type Row, type RowMember } from './row.js'
import { fromRelation, joinConditions } from './join.js'
import { allOf, joined, type Sql, sql } from './sql.js'

/** What a filter is translated with. */
export interface FilterContext extends LiteralContext {
  readonly newAlias: () => Sql
}

/**
 * A filter as a condition on a row, for a `where`.
 * @throws ODataRequestError for what is not there, does not fit or cannot be held
 */
export function filterCondition(filter: FilterExpression, row: Row, context: FilterContext): Sql {
  return new FilterTranslation(context, row, new Map()).condition(filter).sql
}

class FilterTranslation {
  constructor(
    private readonly context: FilterContext,
    private readonly root: Row,
    private readonly variables: ReadonlyMap<string, Row>,
  ) {}

  condition(expression: FilterExpression): Condition {
    switch (expression.kind) {
      case 'and':
      case 'or': {
        const operands = expression.operands.map((each) => this.condition(each))
        const separator = expression.kind === 'and' ? sql` and ` : sql` or `
        return {
          sql: sql`(${joined(
            operands.map((each) => each.sql),
            separator,
          )})`,
          isNullable: operands.some(({ isNullable }) => isNullable),
        }
      }
      case 'not': {
        const { sql: text, isNullable } = this.condition(expression.operand)
        return { sql: sql`(not ${text})`, isNullable }
      }
      case 'comparison':
        return this.comparison(expression)
      case 'in':
        return this.in(expression)
      case 'lambda':
        return { sql: this.lambda(expression), isNullable: false }
      case 'call': {
        const operands = expression.arguments.map((each) => this.operand(each))
        const condition = callCondition(expression, operands, this.context)
        return condition ?? this.refuseCondition(expression)
      }
      case 'member':
        return this.memberCondition(expression)
      default: {
        if (expression.type === 'boolean')
          return { sql: expression.value ? sql`true` : sql`false`, isNullable: false }
        if (expression.type === 'null') return { sql: sql`null::boolean`, isNullable: true }
        return this.refuseCondition(expression)
      }
    }
  }

  private operand(expression: FilterExpression): Operand {
    switch (expression.kind) {
      case 'literal':
        return { kind: 'literal', literal: expression }
      case 'member': {
        const member = this.member(expression)
        if (member.kind === 'collection') {
          return this.refuse(
            expression.position,
            'odata-member-use',
            'a collection can only be asked with any or all',
          )
        }
        return member.kind === 'value' ? { ...member, isShort: true } : member
      }
      case 'call': {
        const operands = expression.arguments.map((each) => this.operand(each))
        const value = callValue(expression, operands, this.context)
        return value ?? conditionAsOperand(this.condition(expression))
      }
      default:
        return conditionAsOperand(this.condition(expression))
    }
  }

  private comparison({ operator, left, right, position }: FilterComparison): Condition {
    const text = compareOperands(operator, this.operand(left), this.operand(right), position, this.context)
    return { sql: text, isNullable: false }
  }

  private in({ operand, values, position }: FilterIn): Condition {
    return { sql: inLiterals(this.operand(operand), values, position, this.context), isNullable: false }
  }

  private memberCondition(expression: FilterMember): Condition {
    const operand = this.operand(expression)
    if (operand.kind !== 'value' || operand.type !== 'Edm.Boolean') return this.refuseCondition(expression)
    return { sql: nullSafe(operand), isNullable: operand.guards.length > 0 }
  }

  private lambda({ quantifier, collection, predicate, position }: FilterLambda): Sql {
    const member = this.member(collection)
    if (member.kind !== 'collection') {
      return this.refuse(position, 'odata-member-use', `${quantifier} asks a collection, and this is none`)
    }
    const { relation, items, guards } = member
    const row: Row = { alias: this.context.newAlias(), items }
    const condition = predicate
      ? new FilterTranslation(
          this.context,
          this.root,
          new Map([...this.variables, [predicate.variable, row]]),
        ).condition(predicate.condition).sql
      : sql`true`
    const isCounted = quantifier === 'any' ? condition : sql`(${condition}) is not true`
    const where = allOf([...guards, ...joinConditions(relation, row.alias, member.alias), isCounted])
    const exists = sql`exists (select 1 ${fromRelation(relation, row.alias)} where ${where})`
    return quantifier === 'any' ? exists : sql`(not ${exists})`
  }

  private member({ variable, path, position }: FilterMember): RowMember {
    const row = (variable === undefined ? undefined : this.variables.get(variable)) ?? this.root
    const member = memberOfRow(row, path, (code, sentence) => this.refuse(position, code, sentence))
    if (member.kind !== 'value' || member.property?.filterable !== false) return member
    return this.refuse(position, 'odata-member-use', `${path.join('/')} cannot be used in a filter`)
  }

  private refuseCondition({ position }: FilterExpression): never {
    const expected = describeType('Edm.Boolean', this.context.namespace)
    return this.refuse(position, 'odata-type-mismatch', `expected a condition (${expected}), found a value`)
  }

  private refuse(position: number, code: ODataRequestErrorCode, sentence: string): never {
    return refuseAt(this.context.option, position, code, sentence)
  }
}
