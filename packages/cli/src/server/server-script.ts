import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The server's executable stands beside its entry, as source or built. */
export function serverScript(): string {
  const entry = fileURLToPath(import.meta.resolve('@ledgerpost/server'))
  return join(dirname(entry), `main${extname(entry)}`)
}
