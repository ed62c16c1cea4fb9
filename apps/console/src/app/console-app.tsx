import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider, type RouterHistory } from '@tanstack/react-router'
import { useState } from 'react'
import { createQueryClient } from '../data/query-client.js'
import { type ConsoleHost, ConsoleProvider, createConsoleContext } from './console-context.js'
import { OtherTabsProvider } from './other-tabs-context.js'
import { createConsoleRouter } from './router.js'

export interface ConsoleAppProps {
  readonly host: ConsoleHost
  readonly history: RouterHistory
}

/** The whole console, for one subscriber. */
export function ConsoleApp({ host, history }: ConsoleAppProps) {
  const [value] = useState(() => createConsoleContext(host))
  const [queries] = useState(createQueryClient)
  const [router] = useState(() => createConsoleRouter(history))
  return (
    <ConsoleProvider value={value}>
      <QueryClientProvider client={queries}>
        <OtherTabsProvider>
          <RouterProvider router={router} />
        </OtherTabsProvider>
      </QueryClientProvider>
    </ConsoleProvider>
  )
}
