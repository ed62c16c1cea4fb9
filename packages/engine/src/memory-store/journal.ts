/** What can undo its changes since the last commit, and be set back to how it was. */
export interface Restorable {
  commit(): void
  rollback(): void
  /** Remembers what is committed; the answer brings it back. */
  save(): () => void
}

/** Which tables the running transaction has changed. */
export class Journal {
  readonly #changed: Restorable[] = []

  /** A table calls it with its first change. */
  note(table: Restorable): void {
    this.#changed.push(table)
  }

  commit(): void {
    for (const table of this.#changed) table.commit()
    this.#changed.length = 0
  }

  rollback(): void {
    for (const table of this.#changed) table.rollback()
    this.#changed.length = 0
  }
}
