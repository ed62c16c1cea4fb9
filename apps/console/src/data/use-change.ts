import type { IntegrationClient } from '@ledgerpost/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useConsole } from '../app/console-context.js'
import { useOtherTabs } from '../app/other-tabs-context.js'

/** Something that the owner does with an integration. Whatever is shown is asked for anew afterwards, in all tabs. */
export function useChange<Input, Result>(
  type: string,
  work: (integration: IntegrationClient, input: Input) => Promise<Result>,
) {
  const { subscriber } = useConsole()
  const queries = useQueryClient()
  const tabs = useOtherTabs()
  return useMutation({
    mutationFn: (input: Input) => work(subscriber.integration(type), input),
    async onSettled() {
      tabs.tell()
      await queries.invalidateQueries()
    },
  })
}
