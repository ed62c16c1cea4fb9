import { type JsonRecord, textMember } from '@ledgerpost/adapter-kit'
import type { TrackingCategory, TrackingOption } from '@ledgerpost/core'

/** Classes or locations, as mapping sees them. */
export function trackingCategoryOf(
  category: Pick<TrackingCategory, 'id' | 'name' | 'isActive'>,
  elements: readonly JsonRecord[],
): TrackingCategory {
  return { ...category, options: elements.flatMap((element) => optionOf(element) ?? []) }
}

function optionOf(element: JsonRecord): TrackingOption | undefined {
  const id = textMember(element, 'Id')
  if (id === undefined) return undefined
  const name = textMember(element, 'FullyQualifiedName') ?? textMember(element, 'Name') ?? id
  return { id, name, isActive: element['Active'] !== false }
}
