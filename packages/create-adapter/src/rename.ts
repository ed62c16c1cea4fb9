import type { AdapterNames } from './adapter-names.js'

/** A text of the template, or a path in it, in the words of another integrator. */
export function renamed(text: string, names: AdapterNames): string {
  return (
    text
      .replaceAll('@ledgerpost/adapter-template', `adapter-${names.kebab}`)
      .replaceAll('Example Books', names.title)
      .replaceAll('EXAMPLE', names.constant)
      // Hosts below .example are reserved for what does not exist, so they stay (RFC 2606).
      .replaceAll(/(?<=create-|fake-)example|(?<![.\w-])example(?=-adapter)/g, names.kebab)
      .replaceAll(/\bexample(?=[A-Z])/g, names.camel)
      .replaceAll('Example', names.pascal)
  )
}
