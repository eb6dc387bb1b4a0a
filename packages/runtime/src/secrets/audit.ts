import { channel } from 'node:diagnostics_channel'
import { fileURLToPath } from 'node:url'

/** That a secret's value was asked for. Published on the diagnostics channel `tacet:reveal`. */
export interface RevealEvent {
  /** Of the secret. */
  readonly name: string
  /** The file and line that called `reveal` or `use`, as `/app/db.js:12`; `unknown` when there is no telling. */
  readonly site: string
}

/** How often a secret was revealed at a call site since the audit began. */
export interface RevealCount extends RevealEvent {
  readonly count: number
}

export interface RevealAudit {
  /** In the order of the first reveal. */
  counts(): RevealCount[]
  /** Ends the audit; what was counted stays. */
  stop(): void
  [Symbol.dispose](): void
}

/** Each reveal asks this whether anyone listens, and does nothing more when nobody does. */
export const reveals = channel('tacet:reveal')

let telling = false

/**
 * Tells the subscribers of a reveal.
 *
 * @param entry the function that was called to reveal: the site is where that happened
 */
export function tellReveal(name: string, entry: (...args: never[]) => unknown): void {
  // A subscriber may reveal a secret itself, and so get here again, for ever if it were told of that too.
  if (telling) return
  telling = true
  try {
    reveals.publish({ name, site: callSite(entry) } satisfies RevealEvent)
  } finally {
    telling = false
  }
}

/**
 * Counts, from now on, every `reveal` and `use` of every secret, by secret and call site:
 * `const audit = auditReveals()`, later `console.table(audit.counts())`. It costs a stack trace for each reveal, and
 * nothing once it was stopped. For the single events, subscribe to `tacet:reveal` of `node:diagnostics_channel`.
 */
export function auditReveals(): RevealAudit {
  const counts = new Map<string, { name: string; site: string; count: number }>()
  const count = (message: unknown): void => {
    const { name, site } = message as RevealEvent
    const key = JSON.stringify([name, site])
    const entry = counts.get(key)
    if (entry) entry.count++
    else counts.set(key, { name, site, count: 1 })
  }
  const stop = (): void => void reveals.unsubscribe(count)
  reveals.subscribe(count)
  return { counts: () => [...counts.values()].map((entry) => ({ ...entry })), stop, [Symbol.dispose]: stop }
}

/** Where the function was called: from the text of a stack, which follows source maps when Node was told to. */
function callSite(entry: (...args: never[]) => unknown): string {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 1
  const holder: { stack?: unknown } = {}
  Error.captureStackTrace(holder, entry)
  // Formatted when it is first read, by whatever the process has put in the way of that.
  const { stack } = holder
  Error.stackTraceLimit = limit
  return typeof stack === 'string' ? siteOf(stack) : 'unknown'
}

/** The file and line of a stack's first frame: `    at fn (/app/db.js:12:34)`, `    at async file:///app/db.js:12:34`. */
function siteOf(stack: string): string {
  const frame = /\n\s+at (.+)/.exec(stack)?.[1]
  if (frame === undefined) return 'unknown'
  const called = frame.endsWith(')') ? /\((.*)\)$/.exec(frame)?.[1] : frame.replace(/^async /, '')
  const site = called?.replace(/:\d+$/, '')
  if (!site?.startsWith('file:')) return site ?? 'unknown'
  const [, url, line] = /^(.*?)(:\d+)?$/.exec(site)!
  return fileURLToPath(url!) + (line ?? '')
}
