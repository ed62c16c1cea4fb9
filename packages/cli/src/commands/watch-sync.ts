import type { SyncRecord } from '@ledgerpost/client'
import type { Access } from '../access/open-access.js'
import { isLocal } from '../access/development-token.js'
import { CommandError } from '../command-error.js'
import { exitCodes } from '../exit-codes.js'
import { createScreen } from '../output/screen.js'
import { counted } from '../output/words.js'
import type { Surroundings } from '../surroundings.js'

/** As the API asks of its clients. */
const firstPause = 5000
const longestPause = 60_000
/** Nobody else is kept waiting by a server on the same machine. */
const localPause = 500

/** A resync that changes nothing leaves no mark: it is taken for done after so many looks that saw nothing move. */
const quietLooks = 6

/** Says by all that was seen, the newest last, whether what was asked for is done. */
export type IsDone = (looks: readonly SyncRecord[]) => boolean

export const isSyncDone: IsDone = (looks) => {
  const status = looks.at(-1)?.Status
  return status === 'Success' || status === 'Failed'
}

/** Its record was done before: packets tell, which are Pending and Sending while they go. */
export const isResyncDone: IsDone = (looks) => {
  const last = looks.at(-1)
  if (!last || last.Outcome.Pending + last.Outcome.Sending > 0) return false
  if (last.Outcome.Held + last.Outcome.Rejected + last.Outcome.InDoubt === 0) return true
  const latest = looks.slice(-quietLooks).map(({ Outcome }) => JSON.stringify(Outcome))
  return latest.length === quietLooks && new Set(latest).size === 1
}

/** Looks at a sync until it is done, and shows how far it is. @throws CommandError when it takes too long */
export async function watchSync(
  surroundings: Surroundings,
  { subscriber, url }: Access,
  recordId: string,
  { seconds, isDone }: { readonly seconds: number; readonly isDone: IsDone },
): Promise<SyncRecord> {
  const { clock, messages, signal } = surroundings
  const screen = createScreen(messages)
  const until = clock.now() + seconds * 1000
  const looks: SyncRecord[] = []
  for (
    let pause = isLocal(url) ? localPause : firstPause;
    ;
    pause = isLocal(url) ? pause : Math.min(longestPause, pause * 2)
  ) {
    const record = await subscriber.syncRecord(recordId, { signal })
    looks.push(record)
    const { Sent, Held, Rejected, InDoubt, Pending, Sending } = record.Outcome
    const packets = Sent + Held + Rejected + InDoubt + Pending + Sending
    const hasEnded = isDone(looks)
    const total = Math.max(packets, 1)
    screen.progress(
      record.Status === 'Queued' ? 'queued' : 'sending',
      hasEnded ? total : Math.min(packets - Pending - Sending, total - 1),
      total,
      `${Sent} of ${counted(packets, 'packet')} in the ledger`,
    )
    if (hasEnded) return record
    if (clock.now() >= until) {
      throw new CommandError(
        exitCodes.stillRunning,
        `The sync is not done after ${seconds} s. It goes on; look again later.`,
        `ledgerpost history ${recordId}`,
      )
    }
    await clock.sleep(pause, signal)
  }
}
