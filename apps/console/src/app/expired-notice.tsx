import { useMutation } from '@tanstack/react-query'
import { Button } from '../components/button.js'
import { FailureNotice } from '../components/failure-notice.js'
import { Notice } from '../components/notice.js'
import { useConsole, useTokenState } from './console-context.js'

/** What to do when the token is used up. Requests wait meanwhile, and go on with the next token. */
export function ExpiredNotice() {
  const { tokens, renewToken, ownsPage, texts } = useConsole()
  const { access } = texts
  const state = useTokenState()
  const renewal = useMutation({
    mutationFn: async (renew: () => Promise<string>) => tokens.set(await renew()),
  })
  if (state === 'usable') return null
  return (
    <>
      <Notice tone="warn" title={state === 'expired' ? access.expired : access.missing}>
        {state === 'expired' && <p>{ownsPage ? access.expiredNext : access.expiredHost}</p>}
        {renewToken && (
          <Button kind="main" isBusy={renewal.isPending} onClick={() => renewal.mutate(renewToken)}>
            {access.again}
          </Button>
        )}
      </Notice>
      {renewal.error && <FailureNotice error={renewal.error} />}
    </>
  )
}
