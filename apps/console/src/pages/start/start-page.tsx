import { Link, useNavigate } from '@tanstack/react-router'
import { useConsole, useIsOwner } from '../../app/console-context.js'
import { useType } from '../../app/use-type.js'
import { Button } from '../../components/button.js'
import { FailureNotice } from '../../components/failure-notice.js'
import { Icon } from '../../components/icon.js'
import { Loaded } from '../../components/loaded.js'
import { Notice } from '../../components/notice.js'
import { PageHead } from '../../components/page-head.js'
import { SetupSteps } from '../../components/setup-steps.js'
import { toneIcons } from '../../components/tone.js'
import { useIntegration, useReview } from '../../data/queries.js'
import { localDate } from '../../words/dates.js'
import { isLinked, statusName } from '../../words/status.js'
import { NotLinked } from '../not-linked.js'
import { preferenceValues } from '../preferences/preference-values.js'
import { PreferencesForm } from '../preferences/preferences-form.js'
import { useSavePreferences } from '../preferences/use-save-preferences.js'
import { type Check, checksOf } from './checks.js'

/** Everything once more, before the first sale is sent. */
export function StartPage() {
  const type = useType()
  const { texts, locale, now } = useConsole()
  const { start } = texts
  const isOwner = useIsOwner()
  const navigate = useNavigate()
  const integration = useIntegration(type)
  const linked = integration.data !== undefined && isLinked(statusName(integration.data.Status))
  const review = useReview(type, linked)
  const saving = useSavePreferences(type)
  return (
    <Loaded query={integration} what={start.what}>
      {(found) =>
        linked ? (
          <Loaded query={review} what={start.what}>
            {(reviewed) => {
              const initial = preferenceValues(found.SynchronizationPreferences, localDate(now()))
              const checks = checksOf(found, reviewed, initial.startDate, start, locale)
              const isReady = checks.every(({ tone }) => tone !== 'bad')
              return (
                <>
                  <SetupSteps type={type} />
                  <PageHead title={start.title} intro={start.intro} />
                  <section className="lp-card">
                    <h2>{start.checks}</h2>
                    <ul className="lp-checks">
                      {checks.map((check) => (
                        <CheckLine key={check.says} check={check} type={type} />
                      ))}
                    </ul>
                  </section>
                  <section className="lp-card">
                    <h2>{start.how}</h2>
                    <PreferencesForm
                      initial={initial}
                      canChange={isOwner}
                      onSubmit={(values) =>
                        saving.mutate(values, {
                          onSuccess: ({ Status }) => {
                            if (statusName(Status) === 'Configured')
                              void navigate({ to: '/$type', params: { type } })
                          },
                        })
                      }
                    >
                      {() => (
                        <>
                          {saving.error && <FailureNotice error={saving.error} />}
                          {saving.isSuccess && !isReady && (
                            <Notice tone="warn" title={texts.settings.notValid} />
                          )}
                          <div className="lp-row">
                            <Button kind="main" type="submit" isBusy={saving.isPending} disabled={!isReady}>
                              {saving.isPending ? start.saving : start.start}
                            </Button>
                            {!isReady && <span className="lp-quiet">{start.notYet}</span>}
                          </div>
                        </>
                      )}
                    </PreferencesForm>
                  </section>
                </>
              )
            }}
          </Loaded>
        ) : (
          <NotLinked type={type} title={start.title} />
        )
      }
    </Loaded>
  )
}

function CheckLine({ check, type }: { readonly check: Check; readonly type: string }) {
  const { texts } = useConsole()
  const { start } = texts
  const spoken = { ok: start.ok, warn: start.warning, bad: start.problem }
  return (
    <li className="lp-check" data-tone={check.tone}>
      <Icon name={toneIcons[check.tone]} size={18} />
      <div>
        <span className="lp-hidden">{spoken[check.tone]}: </span>
        {check.says} {check.detail !== undefined && <span className="lp-quiet">{check.detail} </span>}
        {check.isInMapping === true && (
          <Link to="/$type/mapping" params={{ type }}>
            {start.toMapping}
          </Link>
        )}
      </div>
    </li>
  )
}
