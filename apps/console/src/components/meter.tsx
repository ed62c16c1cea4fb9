/** How far something has come, in per cent. */
export function Meter({ label, percent }: { readonly label: string; readonly percent: number }) {
  return (
    <div
      className="lp-meter"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <i style={{ width: `${percent}%` }} />
    </div>
  )
}
