import { fleet } from './fleet.js'
import { oneSync } from './one-sync.js'
import { restore } from './restore.js'
import type { Scenario } from './scenario.js'
import { zombie } from './zombie.js'

export const scenarios: readonly Scenario[] = [fleet, oneSync, restore, zombie]
