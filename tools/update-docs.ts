import { writeFileSync } from 'node:fs'
import { actionPage, actionPageFile, actionRoutes } from './action-page/action-page.js'

writeFileSync(actionPageFile, actionPage(actionRoutes()))
