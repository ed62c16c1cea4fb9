import type { MappingReview } from '@ledgerpost/client'
import type { ReactNode } from 'react'
import { useConsole } from '../../app/console-context.js'
import { Badge } from '../../components/badge.js'
import { Meter } from '../../components/meter.js'
import { formatDate } from '../../words/dates.js'
import { formatMoney, percentOf, toMinor } from '../../words/money.js'
import type { Edit } from './use-map-edits.js'

export interface CoverageCardProps {
  readonly review: MappingReview
  /** How many things have no place yet. */
  readonly left: number
  /** The choices that the server does not have yet. */
  readonly edits: readonly Pick<Edit, 'state'>[]
  readonly children?: ReactNode
}

/** How much of the money has a place, before any of it is sent. */
export function CoverageCard({ review, left, edits, children }: CoverageCardProps) {
  const { texts, locale } = useConsole()
  const { mapping } = texts
  const { Coverage, Currency, Since } = review
  const percent = percentOf(toMinor(Coverage.Mapped, Currency), toMinor(Coverage.Total, Currency))
  const money = (amount: number) => formatMoney(amount, Currency, locale)
  return (
    <section className="lp-card" aria-label={mapping.coverage}>
      <div className="lp-card-head">
        <h2>
          {mapping.coverage}
          {percent !== null && `: ${percent} %`}
        </h2>
        <span role="status">
          {edits.some(({ state }) => state === 'failed') ? (
            <Badge tone="bad">{mapping.notSaved}</Badge>
          ) : edits.length > 0 ? (
            <Badge tone="busy">{mapping.saving}</Badge>
          ) : (
            <Badge tone={left === 0 ? 'ok' : 'warn'}>
              {left === 0 ? mapping.allDone : mapping.toDo(left)}
            </Badge>
          )}
        </span>
      </div>
      {percent === null ? (
        <p className="lp-quiet">{mapping.coverageNone}</p>
      ) : (
        <>
          <Meter label={mapping.coverage} percent={percent} />
          <p className="lp-quiet">
            {mapping.coverageOf(money(Coverage.Mapped), money(Coverage.Total), formatDate(Since, locale))}
          </p>
        </>
      )}
      {children}
    </section>
  )
}
