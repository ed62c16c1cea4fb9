import type { Instant } from '@ledgerpost/core'

const expand = '$expand=Purchaser,Items,Cost,Payments'
const sort = '$orderby=LastModifiedTime'

/** Where the orders modified at or after the moment begin; all orders, if it is null. */
export function firstPage(root: string, modifiedSince: Instant | null): URL {
  const since =
    modifiedSince === null ? '' : `&$filter=${encodeURIComponent(`LastModifiedTime ge ${modifiedSince}`)}`
  return new URL(`${root.replace(/\/+$/, '')}/Orders?${expand}&${sort}${since}`)
}
