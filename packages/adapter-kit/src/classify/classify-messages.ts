import type { Reason, ReasonKind } from '@ledgerpost/core'

/** One row of an adapter's table: what the integrator says, what that means, and what the owner should do. */
export interface MessagePattern {
  readonly pattern: RegExp
  readonly kind: ReasonKind
  readonly advice: string
}

/**
 * The reason behind the messages of a refusal: the first row of the table that any of them fits, else the
 * fallback. All messages are kept for people.
 */
export function classifyMessages(
  messages: readonly string[],
  patterns: readonly MessagePattern[],
  fallback: Omit<MessagePattern, 'pattern'>,
): Reason {
  const { kind, advice } =
    patterns.find(({ pattern }) => messages.some((message) => pattern.test(message))) ?? fallback
  const said = messages.map((message) => message.trim().replace(/\.*$/, '.')).join(' ')
  return { kind, message: [said, advice].filter((part) => part !== '').join(' ') }
}
