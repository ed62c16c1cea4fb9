/** How an integrator is called in the places of an adapter. */
export interface AdapterNames {
  /** For people: `Acme Books`. */
  readonly title: string
  /** Of types, and the one in `Type_{name}`: `AcmeBooks`. */
  readonly pascal: string
  /** Of values: `acmeBooks`. */
  readonly camel: string
  /** Of files: `acme-books`. */
  readonly kebab: string
  /** Of environment variables: `ACME_BOOKS`. */
  readonly constant: string
}

/**
 * The names that follow from a title.
 * @throws RangeError when the title has no words of ASCII letters and digits, or begins with a digit
 */
export function adapterNames(title: string): AdapterNames {
  const words = title.match(/[A-Za-z0-9]+/g) ?? []
  const [first = ''] = words
  if (!/^[A-Za-z]/.test(first)) {
    throw new RangeError(
      `'${title}' cannot name an adapter: it needs a word of letters and digits (A to Z) that begins with a letter, such as "Acme Books".`,
    )
  }
  const capitalised = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  const pascal = capitalised.join('')
  const lower = words.map((word) => word.toLowerCase())
  return {
    title: title.trim(),
    pascal,
    camel: lower[0] + capitalised.slice(1).join(''),
    kebab: lower.join('-'),
    constant: lower.join('_').toUpperCase(),
  }
}
