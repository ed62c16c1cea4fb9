import type { Race } from '../runner/race.js'
import { calls } from './calls/calls.js'
import { herd } from './herd/herd.js'
import { http } from './http/http.js'
import { map } from './map/map.js'
import { memory } from './memory/memory.js'
import { month } from './month/month.js'
import { odata } from './odata/odata.js'
import { persist } from './persist/persist.js'
import { queue } from './queue/queue.js'
import { sync } from './sync/sync.js'

/** In the order in which they are run. */
export const races: readonly Race[] = [map, calls, persist, sync, queue, memory, http, herd, odata, month]
