/** The rows of a table by what they have in common, each group in an order of its own. */
export class TableIndex<Row extends object> {
  readonly #groups = new Map<string, Row[]>()
  readonly #groupOf: (row: Row) => string | undefined
  readonly #compare: (left: Row, right: Row) => number

  /**
   * @param groupOf which group a row is in; undefined if it is in none
   * @param compare the order of a group, in which no two rows may be equal
   */
  constructor(groupOf: (row: Row) => string | undefined, compare: (left: Row, right: Row) => number) {
    this.#groupOf = groupOf
    this.#compare = compare
  }

  /** The rows of a group. Do not hold on to it: it changes with the table. */
  of(group: string): readonly Row[] {
    return this.#groups.get(group) ?? []
  }

  /** Up to `limit` rows of a group, from the first one for which `isWanted` holds: it must hold for all after it too. */
  from(group: string, isWanted: (row: Row) => boolean, limit: number): readonly Row[] {
    const rows = this.of(group)
    const start = firstOf(rows, isWanted)
    return rows.slice(start, start + limit)
  }

  add(row: Row): void {
    const group = this.#groupOf(row)
    if (group === undefined) return
    const rows = this.#groups.get(group)
    if (!rows) this.#groups.set(group, [row])
    else
      rows.splice(
        firstOf(rows, (each) => this.#compare(each, row) >= 0),
        0,
        row,
      )
  }

  remove(row: Row): void {
    const group = this.#groupOf(row)
    const rows = group === undefined ? undefined : this.#groups.get(group)
    if (group === undefined || !rows) return
    rows.splice(
      firstOf(rows, (each) => this.#compare(each, row) >= 0),
      1,
    )
    if (rows.length === 0) this.#groups.delete(group)
  }

  /** Puts a row in the place of another one. */
  replace(before: Row, after: Row): void {
    const group = this.#groupOf(before)
    const rows = group === undefined ? undefined : this.#groups.get(group)
    if (rows && this.#groupOf(after) === group && this.#compare(before, after) === 0) {
      rows[firstOf(rows, (each) => this.#compare(each, before) >= 0)] = after
      return
    }
    this.remove(before)
    this.add(after)
  }

  clear(): void {
    this.#groups.clear()
  }
}

/** The position of the first row for which the condition holds, or the length: it holds for all after it too. */
function firstOf<Row>(rows: readonly Row[], holds: (row: Row) => boolean): number {
  const last = rows.at(-1)
  if (last === undefined || !holds(last)) return rows.length
  let low = 0
  let high = rows.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    const row = rows[middle]
    if (row !== undefined && holds(row)) high = middle
    else low = middle + 1
  }
  return low
}
