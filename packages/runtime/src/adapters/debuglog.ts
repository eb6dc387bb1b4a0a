import { redactPrinted } from '../log/printed.ts'
import { type SinkOptions, sinkRedactor } from '../log/sink-redactor.ts'

export type { SinkOptions } from '../log/sink-redactor.ts'

interface DebugLog {
  (message: string, ...args: unknown[]): void
  readonly enabled: boolean
}

export interface RedactDebuglogOptions extends SinkOptions {
  /** The section, for events to tell. */
  readonly section?: string
}

/**
 * Redacts what a function of `util.debuglog` prints: `redactDebuglog(debuglog('billing'), { section: 'billing' })`.
 * Nothing is looked at while the section is not enabled. Not covered: what Node and other modules print by functions
 * of their own.
 *
 * @returns a function to be called in its place
 */
export function redactDebuglog(log: DebugLog, options: RedactDebuglogOptions = {}): DebugLog {
  const redactor = sinkRedactor('debuglog', options)
  return new Proxy(log, {
    apply(target, self, args: unknown[]) {
      if (!target.enabled) return
      Reflect.apply(target, self, redactPrinted(args, redactor, options.section))
    },
  })
}
