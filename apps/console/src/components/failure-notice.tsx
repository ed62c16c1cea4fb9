import { useTexts } from '../app/console-context.js'
import { describeFailure } from '../words/failure.js'
import { Button } from './button.js'
import { Notice } from './notice.js'

export interface FailureNoticeProps {
  readonly error: unknown
  readonly onRetry?: () => void
}

/** An error in words, with a way on where there is one. */
export function FailureNotice({ error, onRetry }: FailureNoticeProps) {
  const texts = useTexts()
  const { title, detail, points, reference, isPassing } = describeFailure(error, texts.failures)
  return (
    <Notice tone={isPassing ? 'warn' : 'bad'} title={title}>
      <p>{detail}</p>
      {points.length > 0 && (
        <ul>
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
      {reference !== null && <p className="lp-small lp-quiet">{texts.failures.reference(reference)}</p>}
      {onRetry && <Button onClick={onRetry}>{texts.common.tryAgain}</Button>}
    </Notice>
  )
}
