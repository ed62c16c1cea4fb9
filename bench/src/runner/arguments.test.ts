import { describe, expect, it } from 'vitest'
import { readArguments, UnknownArgument } from './arguments.js'

const races = ['map', 'sync', 'queue']

describe('the arguments', () => {
  it('are a short round of all races unless something else is said', () => {
    expect(readArguments([], races)).toEqual({
      races,
      round: 'short',
      repetitions: 5,
      seed: 1,
      json: undefined,
    })
  })

  it('name races, which run in their own order, and how they are run', () => {
    const texts = ['queue', 'map', '--full', '--repetitions', '7', '--seed', '9', '--json', 'out.json']
    expect(readArguments(texts, races)).toEqual({
      races: ['map', 'queue'],
      round: 'full',
      repetitions: 7,
      seed: 9,
      json: 'out.json',
    })
  })

  it.each([
    [['flight'], 'There is no race flight.'],
    [['--repetitions', '0'], "--repetitions is a whole number from 1 up, not '0'."],
    [['--seed', 'one'], "--seed is a whole number from 1 up, not 'one'."],
    [['--fast'], '--fast'],
  ])('%j are refused with what there is', (texts, message) => {
    const read = () => readArguments(texts, races)
    expect(read).toThrow(UnknownArgument)
    expect(read).toThrow(message)
    expect(read).toThrow('map, sync, queue')
  })
})
