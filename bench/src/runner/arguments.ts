import { parseArgs } from 'node:util'
import type { Round } from './race.js'

export interface BenchArguments {
  /** In the order in which they are run. */
  readonly races: readonly string[]
  readonly round: Round
  readonly repetitions: number
  readonly seed: number
  /** Where the figures are written; undefined if nowhere. */
  readonly json: string | undefined
}

/** What was asked for is not to be had; the message says what is. */
export class UnknownArgument extends Error {
  override readonly name = 'UnknownArgument'
}

const usage = (races: readonly string[]): string => `npm run bench -- [race …] [options]
  race             ${races.join(', ')}; all of them, if none is named
  --full           the numbers of the table in bench/README.md instead of short rounds
  --repetitions N  how often each contender runs (5)
  --seed N         of the orders (1)
  --json FILE      writes all figures
LEDGERPOST_BENCH_DATABASE_URL names a PostgreSQL server whose user may create databases and roles.
`

/** @throws UnknownArgument */
export function readArguments(texts: readonly string[], races: readonly string[]): BenchArguments {
  const { values, positionals } = parse(texts, races)
  const unknown = positionals.find((name) => !races.includes(name))
  if (unknown !== undefined) throw new UnknownArgument(`There is no race ${unknown}.\n${usage(races)}`)
  const whole = (name: 'repetitions' | 'seed', usual: number): number => {
    const text = values[name]
    if (text === undefined) return usual
    if (/^\d{1,9}$/.test(text) && Number(text) > 0) return Number(text)
    throw new UnknownArgument(`--${name} is a whole number from 1 up, not '${text}'.\n${usage(races)}`)
  }
  return {
    races: races.filter((name) => positionals.length === 0 || positionals.includes(name)),
    round: values.full ? 'full' : 'short',
    repetitions: whole('repetitions', 5),
    seed: whole('seed', 1),
    json: values.json,
  }
}

function parse(texts: readonly string[], races: readonly string[]) {
  try {
    return parseArgs({
      args: [...texts],
      allowPositionals: true,
      options: {
        full: { type: 'boolean', default: false },
        repetitions: { type: 'string' },
        seed: { type: 'string' },
        json: { type: 'string' },
      },
    })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new UnknownArgument(`${reason}\n${usage(races)}`, { cause })
  }
}
