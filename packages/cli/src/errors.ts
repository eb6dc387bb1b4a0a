/** The message of `config` has a line for each mistake. */
export type CommandErrorCode = 'usage' | 'output' | 'scan' | 'config'

/** A failure that the user can mend: its message says how, and is shown without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly code: CommandErrorCode

  constructor(code: CommandErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** What the system calls what went wrong, as `ENOENT`. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'

/** The failure of a scan, for the user. */
export const commandError = (error: Error & { readonly code: string }): CommandError =>
  new CommandError(error.code === 'invalid-config' ? 'config' : 'scan', error.message, { cause: error })
