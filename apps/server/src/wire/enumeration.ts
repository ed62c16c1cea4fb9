/** An enumeration as the wire knows it: what the domain calls a value, how it is spelled, and its number. */
export interface Enumeration<Name extends string> {
  readonly names: readonly Name[]
  spelling(name: Name): string
  /** Null where a value has no number. */
  code(name: Name): number | null
  /** Reads a number, a numeric string or a spelling in any case; undefined if it is none of them. */
  read(input: unknown): Name | undefined
}

export interface EnumerationEntry<Name extends string> {
  readonly name: Name
  /** The same as the name, by default. */
  readonly spelling?: string
  readonly code: number | null
}

export function enumeration<Name extends string>(
  entries: readonly EnumerationEntry<Name>[],
): Enumeration<Name> {
  const byName = new Map<string, EnumerationEntry<Name>>(entries.map((entry) => [entry.name, entry]))
  const byInput = new Map<string, Name>()
  for (const { name, spelling, code } of entries) {
    byInput.set((spelling ?? name).toLowerCase(), name)
    if (code !== null) byInput.set(String(code), name)
  }
  return {
    names: entries.map(({ name }) => name),
    spelling: (name) => byName.get(name)?.spelling ?? name,
    code: (name) => byName.get(name)?.code ?? null,
    read: (input) =>
      typeof input === 'string' || typeof input === 'number'
        ? byInput.get(String(input).toLowerCase())
        : undefined,
  }
}

/** An enumeration whose values are numbered as they stand, from 0. */
export function numbered<Name extends string>(names: readonly Name[]): Enumeration<Name> {
  return enumeration(names.map((name, code) => ({ name, code })))
}
