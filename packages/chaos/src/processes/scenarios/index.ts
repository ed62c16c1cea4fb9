import { databaseGone } from './database-gone.js'
import { drain } from './drain.js'
import { fleet } from './fleet.js'
import { oneSync } from './one-sync.js'
import { refreshStorm } from './refresh-storm.js'
import { restore } from './restore.js'
import type { Scenario } from './scenario.js'
import { xeroBreaks } from './xero-breaks.js'
import { zombie } from './zombie.js'

export const scenarios: readonly Scenario[] = [
  oneSync,
  refreshStorm,
  drain,
  databaseGone,
  xeroBreaks,
  restore,
  zombie,
  fleet,
]
