import type { Texts } from '../texts/english.js'
import type { Setup } from './setup.js'

/** Where the owner goes next. */
export interface Way {
  readonly to: '/$type/link' | '/$type/mapping' | '/$type/start' | null
  readonly action: string | null
  /** What is wrong, if something is. */
  readonly detail: string | null
}

const nowhere: Way = { to: null, action: null, detail: null }

/** What the owner does next, by where an integration stands and what is in the way. */
export function wayOn({ status, broken, missing }: Setup, words: Texts['integrations']): Way {
  const isWhole = broken + missing === 0
  const ways: Readonly<Record<Setup['status'], Way>> = {
    Unavailable: nowhere,
    Configured: nowhere,
    Available: { to: '/$type/link', action: words.action.Available, detail: null },
    Inactive: { to: '/$type/link', action: words.next.relink, detail: null },
    Initialized: isWhole
      ? { to: '/$type/start', action: words.next.start, detail: null }
      : { to: '/$type/mapping', action: words.next.map, detail: null },
    Error: isWhole
      ? { to: '/$type/link', action: words.next.relink, detail: words.next.repairLink }
      : {
          to: '/$type/mapping',
          action: words.next.repairMapsAction,
          detail: words.next.repairMaps(broken + missing),
        },
  }
  return ways[status]
}
