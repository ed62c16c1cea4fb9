import { useId } from 'react'
import { useTexts } from '../../app/console-context.js'
import { Button } from '../../components/button.js'
import { Combobox, type ComboboxOption } from '../../components/combobox.js'
import { Money } from '../../components/money.js'
import type { ReviewItem } from '../../data/contract.js'
import { sureness } from './map-items.js'
import type { Edit } from './use-map-edits.js'

export interface MapRowProps {
  readonly item: ReviewItem
  readonly currency: string
  readonly targets: readonly ComboboxOption[]
  readonly edit: Edit | undefined
  readonly canChange: boolean
  readonly onChoose: (item: ReviewItem, integrationId: string) => void
}

/** One thing of the platform, what runs over it, and where it belongs. */
export function MapRow({ item, currency, targets, edit, canChange, onChoose }: MapRowProps) {
  const { mapping } = useTexts()
  const id = useId()
  const value = edit?.integrationId ?? item.IntegrationId
  const isBroken = item.Problem !== null && edit === undefined
  return (
    <>
      <div role="cell" className="lp-map-name">
        <span>{item.MapType === 0 && item.MindbodyId === 'none' ? mapping.untaxed : item.Name}</span>
        {item.LocationId != null && (
          <small className="lp-small lp-quiet">{mapping.atLocation(item.LocationId)}</small>
        )}
      </div>
      <div role="cell" className="lp-number lp-map-amount">
        {item.Amount === 0 ? (
          <span className="lp-quiet lp-small">{mapping.noMoney}</span>
        ) : (
          <Money amount={item.Amount} currency={currency} />
        )}
      </div>
      <div role="cell" className="lp-map-target">
        <Combobox
          label={mapping.chooseFor(mapping.targets[item.MapType], item.Name)}
          options={targets}
          value={value}
          isDisabled={!canChange}
          isInvalid={isBroken}
          describedBy={id}
          onChange={(integrationId) => onChoose(item, integrationId)}
        />
        <div
          id={id}
          className="lp-map-below"
          data-tone={isBroken || edit?.state === 'failed' ? 'bad' : 'info'}
        >
          <Below item={item} edit={edit} targets={targets} canChange={canChange} onChoose={onChoose} />
        </div>
      </div>
    </>
  )
}

/** What there is to say of a choice: that it is being saved, what is wrong with it, or what would fit. */
function Below({ item, edit, targets, canChange, onChoose }: Omit<MapRowProps, 'currency'>) {
  const { mapping } = useTexts()
  const { Suggestion: suggestion, Problem, IntegrationId, IsNeeded } = item
  if (edit) return <span>{edit.state === 'saving' ? mapping.saving : mapping.notSaved}</span>
  if (IntegrationId !== null && Problem === null) return null
  const target =
    targets.find(({ id }) => id === suggestion?.IntegrationId)?.label ?? suggestion?.IntegrationId
  return (
    <>
      {Problem !== null && <span>{Problem}</span>}
      {suggestion !== null && target !== undefined ? (
        <div className="lp-suggestion">
          <span>
            {mapping.suggestion}: <strong>{target}</strong>
            <small>
              {mapping.sure[sureness(suggestion.Score)]} ({mapping.score(suggestion.Score)}),{' '}
              {mapping.because(suggestion.Reason)}
            </small>
          </span>
          {canChange && (
            <Button
              aria-label={mapping.acceptFor(target, item.Name)}
              onClick={() => onChoose(item, suggestion.IntegrationId)}
            >
              {mapping.accept}
            </Button>
          )}
        </div>
      ) : (
        !IsNeeded && <span>{mapping.optional}</span>
      )}
    </>
  )
}
