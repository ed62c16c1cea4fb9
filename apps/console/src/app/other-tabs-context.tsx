import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { openOtherTabs, type OtherTabs } from '../data/other-tabs.js'
import { useConsole } from './console-context.js'

const alone: OtherTabs = { tell: () => undefined, close: () => undefined }
const Context = createContext<OtherTabs>(alone)

/** Shows what was changed in another tab as soon as it was. */
export function OtherTabsProvider({ children }: { readonly children: ReactNode }) {
  const { subscriberId } = useConsole()
  const queries = useQueryClient()
  const [tabs, setTabs] = useState(alone)
  useEffect(() => {
    const opened = openOtherTabs(subscriberId, () => void queries.invalidateQueries())
    setTabs(opened)
    return () => opened.close()
  }, [subscriberId, queries])
  return <Context.Provider value={tabs}>{children}</Context.Provider>
}

export const useOtherTabs = (): OtherTabs => useContext(Context)
