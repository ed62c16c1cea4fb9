import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
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
    const { code, stderr } = failure.parse(error)
    return code === 'ENOENT'
      ? { program, outcome: 'is not installed', detail: '', balances: null }
      : {
          program,
          outcome: 'refuses',
          detail: (stderr ?? String(code)).trim().slice(0, 2000),
          balances: null,
        }
  }
  return { program, outcome: 'accepts', detail: '', balances: await balances() }
}

/** What `execFile` rejects with: ENOENT if there is no such program. */
const failure = z.object({ code: z.union([z.string(), z.number()]).nullish(), stderr: z.string().optional() })

const amount = z.object({
  aquantity: z.object({ decimalMantissa: z.number().int(), decimalPlaces: z.number().int() }),
})

/** `hledger bal -O json`: rows of account, name, depth and amounts, then the totals. */
const balanceReport = z.tuple(
  [z.array(z.tuple([z.string(), z.string(), z.number(), z.array(amount)]))],
  z.unknown(),
)

async function balancesOfHledger(journal: string, digits: number): Promise<ReadonlyMap<string, bigint>> {
  const { stdout } = await run('hledger', ['-f', journal, 'bal', '-N', '--flat', '-O', 'json'], {
    maxBuffer: 64 << 20,
  })
  const [rows] = balanceReport.parse(JSON.parse(stdout))
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
