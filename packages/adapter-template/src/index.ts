export { createAdapter } from './create-adapter.js'
export { createExampleAdapter, type ExampleAdapterOptions } from './create-example-adapter.js'
export { exampleSettings, type ExampleSettings } from './settings.js'
