import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.js'

/** What the demo says when the ledger is the orders, to the cent. */
const proved = 'Proved: for every day'

/**
 * Installs the packed command as somebody does who wants nothing but the command, into a folder with nothing beside it,
 * and has it play the demo there.
 * @returns what does not work
 */
export function checkCommand(directory: string, tarballs: ReadonlyMap<string, string>): readonly string[] {
  const prefix = join(directory, 'prefix')
  const elsewhere = join(directory, 'elsewhere')
  mkdirSync(elsewhere, { recursive: true })
  run(
    'npm',
    [
      'install',
      '--global',
      `--prefix=${prefix}`,
      '--ignore-scripts',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      ...tarballs.values(),
    ],
    elsewhere,
  )
  const ledgerpost = join(prefix, 'bin', 'ledgerpost')
  const said = run(ledgerpost, ['demo'], elsewhere)
  const completed = run(ledgerpost, ['completion', 'bash'], elsewhere)
  return [
    ...(said.includes(proved) ? [] : [`ledgerpost demo, installed alone, proves nothing:\n${said}`]),
    ...(completed.includes('complete -o') ? [] : [`ledgerpost completion bash prints:\n${completed}`]),
  ]
}
