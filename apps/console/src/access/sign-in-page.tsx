import { type FormEvent, useState } from 'react'
import { Button } from '../components/button.js'
import { Choice } from '../components/choice.js'
import { Field } from '../components/field.js'
import { Notice } from '../components/notice.js'
import type { Texts } from '../texts/english.js'
import type { DevelopmentPerson } from './development-token.js'

export interface SignInPageProps {
  readonly texts: Texts
  readonly subscriberId: string
  /** Without it, only the platform can sign in. */
  readonly onSignIn: ((person: DevelopmentPerson) => Promise<void>) | undefined
}

/** What is there before anybody has signed in. */
export function SignInPage({ texts, subscriberId: known, onSignIn }: SignInPageProps) {
  const { access, failures } = texts
  const [subscriberId, setSubscriberId] = useState(known)
  const [role, setRole] = useState<DevelopmentPerson['role']>('MINDBODY Owner')
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const [hasFailed, setHasFailed] = useState(false)

  async function signIn(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (subscriberId.trim() === '') return setProblem(access.subscriberMissing)
    setIsBusy(true)
    try {
      await onSignIn?.({ subscriberId: subscriberId.trim(), role })
    } catch {
      // Whatever it was, the way on is the same; the notice tells it.
      setHasFailed(true)
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <div className="lp" data-theme="auto">
      <main className="lp-alone lp-form">
        <h1>{access.title}</h1>
        <p>{access.fromPlatform}</p>
        {onSignIn && (
          <form className="lp-card lp-form" onSubmit={(event) => void signIn(event)} noValidate>
            <p className="lp-quiet">{access.development}</p>
            <Field
              label={access.subscriber}
              hint={access.subscriberHint}
              problem={problem}
              value={subscriberId}
              onInput={(event) => setSubscriberId(event.currentTarget.value)}
            />
            <fieldset className="lp-fieldset">
              <legend>{access.role}</legend>
              <Choice
                type="radio"
                name="role"
                label={access.roles.owner}
                checked={role === 'MINDBODY Owner'}
                onChange={() => setRole('MINDBODY Owner')}
              />
              <Choice
                type="radio"
                name="role"
                label={access.roles.admin}
                checked={role === 'MINDBODY Admin'}
                onChange={() => setRole('MINDBODY Admin')}
              />
            </fieldset>
            {hasFailed && (
              <Notice tone="bad" title={failures.unreachable.title}>
                <p>{failures.unreachable.detail}</p>
              </Notice>
            )}
            <div>
              <Button kind="main" type="submit" isBusy={isBusy}>
                {access.signIn}
              </Button>
            </div>
          </form>
        )}
      </main>
    </div>
  )
}
