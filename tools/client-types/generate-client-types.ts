import { join } from 'node:path'
import { openApiDocument } from '@ledgerpost/server'
import openapiTypescript, { astToString } from 'openapi-typescript'
import { repositoryRoot } from '../workspace.js'

export const clientTypesFile = join(repositoryRoot, 'packages/client/src/generated/api.ts')

const heading =
  '/* The types of the API, written by `npm run client:update` from the document of the server. */\n\n'

/** The types of the client, made of the document that the server gives. */
export async function generateClientTypes(): Promise<string> {
  const document = JSON.stringify(openApiDocument())
  const nodes = await openapiTypescript(document, {
    immutable: true,
    alphabetize: true,
    emptyObjectsUnknown: true,
  })
  return heading + astToString(nodes)
}
