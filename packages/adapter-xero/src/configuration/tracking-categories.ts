import { type JsonRecord, recordsMember, textMember } from '@ledgerpost/adapter-kit'
import type { TrackingCategory, TrackingOption } from '@ledgerpost/core'

/** A tracking category with its options; undefined for one without an id. */
export function trackingCategoryOf(category: JsonRecord): TrackingCategory | undefined {
  const known = optionOf(category, 'TrackingCategoryID')
  return (
    known && {
      ...known,
      options: recordsMember(category, 'Options').flatMap((each) => optionOf(each, 'TrackingOptionID') ?? []),
    }
  )
}

function optionOf(element: JsonRecord, idMember: string): TrackingOption | undefined {
  const id = textMember(element, idMember)
  if (id === undefined) return undefined
  return {
    id,
    name: textMember(element, 'Name') ?? id,
    isActive: (textMember(element, 'Status') ?? 'ACTIVE') === 'ACTIVE',
  }
}
