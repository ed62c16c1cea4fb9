import { describe, expect, it } from 'vitest'
import { isResendable, mayFollow, packetStatuses, type PacketStatus } from './packet-state.js'

describe('what may follow on a packet status', () => {
  it.each<[PacketStatus, readonly PacketStatus[]]>([
    ['Pending', ['Pending', 'Held', 'Sending']],
    ['Held', ['Pending', 'Held', 'Sending']],
    ['Sending', ['Pending', 'Sent', 'Rejected', 'InDoubt']],
    ['Sent', []],
    ['Rejected', ['Pending', 'Held', 'Sending', 'Rejected']],
    ['InDoubt', ['Pending', 'Sending', 'Sent', 'Rejected', 'InDoubt']],
  ])('%s is %j', (from, followers) => {
    expect(packetStatuses.filter((to) => mayFollow(from, to))).toEqual(followers)
  })

  it('is never Sent without having been sent', () => {
    expect(packetStatuses.filter((from) => mayFollow(from, 'Sent'))).toEqual(['Sending', 'InDoubt'])
  })

  it('reaches Sent from everywhere', () => {
    const reaching = new Set<PacketStatus>(['Sent'])
    for (const _ of packetStatuses) {
      for (const from of packetStatuses)
        if ([...reaching].some((to) => mayFollow(from, to))) reaching.add(from)
    }
    expect(reaching.size).toBe(packetStatuses.length)
  })
})

it('takes up again what is neither sent nor being sent', () => {
  expect(packetStatuses.filter(isResendable)).toEqual(['Pending', 'Held', 'Rejected', 'InDoubt'])
})
