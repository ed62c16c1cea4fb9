import { requireSecure } from '@ledgerpost/adapter-kit'
import { z } from 'zod'

const url = z
  .string()
  .trim()
  .transform((text) => text.replace(/\/+$/, ''))
  .superRefine((text, context) => {
    const problem = problemOf(text)
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem })
  })

function problemOf(text: string): string | undefined {
  try {
    requireSecure(text, 'The address')
  } catch (error) {
    return error instanceof TypeError
      ? `'${text}' is not an address such as https://tryton.example.org.`
      : String(error instanceof Error ? error.message : error)
  }
  const { username, password, search, hash } = new URL(text)
  return username + password + search + hash === ''
    ? undefined
    : 'The address must be that of the server alone, without user, query or fragment.'
}

/** What the owner says when linking. */
export const trytonSettings = z.strictObject({
  /** Of the server, without the database: `https://tryton.example.org`. HTTP is for this very machine only. */
  url,
  /** Of the server's databases, the one with the books. */
  database: z
    .string()
    .trim()
    .regex(/^\w[\w.-]*$/, 'The name of a database consists of letters, digits and _ . -'),
  /** The login of a user of Tryton that may create and post account moves. */
  user: z.string().trim().min(1),
  /** Of that user. Not needed where the operator gives passwords (`passwordOf`). */
  password: z.string().min(1).optional(),
  /** The company's name. Default: the only one that the user has. */
  company: z.string().trim().min(1).optional(),
  /** The code of the journal that moves are made in. */
  journal: z.string().trim().min(1).default('REV'),
  /** The code of the party that lines are booked for on accounts that require one. Default: such accounts are not offered. */
  party: z.string().trim().min(1).optional(),
})

export type TrytonSettings = z.output<typeof trytonSettings>
