import { copyFile } from 'node:fs/promises'
import { packageBuild } from '../../tsup.config.base.js'
import { bundlePath } from './src/routes/reference/bundle.js'

export default packageBuild({
  // The reference page's script is one file, and it comes in a package of three hundred: the server has a copy of its own.
  onSuccess: () => copyFile(bundlePath(), 'dist/scalar.js'),
})
