import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { useTexts } from '../app/console-context.js'
import { hasWords } from '../words/find.js'
import { ComboboxList } from './combobox-list.js'
import { Icon } from './icon.js'

export interface ComboboxOption {
  readonly id: string
  readonly label: string
  /** What tells it from others of a like name. */
  readonly detail: string
}

export interface ComboboxProps {
  readonly label: string
  readonly options: readonly ComboboxOption[]
  readonly value: string | null
  readonly isDisabled?: boolean
  readonly isInvalid?: boolean
  /** The id of what says more, for those who hear the page. */
  readonly describedBy?: string
  readonly onChange: (id: string) => void
}

/** So many are shown at once; typing narrows them down. */
const most = 60

/** A choice among many by typing (ARIA Authoring Practices, combobox with list autocomplete). */
export function Combobox(props: ComboboxProps) {
  const { label, options, value, isDisabled = false, isInvalid = false, describedBy, onChange } = props
  const { mapping } = useTexts()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [typed, setTyped] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const chosen = useMemo(() => options.find((option) => option.id === value), [options, value])
  const fitting = useMemo(
    () =>
      isOpen ? options.filter((option) => hasWords(`${option.label} ${option.detail}`, typed ?? '')) : [],
    [isOpen, options, typed],
  )
  const shown = fitting.slice(0, most)

  function open(): void {
    if (isOpen || isDisabled) return
    setActive(
      Math.max(
        0,
        options.slice(0, most).findIndex((option) => option.id === value),
      ),
    )
    setIsOpen(true)
  }

  function close(): void {
    setIsOpen(false)
    setTyped(null)
  }

  function choose(option: ComboboxOption | undefined): void {
    if (option && option.id !== value) onChange(option.id)
    close()
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { key } = event
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault()
      if (!isOpen) return open()
      const step = key === 'ArrowDown' ? 1 : shown.length - 1
      setActive((index) => (shown.length === 0 ? 0 : (index + step) % shown.length))
    } else if (key === 'Enter' && isOpen) {
      event.preventDefault()
      choose(shown[active])
    } else if (key === 'Escape' && isOpen) {
      event.preventDefault()
      event.stopPropagation()
      close()
    }
  }

  return (
    <div className="lp-combobox">
      <input
        ref={input}
        className="lp-input"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-list` : undefined}
        aria-activedescendant={isOpen && shown.length > 0 ? `${id}-list-${active}` : undefined}
        aria-invalid={isInvalid}
        aria-describedby={describedBy}
        placeholder={mapping.choose}
        disabled={isDisabled}
        value={typed ?? chosen?.label ?? value ?? ''}
        onClick={open}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={close}
        onInput={(event) => {
          setTyped(event.currentTarget.value)
          setActive(0)
          setIsOpen(true)
        }}
        onKeyDown={onKeyDown}
      />
      <Icon name="down" />
      {isOpen && (
        <>
          <span className="lp-hidden" role="status">
            {mapping.matches(fitting.length)}
          </span>
          <ComboboxList
            id={`${id}-list`}
            label={label}
            input={input}
            options={shown}
            more={fitting.length - shown.length}
            active={active}
            chosen={value}
            onChoose={choose}
          />
        </>
      )}
    </div>
  )
}
