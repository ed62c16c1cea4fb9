import type { IntegratorConfiguration } from '@ledgerpost/core'
import type { XeroExtension } from '../configuration/extension.js'
import type { WireTracking } from '../wire/documents.js'

/** What is spread into every line; nothing where nothing is tracked. */
export function trackingOf({ tracking }: XeroExtension): { readonly Tracking?: readonly WireTracking[] } {
  if (tracking.length === 0) return {}
  return {
    Tracking: tracking.map(({ categoryId, optionId }) => ({
      TrackingCategoryID: categoryId,
      TrackingOptionID: optionId,
    })),
  }
}

/** Why a chosen category or option cannot be used; undefined if all can. */
export function trackingProblem(
  { tracking }: XeroExtension,
  { trackingCategories = [] }: IntegratorConfiguration,
): string | undefined {
  for (const { categoryId, optionId } of tracking) {
    const category = trackingCategories.find(({ id }) => id === categoryId)
    const option = category?.options.find(({ id }) => id === optionId)
    const problem =
      problemOf(category, `The tracking category ${categoryId}`) ??
      problemOf(option, `The option ${optionId} of the tracking category '${category?.name}'`)
    if (problem !== undefined) return problem
  }
  return undefined
}

function problemOf(
  found: { readonly name: string; readonly isActive: boolean } | undefined,
  what: string,
): string | undefined {
  const advice = 'Restore it in Xero and Refresh, or link again with another; then Resync.'
  if (!found) return `${what} is not there in Xero. ${advice}`
  return found.isActive ? undefined : `${what} ('${found.name}') is archived in Xero. ${advice}`
}
