import { gzipSync } from 'node:zlib'
import type { FedOrder } from '@ledgerpost/core'
import { describe, expect, it } from 'vitest'
import { type FeedFormat, orderFeed } from './order-feed.js'

async function read(body: AsyncIterable<Uint8Array>, format: FeedFormat): Promise<readonly FedOrder[]> {
  const fed: FedOrder[] = []
  for await (const each of orderFeed(body, format)) fed.push(each)
  return fed
}

const bytes = (...parts: readonly (string | Uint8Array)[]): AsyncIterable<Uint8Array> =>
  new Blob([Buffer.concat(parts.map((part) => Buffer.from(part)))]).stream()

describe('an order feed', () => {
  it('turns member names and enumerations into the domain’s', async () => {
    const text = '{"Id":1,"Type":"refund","Items":[{"ProductType":3},{"ProductType":"gIFTCARD"},null]}'
    const order = {
      id: 1,
      type: 'Refund',
      items: [{ productType: 'Retail' }, { productType: 'GiftCard' }, null],
    }
    expect(await read(bytes(text), 'lines')).toEqual([{ input: order }])
    expect(await read(bytes('\u{feff}[', text, ']'), 'array')).toEqual([{ input: order }])
  })

  it('says where and why something cannot be read, and goes on', async () => {
    const fed = await read(
      bytes('{"Id":1}\n{"Id":\n', Uint8Array.of(0x22, 0xff, 0x22, 0x0a), '\n42\n'),
      'lines',
    )
    expect(fed).toEqual([
      { input: expect.objectContaining({ id: 1 }) },
      { unreadable: 'Line 2 is not JSON: Unexpected end of JSON input.' },
      { unreadable: 'Line 3 is not UTF-8.' },
      { input: 42 },
    ])
  })

  it('refuses what nests too deep, however it is sent, and goes on', async () => {
    const deep = `{"Id":1,"Items":${'['.repeat(32)}${']'.repeat(32)}}`
    const unclosed = '['.repeat(1_000_000)
    const refused = (where: string) => ({ unreadable: `${where} nests deeper than 32 levels.` })
    expect(await read(bytes(`${deep}\n${unclosed}\n1`), 'lines')).toEqual([
      refused('Line 1'),
      refused('Line 2'),
      { input: 1 },
    ])
    expect(await read(bytes(`[${deep},1]`), 'array')).toEqual([refused('Element 1'), { input: 1 }])
  })

  it('keeps what came before a stream broke off, and says that it did', async () => {
    const whole = gzipSync('{"Id":1}\n'.repeat(1000))
    const cut = new Blob([whole.subarray(0, -12)]).stream().pipeThrough(new DecompressionStream('gzip'))
    const fed = await read(cut, 'lines')
    expect(fed.at(-1)).toEqual({
      unreadable: expect.stringMatching(/^The body broke off .* send all of it again\.$/),
    })
    expect(fed.length).toBeGreaterThan(1)
  })
})
