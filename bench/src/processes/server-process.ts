import { createXeroAdapter, defaultLimits } from '@ledgerpost/adapter-xero'
import { composeServer, createLogger, serve, serverRoles } from '@ledgerpost/server'
import { z } from 'zod'
import { nowServing, toldSetup } from './served.js'

/** A real server; only the limits of the integrator's calls are lifted, for its fake has none. */
const { databaseUrl, xeroUrl, tokenSecret, roles, poolSize, concurrency } = toldSetup(
  z.object({
    databaseUrl: z.string(),
    xeroUrl: z.string(),
    tokenSecret: z.string(),
    roles: z.array(z.enum(serverRoles)),
    poolSize: z.number(),
    concurrency: z.number(),
  }),
)
const free = { count: 1_000_000_000, span: 60_000, burst: 1_000_000 }
const composed = await composeServer({
  database: { kind: 'server', url: databaseUrl, poolSize },
  adapters: [
    createXeroAdapter({
      clientId: 'fake-client',
      clientSecret: 'fake-secret',
      apiUrl: xeroUrl,
      identityUrl: xeroUrl,
      limits: { calls: { ...defaultLimits.calls, ...free }, callsOfDay: free, callsOfApp: free },
    }),
  ],
  tokens: { key: { secret: tokenSecret }, issuer: 'ledgerpost', audience: 'ledgerpost' },
  secretKey: new Uint8Array(32),
  workerName: `bench-${process.pid}`,
  roles,
  concurrency,
  requestsPerMinute: 0,
  logger: createLogger('error', { write: (text) => void process.stderr.write(text) }),
})
const { url } = await serve(composed, { port: 0, hostname: '127.0.0.1' })
nowServing(url)
