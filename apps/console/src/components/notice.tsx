import type { ReactNode } from 'react'
import { Icon } from './icon.js'
import { type Tone, toneIcons } from './tone.js'

export interface NoticeProps {
  readonly tone: Tone
  readonly title: string
  readonly children?: ReactNode
}

/** What happened and what to do next. Problems are announced at once, all else when the reader is free. */
export function Notice({ tone, title, children }: NoticeProps) {
  return (
    <div className="lp-notice" data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={toneIcons[tone]} size={18} />
      <div>
        <strong>{title}</strong>
        {children}
      </div>
    </div>
  )
}
