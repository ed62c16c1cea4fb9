import type { PacketState } from '@ledgerpost/core'
import type { DocumentOutcome, Intent } from '@ledgerpost/engine'

/** What a transaction wrote that laws speak of. */
export type Note =
  | { readonly kind: 'intent'; readonly intent: Intent }
  | {
      readonly kind: 'outcomes'
      readonly integrationId: string
      readonly outcomes: readonly DocumentOutcome[]
      readonly intentId: string | null
    }
  | {
      readonly kind: 'states'
      readonly states: readonly { readonly key: string; readonly state: PacketState }[]
    }
  | { readonly kind: 'due'; readonly delay: number }
  | { readonly kind: 'claim'; readonly integrationId: string }
  | { readonly kind: 'status'; readonly integrationId: string; readonly status: string }

/** What was committed, noted beside the store: the store's own history is held against it. */
export class Chronicle {
  /** Intents by the body of their request. */
  intents = new Map<string, Intent>()
  /** How often each intent was answered for certain, by its id. */
  answered = new Map<string, number>()
  /** Every state of each packet, by its key. */
  states = new Map<string, PacketState[]>()

  add(notes: readonly Note[]): void {
    for (const note of notes) {
      if (note.kind === 'intent') this.intents.set(note.intent.body, note.intent)
      else if (note.kind === 'outcomes' && note.intentId !== null) {
        this.answered.set(note.intentId, (this.answered.get(note.intentId) ?? 0) + 1)
      } else if (note.kind === 'states') {
        for (const { key, state } of note.states)
          this.states.set(key, [...(this.states.get(key) ?? []), state])
      }
    }
  }

  /** As it is now; a store that is restored has a chronicle that is restored. */
  copy(): Chronicle {
    const copy = new Chronicle()
    copy.intents = new Map(this.intents)
    copy.answered = new Map(this.answered)
    copy.states = new Map(this.states)
    return copy
  }
}
