import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { expect, it, onTestFinished } from 'vitest'
import { readSettings } from '../env.js'
import { serverOptionsOf } from '../from-settings.js'
import { silentLogger } from '../logger.js'

it('reads the subscriber’s orders where the settings say, with their token', async () => {
  const seen: Pick<IncomingMessage, 'url' | 'headers'>[] = []
  const platform = createServer((request, response) => {
    seen.push({ url: request.url ?? '', headers: request.headers })
    response.setHeader('Content-Type', 'application/json').end('{"value":[]}')
  })
  platform.listen(0, '127.0.0.1')
  onTestFinished(() => void platform.close())
  await once(platform, 'listening')
  const { port } = platform.address() as AddressInfo
  const template = `http://127.0.0.1:${port}/odata/v4/Subscriber_{subscriberId}/`
  const reading = readSettings({
    LEDGERPOST_JWT_SECRET: 'a secret of at least thirty-two bytes',
    LEDGERPOST_SECRET_KEY: '00'.repeat(32),
    LEDGERPOST_ORDER_SOURCE_URL: template,
    LEDGERPOST_ORDER_SOURCE_TOKEN: 'the-token',
  })
  if (!reading.ok) throw new Error(reading.problems.join('\n'))
  const { orderSource } = await serverOptionsOf(reading.settings, {}, silentLogger)
  expect(orderSource?.name).toBe(template)
  const request = { subscriberId: 'a/b $&', modifiedSince: null, signal: new AbortController().signal }
  for await (const { orders } of orderSource?.pull(request) ?? []) expect(orders).toEqual([])
  expect(seen).toHaveLength(1)
  expect(seen[0]?.url).toMatch(/^\/odata\/v4\/Subscriber_a%2Fb%20%24%26\/Orders\?/)
  expect(seen[0]?.headers.authorization).toBe('Bearer the-token')
})
