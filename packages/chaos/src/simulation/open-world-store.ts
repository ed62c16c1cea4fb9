import { openTestStore } from '@ledgerpost/postgres/testing'
import type { OpenStore } from './play-world.js'

/** A store of a world. */
export const openWorldStore: OpenStore = async () => (await openTestStore()).store
