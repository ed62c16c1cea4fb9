import { type Adapter, type Connection, IntegratorError } from '@ledgerpost/core'
import type { EngineEnvironment } from '../environment.js'
import { NotFound } from '../errors.js'
import type { Integration } from '../ports/integration-store.js'
import { sharedTurns } from './shared-turns.js'
import { tokensOfGrant } from './tokens.js'

/** The adapter of a type, whose name is matched without regard to case. */
export function adapterOf(environment: EngineEnvironment, type: string): Adapter {
  for (const [name, adapter] of environment.adapters) {
    const { code } = adapter.manifest
    if (name.toLowerCase() === type.toLowerCase() || (code !== null && String(code) === type)) return adapter
  }
  throw new NotFound(
    `The integration type '${type}'`,
    `This server offers ${[...environment.adapters.keys()].join(', ')}.`,
  )
}

/** Opens a connection to the integration's books; the caller closes it. */
export function connect(
  environment: EngineEnvironment,
  integration: Integration,
  signal: AbortSignal,
): Connection {
  const adapter = adapterOf(environment, integration.type)
  const needsGrant = adapter.authorisation.kind === 'oauth2'
  if (needsGrant && integration.grantId === null) {
    throw new IntegratorError({
      kind: 'reauthorise',
      message: `${adapter.manifest.title} is not linked. Link it; nothing is lost, packets wait.`,
    })
  }
  const turns = sharedTurns(environment, adapter.manifest, integration)
  return adapter.connect({
    fetch: environment.fetch,
    clock: environment.clock,
    logger: environment.logger,
    subscriberId: integration.subscriberId,
    settings: integration.settings,
    organisationId: integration.organisationId,
    tokens:
      integration.grantId === null
        ? null
        : tokensOfGrant(
            environment,
            adapter,
            { subscriberId: integration.subscriberId, grantId: integration.grantId },
            signal,
          ),
    signal,
    ...(turns ? { turns } : {}),
  })
}

/** Runs the work with a connection and closes it whatever happens. */
export async function withConnection<Result>(
  environment: EngineEnvironment,
  integration: Integration,
  signal: AbortSignal,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const connection = connect(environment, integration, signal)
  try {
    return await work(connection)
  } finally {
    await connection.close()
  }
}
