import { randomBytes } from 'node:crypto'

type Environment = Readonly<Record<string, string | undefined>>

/** The environment with a secret for tokens made up, if it names no way to check them. It is another at each start. */
export function developmentEnvironment(environment: Environment): Environment {
  const { LEDGERPOST_JWT_SECRET = '', LEDGERPOST_JWKS_URL = '' } = environment
  if (LEDGERPOST_JWT_SECRET !== '' || LEDGERPOST_JWKS_URL !== '') return environment
  return { ...environment, LEDGERPOST_JWT_SECRET: randomBytes(32).toString('hex') }
}
