/** The documented roles. */
export const roles = ['MINDBODY Owner', 'MINDBODY Admin', 'MINDBODY Automated System'] as const
export type Role = (typeof roles)[number]

/** Who decides about a subscriber's books. */
export const owner: readonly Role[] = ['MINDBODY Owner']

/** Those who look after a subscriber's books. */
export const ownerAndAdmin: readonly Role[] = [...owner, 'MINDBODY Admin']

/** The platform that the orders come from. */
export const platform: readonly Role[] = ['MINDBODY Automated System']

/** The owner, and the platform for them. */
export const ownerAndPlatform: readonly Role[] = [...owner, ...platform]

/** Who calls, as the token says. */
export interface Principal {
  readonly userId: string
  readonly userName: string
  readonly role: Role
  /** The subscribers that the caller may see; `*` is all. */
  readonly subscribers: readonly string[] | '*'
}

export function maySee({ subscribers }: Principal, subscriberId: string): boolean {
  return subscribers === '*' || subscribers.includes(subscriberId)
}
