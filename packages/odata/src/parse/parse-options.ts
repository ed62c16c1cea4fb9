import { type Cursor } from './cursor.js'
import { parseCondition } from './parse-filter.js'
import { type ExpandItem, type ExpandOptions, type OrderByItem, type SelectItem } from './query-tree.js'

type Mutable<T> = { -readonly [Member in keyof T]: T[Member] }

const optionName = /\$?[A-Za-z]*/y
const digits = /\d+/y
const word = /[A-Za-z]+/y

/** Reads one option's value into `into`; false if `$expand` knows no such option. */
export function parseOption(name: string, cursor: Cursor, into: Mutable<ExpandOptions>): boolean {
  switch (name) {
    case '$select':
      into.select = parseList(cursor, parseSelectItem)
      return true
    case '$expand':
      into.expand = cursor.nested(() => parseList(cursor, parseExpandItem))
      return true
    case '$filter':
      into.filter = parseCondition(cursor)
      return true
    case '$orderby':
      into.orderby = parseList(cursor, parseOrderByItem)
      return true
    case '$top':
      into.top = parseCount(cursor, cursor.limits.maxTop)
      return true
    case '$skip':
      into.skip = parseCount(cursor, cursor.limits.maxSkip)
      return true
    case '$count':
      into.count = parseBoolean(cursor)
      return true
    default:
      return false
  }
}

function parseList<T>(cursor: Cursor, parseItem: (cursor: Cursor) => T): T[] {
  const items: T[] = []
  do {
    cursor.skipBlanks()
    items.push(parseItem(cursor))
    cursor.skipBlanks()
  } while (cursor.take(','))
  return items
}

function parseSelectItem(cursor: Cursor): SelectItem {
  const position = cursor.place
  if (cursor.take('*')) return { kind: 'all', position }
  return { kind: 'member', path: parsePathOfMember(cursor, 'the name of a member or *'), position }
}

function parseOrderByItem(cursor: Cursor): OrderByItem {
  const position = cursor.place
  const path = parsePathOfMember(cursor, 'the name of a member')
  if (cursor.next === '(') cursor.unsupported('the path of a member')
  if (!cursor.skipBlanks()) return { path, direction: 'asc', position }
  const start = cursor.place
  const direction = cursor.match(word) ?? 'asc'
  if (direction === 'asc' || direction === 'desc') return { path, direction, position }
  return cursor.failAt(start, 'odata-syntax', 'asc or desc', JSON.stringify(direction.slice(0, 40)))
}

function parseExpandItem(cursor: Cursor): ExpandItem {
  const position = cursor.place
  if (cursor.next === '*') cursor.unsupported('the name of what to expand')
  const path = parsePathOfMember(cursor, 'the name of what to expand')
  const options: Mutable<ExpandOptions> = {}
  if (!cursor.take('(')) return { path, options, position }
  const seen = new Set<string>()
  do {
    cursor.skipBlanks()
    const start = cursor.place
    const name = cursor.match(optionName) ?? ''
    if (!name.startsWith('$')) cursor.fail('an option that begins with $')
    cursor.skipBlanks()
    if (seen.has(name)) cursor.failAt(start, 'odata-syntax', 'each option once', `${name} again`)
    seen.add(name)
    cursor.expect('=', `= after ${name.slice(0, 40)}`)
    cursor.skipBlanks()
    if (!parseOption(name, cursor, options)) {
      const expected = '$select, $expand, $filter, $orderby, $top, $skip or $count'
      cursor.failAt(start, 'odata-unsupported', expected, name.slice(0, 40))
    }
    cursor.skipBlanks()
  } while (cursor.take(';'))
  cursor.expect(')', `a closing parenthesis or a semicolon after ${[...seen].at(-1) ?? 'the option'}`)
  return { path, options, position }
}

function parsePathOfMember(cursor: Cursor, expected: string): string[] {
  const path: string[] = []
  do {
    if (cursor.next === '$') cursor.unsupported(expected)
    path.push(cursor.readName(expected))
  } while (cursor.take('/'))
  return path
}

function parseCount(cursor: Cursor, most: number): number {
  const start = cursor.place
  const text = cursor.match(digits) ?? cursor.fail('an integer of zero or more')
  const count = Number(text)
  if (count <= most) return count
  return cursor.failAt(start, 'odata-limit', `an integer of at most ${most}`, text.slice(0, 40))
}

function parseBoolean(cursor: Cursor): boolean {
  if (cursor.take('true')) return true
  return cursor.take('false') ? false : cursor.fail('true or false')
}
