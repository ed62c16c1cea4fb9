import type { SyncRecord } from '@ledgerpost/client'
import { useConsole } from '../../app/console-context.js'

/** What a sync read, packed and sent, and what it could not send. */
export function OutcomeFlow({ outcome }: { readonly outcome: SyncRecord['Outcome'] }) {
  const { texts, locale } = useConsole()
  const { counts, progress } = texts.sync
  const { Read, Unchanged, Excluded, Packed, Sent, Held, Rejected, InDoubt, Pending, Sending } = outcome
  const parts = [
    { label: counts.Read, count: Read, always: true },
    { label: counts.Packed, count: Packed, always: true },
    { label: counts.Unchanged, count: Unchanged },
    { label: counts.Excluded, count: Excluded, tone: 'warn' },
    { label: counts.Sent, count: Sent, always: true },
    { label: counts.Waiting, count: Pending + Sending },
    { label: counts.Held, count: Held, tone: 'warn', always: true },
    { label: counts.Rejected, count: Rejected, tone: 'bad', always: true },
    { label: counts.InDoubt, count: InDoubt, tone: 'warn' },
  ]
  return (
    <dl className="lp-flow" aria-label={progress}>
      {parts
        .filter(({ count, always = false }) => always || count > 0)
        .map(({ label, count, tone }) => (
          <div key={label} data-tone={count > 0 ? tone : undefined}>
            <dt>{label}</dt>
            <dd>{count.toLocaleString(locale)}</dd>
          </div>
        ))}
    </dl>
  )
}
