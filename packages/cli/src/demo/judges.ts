import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readAmount } from '@ledgerpost/core'
import { z } from 'zod'

const run = promisify(execFile)
const maxBuffer = 64 * 1024 * 1024

/** What an independent accounting program says of the books. */
export type Verdict =
  | { readonly program: string; readonly outcome: 'is not installed' }
  | { readonly program: string; readonly outcome: 'refuses'; readonly detail: string }
  /** Balances in minor units by account, as the program adds them up; accounts at zero may be left out. */
  | { readonly program: string; readonly outcome: 'accepts'; readonly balances: ReadonlyMap<string, bigint> }

interface Judge {
  readonly program: string
  /** Exit code 0: the program accepts the books. */
  readonly check: readonly string[]
  /** Prints an account and its balance a line. */
  readonly balances: readonly [program: string, ...args: string[]]
  readonly separator: ',' | '|'
}

/** Asks hledger, ledger and beancount, as far as they are installed, whether they accept the books and what is in them. */
export async function askJudges(books: string, digits: number): Promise<Verdict[]> {
  const journal = join(books, 'books.journal')
  const beancount = join(books, 'books.beancount')
  const judges: readonly Judge[] = [
    {
      program: 'hledger',
      check: ['-f', journal, 'check', '-s'],
      balances: ['hledger', '-f', journal, 'balance', '-N', '--flat', '-O', 'csv'],
      separator: ',',
    },
    {
      program: 'ledger',
      check: ['--args-only', '--pedantic', '-f', journal, 'balance'],
      balances: [
        'ledger',
        '--args-only',
        '--pedantic',
        '-f',
        journal,
        'balance',
        '--flat',
        '--no-total',
        '--balance-format',
        '%(account)|%(quantity(scrub(display_total)))\n',
      ],
      separator: '|',
    },
    {
      program: 'bean-check',
      check: [beancount],
      balances: ['bean-query', '-f', 'csv', beancount, 'SELECT account, sum(number) GROUP BY account'],
      separator: ',',
    },
  ]
  return Promise.all(judges.map((judge) => ask(judge, digits)))
}

async function ask({ program, check, balances, separator }: Judge, digits: number): Promise<Verdict> {
  try {
    await run(program, [...check], { maxBuffer })
    const [lister, ...args] = balances
    const { stdout } = await run(lister, args, { maxBuffer })
    return { program, outcome: 'accepts', balances: readBalances(stdout, separator, digits) }
  } catch (error) {
    const { code, stderr } = failure.parse(error)
    return code === 'ENOENT'
      ? { program, outcome: 'is not installed' }
      : { program, outcome: 'refuses', detail: (stderr ?? String(code)).trim().slice(0, 2000) }
  }
}

/** What `execFile` rejects with: ENOENT if there is no such program. */
const failure = z.object({
  code: z.union([z.string(), z.number()]).nullish(),
  stderr: z.string().optional(),
})

const line = /^"?([^",|]+)"?[,|]"?\s*(?:[A-Z]{3} ?)?(-?[\d.]+)(?: ?[A-Z]{3})?\s*"?$/

function readBalances(text: string, separator: Judge['separator'], digits: number): Map<string, bigint> {
  const balances = new Map<string, bigint>()
  for (const row of text.split('\n')) {
    const [, account, number] = row.includes(separator) ? (line.exec(row.trim()) ?? []) : []
    if (account === undefined || number === undefined) continue
    const amount = readAmount(number, digits)
    if (!amount.ok) throw new Error(`The balance of ${account}, ${number}, ${amount.problem}.`)
    balances.set(account.trim(), amount.amount)
  }
  return balances
}
