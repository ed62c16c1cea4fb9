import { type OfferedIntegration, ProblemError } from '@ledgerpost/client'
import { useMemo } from 'react'
import { useConsole, useIsOwner } from '../../app/console-context.js'
import { useType } from '../../app/use-type.js'
import { Button } from '../../components/button.js'
import { FailureNotice } from '../../components/failure-notice.js'
import { Loaded } from '../../components/loaded.js'
import { Notice } from '../../components/notice.js'
import { PageHead } from '../../components/page-head.js'
import { SetupSteps } from '../../components/setup-steps.js'
import { useIntegrations } from '../../data/queries.js'
import { settingFields } from '../../linking/settings-schema.js'
import { useLinking } from '../../linking/use-linking.js'
import { LinkedNotice } from './linked-notice.js'
import { SettingsForm } from './settings-form.js'
import { WaitingNotice } from './waiting-notice.js'

export function LinkPage() {
  const type = useType()
  const { texts } = useConsole()
  return (
    <Loaded query={useIntegrations()} what={texts.link.what}>
      {(integrations) => {
        const listed = integrations.find(({ Type }) => Type === type)
        return listed ? (
          <LinkForm key={type} listed={listed} />
        ) : (
          <PageHead title={texts.common.notFound} intro={texts.common.notFoundDetail} />
        )
      }}
    </Loaded>
  )
}

function LinkForm({ listed }: { readonly listed: OfferedIntegration }) {
  const { texts, ownsPage } = useConsole()
  const { link } = texts
  const isOwner = useIsOwner()
  const fields = useMemo(() => settingFields(listed.SettingsSchema), [listed])
  const { linking, error, isBusy, begin, openAgain, goThere, reset } = useLinking(listed.Type)
  const isOauth = listed.Authorisation === 'oauth2'
  const asks = fields.some(({ isRequired }) => isRequired)
  const intro = isOauth ? link.oauth(listed.Title) : asks ? link.credentials : link.none
  return (
    <>
      <SetupSteps type={listed.Type} />
      <PageHead title={link.title(listed.Title)} intro={intro} />
      {error != null && <FailureNotice error={error} />}
      {linking.kind === 'declined' && (
        <Notice
          tone="warn"
          title={
            linking.reason === 'access_denied'
              ? link.declined(listed.Title)
              : link.refused(listed.Title, linking.reason)
          }
        />
      )}
      {linking.kind === 'waiting' && (
        <WaitingNotice
          title={listed.Title}
          waiting={linking}
          onOpenAgain={() => openAgain(linking.url)}
          onGoThere={ownsPage ? () => goThere(linking.url) : undefined}
        />
      )}
      {linking.kind === 'done' ? (
        <LinkedNotice
          integration={linking.integration}
          type={listed.Type}
          onOther={isOauth ? reset : undefined}
        />
      ) : (
        <section className="lp-card">
          {isOwner ? (
            <SettingsForm
              fields={fields}
              submit={isOauth ? link.continueAt(listed.Title) : link.linkNow}
              isBusy={isBusy}
              problems={problemsOf(error)}
              onSubmit={(settings) => begin(settings, isOauth)}
            />
          ) : (
            <div>
              <Button kind="main" disabled>
                {isOauth ? link.continueAt(listed.Title) : link.linkNow}
              </Button>
            </div>
          )}
          {isOauth && <p className="lp-small lp-quiet">{link.oauthPrivacy(listed.Title)}</p>}
        </section>
      )}
    </>
  )
}

/** What the server says of single settings: `Settings.url` is of `url`. */
function problemsOf(error: unknown): ReadonlyMap<string, string> {
  if (!(error instanceof ProblemError)) return new Map()
  return new Map(
    error.errors.map(({ member, problem }) => [
      member.replace(/^Settings\./, '').split(/[.[]/)[0] ?? '',
      problem,
    ]),
  )
}
