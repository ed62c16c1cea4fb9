import { stepNames } from '@ledgerpost/engine'
import { expect, it } from 'vitest'
import { passages } from './passages.js'
import { killPoints } from './points.js'

const { played, notPlayed } = killPoints()

it('knows every step of a job, and no other', () => {
  expect(Object.keys(passages).toSorted()).toEqual([...stepNames].toSorted())
})

it('plays every step before and after it, or says why not', () => {
  const names = ['Xero', 'PlainText'].flatMap((books) =>
    ['per order', 'summarised'].flatMap((packets) => stepNames.map((step) => `${books} ${packets} ${step}`)),
  )
  const isPlayed = (name: string) =>
    ['before', 'after'].every((moment) => played.some((point) => point.name === `${name} ${moment}`))
  const isListed = (name: string) => notPlayed.some((listed) => listed.name === name && listed.reason !== '')
  expect(names.filter((name) => !isPlayed(name) && !isListed(name))).toEqual([])
})

it('leaves out no step everywhere but those that these adapters never come to', () => {
  const steps = new Set(played.map(({ step }) => step))
  expect(stepNames.filter((step) => !steps.has(step))).toEqual(['send.refuse'])
})
