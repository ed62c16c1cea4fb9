import { useTexts } from '../app/console-context.js'
import type { StatusName } from '../words/status.js'
import { Badge } from './badge.js'
import type { Tone } from './tone.js'

const tones: Readonly<Record<StatusName, Tone>> = {
  Unavailable: 'info',
  Available: 'info',
  Initialized: 'busy',
  Configured: 'ok',
  Inactive: 'warn',
  Error: 'bad',
}

/** Where an integration stands. */
export function StatusBadge({ status }: { readonly status: StatusName }) {
  const { integrations } = useTexts()
  return <Badge tone={tones[status]}>{integrations.status[status]}</Badge>
}
