/** What the command says to the shell, and what it means. */
export const exitCodes = {
  done: 0,
  /** It was done, and the result is not as it should be: something is held, refused, unmapped or does not conform. */
  notWell: 1,
  /** The command cannot be understood. */
  usage: 2,
  /** The server cannot be reached, or cannot serve. */
  unreachable: 3,
  /** There is no token, or it does not allow this. */
  notAllowed: 4,
  /** The server refused, or a file cannot be used. */
  refused: 5,
  /** It takes longer than was waited for, and goes on. */
  stillRunning: 6,
  interrupted: 130,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
