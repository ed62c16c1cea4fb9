import type { Clock } from '@ledgerpost/core'
import { limits } from '../limits.js'
import { Refusal } from './problem.js'

/**
 * Reads the body as a whole, once: whoever asks again gets the same bytes.
 * @param most the bytes that it may have
 * @throws Refusal if it is longer, too slow, encoded or broken
 */
export type ReadBody = (most: number) => Promise<Uint8Array>

/** The reader of one request's body. */
export function bodyReader(request: Request, clock: Clock): ReadBody {
  let reading: Promise<Uint8Array> | undefined
  return async (most) => {
    const bytes = await (reading ??= readWhole(request, most, clock))
    if (bytes.length > most) throw tooLarge(most)
    return bytes
  }
}

async function readWhole({ body, headers }: Request, most: number, clock: Clock): Promise<Uint8Array> {
  const encoding = headers.get('Content-Encoding')?.toLowerCase() ?? 'identity'
  if (encoding !== 'identity') {
    throw new Refusal(
      'unsupported-media-type',
      `The Content-Encoding '${encoding.slice(0, 40)}' is not taken here. Send it plain.`,
    )
  }
  if (Number(headers.get('Content-Length') ?? 0) > most) throw tooLarge(most)
  if (body === null) return new Uint8Array()
  const reader = body.getReader()
  const over = new AbortController()
  try {
    return await Promise.race([collect(reader, most), tooSlow(most, clock, over.signal)])
  } finally {
    over.abort()
    reader.releaseLock()
  }
}

async function collect(reader: ReadableStreamDefaultReader<Uint8Array>, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await nextChunk(reader)
    if (done) return Buffer.concat(chunks)
    length += value.length
    if (length > most) throw tooLarge(most)
    chunks.push(value)
  }
}

async function nextChunk(reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    return await reader.read()
  } catch (error) {
    throw new Refusal('invalid-body', 'The body broke off before its end. Send it again.', { cause: error })
  }
}

async function tooSlow(most: number, clock: Clock, signal: AbortSignal): Promise<never> {
  const milliseconds = (most / limits.bodyBytes) * limits.mebibyteMilliseconds
  await clock.sleep(milliseconds, signal)
  throw new Refusal(
    'body-too-slow',
    `The body was not all there after ${milliseconds / 1000} seconds. Nothing was done; send it again.`,
    { headers: { Connection: 'close' } },
  )
}

function tooLarge(most: number): Refusal {
  return new Refusal('body-too-large', `The body has more than ${most} bytes. Send it in smaller parts.`)
}
