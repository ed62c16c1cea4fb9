import { sqlStateOf } from './sql-state.js'
import { type StoreEffect, type StoreTrouble, StoreUnavailable } from './store-unavailable.js'

/** SQLSTATEs and their classes that speak of the server, not of the statement. */
const troubles: readonly (readonly [prefix: string, trouble: StoreTrouble])[] = [
  ['08', 'lost'],
  ['28', 'refused'],
  ['3D000', 'refused'],
  ['53100', 'full'],
  ['53', 'busy'],
  ['57P01', 'lost'],
  ['57P02', 'lost'],
  ['57P03', 'unreachable'],
  ['57P04', 'refused'],
  ['57P05', 'lost'],
  ['25P03', 'lost'],
  ['58', 'failed'],
  ['XX001', 'failed'],
  ['XX002', 'failed'],
]

const lostCodes = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNABORTED', 'EHOSTUNREACH', 'ENETUNREACH'])

/** The driver reports a broken connection by these sentences alone, without a code. */
const lostMessages = [
  'Connection terminated',
  'Client has encountered a connection error',
  'Client was closed and is not queryable',
  'Connection ended unexpectedly',
]

/** Turns the failure of a statement into StoreUnavailable where the database, not the statement, is the matter. */
export function unavailableInUse(database: string, error: unknown): StoreUnavailable | undefined {
  if (error instanceof StoreUnavailable) return error
  const state = sqlStateOf(error)
  const trouble = state === undefined ? lostConnection(error) : troubleOf(state)
  if (trouble === undefined) return undefined
  return new StoreUnavailable(database, trouble, effectOf(trouble), error)
}

/** Turns any failure to get a connection into StoreUnavailable. */
export function unavailableAtConnect(database: string, error: unknown): StoreUnavailable {
  if (error instanceof StoreUnavailable) return error
  const state = sqlStateOf(error)
  const trouble = state === undefined ? undefined : troubleOf(state)
  if (trouble !== undefined) return new StoreUnavailable(database, trouble, 'none', error)
  const isClosed = error instanceof Error && error.message.startsWith('Cannot use a pool after calling end')
  return new StoreUnavailable(database, isClosed ? 'closed' : 'unreachable', 'none', error)
}

function troubleOf(state: string): StoreTrouble | undefined {
  return troubles.find(([prefix]) => state.startsWith(prefix))?.[1]
}

function lostConnection(error: unknown): StoreTrouble | undefined {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && typeof error.code === 'string' && lostCodes.has(error.code)) return 'lost'
  return lostMessages.some((sentence) => error.message.startsWith(sentence)) ? 'lost' : undefined
}

/** A statement that ran out of room was rolled back; one whose answer never came may have been committed. */
function effectOf(trouble: StoreTrouble): StoreEffect {
  return trouble === 'full' || trouble === 'busy' ? 'none' : 'unknown'
}
