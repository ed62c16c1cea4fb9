import type { AdapterModule } from '@ledgerpost/core'
import { createExampleAdapter } from './create-example-adapter.js'

/** Makes the adapter for a server that is told of this package by its name (`LEDGERPOST_ADAPTERS`). */
export const createAdapter: AdapterModule['createAdapter'] = (environment) => {
  const apiUrl = environment['EXAMPLE_API_URL']
  return createExampleAdapter({
    clientId: needed('EXAMPLE_CLIENT_ID'),
    clientSecret: needed('EXAMPLE_CLIENT_SECRET'),
    ...(apiUrl === undefined || apiUrl === '' ? {} : { apiUrl }),
  })

  function needed(name: string): string {
    const value = environment[name]
    if (value === undefined || value === '')
      throw new Error(`${name} must be set: it is of your app at Example Books`)
    return value
  }
}
