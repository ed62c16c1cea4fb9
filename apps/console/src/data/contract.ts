import type { Days, MappingReview } from '@ledgerpost/client'

export type ReviewItem = MappingReview['Items'][number]
export type MapType = ReviewItem['MapType']
export type Day = Days['Days'][number]
