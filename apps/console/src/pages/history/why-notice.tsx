import type { SyncPacket } from '@ledgerpost/client'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../../app/console-context.js'
import { Notice } from '../../components/notice.js'
import { type Fix, fixFor, isRefusalCode } from '../../words/refusals.js'

const ways: Readonly<Record<Fix, '/$type/mapping' | '/$type/settings' | '/$type/link' | null>> = {
  map: '/$type/mapping',
  settings: '/$type/settings',
  unlock: '/$type/settings',
  relink: '/$type/link',
  look: null,
  wait: null,
  resend: null,
  platform: null,
}

export interface WhyNoticeProps {
  readonly type: string
  readonly states: NonNullable<SyncPacket['States']>
}

/** Why a packet is not in the books, in plain words, with what helps beside it. */
export function WhyNotice({ type, states }: WhyNoticeProps) {
  const { refusals } = useTexts()
  const last = states.toSorted((one, other) => other.Number - one.Number).find(({ Code }) => Code !== null)
  if (!last) return null
  const { Code: code, Message } = last
  const { title, what } = code !== null && isRefusalCode(code) ? refusals.codes[code] : refusals.other
  const fix = fixFor(code)
  const way = ways[fix]
  return (
    <Notice tone={fix === 'wait' ? 'info' : 'warn'} title={title}>
      <p>{what}</p>
      {Message !== null && (
        <p className="lp-small">
          <span className="lp-quiet">{refusals.said}: </span>
          {Message}
        </p>
      )}
      {way !== null && (
        <Link className="lp-button" to={way} params={{ type }}>
          {refusals.fixes[fix]}
        </Link>
      )}
    </Notice>
  )
}
