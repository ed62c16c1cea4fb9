import { access } from './english/access.js'
import { common } from './english/common.js'
import { failures } from './english/failures.js'
import { history } from './english/history.js'
import { integrations } from './english/integrations.js'
import { link } from './english/link.js'
import { mapping } from './english/mapping.js'
import { refusals } from './english/refusals.js'
import { settings } from './english/settings.js'
import { start } from './english/start.js'
import { sync } from './english/sync.js'

/** Everything that the console says. A translation is another value of the type `Texts`. */
export const english = {
  access,
  common,
  failures,
  history,
  integrations,
  link,
  mapping,
  refusals,
  settings,
  start,
  sync,
}

export type Texts = typeof english
