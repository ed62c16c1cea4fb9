import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { CommandError } from '../command-error.js'
import { exitCodes } from '../exit-codes.js'

/** Lines of a file with the number that each has in it, and how much of the file was read. */
export interface OrderFile {
  /** The JSON of an order each; empty lines are left out. */
  lines(): AsyncGenerator<string, void, undefined>
  /** The line of the file at which the order of a position (from 1) stands. */
  lineOf(position: number): number
  /** Bytes of the file that were read. */
  read(): number
}

/** @param file a path, packed if it ends in `.gz`; `-` is the standard input */
export function readOrderLines(file: string, input: Readable): OrderFile {
  const numbers: number[] = []
  let bytes = 0
  const source = file === '-' ? input : createReadStream(file)
  source.on('data', (chunk: Buffer | string) => {
    bytes += chunk.length
  })
  async function* lines(): AsyncGenerator<string, void, undefined> {
    const text = file.endsWith('.gz') ? source.pipe(createGunzip()) : source
    const failed = new Promise<never>((_resolve, reject) => {
      source.once('error', reject)
    })
    const each = createInterface({ input: text, crlfDelay: Infinity })[Symbol.asyncIterator]()
    let number = 0
    for (;;) {
      const next = await Promise.race([each.next(), failed])
      if (next.done === true) return
      number += 1
      const line = next.value.trim()
      if (numbers.length === 0 && line.startsWith('[')) throw isList(file)
      if (line === '') continue
      numbers.push(number)
      yield line
    }
  }
  return { lines, lineOf: (position) => numbers[position - 1] ?? position, read: () => bytes }
}

function isList(file: string): CommandError {
  return new CommandError(
    exitCodes.refused,
    `${file} holds a list. Orders are read one a line, so that a file may be of any length: make one of it first.`,
    `jq -c '.[]' ${file} | ledgerpost orders push -`,
  )
}
