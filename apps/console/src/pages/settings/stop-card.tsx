import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTexts } from '../../app/console-context.js'
import { Button } from '../../components/button.js'
import { Dialog } from '../../components/dialog.js'
import { FailureNotice } from '../../components/failure-notice.js'
import { useChange } from '../../data/use-change.js'
import { useIntegrations } from '../../data/queries.js'
import type { StatusName } from '../../words/status.js'

export interface StopCardProps {
  readonly type: string
  readonly status: StatusName
}

/** Switches a ledger off or removes it, after saying what that means. */
export function StopCard({ type, status }: StopCardProps) {
  const { settings, common } = useTexts()
  const navigate = useNavigate()
  const [asked, setAsked] = useState<'off' | 'remove' | null>(null)
  const title = useIntegrations().data?.find(({ Type }) => Type === type)?.Title ?? type
  const change = useChange(type, (integration, what: 'off' | 'remove') =>
    what === 'off' ? integration.deactivate() : integration.remove(),
  )
  const close = () => setAsked(null)

  function go(what: 'off' | 'remove'): void {
    change.mutate(what, {
      onSuccess: () => void navigate({ to: what === 'off' ? '/$type' : '/', params: { type } }),
    })
  }

  return (
    <section className="lp-card">
      <h2>{settings.danger}</h2>
      <p className="lp-quiet">{settings.dangerHint}</p>
      <div className="lp-row">
        {status !== 'Inactive' && <Button onClick={() => setAsked('off')}>{settings.off}</Button>}
        <Button kind="danger" onClick={() => setAsked('remove')}>
          {settings.remove}
        </Button>
      </div>
      {asked !== null && (
        <Dialog
          title={asked === 'off' ? settings.offTitle(title) : settings.removeTitle(title)}
          onClose={close}
        >
          {asked === 'off' ? <p>{settings.offDetail}</p> : <WhatRemovingMeans />}
          {change.error && <FailureNotice error={change.error} />}
          <div className="lp-row">
            <Button onClick={close}>{common.cancel}</Button>
            <Button kind="danger" isBusy={change.isPending} onClick={() => go(asked)}>
              {asked === 'off' ? settings.offNow : settings.removeNow(title)}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  )
}

function WhatRemovingMeans() {
  const { settings } = useTexts()
  return (
    <>
      <div>
        <h3>{settings.removeGoes}</h3>
        <p>{settings.removeGoesDetail}</p>
      </div>
      <div>
        <h3>{settings.removeStays}</h3>
        <ul>
          {settings.removeStaysDetail.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      </div>
    </>
  )
}
