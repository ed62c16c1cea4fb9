import { stepNames } from '@ledgerpost/engine'
import { expect, it } from 'vitest'
import { passages } from './passages.js'
import { killPoints } from './points.js'

const { played, notPlayed } = killPoints()

it('knows every step of a job, and no other', () => {
  expect(Object.keys(passages).toSorted()).toEqual([...stepNames].toSorted())
})

it('plays every step before and after it, or says why not', () => {
  for (const books of ['Xero', 'PlainText'] as const) {
    for (const packets of ['per order', 'summarised']) {
      for (const step of stepNames) {
        const name = `${books} ${packets} ${step}`
        const isPlayed = ['before', 'after'].every((moment) =>
          played.some((point) => point.name === `${name} ${moment}`),
        )
        expect(
          isPlayed || notPlayed.some((listed) => listed.name === name && listed.reason !== ''),
          name,
        ).toBe(true)
      }
    }
  }
})

it('leaves out no step everywhere', () => {
  const steps = new Set(played.map(({ step }) => step))
  expect(stepNames.filter((step) => !steps.has(step))).toEqual([])
})
