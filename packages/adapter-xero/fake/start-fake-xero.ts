import { serveFake } from '@ledgerpost/testkit'
import { createFakeXero, type FakeXero, type FakeXeroOptions } from './create-fake-xero.js'

export interface StartedFakeXero extends FakeXero {
  /** `http://127.0.0.1:PORT`: the adapter's `identityUrl` and `apiUrl`, and where `/_fake/ledger` is. */
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

/**
 * Serves a fake Xero over HTTP on 127.0.0.1, with its side channel.
 * @param options.port any free port by default
 */
export async function startFakeXero(
  options: FakeXeroOptions & { readonly port?: number } = {},
): Promise<StartedFakeXero> {
  const fake = createFakeXero(options)
  const served = await serveFake(fake.handler, { port: options.port ?? 0 })
  return { ...fake, url: served.url, port: served.port, close: () => served.close() }
}
