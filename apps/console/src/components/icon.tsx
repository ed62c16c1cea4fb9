const paths = {
  check: 'M3.5 8.5 6.5 11.5 12.5 4.5',
  warning: 'M8 4.5v4M8 11.2v.3',
  cross: 'M4.5 4.5 11.5 11.5M11.5 4.5 4.5 11.5',
  info: 'M8 7.5v4M8 4.7v.3',
  clock: 'M8 4.5V8l2.5 1.5',
  down: 'M4 6.5 8 10.5 12 6.5',
  out: 'M6 4H4v8h8v-2M9 3.5h3.5V7M12 4 7.5 8.5',
  up: 'M4 9.5 8 5.5 12 9.5',
  dash: 'M4.5 8h7',
} as const

export type IconName = keyof typeof paths

const rounded: ReadonlySet<IconName> = new Set(['warning', 'info', 'clock'])

/** A drawing that says nothing by itself: words stand beside it. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {rounded.has(name) && (
        <circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" strokeWidth="1.4" />
      )}
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
