import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { join } from 'node:path'

const run = promisify(execFile)

/** What an independent accounting program says of the books. */
export interface Verdict {
  readonly program: string
  readonly outcome: 'accepts' | 'refuses' | 'is not installed'
  readonly detail: string
  /** Balances in minor units by account, where the program was asked for them. */
  readonly balances: ReadonlyMap<string, bigint> | null
}

/** Asks hledger, ledger and beancount, as far as they are installed. */
export async function askJudges(books: string, digits: number): Promise<Verdict[]> {
  const journal = join(books, 'books.journal')
  const beancount = join(books, 'books.beancount')
  return [
    await ask('hledger', ['-f', journal, 'check', '-s'], async () => balancesOfHledger(journal, digits)),
    await ask('ledger', ['-f', journal, '--pedantic', 'bal', '--flat'], async () => null),
    await ask('bean-check', [beancount], async () => null),
  ]
}

async function ask(
  program: string,
  args: readonly string[],
  balances: () => Promise<ReadonlyMap<string, bigint> | null>,
): Promise<Verdict> {
  try {
    await run(program, [...args], { maxBuffer: 64 << 20 })
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: string }
    return code === 'ENOENT'
      ? { program, outcome: 'is not installed', detail: '', balances: null }
      : {
          program,
          outcome: 'refuses',
          detail: (stderr ?? String(error)).trim().slice(0, 2000),
          balances: null,
        }
  }
  return { program, outcome: 'accepts', detail: '', balances: await balances() }
}

interface HledgerAmount {
  readonly aquantity: { readonly decimalMantissa: number; readonly decimalPlaces: number }
}

async function balancesOfHledger(journal: string, digits: number): Promise<ReadonlyMap<string, bigint>> {
  const { stdout } = await run('hledger', ['-f', journal, 'bal', '-N', '--flat', '-O', 'json'], {
    maxBuffer: 64 << 20,
  })
  const [rows] = JSON.parse(stdout) as [[string, string, number, HledgerAmount[]][]]
  return new Map(
    rows.map(([account, , , amounts]) => [
      account,
      amounts.reduce((sum, { aquantity }) => {
        const { decimalMantissa, decimalPlaces } = aquantity
        return sum + BigInt(decimalMantissa) * 10n ** BigInt(digits - decimalPlaces)
      }, 0n),
    ]),
  )
}
