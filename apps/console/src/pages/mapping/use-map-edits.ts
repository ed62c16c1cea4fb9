import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useConsole } from '../../app/console-context.js'
import { useOtherTabs } from '../../app/other-tabs-context.js'
import { keys } from '../../data/keys.js'
import { type Choice, itemKey, mapInput } from './map-items.js'

/** A choice that the server does not have yet, or has only just got. */
export interface Edit extends Choice {
  readonly state: 'saving' | 'failed'
}

export interface MapEdits {
  /** By the key of the item. */
  readonly edits: ReadonlyMap<string, Edit>
  readonly error: unknown
  choose(choices: readonly Choice[]): void
  /** Saves again what was not saved. */
  retry(): void
}

/** Saves choices as they are made, one request after the other. What could not be saved stays and can be saved later. */
export function useMapEdits(type: string): MapEdits {
  const { subscriber } = useConsole()
  const queries = useQueryClient()
  const tabs = useOtherTabs()
  const [edits, setEdits] = useState<ReadonlyMap<string, Edit>>(new Map())

  function mark(choices: readonly Choice[], state: Edit['state'] | null): void {
    setEdits((before) => {
      const after = new Map(before)
      for (const choice of choices) {
        const key = itemKey(choice.item)
        const isCurrent = after.get(key)?.integrationId === choice.integrationId
        if (state === 'saving') after.set(key, { ...choice, state })
        // A later choice for the same item is saved on its own.
        else if (isCurrent && state === null) after.delete(key)
        else if (isCurrent && state !== null) after.set(key, { ...choice, state })
      }
      return after
    })
  }

  const saving = useMutation({
    scope: { id: `map ${type}` },
    mutationFn: (choices: readonly Choice[]) => subscriber.integration(type).map(mapInput(choices)),
    onMutate: (choices) => mark(choices, 'saving'),
    onError: (_error, choices) => mark(choices, 'failed'),
    async onSuccess(integration, choices) {
      queries.setQueryData(keys.integration(type), integration)
      tabs.tell()
      await queries.invalidateQueries({ queryKey: keys.review(type) })
      mark(choices, null)
    },
  })

  function retry(): void {
    const failed = [...edits.values()].filter(({ state }) => state === 'failed')
    if (failed.length > 0) saving.mutate(failed)
  }

  useEffect(() => {
    window.addEventListener('online', retry)
    return () => window.removeEventListener('online', retry)
  })

  const hasFailed = [...edits.values()].some(({ state }) => state === 'failed')
  return { edits, error: hasFailed ? saving.error : null, choose: saving.mutate, retry }
}
