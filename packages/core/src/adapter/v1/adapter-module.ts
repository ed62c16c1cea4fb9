import type { Adapter } from './adapter.js'

/** What the package of an adapter exports, so that a server can be told by the package's name alone to offer it. */
export interface AdapterModule {
  /**
   * Makes the adapter from the environment variables of the server, of which it reads its own (`ACME_CLIENT_ID`).
   * @throws Error that names the variable which is missing or wrong, and says what it should be
   */
  createAdapter(environment: Readonly<Record<string, string | undefined>>): Adapter
}
