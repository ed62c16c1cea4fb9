import { Cursor } from './cursor.js'
import { decode } from './decode.js'
import { completeLimits, type ODataLimits } from './limits.js'
import { aLiteral, type Literal, readLiteral, wordLiteral } from './literal.js'
import { refuseLongText } from './parse-query.js'

/** What is asked of the resource instead of itself: the number of its entities, its links, the service's metadata. */
export type PathOperation = '$count' | '$ref' | '$metadata'

/** A part of a key: `'1'` has no name, `Line=2` has one. */
export interface KeyPart {
  readonly name?: string
  readonly value: Literal
}

/** `Orders`, `Orders('1')` or `Lines(Order='1',Line=2)`. `position` counts in the decoded path. */
export interface PathSegment {
  readonly name: string
  readonly key?: readonly KeyPart[]
  readonly position: number
}

/** The path below the root of the service; no segments and no operation: the root itself. */
export interface ResourcePath {
  readonly segments: readonly PathSegment[]
  readonly operation?: PathOperation
}

/**
 * Reads the path of a request below the root of the service: `/Orders('1')/Items('2')/$ref`. It is split at its
 * slashes before it is decoded, so that a slash within a key is written `%2F`.
 * @param path still percent-encoded, without the query
 * @throws ODataSyntaxError and nothing else
 */
export function parsePath(path: string, limits: Partial<ODataLimits> = {}): ResourcePath {
  const complete = completeLimits(limits)
  refuseLongText(path.length, complete)
  const relative = path.startsWith('/') ? path.slice(1) : path
  if (relative === '') return { segments: [] }
  const budget = { filterNodes: 0, steps: 0 }
  const segments: PathSegment[] = []
  let operation: PathOperation | undefined
  let encodedAt = path.length - relative.length
  let decodedAt = encodedAt
  for (const encoded of relative.split('/')) {
    const text = decode(encoded, encodedAt, 'path')
    const cursor = new Cursor(text, complete, budget, undefined, decodedAt)
    if (operation) cursor.failAt(decodedAt, 'odata-syntax', `nothing after ${operation}`, 'a further segment')
    if (cursor.next === '$') operation = parseOperation(cursor, segments.length)
    else segments.push(parseSegment(cursor))
    encodedAt += encoded.length + 1
    decodedAt += text.length + 1
  }
  return { segments, ...(operation ? { operation } : {}) }
}

function parseOperation(cursor: Cursor, segmentsBefore: number): PathOperation {
  const { text } = cursor
  if (text === '$metadata' && segmentsBefore === 0) return text
  if ((text === '$count' || text === '$ref') && segmentsBefore > 0) return text
  return cursor.unsupported(
    segmentsBefore === 0 ? 'the name of a resource or $metadata' : 'the name of a member, $count or $ref',
  )
}

function parseSegment(cursor: Cursor): PathSegment {
  const position = cursor.place
  const name = cursor.readName('the name of a resource')
  if (!cursor.take('(')) {
    cursor.expectEnd('a slash, a key in parentheses or the end')
    return { name, position }
  }
  const key: KeyPart[] = []
  do {
    cursor.skipBlanks()
    const part = parseKeyPart(cursor, key)
    key.push(part)
    cursor.skipBlanks()
  } while (key[0]?.name !== undefined && cursor.take(','))
  cursor.expect(')', 'a closing parenthesis')
  cursor.expectEnd('a slash or the end')
  return { name, key, position }
}

function parseKeyPart(cursor: Cursor, before: readonly KeyPart[]): KeyPart {
  const literal = before.length === 0 ? readLiteral(cursor) : undefined
  if (literal) return { value: literal }
  const position = cursor.place
  const expected = before.length === 0 ? 'a key: a literal, or name=value' : 'name=value'
  const name = cursor.readName(expected)
  cursor.skipBlanks()
  const word = before.length === 0 && cursor.next !== '=' ? wordLiteral(name, position) : undefined
  if (word) return { value: notNull(cursor, word) }
  cursor.expect('=', 'name=value, or a text in single quotes')
  if (before.some((each) => each.name === name)) {
    cursor.failAt(position, 'odata-syntax', 'each part of a key once', `${JSON.stringify(name)} again`)
  }
  cursor.skipBlanks()
  return { name, value: readValue(cursor) }
}

function readValue(cursor: Cursor): Literal {
  const position = cursor.place
  const value = readLiteral(cursor) ?? wordLiteral(cursor.readName(aLiteral), position)
  return value ? notNull(cursor, value) : cursor.failAt(position, 'odata-syntax', aLiteral, 'a name')
}

function notNull(cursor: Cursor, value: Literal): Literal {
  if (value.type !== 'null') return value
  return cursor.failAt(value.position, 'odata-syntax', 'a key that is not null', 'null')
}
