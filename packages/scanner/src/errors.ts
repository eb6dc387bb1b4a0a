/** Why a scan could not do what was asked. */
export type ScanErrorCode =
  | 'no-rules'
  | 'nothing-scanned'
  | 'path-not-found'
  | 'not-readable'
  | 'invalid-option'
  | 'aborted'
  | 'worker-failed'
  | 'git-not-found'
  | 'not-a-repository'
  | 'git-failed'
  | 'unresolved-range'
  | 'shallow'
  | 'not-a-report'
  | 'cannot-merge'
  | 'invalid-config'
  | 'invalid-baseline'

/** A scan that could not do what was asked: `message` says what to do about it, and never holds a secret. */
export class ScanError extends Error {
  override readonly name = 'ScanError'
  readonly code: ScanErrorCode

  constructor(code: ScanErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
