import { fc } from '@fast-check/vitest'
import { hostileText, hostileValue } from './hostile-values.test-support.js'

type Place = readonly (string | number)[]

/** A JSON value with one thing in it changed. */
export function changedValue(value: unknown): fc.Arbitrary<unknown> {
  const places = placesOf(value)
  return fc
    .tuple(
      fc.constantFrom(...places),
      fc.oneof(
        hostileValue.map((other) => () => other),
        fc.constant(() => removed),
        fc.constant((old: unknown) => [old]),
        fc.constant((old: unknown) => ({ old })),
        fc.constant((old: unknown) => JSON.stringify(old) ?? ''),
        fc.constant((old: unknown) => (Array.isArray(old) ? [...old, ...old] : [old, old])),
        fc.tuple(hostileText, hostileValue).map(
          ([name, other]) =>
            (old: unknown) =>
              typeof old === 'object' && old !== null && !Array.isArray(old)
                ? { ...old, ...Object.fromEntries([[name, other]]) }
                : other,
        ),
        fc.constant((old: unknown) =>
          typeof old === 'object' && old !== null && !Array.isArray(old)
            ? Object.fromEntries(Object.entries(old).map(([name, member]) => [name.toLowerCase(), member]))
            : old,
        ),
      ),
    )
    .map(([place, change]) => changedAt(value, place, change))
}

const removed: unique symbol = Symbol('removed')

function placesOf(value: unknown, here: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [here]
  const below = Array.isArray(value)
    ? value.flatMap((each, index) => placesOf(each, [...here, index]))
    : Object.entries(value).flatMap(([name, each]) => placesOf(each, [...here, name]))
  return [here, ...below]
}

function changedAt(value: unknown, [first, ...rest]: Place, change: (old: unknown) => unknown): unknown {
  if (first === undefined) {
    const changed = change(value)
    return changed === removed ? undefined : changed
  }
  if (Array.isArray(value)) {
    return value.map((each: unknown, index) => (index === first ? changedAt(each, rest, change) : each))
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      name === first ? changedAt(each, rest, change) : each,
    ]),
  )
}

/** A text with one thing in it changed. */
export function changedText(text: string): fc.Arbitrary<string> {
  const at = fc.nat({ max: text.length })
  return fc.oneof(
    at.map((end) => text.slice(0, end)),
    at.map((place) => text.slice(0, place) + text.slice(place + 1)),
    fc
      .tuple(
        at,
        fc.oneof(hostileText, fc.constantFrom('{', '}', '[', ']', ',', '"', '<', '>', '&', '\u0001')),
      )
      .map(([place, other]) => text.slice(0, place) + other + text.slice(place)),
    fc.constant(text + text),
  )
}
