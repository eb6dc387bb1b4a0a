import { findLeaks, type Leak, LeakError, type LeakOptions } from './leaks.ts'

/** What is asked of a response of supertest. */
interface TestResponse {
  readonly headers?: object
  readonly text?: unknown
  readonly body?: unknown
  readonly res?: { readonly statusMessage?: string; readonly trailers?: object }
}

interface Test {
  expect(check: (response: TestResponse) => void): unknown
}

type AnyFunction = (...args: unknown[]) => unknown

/**
 * A supertest agent, `request(app)` or `request.agent(app)`, whose requests fail when a registered secret is in the
 * response: status message, headers, body, trailers.
 */
export function leakFree<Agent extends object>(agent: Agent, options: LeakOptions = {}): Agent {
  const proxy: Agent = new Proxy(agent, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      return (...args: unknown[]) => {
        const made = (member as AnyFunction).apply(target, args)
        if (made === target) return proxy
        if (isTest(made)) made.expect((response) => check(response, options))
        return made
      }
    },
  })
  return proxy
}

function isTest(made: unknown): made is Test {
  return typeof made === 'object' && made !== null && 'expect' in made && 'end' in made
}

function check({ headers, text, body, res }: TestResponse, options: LeakOptions): void {
  const leaks: Leak[] = []
  const look = (value: unknown, where: string): void => {
    if (typeof value === 'string' || value instanceof Uint8Array)
      leaks.push(...findLeaks(value, where, options))
  }
  look(res?.statusMessage, 'the status message')
  for (const [kind, fields] of [
    ['header', headers],
    ['trailer', res?.trailers],
  ] as const) {
    for (const [name, value] of Object.entries(fields ?? {}))
      look([name, value].flat().join('\n'), `the ${kind} ${name}`)
  }
  look(text, 'the body')
  look(body, 'the body')
  if (leaks.length > 0) throw new LeakError(leaks)
}
