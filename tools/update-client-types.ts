import { writeFileSync } from 'node:fs'
import { clientTypesFile, generateClientTypes } from './client-types/generate-client-types.js'

writeFileSync(clientTypesFile, await generateClientTypes())
