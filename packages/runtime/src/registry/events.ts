import type { SecretForm } from '@tacet/core'

/** That something was redacted: never what. Also published on the diagnostics channel `tacet:redaction`. */
export interface RedactionEvent {
  readonly name: string
  /** How it was written: `base64`, or of a part, such as `password percent`. */
  readonly form: SecretForm['encoding']
  /** The kind of place: `pino`, `http.body`, `http.header`, … */
  readonly sink: string
  /** Where in it: a route, a header's name, a logger's name. */
  readonly place?: string
}

/** That something could not be inspected, and was not let out. Also published on `tacet:withheld`. */
export interface WithheldEvent {
  readonly reason: string
  readonly sink: string
  readonly place?: string
}

/** What a registry tells, by the name to listen for. */
export interface RegistryEvents {
  readonly redaction: RedactionEvent
  readonly withheld: WithheldEvent
}

/** How often a form of a secret was redacted in a sink since the start. */
export interface RedactionCount {
  readonly name: string
  readonly form: SecretForm['encoding']
  readonly sink: string
  readonly count: number
}

export interface RedactionCounter {
  count(event: RedactionEvent): void
  counts(): RedactionCount[]
}

export function redactionCounter(): RedactionCounter {
  const counters = new Map<
    string,
    { name: string; form: SecretForm['encoding']; sink: string; count: number }
  >()
  return {
    count({ name, form, sink }) {
      const key = JSON.stringify([name, form, sink])
      const counter = counters.get(key)
      if (counter) counter.count++
      else counters.set(key, { name, form, sink, count: 1 })
    },
    counts: () => [...counters.values()].map((counter) => ({ ...counter })),
  }
}
