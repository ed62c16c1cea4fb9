const gap = 4
const leastHeight = 160
const tallest = 300
const narrowest = 260

/** Puts a box under an element of the page, or above it where there is more room. */
export function placeBelow(box: HTMLElement, anchor: HTMLElement): void {
  const { left, top, bottom, width } = anchor.getBoundingClientRect()
  const [below, above] = [window.innerHeight - bottom - 2 * gap, top - 2 * gap]
  const isBelow = below >= leastHeight || below >= above
  const wide = Math.min(Math.max(width, narrowest), window.innerWidth - 2 * gap)
  box.style.width = `${wide}px`
  box.style.left = `${Math.max(gap, Math.min(left, window.innerWidth - wide - gap))}px`
  box.style.maxHeight = `${Math.min(tallest, isBelow ? below : above)}px`
  box.style.top = isBelow ? `${bottom + gap}px` : 'auto'
  box.style.bottom = isBelow ? 'auto' : `${window.innerHeight - top + gap}px`
}
