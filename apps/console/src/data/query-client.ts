import { QueryClient } from '@tanstack/react-query'

/** Answers younger than this are taken as they are, in milliseconds. */
const fresh = 5000

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The client repeats what may be repeated; here a person decides.
      queries: { retry: false, staleTime: fresh, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
