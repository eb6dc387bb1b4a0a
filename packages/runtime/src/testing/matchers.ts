import { inspect } from 'node:util'
import { emittedLeaks } from './emitted.ts'
import { findLeaks, type Leak, type LeakOptions, leakText } from './leaks.ts'

/** What `expect.extend` of vitest and of Jest takes. */
interface MatcherResult {
  readonly pass: boolean
  message(): string
}

/** The matchers as `expect` has them: to extend the types of vitest or Jest with. */
export interface LeakMatchers<Result = void> {
  /** That a text, bytes or a value hold no registered secret, in any form. */
  toHoldNoSecret(options?: LeakOptions): Result
  /** That the process prints no registered secret while the function runs. */
  toEmitNoSecret(options?: LeakOptions): Promise<Result>
}

const result = (leaks: readonly Leak[]): MatcherResult => ({
  pass: leaks.length === 0,
  message: () => (leaks.length === 0 ? 'No secret was emitted; one was expected.' : leakText(leaks)),
})

/** For `expect.extend(leakMatchers)`, of vitest and of Jest alike. */
export const leakMatchers = {
  toHoldNoSecret: (received: unknown, options?: LeakOptions): MatcherResult =>
    result(leaksOf(received, options)),
  toEmitNoSecret: async (received: unknown, options?: LeakOptions): Promise<MatcherResult> => {
    if (typeof received !== 'function')
      throw new TypeError('toEmitNoSecret is for functions: expect(() => …)')
    const { outcome, leaks } = await emittedLeaks(received as () => unknown, options ?? {})
    if (leaks.length === 0 && 'error' in outcome) throw outcome.error
    return result(leaks)
  },
}

/** A value is looked at as it would be printed, and as it would be sent. */
function leaksOf(received: unknown, options: LeakOptions | undefined): Leak[] {
  if (typeof received === 'string' || received instanceof Uint8Array)
    return findLeaks(received, 'the value', options)
  const printed = inspect(received, {
    depth: null,
    maxArrayLength: null,
    maxStringLength: null,
    showHidden: true,
  })
  const leaks = findLeaks(printed, 'the value, as it is inspected', options)
  return leaks.length > 0 ? leaks : findLeaks(sent(received), 'the value, as JSON', options)
}

function sent(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    // A value that JSON cannot hold is not sent as such.
    return ''
  }
}
