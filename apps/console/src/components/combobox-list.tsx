import { type RefObject, useLayoutEffect, useRef } from 'react'
import { useTexts } from '../app/console-context.js'
import type { ComboboxOption } from './combobox.js'
import { placeBelow } from './place-below.js'

export interface ComboboxListProps {
  readonly id: string
  readonly label: string
  readonly input: RefObject<HTMLInputElement | null>
  readonly options: readonly ComboboxOption[]
  /** How many more fit than are shown. */
  readonly more: number
  readonly active: number
  readonly chosen: string | null
  readonly onChoose: (option: ComboboxOption) => void
}

/** The options of a combobox, above everything else on the page. */
export function ComboboxList({
  id,
  label,
  input,
  options,
  more,
  active,
  chosen,
  onChoose,
}: ComboboxListProps) {
  const { mapping } = useTexts()
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const [shown, anchor] = [list.current, input.current]
    if (!shown || !anchor) return undefined
    shown.showPopover()
    const place = () => placeBelow(shown, anchor)
    place()
    window.addEventListener('scroll', place, true)
    window.addEventListener('resize', place)
    return () => {
      window.removeEventListener('scroll', place, true)
      window.removeEventListener('resize', place)
    }
  }, [input])
  useLayoutEffect(() => {
    list.current?.querySelector('[data-active="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div ref={list} className="lp-options" popover="manual">
      <div id={id} role="listbox" aria-label={label}>
        {options.map((option, index) => (
          <div
            key={option.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={option.id === chosen}
            data-active={index === active}
            onMouseDown={(event) => {
              // The input keeps the focus.
              event.preventDefault()
              onChoose(option)
            }}
          >
            <span>{option.label}</span>
            {option.detail !== '' && <small>{option.detail}</small>}
          </div>
        ))}
      </div>
      {options.length === 0 && <div className="lp-options-note">{mapping.noMatch}</div>}
      {more > 0 && <div className="lp-options-note">{mapping.moreMatches(more)}</div>}
    </div>
  )
}
