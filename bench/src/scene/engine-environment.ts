import { randomUUID } from 'node:crypto'
import type { EngineEnvironment } from '@ledgerpost/engine'
import { systemClock } from '@ledgerpost/server'
import { uuidv7 } from 'uuidv7'
import { silentLogger } from './logger.js'
import { digest } from './packets.js'

/** An engine's environment on this machine, for races that call no integrator unless they are given one. */
export function engineEnvironment(
  parts: Pick<EngineEnvironment, 'store'> & Partial<EngineEnvironment>,
): EngineEnvironment {
  return {
    adapters: new Map(),
    clock: systemClock,
    fetch: () => Promise.reject(new Error('This race calls nobody.')),
    logger: silentLogger,
    secrets: { seal: (plain) => plain, open: (sealed) => sealed, isCurrent: () => true },
    digest,
    newId: uuidv7,
    newToken: randomUUID,
    ...parts,
  }
}
