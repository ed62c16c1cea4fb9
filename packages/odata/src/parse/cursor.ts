import { type ODataLimits } from './limits.js'
import { type ODataErrorCode, ODataSyntaxError } from './syntax-error.js'

const blanks = /[ \t]*/y
const name = /[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}_]*/uy
const maxNameLength = 128

/** What all cursors over one query share. */
export interface Budget {
  filterNodes: number
  /** Characters looked at and calls made: the work done, whatever the clock says. */
  steps: number
}

/** A place in a text that only moves forward. */
export class Cursor {
  position = 0
  private depth = 0

  constructor(
    readonly text: string,
    readonly limits: ODataLimits,
    readonly budget: Budget,
    readonly option?: string,
    /** Where the text begins in the text that positions count in. */
    private readonly base = 0,
  ) {}

  /** The position as errors and syntax trees tell it. */
  get place(): number {
    return this.base + this.position
  }

  get isAtEnd(): boolean {
    return this.position >= this.text.length
  }

  /** The character here, empty at the end. */
  get next(): string {
    return this.text.charAt(this.position)
  }

  /** Moves over the match of a sticky expression that begins here. */
  match(expression: RegExp): string | undefined {
    expression.lastIndex = this.position
    const [found] = expression.exec(this.text) ?? []
    this.budget.steps += 1 + (found?.length ?? 0)
    if (found !== undefined) this.position += found.length
    return found
  }

  skipBlanks(): boolean {
    return (this.match(blanks) ?? '') !== ''
  }

  take(text: string): boolean {
    this.budget.steps += text.length
    if (!this.text.startsWith(text, this.position)) return false
    this.position += text.length
    return true
  }

  expect(text: string, expected: string): void {
    if (!this.take(text)) this.fail(expected)
  }

  expectEnd(expected: string): void {
    if (!this.isAtEnd) this.fail(expected)
  }

  /** Reads a simple identifier (OData ABNF `odataIdentifier`). */
  readName(expected: string): string {
    const start = this.place
    const found = this.match(name)
    if (found === undefined) return this.fail(expected)
    if (found.length > maxNameLength) {
      this.failAt(start, 'odata-limit', `a name of at most ${maxNameLength} characters`, 'a longer one')
    }
    if (this.next === '.') this.unsupported('a name without a namespace')
    return found
  }

  /** Reads what is nested one level deeper. */
  nested<T>(read: () => T): T {
    if (this.depth >= this.limits.maxDepth) {
      this.failAt(
        this.place,
        'odata-limit',
        `at most ${this.limits.maxDepth} levels of nesting`,
        'one more level',
      )
    }
    this.depth += 1
    const result = read()
    this.depth -= 1
    return result
  }

  countFilterNode(position: number): void {
    this.budget.filterNodes += 1
    if (this.budget.filterNodes <= this.limits.maxFilterNodes) return
    this.failAt(
      position,
      'odata-limit',
      `at most ${this.limits.maxFilterNodes} conditions and functions in all filters`,
      'one more',
    )
  }

  fail(expected: string): never {
    return this.failAt(this.place, 'odata-syntax', expected, this.describe())
  }

  unsupported(expected: string): never {
    return this.failAt(this.place, 'odata-unsupported', expected, this.describe())
  }

  failAt(position: number, code: ODataErrorCode, expected: string, found: string): never {
    throw new ODataSyntaxError({ code, option: this.option, position, expected, found })
  }

  /** What stands here, short enough for a message. */
  private describe(): string {
    if (this.isAtEnd) return 'the end'
    const rest = this.text.slice(this.position, this.position + 20)
    return JSON.stringify(rest)
  }
}

/** Whether the text is a simple identifier. */
export function isName(text: string): boolean {
  name.lastIndex = 0
  return text.length <= maxNameLength && name.exec(text)?.[0] === text
}
