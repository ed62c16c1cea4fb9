import { type Api, apiOf, type OwnDatabase, tenantAt, tokenFor, xeroPlan } from '@ledgerpost/chaos/scene'
import type { ServerRole } from '@ledgerpost/server'
import { type StartedProcess, startProcess } from '../processes/start-process.js'

export const tokenSecret = 'a secret of at least thirty-two bytes for the races'

/** A server and the fake Xero, each a process of its own, with subscribers that can be linked. */
export interface Company {
  readonly server: StartedProcess
  readonly xero: StartedProcess
  readonly database: OwnDatabase
  readonly api: Api
  /** Brings the subscriber in this place to Configured; answers its id. */
  configure(place: number, summarise: boolean): Promise<string>
  close(): Promise<void>
}

export interface CompanyOptions {
  /** How many subscribers have an organisation in Xero. */
  readonly subscribers: number
  readonly roles?: readonly ServerRole[]
  readonly concurrency?: number
  readonly poolSize?: number
}

export async function startCompany(database: OwnDatabase, options: CompanyOptions): Promise<Company> {
  const { subscribers, roles = ['api', 'worker', 'scheduler'], concurrency = 4, poolSize = 10 } = options
  const names = Array.from({ length: subscribers }, (_, index) => `s${index}`)
  const xero = await startProcess('xero-process.ts', names)
  const server = await startProcess('server-process.ts', {
    databaseUrl: database.url,
    xeroUrl: xero.url,
    tokenSecret,
    roles,
    poolSize,
    concurrency,
  })
  const api = apiOf(server.url, tokenSecret)
  return {
    server,
    xero,
    database,
    api,
    async configure(place, summarise) {
      const id = `s${place}`
      await api.configure(id, xeroPlan(tenantAt(place), summarise))
      return id
    },
    async close() {
      await server.stop()
      await xero.stop()
    },
  }
}

export const platformToken = (): string => tokenFor('MINDBODY Automated System', tokenSecret)
