export type CommandErrorCode = 'usage' | 'output' | 'scan'

/** A failure that the user can mend: its message says how, and is shown without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly code: CommandErrorCode

  constructor(code: CommandErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
