import { type Budget, Cursor } from './cursor.js'
import { decode } from './decode.js'
import { completeLimits, type ODataLimits } from './limits.js'
import { parseOption } from './parse-options.js'
import { type ODataQuery } from './query-tree.js'
import { ODataSyntaxError } from './syntax-error.js'

interface WrittenOption {
  readonly name: string
  readonly value: string
  /** Where it begins in the query text. */
  readonly position: number
}

/**
 * Reads the system query options (those whose names begin with `$`) of a request.
 *
 * Other options are the service's own and are left alone. An option twice, or one that is not supported, is refused.
 * @param search what follows the `?` of an address, still percent-encoded, with or without the `?`; as in forms, `+`
 * is a blank. Or names and values that are decoded already, such as `URLSearchParams`.
 * @throws ODataSyntaxError and nothing else
 */
export function parseQuery(
  search: string | Iterable<readonly [string, string]>,
  limits: Partial<ODataLimits> = {},
): ODataQuery {
  return parseQueryWithin(search, completeLimits(limits), { filterNodes: 0, steps: 0 })
}

/** {@link parseQuery} that accounts for its work in `budget`. */
export function parseQueryWithin(
  search: string | Iterable<readonly [string, string]>,
  limits: ODataLimits,
  budget: Budget,
): ODataQuery {
  const query: { -readonly [Member in keyof ODataQuery]: ODataQuery[Member] } = {}
  const seen = new Set<string>()
  const written = typeof search === 'string' ? splitText(search, limits) : splitPairs(search, limits)
  for (const { name, value, position } of written) {
    if (seen.has(name)) {
      throw new ODataSyntaxError({
        code: 'odata-syntax',
        position,
        expected: 'each option once',
        found: `${name} again`,
      })
    }
    seen.add(name)
    const cursor = new Cursor(value, limits, budget, name)
    if (name === '$skiptoken' || name === '$format') {
      query[name === '$format' ? 'format' : 'skiptoken'] = value === '' ? cursor.fail('a value') : value
      continue
    }
    cursor.skipBlanks()
    if (!parseOption(name, cursor, query)) {
      const expected = '$select, $expand, $filter, $orderby, $top, $skip, $count, $skiptoken or $format'
      const found = JSON.stringify(name.slice(0, 40))
      throw new ODataSyntaxError({ code: 'odata-unsupported', position, expected, found })
    }
    cursor.skipBlanks()
    cursor.expectEnd(endings[name] ?? 'the end')
  }
  return query
}

const endings: Readonly<Record<string, string>> = {
  $filter: 'the end, or an operator (eq, ne, gt, ge, lt, le, in, and, or) with a blank on both sides',
  $select: 'the end or a comma',
  $orderby: 'the end, a comma, asc or desc',
  $expand: 'the end, a comma or options in parentheses',
}

function splitText(search: string, limits: ODataLimits): readonly WrittenOption[] {
  refuseLongText(search.length, limits)
  const start = search.startsWith('?') ? 1 : 0
  const written: WrittenOption[] = []
  let position = start
  for (const part of search.slice(start).split('&')) {
    const equals = part.indexOf('=')
    const encodedName = equals < 0 ? part : part.slice(0, equals)
    const name = decode(encodedName, position, 'form')
    if (name.startsWith('$')) {
      const value = equals < 0 ? '' : decode(part.slice(equals + 1), position + equals + 1, 'form')
      written.push({ name, value, position })
    }
    position += part.length + 1
  }
  return written
}

function splitPairs(
  pairs: Iterable<readonly [string, string]>,
  limits: ODataLimits,
): readonly WrittenOption[] {
  const written: WrittenOption[] = []
  let position = 0
  for (const [name, value] of pairs) {
    if (name.startsWith('$')) written.push({ name, value, position })
    position += name.length + value.length + 2
    refuseLongText(position - 1, limits)
  }
  return written
}

/** Refuses a text of more characters than the limits allow. */
export function refuseLongText(length: number, { maxTextLength }: ODataLimits): void {
  if (length <= maxTextLength) return
  throw new ODataSyntaxError({
    code: 'odata-limit',
    position: maxTextLength,
    expected: `at most ${maxTextLength} characters`,
    found: `${length}`,
  })
}
