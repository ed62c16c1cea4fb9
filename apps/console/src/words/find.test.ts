import { expect, it } from 'vitest'
import { hasWords } from './find.js'

it.each([
  ['Sales of Services', 'serv sales', true],
  ['Café au lait', 'cafe', true],
  ['CAFE', 'café', true],
  ['Sales', '', true],
  ['Sales', 'sales tax', false],
])('%s fits what was typed: %s → %s', (text, typed, expected) => expect(hasWords(text, typed)).toBe(expected))
