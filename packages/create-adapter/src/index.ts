export { type AdapterNames, adapterNames } from './adapter-names.js'
export { type CreatedAdapter, createAdapterPackage, type CreateOptions } from './create-adapter-package.js'
