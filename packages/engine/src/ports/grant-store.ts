/** A token grant as stored: sealed, with a version that every change raises. */
export interface StoredGrant {
  readonly id: string
  readonly sealed: string
  readonly version: number
}

export interface GrantStore {
  grant(id: string): Promise<StoredGrant | undefined>
  createGrant(grant: StoredGrant): Promise<void>
  /** Replaces the grant if its version is still `grant.version - 1`; false otherwise. */
  replaceGrant(grant: StoredGrant): Promise<boolean>
  removeGrant(id: string): Promise<void>
}
