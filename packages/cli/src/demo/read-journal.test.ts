import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readJournals } from './read-journal.js'

let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'journals-'))
})

afterEach(() => rm(directory, { recursive: true }))

it('reads every posting of every month, whatever side the commodity stands on', async () => {
  await writeFile(
    join(directory, '2026-03.journal'),
    [
      '2026-03-01 Sales  ; key:LP-1',
      '    ; a comment  with 1.00 USD',
      '    Assets:Cash  1,234.50 USD',
      '    Income:Sales and more  -1234.00 USD  ; taxed',
      '    Liabilities:Tax  USD -0.50',
      '',
      '2026-03-31 * Nothing',
      '',
    ].join('\n'),
  )
  await writeFile(
    join(directory, '2026-04.journal'),
    '2026-04-01 Sales\n    Assets:Cash  5 USD\n    Income:Sales  -5 USD\n',
  )
  await writeFile(join(directory, 'accounts.journal'), '2026-01-01 not ours\n    Assets:Cash  9 USD\n')
  const rows = []
  for await (const { date, account, amount } of readJournals(directory)) rows.push([date, account, amount])
  expect(rows).toEqual([
    ['2026-03-01', 'Assets:Cash', 123450n],
    ['2026-03-01', 'Income:Sales and more', -123400n],
    ['2026-03-01', 'Liabilities:Tax', -50n],
    ['2026-04-01', 'Assets:Cash', 5n],
    ['2026-04-01', 'Income:Sales', -5n],
  ])
})
