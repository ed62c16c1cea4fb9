import { type Cursor } from './cursor.js'
import { type FilterExpression, type FilterMember } from './filter-tree.js'

type Quantifier = 'any' | 'all'

/** Reads on from the first name of `a/b/c`, and over `/any(` or `/all(` if the path leads there. */
export function parseMember(
  cursor: Cursor,
  first: string,
  position: number,
  variables: readonly string[],
): { readonly member: FilterMember; readonly quantifier?: Quantifier } {
  const isVariable = variables.includes(first)
  const path = isVariable ? [] : [first]
  const member: FilterMember = {
    kind: 'member',
    ...(isVariable ? { variable: first } : {}),
    path,
    position,
  }
  while (cursor.take('/')) {
    if (cursor.next === '$') cursor.unsupported('the name of a member')
    const start = cursor.place
    const name = cursor.readName('the name of a member, any or all')
    if (cursor.next !== '(') path.push(name)
    else if (name === 'any' || name === 'all') return { member, quantifier: name }
    else cursor.failAt(start, 'odata-unsupported', 'any or all', JSON.stringify(name))
  }
  return { member }
}

/** Reads what stands in the parentheses of `any` and `all`. */
export function parseLambda(
  cursor: Cursor,
  collection: FilterMember,
  quantifier: Quantifier,
  variables: readonly string[],
  parseCondition: (cursor: Cursor, variables: readonly string[]) => FilterExpression,
): FilterExpression {
  const { position } = collection
  cursor.countFilterNode(position)
  cursor.expect('(', 'an opening parenthesis')
  return cursor.nested(() => {
    cursor.skipBlanks()
    if (quantifier === 'any' && cursor.take(')')) {
      return { kind: 'lambda', quantifier, collection, position }
    }
    const start = cursor.place
    const variable = cursor.readName(`the variable of ${quantifier}, as in ${quantifier}(x:x/Name eq 'a')`)
    if (variables.includes(variable) || isReserved(variable)) {
      cursor.failAt(
        start,
        'odata-syntax',
        'a variable that means nothing else here',
        JSON.stringify(variable),
      )
    }
    cursor.skipBlanks()
    cursor.expect(':', 'a colon')
    const condition = parseCondition(cursor, [...variables, variable])
    cursor.skipBlanks()
    cursor.expect(')', 'a closing parenthesis, or and or or with a blank on both sides')
    return { kind: 'lambda', quantifier, collection, predicate: { variable, condition }, position }
  })
}

/** Words that are read as something else where an operand may begin. */
export function isReserved(name: string): boolean {
  return ['not', 'true', 'false', 'null', 'INF', 'NaN'].includes(name)
}
