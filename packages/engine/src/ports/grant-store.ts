/** A token grant as stored: sealed, with a version that every change raises. */
export interface StoredGrant {
  readonly id: string
  readonly sealed: string
  readonly version: number
}

export interface GrantStore {
  grant(id: string): Promise<StoredGrant | undefined>
  /** All of the subscriber's, by ascending id. */
  grants(): Promise<readonly StoredGrant[]>
  createGrant(grant: StoredGrant): Promise<void>
  /**
   * Takes the exclusive right to refresh the grant, for at most so long; false if another has it, or if the grant's
   * version is no longer the one given. Uses database time.
   */
  claimGrant(
    grant: { readonly id: string; readonly version: number },
    claimant: string,
    milliseconds: number,
  ): Promise<boolean>
  /**
   * Replaces the grant and ends the claim; false unless its version is still `grant.version - 1` and nobody else has claimed
   * it since. A claim that lapsed without anybody taking it still counts: the tokens that it brought are the only good ones.
   */
  replaceGrant(grant: StoredGrant, claimant: string): Promise<boolean>
  /** Ends the claim, if it stands. */
  releaseGrant(id: string, claimant: string): Promise<void>
  removeGrant(id: string): Promise<void>
}
