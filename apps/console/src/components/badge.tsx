import type { ReactNode } from 'react'
import { Icon } from './icon.js'
import { type Tone, toneIcons } from './tone.js'

export function Badge({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className="lp-badge" data-tone={tone}>
      <Icon name={toneIcons[tone]} size={13} />
      {children}
    </span>
  )
}
