export { createPlainTextAdapter, type PlainTextOptions } from './adapter.js'
export { type PlainTextSettings, plainTextSettings } from './accounts/settings.js'
export type { FileSystem } from './books/file-system.js'
