import type { AccountingIntegration } from '@ledgerpost/client'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../../app/console-context.js'
import { Button } from '../../components/button.js'
import { Notice } from '../../components/notice.js'

export interface LinkedNoticeProps {
  readonly integration: AccountingIntegration
  readonly type: string
  /** Begins again, where another organisation can be chosen so. */
  readonly onOther: (() => void) | undefined
}

/** Whose books were linked, before anything is done with them. */
export function LinkedNotice({ integration, type, onOther }: LinkedNoticeProps) {
  const { link } = useTexts()
  const organisation = integration.IntegrationConfiguration.Organisation
  const hasMaps = integration.Maps.some(({ MapItems }) => MapItems.length > 0)
  return (
    <Notice tone="ok" title={organisation ? link.done(organisation.Name) : link.doneUnnamed}>
      {organisation?.Currency != null && <p>{link.currencyOf(organisation.Currency)}</p>}
      <p>{hasMaps ? link.keeps : link.doneNext}</p>
      <div className="lp-row">
        <Link className="lp-button" data-kind="main" to="/$type/mapping" params={{ type }}>
          {link.toMapping}
        </Link>
        {onOther && (
          <span className="lp-quiet">
            {link.wrongOrganisation}{' '}
            <Button kind="quiet" onClick={onOther}>
              {link.otherOrganisation}
            </Button>
          </span>
        )}
      </div>
    </Notice>
  )
}
