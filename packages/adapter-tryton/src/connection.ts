import type { Gate } from '@ledgerpost/adapter-kit'
import { type Connection, type ConnectionContext, IntegratorError } from '@ledgerpost/core'
import { type Company, readCompany } from './configuration/company.js'
import { inspect } from './configuration/inspect.js'
import type { TrytonLimits } from './limits.js'
import { findDocuments } from './look-up/find.js'
import { readBack } from './read-back/read-back.js'
import { createClient } from './rpc/client.js'
import { prepare } from './send/prepare.js'
import { send } from './send/send.js'
import type { TrytonSettings } from './settings.js'

export interface ConnectionParts {
  readonly settings: TrytonSettings
  readonly limits: TrytonLimits
  readonly gate: Gate
  /** The operator's password for the user; undefined where there is none. */
  passwordOf(): Promise<string | undefined>
}

export function createConnection(context: ConnectionContext, parts: ConnectionParts): Connection {
  const { settings, limits, gate } = parts
  const { fetch, clock, logger, signal } = context
  const { url, database, user } = settings
  const client = createClient({
    fetch,
    clock,
    logger,
    url,
    limits,
    signal,
    gate,
    login: { database, user, password: () => passwordIn(parts) },
  })
  // The address of a record in Tryton's web client (docs.tryton.org, sao).
  const linkOf = (id: number): string => `${url}/#${database}/model/account.move/${id}`
  let known: Company | undefined
  const company = async (): Promise<Company> => (known ??= await readCompany(client, settings.company))

  return {
    async inspect() {
      known = undefined
      return inspect(client, await company(), settings)
    },
    prepare: (documents) => prepare(database, documents, limits),
    send: (submission, startBy) => send({ client, limits, linkOf }, submission, startBy),
    async find(sought) {
      // Of books that the user has no access to any more nothing would be found.
      const { id } = await company()
      return findDocuments({ client, limits, context: { company: id }, logger, linkOf }, sought)
    },
    async *readBack(range) {
      yield* readBack(client, limits, await company(), range)
    },
    // Tryton keeps nothing of the link but the session.
    disconnect: () => client.end(),
    close: () => client.end(),
  }
}

async function passwordIn({ settings, passwordOf }: ConnectionParts): Promise<string> {
  const password = settings.password ?? (await passwordOf())
  if (password !== undefined) return password
  throw new IntegratorError({
    kind: 'reauthorise',
    message: `There is no password for the user '${settings.user}' of Tryton. Link again with one.`,
  })
}
