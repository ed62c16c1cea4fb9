import { z } from 'zod'
import { adapterPairs, adapterVariables } from './adapters/adapter-variables.js'
import { readSecretKey } from './data-directory.js'
import { isOrigin, list, optional, url } from './environment-values.js'
import { limits } from './limits.js'
import { logLevels } from './logger.js'
import { orderSourceAddress } from './order-source/order-source-of.js'
import { isServerRole, type ServerRole, serverRoles } from './roles.js'

const variables = z
  .object({
    PORT: z.coerce.number('must be a port').int().min(0).max(65_535).default(8080),
    HOST: optional.default('127.0.0.1'),
    DATABASE_URL: url('postgres:', 'postgresql:'),
    LEDGERPOST_DATA_DIRECTORY: optional.transform((path) => path ?? '.ledgerpost'),
    LEDGERPOST_SECRET_KEY: optional.transform((text, context) => {
      const key = text === undefined ? undefined : readSecretKey(text)
      if (text !== undefined && !key)
        context.addIssue('must be 64 hexadecimal digits (32 bytes), such as `openssl rand -hex 32` prints')
      return key
    }),
    LEDGERPOST_SECRET_KEYS_OLD: optional.transform((text, context) => {
      const keys = text?.split(',').map(readSecretKey) ?? []
      if (keys.includes(undefined)) {
        context.addIssue(
          'must be comma-separated keys of 64 hexadecimal digits each, which LEDGERPOST_SECRET_KEY or secret.key held before',
        )
      }
      return keys.filter((key) => key !== undefined)
    }),
    LEDGERPOST_JWT_SECRET: optional.refine(
      (text) => text === undefined || Buffer.byteLength(text) >= 32,
      'must have at least 32 bytes',
    ),
    LEDGERPOST_JWKS_URL: url('https:', 'http:'),
    LEDGERPOST_JWT_ISSUER: optional.transform((text) => text ?? 'ledgerpost'),
    LEDGERPOST_JWT_AUDIENCE: optional.transform((text) => text ?? 'ledgerpost'),
    LEDGERPOST_PUBLIC_URL: url('https:', 'http:').transform((text) => text?.replace(/\/+$/, '')),
    LEDGERPOST_RATE_LIMIT: optional.transform((text, context) => {
      const perMinute = Number(text ?? limits.requestsPerMinute)
      if (!Number.isInteger(perMinute) || perMinute < 0 || perMinute > 1_000_000)
        context.addIssue('must be a whole number of requests a minute up to 1000000, or 0 for no limit')
      return perMinute
    }),
    LEDGERPOST_CONSOLE_ORIGINS: list.transform((origins, context): readonly string[] => {
      const wrong = origins?.filter((origin) => !isOrigin(origin)) ?? []
      if (wrong.length > 0) {
        context.addIssue(
          `names ${wrong.map((origin) => `"${origin}"`).join(', ')}; it is a list of origins such as https://platform.example between commas`,
        )
      }
      return origins ?? []
    }),
    LEDGERPOST_REGIONS: list,
    LEDGERPOST_PRICING_LEVELS: list,
    LEDGERPOST_WORKER_NAME: optional,
    LEDGERPOST_ROLES: list.transform((names, context): readonly ServerRole[] => {
      const unknown = names?.filter((name) => !isServerRole(name)) ?? []
      if (unknown.length > 0) {
        context.addIssue(
          `names ${unknown.map((name) => `"${name}"`).join(', ')}; it is a list of ${serverRoles.join(', ')} between commas`,
        )
      }
      return serverRoles.filter((role) => names === undefined || names.includes(role))
    }),
    LEDGERPOST_WORKER_CONCURRENCY: optional.transform((text, context) => {
      const jobs = text === undefined ? undefined : Number(text)
      if (jobs !== undefined && !(Number.isInteger(jobs) && jobs >= 1 && jobs <= 100))
        context.addIssue('must be a whole number of jobs at once from 1 to 100')
      return jobs
    }),
    LEDGERPOST_ORDER_SOURCE_URL: optional.pipe(orderSourceAddress.optional()),
    LEDGERPOST_ORDER_SOURCE_TOKEN: optional.refine(
      (text) => text === undefined || /^[\x21-\x7e]+$/.test(text),
      'must be printable ASCII without spaces, as it goes into a header',
    ),
    LEDGERPOST_LOG_LEVEL: z.enum(logLevels).default('info'),
    ...adapterVariables,
    OTEL_EXPORTER_OTLP_ENDPOINT: url('https:', 'http:'),
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: url('https:', 'http:'),
    LEDGERPOST_TRACES: optional.transform((text, context) => {
      const share = Number(text ?? 1)
      if (!(share >= 0 && share <= 1)) context.addIssue('must be the share of traces to keep, from 0 to 1')
      return share
    }),
  })
  .superRefine((values, context) => {
    const refuse = (name: string, message: string) =>
      context.addIssue({ code: 'custom', path: [name], message })
    if (values.LEDGERPOST_JWT_SECRET === undefined && values.LEDGERPOST_JWKS_URL === undefined) {
      refuse(
        'LEDGERPOST_JWT_SECRET',
        'must be set, so that callers can prove who they are: at least 32 random bytes that you share with the issuer of tokens (`openssl rand -hex 32`). If the issuer publishes its keys, set LEDGERPOST_JWKS_URL instead',
      )
    }
    if (values.LEDGERPOST_JWT_SECRET !== undefined && values.LEDGERPOST_JWKS_URL !== undefined) {
      refuse(
        'LEDGERPOST_JWKS_URL',
        'and LEDGERPOST_JWT_SECRET are both set; set the one that your issuer uses',
      )
    }
    if (values.DATABASE_URL !== undefined && values.LEDGERPOST_SECRET_KEY === undefined) {
      refuse(
        'LEDGERPOST_SECRET_KEY',
        'must be set with DATABASE_URL: all processes on one database need the same key',
      )
    }
    if (values.DATABASE_URL === undefined && values.LEDGERPOST_ROLES.length < serverRoles.length) {
      refuse(
        'LEDGERPOST_ROLES',
        'must name all roles unless DATABASE_URL is set: one process has the embedded database to itself',
      )
    }
    if (
      (values.LEDGERPOST_ORDER_SOURCE_URL === undefined) !==
      (values.LEDGERPOST_ORDER_SOURCE_TOKEN === undefined)
    ) {
      refuse(
        'LEDGERPOST_ORDER_SOURCE_TOKEN',
        'and LEDGERPOST_ORDER_SOURCE_URL belong together; set both or neither',
      )
    }
    for (const [one, other] of adapterPairs) {
      if ((values[one] === undefined) !== (values[other] === undefined))
        refuse(other, `and ${one} belong together; set both or neither`)
    }
  })

/** The server's settings, as the environment gives them. */
export type Settings = z.output<typeof variables>

/** Reads the environment variables; the problems are sentences that name the variable. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
):
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly string[] } {
  const result = variables.safeParse(environment)
  if (result.success) return { ok: true, settings: result.data }
  return {
    ok: false,
    problems: result.error.issues.map(
      ({ path, message }) => `${path.join('.')} ${message.replace(/\.$/, '')}.`,
    ),
  }
}
