import { cp, rm } from 'node:fs/promises'
import { packageBuild } from '../../tsup.config.base.js'
import { templateFolders } from './src/template-folders.js'

export default packageBuild({
  // The template is a package of this repository, tested like any other; it is shipped as it stands there.
  async onSuccess() {
    await rm('dist/template', { recursive: true, force: true })
    for (const folder of templateFolders) {
      await cp(`../adapter-template/${folder}`, `dist/template/${folder}`, { recursive: true })
    }
  },
})
