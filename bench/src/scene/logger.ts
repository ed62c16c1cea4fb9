import type { Logger } from '@ledgerpost/core'

const nothing = (): void => undefined

/** Says nothing: what a log costs is no part of any race. */
export const silentLogger: Logger = { debug: nothing, info: nothing, warn: nothing, error: nothing }
