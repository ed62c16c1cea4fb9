import type { Journal, Restorable } from './journal.js'
import { TableIndex } from './table-index.js'

/** Rows by their keys. A row never changes: another one is put in its place, and the journal can bring it back. */
export class Table<Row extends object> implements Restorable {
  #rows = new Map<string, Row>()
  readonly #journal: Journal
  readonly #keyOf: (row: Row) => string
  readonly #indices: TableIndex<Row>[] = []
  readonly #changes: { readonly key: string; readonly before: Row | undefined }[] = []

  constructor(journal: Journal, keyOf: (row: Row) => string) {
    this.#journal = journal
    this.#keyOf = keyOf
  }

  index(
    groupOf: (row: Row) => string | undefined,
    compare: (left: Row, right: Row) => number = (left, right) =>
      compareKeys(this.#keyOf(left), this.#keyOf(right)),
  ): TableIndex<Row> {
    const index = new TableIndex(groupOf, compare)
    this.#indices.push(index)
    return index
  }

  get(key: string): Row | undefined {
    return this.#rows.get(key)
  }

  /** Adds the row, or puts it in the place of the one with its key. */
  put(row: Row): void {
    const key = this.#keyOf(row)
    this.#note(key)
    this.#set(key, row)
  }

  delete(row: Row): void {
    const key = this.#keyOf(row)
    this.#note(key)
    this.#set(key, undefined)
  }

  commit(): void {
    this.#changes.length = 0
  }

  rollback(): void {
    for (const { key, before } of this.#changes.toReversed()) this.#set(key, before)
    this.#changes.length = 0
  }

  save(): () => void {
    const committed = new Map(this.#rows)
    for (const { key, before } of this.#changes.toReversed()) {
      if (before) committed.set(key, before)
      else committed.delete(key)
    }
    return () => {
      this.#changes.length = 0
      this.#rows = new Map(committed)
      for (const index of this.#indices) {
        index.clear()
        for (const row of committed.values()) index.add(row)
      }
    }
  }

  #note(key: string): void {
    if (this.#changes.length === 0) this.#journal.note(this)
    this.#changes.push({ key, before: this.#rows.get(key) })
  }

  #set(key: string, row: Row | undefined): void {
    const before = this.#rows.get(key)
    if (row) this.#rows.set(key, row)
    else this.#rows.delete(key)
    for (const index of this.#indices) {
      if (before && row) index.replace(before, row)
      else if (before) index.remove(before)
      else if (row) index.add(row)
    }
  }
}

const compareKeys = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

/** One key of two texts. */
export function pairKey(first: string, second: string): string {
  return `${first.length}:${first}${second}`
}
