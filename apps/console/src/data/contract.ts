import type { AccountingIntegration } from '@ledgerpost/client'

export type MapType = 0 | 1 | 2

export interface ReviewItem {
  readonly MapType: MapType
  readonly MindbodyId: string
  readonly Name: string
  readonly LocationId?: string | null
  readonly IntegrationId: string | null
  readonly Problem: string | null
  readonly IsNeeded: boolean
  readonly Amount: number
  readonly Suggestion: { readonly IntegrationId: string; readonly Score: number; readonly Reason: string } | null
}

export interface MappingReview {
  readonly Since: string
  readonly Currency: string
  readonly Coverage: { readonly Mapped: number; readonly Total: number }
  readonly Items: readonly ReviewItem[]
}

export interface Day {
  readonly Date: string
  readonly Orders: number
  readonly Sold: number
  readonly Posted: number
  readonly Held: number
  readonly Rejected: number
  readonly InDoubt: number
  readonly Waiting: number
  readonly State: 'AllSent' | 'SomethingHeld' | 'Nothing'
}

export interface Days {
  readonly Currency: string
  readonly Days: readonly Day[]
}

export interface ListedIntegration {
  readonly Type: string
  readonly Title: string
  readonly Status: AccountingIntegration['Status']
  readonly Authorisation: 'oauth2' | 'credentials' | 'none'
  readonly Organisation: string | null
  readonly SettingsSchema: unknown
  readonly UnavailableReasons: AccountingIntegration['UnavailableReasons']
  readonly LastSyncTime: string | null
}
