import { useConsole, useIsOwner } from '../../app/console-context.js'
import { useType } from '../../app/use-type.js'
import { Button } from '../../components/button.js'
import { FailureNotice } from '../../components/failure-notice.js'
import { Loaded } from '../../components/loaded.js'
import { PageHead } from '../../components/page-head.js'
import { useIntegration } from '../../data/queries.js'
import { localDate } from '../../words/dates.js'
import { isLinked, statusName } from '../../words/status.js'
import { NotLinked } from '../not-linked.js'
import { preferenceValues } from '../preferences/preference-values.js'
import { PreferencesForm } from '../preferences/preferences-form.js'
import { useSavePreferences } from '../preferences/use-save-preferences.js'
import { LinkFacts } from './link-facts.js'
import { StopCard } from './stop-card.js'

export function SettingsPage() {
  const type = useType()
  const { texts, now } = useConsole()
  const { settings } = texts
  const isOwner = useIsOwner()
  const saving = useSavePreferences(type)
  return (
    <Loaded query={useIntegration(type)} what={settings.what}>
      {(integration) =>
        isLinked(statusName(integration.Status)) ? (
          <>
            <PageHead title={settings.title} />
            <section className="lp-card">
              <h2>{settings.booking}</h2>
              <PreferencesForm
                initial={preferenceValues(integration.SynchronizationPreferences, localDate(now()))}
                canChange={isOwner}
                onSubmit={(values) => saving.mutate(values)}
              >
                {(hasChanged) => (
                  <>
                    {saving.error && <FailureNotice error={saving.error} />}
                    <div className="lp-row">
                      <Button kind="main" type="submit" isBusy={saving.isPending} disabled={!hasChanged}>
                        {saving.isPending ? settings.saving : settings.save}
                      </Button>
                      <span className="lp-quiet" role="status">
                        {hasChanged ? settings.unsaved : saving.isSuccess && settings.saved}
                      </span>
                    </div>
                  </>
                )}
              </PreferencesForm>
            </section>
            <LinkFacts type={type} integration={integration} canChange={isOwner} />
            {isOwner && <StopCard type={type} status={statusName(integration.Status)} />}
          </>
        ) : (
          <NotLinked type={type} title={settings.title} />
        )
      }
    </Loaded>
  )
}
