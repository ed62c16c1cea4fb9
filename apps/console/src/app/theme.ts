import { useState } from 'react'

export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const storageKey = 'ledgerpost-theme'

/** The colours that the reader chose, kept in this browser where it allows that. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(storedTheme)
  return [
    theme,
    (chosen) => {
      setTheme(chosen)
      storeTheme(chosen)
    },
  ]
}

function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(storageKey)
    return themes.find((theme) => theme === stored) ?? 'auto'
  } catch {
    // A browser that keeps nothing shows the colours of the system.
    return 'auto'
  }
}

function storeTheme(theme: Theme): void {
  try {
    localStorage.setItem(storageKey, theme)
  } catch {
    // It then holds as long as the page does.
  }
}
