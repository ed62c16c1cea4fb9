import { type Cursor } from './cursor.js'
import { parseLambda, parseMember } from './parse-member.js'
import {
  type ComparisonOperator,
  type FilterExpression,
  type FilterFunction,
  type FilterOperand,
  filterFunctions,
  isFilterFunction,
  mayBeCondition,
  precedence,
  precedenceOf,
} from './filter-tree.js'
import { aLiteral, type Literal, readLiteral, wordLiteral } from './literal.js'

type BinaryOperator = ComparisonOperator | 'and' | 'or' | 'in'

const operatorWord = /(?:eq|ne|gt|ge|lt|le|and|or|in)(?=[ \t]|$)/y
const otherOperator = /(?:has|add|sub|mul|divby|div|mod)(?=[ \t])/y
const notWord = /not(?=[ \t(])/y
const anOperand = 'a member, a literal, a function, not or an opening parenthesis'
const anOperator = 'eq, ne, gt, ge, lt, le, in, and or or, with a blank on both sides'

/** Reads a condition up to where no operator follows; what stands there is for the caller to judge. */
export function parseCondition(cursor: Cursor, variables: readonly string[] = []): FilterExpression {
  return new FilterParser(cursor, variables).condition()
}

class FilterParser {
  /** The operator last looked for, so that levels that do not take it need not read it again. */
  private ahead: {
    readonly from: number
    readonly operator: BinaryOperator | undefined
    readonly end: number
  } = { from: -1, operator: undefined, end: -1 }

  constructor(
    private readonly cursor: Cursor,
    private readonly variables: readonly string[],
  ) {}

  condition(): FilterExpression {
    this.cursor.skipBlanks()
    return this.asCondition(this.expression(precedence.or))
  }

  private expression(level: number): FilterExpression {
    let left = this.unary()
    for (;;) {
      const operator = this.operator()
      if (operator === undefined || levelOf(operator) < level) return left
      left = this.binary(left, operator)
    }
  }

  private binary(left: FilterExpression, operator: BinaryOperator): FilterExpression {
    const { position } = left
    switch (operator) {
      case 'and':
      case 'or':
        return this.logical(left, operator)
      case 'in':
        this.takeOperator()
        this.cursor.countFilterNode(position)
        return { kind: 'in', operand: left, values: this.values(), position }
      default: {
        this.takeOperator()
        this.cursor.countFilterNode(position)
        const right = this.expression(precedenceOf(operator) + 1)
        return { kind: 'comparison', operator, left, right, position }
      }
    }
  }

  private logical(first: FilterExpression, kind: 'and' | 'or'): FilterExpression {
    this.cursor.countFilterNode(first.position)
    const operands = [this.asCondition(first)]
    while (this.operator() === kind) {
      this.takeOperator()
      operands.push(this.asCondition(this.expression(precedence[kind] + 1)))
    }
    return { kind, operands, position: first.position }
  }

  private unary(): FilterExpression {
    const { cursor } = this
    const position = cursor.place
    if (cursor.match(notWord) === undefined) return this.primary()
    cursor.countFilterNode(position)
    cursor.skipBlanks()
    const operand = cursor.nested(() => this.asCondition(this.expression(precedence.not)))
    return { kind: 'not', operand, position }
  }

  private primary(): FilterExpression {
    const { cursor } = this
    if (!cursor.take('(')) return this.operand(anOperand)
    return cursor.nested(() => {
      cursor.skipBlanks()
      const inner = this.expression(precedence.or)
      this.close(anOperator)
      return inner
    })
  }

  private operand(expected: string): FilterExpression {
    const { cursor } = this
    const position = cursor.place
    const literal = readLiteral(cursor)
    if (literal) return literal
    if (cursor.next === '@' || cursor.next === '$') cursor.unsupported(expected)
    const first = cursor.readName(expected)
    if (first === 'INF' || first === 'NaN') {
      cursor.failAt(position, 'odata-unsupported', 'a finite number', first)
    }
    if (cursor.next === "'") cursor.unsupported('a literal without a type before its quotes')
    if (cursor.next === '(') return this.call(first, position)
    if (first === 'not') {
      if (cursor.next !== ' ' && cursor.next !== '\t') cursor.fail('a blank after not')
      cursor.failAt(position, 'odata-unsupported', expected, 'not')
    }
    const word = wordLiteral(first, position)
    if (word) return word
    const member = parseMember(cursor, first, position, this.variables)
    if (member.quantifier === undefined) return member.member
    return parseLambda(cursor, member.member, member.quantifier, this.variables, parseCondition)
  }

  private call(called: string, position: number): FilterExpression {
    const { cursor } = this
    if (!isFilterFunction(called)) {
      const known = Object.keys(filterFunctions).join(', ')
      return cursor.failAt(
        position,
        'odata-unsupported',
        `one of the functions ${known}`,
        JSON.stringify(called),
      )
    }
    cursor.countFilterNode(position)
    cursor.take('(')
    return cursor.nested(() => ({
      kind: 'call',
      function: called,
      arguments: this.callArguments(called),
      position,
    }))
  }

  private callArguments(called: FilterFunction): FilterOperand[] {
    const { cursor } = this
    const count = filterFunctions[called]
    const read: FilterOperand[] = []
    for (;;) {
      cursor.skipBlanks()
      const position = cursor.place
      const expected = 'a member, a literal or a function'
      const argument = this.operand(expected)
      if (argument.kind !== 'member' && argument.kind !== 'literal' && argument.kind !== 'call') {
        return cursor.failAt(position, 'odata-unsupported', expected, 'a condition')
      }
      read.push(argument)
      cursor.skipBlanks()
      if (read.length === count) break
      cursor.expect(',', `a comma, since ${called} takes ${count} arguments`)
    }
    cursor.expect(
      ')',
      `a closing parenthesis, since ${called} takes ${count === 1 ? 'one argument' : 'two arguments'}`,
    )
    return read
  }

  private values(): Literal[] {
    const { cursor } = this
    cursor.expect('(', 'an opening parenthesis and the values of in')
    const values: Literal[] = []
    for (;;) {
      cursor.skipBlanks()
      const position = cursor.place
      if (values.length >= cursor.limits.maxInValues) {
        cursor.failAt(
          position,
          'odata-limit',
          `at most ${cursor.limits.maxInValues} values of in`,
          'one more',
        )
      }
      values.push(
        readLiteral(cursor) ??
          wordLiteral(cursor.readName(aLiteral), position) ??
          notLiteral(cursor, position),
      )
      cursor.skipBlanks()
      if (cursor.take(')')) return values
      cursor.expect(',', 'a comma or a closing parenthesis')
    }
  }

  private close(otherwise: string): void {
    this.cursor.skipBlanks()
    this.cursor.expect(')', `a closing parenthesis or ${otherwise}`)
  }

  private asCondition(expression: FilterExpression): FilterExpression {
    const { cursor } = this
    if (!mayBeCondition(expression)) {
      cursor.failAt(
        expression.position,
        'odata-syntax',
        'a condition',
        'a value that is neither true nor false',
      )
    }
    if (expression.kind === 'member' || expression.kind === 'literal')
      cursor.countFilterNode(expression.position)
    return expression
  }

  /** The operator after the blanks here, without moving. */
  private operator(): BinaryOperator | undefined {
    const { cursor } = this
    const from = cursor.position
    if (this.ahead.from === from) return this.ahead.operator
    const isApart = cursor.skipBlanks()
    if (isApart && cursor.match(otherOperator) !== undefined) {
      cursor.position = this.positionAfterBlanks(from)
      cursor.unsupported(anOperator)
    }
    const operator = isApart ? asOperator(cursor.match(operatorWord)) : undefined
    this.ahead = { from, operator, end: cursor.position }
    cursor.position = from
    return operator
  }

  private takeOperator(): void {
    this.cursor.position = this.ahead.end
    this.cursor.skipBlanks()
  }

  private positionAfterBlanks(from: number): number {
    this.cursor.position = from
    this.cursor.skipBlanks()
    return this.cursor.position
  }
}

function notLiteral(cursor: Cursor, position: number): never {
  return cursor.failAt(position, 'odata-syntax', aLiteral, 'a name')
}

function levelOf(operator: BinaryOperator): number {
  return operator === 'and' || operator === 'or' || operator === 'in'
    ? precedence[operator]
    : precedenceOf(operator)
}

function asOperator(word: string | undefined): BinaryOperator | undefined {
  switch (word) {
    case 'eq':
    case 'ne':
    case 'gt':
    case 'ge':
    case 'lt':
    case 'le':
    case 'and':
    case 'or':
    case 'in':
      return word
    default:
      return undefined
  }
}
