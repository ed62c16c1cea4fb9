import type { WireRecord, WireTree } from '../tree.js'

/** Prints a tree as JSON: decimals digit by digit as they came, moments as `2016-01-01T10:30:00.000+00:00`. */
export function writeJson(tree: WireTree): string {
  if (tree === null || typeof tree === 'boolean') return String(tree)
  if (typeof tree === 'string') return JSON.stringify(tree)
  if (tree.kind === 'number') return tree.text
  if (tree.kind === 'moment') return `"${tree.instant.replace(/Z$/, '+00:00')}"`
  if (tree.kind === 'name') return tree.code === null ? JSON.stringify(tree.name) : String(tree.code)
  if (tree.kind === 'list') return `[${tree.items.map(writeJson).join(',')}]`
  return writeRecord(tree)
}

function writeRecord({ members }: WireRecord): string {
  const written: string[] = []
  for (const [name, member] of Object.entries(members)) {
    if (member !== undefined) written.push(`${JSON.stringify(name)}:${writeJson(member)}`)
  }
  return `{${written.join(',')}}`
}
