import { isName } from './cursor.js'
import {
  type FilterExpression,
  type FilterLambda,
  type FilterMember,
  precedence,
  precedenceOf,
} from './filter-tree.js'
import { isEnumeration, isTextLiteral, type Literal } from './literal.js'
import { isReserved } from './parse-member.js'

/**
 * Writes a filter as text that is read back as the same tree, positions aside. It is not percent-encoded.
 * @throws RangeError if a part cannot be written: a name that is no OData identifier, a number that is none, an
 * `and` of one operand, a variable that no lambda declares
 */
export function printFilter(filter: FilterExpression): string {
  return print(filter, precedence.or, [])
}

function print(expression: FilterExpression, level: number, variables: readonly string[]): string {
  const text = printBare(expression, variables)
  return levelOf(expression) < level ? `(${text})` : text
}

function printBare(expression: FilterExpression, variables: readonly string[]): string {
  switch (expression.kind) {
    case 'and':
    case 'or': {
      const { kind, operands } = expression
      if (operands.length < 2)
        throw new RangeError(`"${kind}" joins two operands or more, not ${operands.length}`)
      return operands.map((each) => print(each, precedence[kind] + 1, variables)).join(` ${kind} `)
    }
    case 'not':
      return `not ${print(expression.operand, precedence.not, variables)}`
    case 'comparison': {
      const { operator, left, right } = expression
      const own = precedenceOf(operator)
      return `${print(left, own, variables)} ${operator} ${print(right, own + 1, variables)}`
    }
    case 'in': {
      if (expression.values.length === 0) throw new RangeError('"in" takes one value or more')
      const values = expression.values.map(printLiteral).join(',')
      return `${print(expression.operand, precedence.primary, variables)} in (${values})`
    }
    case 'call':
      return `${expression.function}(${expression.arguments.map((each) => printBare(each, variables)).join(',')})`
    case 'lambda':
      return printLambda(expression, variables)
    case 'member':
      return printMember(expression, variables)
    default:
      return printLiteral(expression)
  }
}

function printLambda(
  { quantifier, collection, predicate }: FilterLambda,
  variables: readonly string[],
): string {
  const start = `${printMember(collection, variables)}/${quantifier}(`
  if (!predicate) {
    if (quantifier === 'all') throw new RangeError('"all" takes a condition')
    return `${start})`
  }
  const { variable, condition } = predicate
  if (!isName(variable) || isReserved(variable) || variables.includes(variable)) {
    throw new RangeError(`${JSON.stringify(variable)} cannot be the variable of "${quantifier}" here`)
  }
  return `${start}${variable}:${print(condition, precedence.or, [...variables, variable])})`
}

function printMember({ variable, path }: FilterMember, variables: readonly string[]): string {
  const names = variable === undefined ? path : [variable, ...path]
  const [first] = names
  const isDeclared = first !== undefined && variables.includes(first)
  if (
    first === undefined ||
    isReserved(first) ||
    isDeclared !== (variable !== undefined) ||
    !names.every(isName)
  ) {
    throw new RangeError(`${JSON.stringify(names.join('/'))} cannot be written as a member here`)
  }
  return names.join('/')
}

/** Writes a literal as it stands in a query, not percent-encoded. */
function printLiteral(literal: Literal): string {
  switch (literal.type) {
    case 'string':
      return `'${literal.value.replaceAll("'", "''")}'`
    case 'boolean':
      return literal.value ? 'true' : 'false'
    case 'null':
      return 'null'
    case 'enumeration':
      if (!isEnumeration(literal.enumeration, literal.value)) {
        throw new RangeError(`${JSON.stringify(literal.value)} is no member of ${literal.enumeration}`)
      }
      return `${literal.enumeration}'${literal.value}'`
    default:
      if (!isTextLiteral(literal.type, literal.value)) {
        throw new RangeError(`${JSON.stringify(literal.value)} is not a literal of type ${literal.type}`)
      }
      return literal.value
  }
}

function levelOf(expression: FilterExpression): number {
  switch (expression.kind) {
    case 'and':
    case 'or':
    case 'not':
    case 'in':
      return precedence[expression.kind]
    case 'comparison':
      return precedenceOf(expression.operator)
    default:
      return precedence.primary
  }
}
