import { Segments } from '../components/segments.js'
import { useTexts } from './console-context.js'
import { type Theme, themes } from './theme.js'

export interface ThemeChoiceProps {
  readonly theme: Theme
  readonly onChange: (theme: Theme) => void
}

export function ThemeChoice({ theme, onChange }: ThemeChoiceProps) {
  const { common } = useTexts()
  return (
    <Segments
      label={common.theme}
      options={themes.map((value) => ({ value, text: common.themes[value] }))}
      value={theme}
      onChange={onChange}
    />
  )
}
