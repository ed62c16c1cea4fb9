import { execFile } from 'node:child_process'
import { z } from 'zod'
import type { Judge } from './judge.js'

const report = z.tuple([
  z.array(
    z.tuple([
      z.string(),
      z.string(),
      z.number(),
      z.array(
        z.looseObject({
          aquantity: z.looseObject({ decimalMantissa: z.number(), decimalPlaces: z.number() }),
        }),
      ),
    ]),
  ),
  z.unknown(),
])

/** hledger reads the entries as a journal; an entry that does not balance is refused. */
export const judgeByHledger: Judge = async (entries) => {
  const journal = entries
    .map(({ reference, lines }) =>
      [
        `2026-01-05 (${reference})`,
        ...lines.map(({ role, amount }) => `    ${role}  ${decimal(amount)}`),
      ].join('\n'),
    )
    .join('\n\n')
  const rows = report.parse(JSON.parse(await hledger(`${journal}\n`)))[0]
  return rows.map(
    ([, role, , amounts]) =>
      [role, amounts.reduce((sum, { aquantity }) => sum + minorUnits(aquantity), 0n)] as const,
  )
}

function minorUnits({
  decimalMantissa,
  decimalPlaces,
}: {
  decimalMantissa: number
  decimalPlaces: number
}): bigint {
  if (decimalPlaces > 2) throw new RangeError(`hledger tells ${decimalPlaces} decimals`)
  return BigInt(decimalMantissa) * 10n ** BigInt(2 - decimalPlaces)
}

function decimal(amount: bigint): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0')
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function hledger(journal: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile('hledger', ['-f', '-', 'balance', '-N', '--flat', '-O', 'json'], (error, output) =>
      error ? reject(error) : resolve(output),
    )
    child.stdin?.end(journal)
  })
}
