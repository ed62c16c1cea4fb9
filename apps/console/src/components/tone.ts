import type { IconName } from './icon.js'

export type Tone = 'info' | 'ok' | 'warn' | 'bad' | 'busy'

/** Every tone has a shape as well, for those who do not see the colour. */
export const toneIcons: Readonly<Record<Tone, IconName>> = {
  info: 'info',
  ok: 'check',
  warn: 'warning',
  bad: 'cross',
  busy: 'clock',
}
