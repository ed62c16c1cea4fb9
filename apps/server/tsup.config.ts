import { copyFile, cp } from 'node:fs/promises'
import { packageBuild } from '../../tsup.config.base.js'
import { consoleDirectory } from './src/routes/console/console-files.js'
import { bundlePath } from './src/routes/reference/bundle.js'

export default packageBuild({
  async onSuccess() {
    // The reference page's script is one file, and it comes in a package of three hundred: the server has a copy of its own.
    await copyFile(bundlePath(), 'dist/scalar.js')
    const built = consoleDirectory()
    if (built === undefined) {
      throw new Error(
        'The server ships the console: build it first (npm run build --workspace apps/console).',
      )
    }
    await cp(built, 'dist/console', { recursive: true })
  },
})
