import { writeFileSync } from 'node:fs'
import { readSurfaces, surfaceFile, surfaceText } from './public-surface/read-surface.js'

for (const surface of readSurfaces()) writeFileSync(surfaceFile(surface), surfaceText(surface))
