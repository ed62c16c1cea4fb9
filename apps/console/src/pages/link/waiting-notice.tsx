import { useTexts } from '../../app/console-context.js'
import { Button } from '../../components/button.js'
import { Notice } from '../../components/notice.js'
import type { Linking } from '../../linking/use-linking.js'

export interface WaitingNoticeProps {
  readonly title: string
  readonly waiting: Extract<Linking, { kind: 'waiting' }>
  readonly onOpenAgain: () => void
  /** Absent where the page is not ours to leave. */
  readonly onGoThere: (() => void) | undefined
}

/** While the owner is in the ledger's own window. */
export function WaitingNotice({ title, waiting, onOpenAgain, onGoThere }: WaitingNoticeProps) {
  const { link } = useTexts()
  const { isBlocked, isClosed } = waiting
  const said = isBlocked ? link.blocked : isClosed ? link.closed : link.waiting(title)
  return (
    <Notice tone={isBlocked || isClosed ? 'warn' : 'busy'} title={said}>
      <div className="lp-row">
        <Button onClick={onOpenAgain}>{link.openAgain}</Button>
        {isBlocked && onGoThere && <Button onClick={onGoThere}>{link.goHere}</Button>}
      </div>
    </Notice>
  )
}
