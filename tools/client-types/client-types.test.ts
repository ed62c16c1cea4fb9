import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { clientTypesFile, generateClientTypes } from './generate-client-types.js'

it('of the client are those of the document that the server gives (`npm run client:update` after a change of the API)', async () => {
  expect(await generateClientTypes()).toBe(readFileSync(clientTypesFile, 'utf8'))
})
