import type { Race } from '../runner/race.js'
import { map } from './map/map.js'

/** In the order in which they are run. */
export const races: readonly Race[] = [map]
