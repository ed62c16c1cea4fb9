import { serveFake } from '@ledgerpost/testkit'
import {
  createFakeQuickBooksOnline,
  type FakeQuickBooksOnline,
  type FakeQuickBooksOnlineOptions,
} from './create-fake-quickbooks-online.js'

export interface StartedFakeQuickBooksOnline extends FakeQuickBooksOnline {
  /** `http://127.0.0.1:PORT`: the adapter's `identityUrl` and `apiUrl`, and where `/_fake/ledger` is. */
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

/**
 * Serves a fake QuickBooks Online over HTTP on 127.0.0.1, with its side channel.
 * @param options.port any free port by default
 */
export async function startFakeQuickBooksOnline(
  options: FakeQuickBooksOnlineOptions & { readonly port?: number } = {},
): Promise<StartedFakeQuickBooksOnline> {
  const fake = createFakeQuickBooksOnline(options)
  const served = await serveFake(fake.handler, { port: options.port ?? 0 })
  return { ...fake, url: served.url, port: served.port, close: () => served.close() }
}
