import { z } from 'zod'

/** What linking asks the owner for. */
export const exampleSettings = z.strictObject({
  /** Stands before each entry's title. */
  titlePrefix: z.string().max(40, 'The prefix has at most 40 characters.').optional(),
})

export type ExampleSettings = z.output<typeof exampleSettings>
