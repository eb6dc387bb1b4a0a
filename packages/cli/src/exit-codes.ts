/** What the exit code of a command says. Codes above 128 say that a signal ended it. */
export const exitCodes = {
  clean: 0,
  findings: 1,
  /** The command could not do what was asked: wrong arguments, nothing scanned, a file that cannot be read. */
  failed: 2,
} as const

/** Of `tacet run`, as of `env`, `nice` and `timeout`: the command that it runs has codes of its own. */
export const runFailed = 125

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
