import { type Adapter, type Authorisation, type Clock, type Fetch, IntegratorError } from '@ledgerpost/core'

/** What became of the exchange of a refresh token. */
export type RefreshOutcome = 'refreshed' | 'reauthorise' | 'failed'

/** Who watches an adapter at its edges. */
export interface AdapterWatch {
  /** What the adapter calls its integrator with, instead of the fetch given. */
  watchFetch(fetch: Fetch, type: string): Fetch
  /** The adapter's refresh token was exchanged, or not. */
  refreshed(type: string, outcome: RefreshOutcome): void
  /** A call had to wait so many milliseconds for its turn, and then got it or was refused. */
  tookTurn(type: string, milliseconds: number, isRefused: boolean): void
}

/** The same adapter, watched: it does what it did. */
export function watchAdapter(adapter: Adapter, watch: AdapterWatch): Adapter {
  const { type } = adapter.manifest
  return {
    specVersion: adapter.specVersion,
    manifest: adapter.manifest,
    settings: adapter.settings,
    authorisation: watchAuthorisation(adapter.authorisation, type, watch),
    connect(context) {
      const { turns } = context
      return adapter.connect({
        ...context,
        fetch: watch.watchFetch(context.fetch, type),
        ...(turns ? { turns: watchTurns(turns, type, context.clock, watch) } : {}),
      })
    },
    render: (packet, configuration) => adapter.render(packet, configuration),
  }
}

type Turns = NonNullable<Parameters<Adapter['connect']>[0]['turns']>

function watchTurns(turns: Turns, type: string, clock: Clock, watch: AdapterWatch): Turns {
  return {
    async take(longestWait, signal) {
      const arrived = clock.now()
      const reason = await turns.take(longestWait, signal)
      watch.tookTurn(type, clock.now() - arrived, reason !== undefined)
      return reason
    },
    pause: (milliseconds) => turns.pause(milliseconds),
  }
}

function watchAuthorisation(authorisation: Authorisation, type: string, watch: AdapterWatch): Authorisation {
  if (authorisation.kind === 'none') return authorisation
  const watched = <Environment extends { readonly fetch: Fetch }>(environment: Environment): Environment => ({
    ...environment,
    fetch: watch.watchFetch(environment.fetch, type),
  })
  return {
    kind: authorisation.kind,
    start: (environment, request) => authorisation.start(watched(environment), request),
    complete: (environment, callback) => authorisation.complete(watched(environment), callback),
    organisations: (environment, grant) => authorisation.organisations(watched(environment), grant),
    async refresh(environment, grant) {
      try {
        const refreshed = await authorisation.refresh(watched(environment), grant)
        watch.refreshed(type, 'refreshed')
        return refreshed
      } catch (error) {
        const isGone = error instanceof IntegratorError && error.reason.kind === 'reauthorise'
        watch.refreshed(type, isGone ? 'reauthorise' : 'failed')
        throw error
      }
    },
  }
}
