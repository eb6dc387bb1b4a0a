import type { SecretForm } from '@tacet/core'

/** How a secret was written: `base64`, or of a part, such as `password percent`; `pattern` for what was recognised. */
export type RedactedForm = SecretForm['encoding'] | 'pattern'

/** That something was redacted: never what. Also published on the diagnostics channel `tacet:redaction`. */
export interface RedactionEvent {
  /** Of the secret; of the rule, when it was recognised. */
  readonly name: string
  readonly form: RedactedForm
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
  readonly form: RedactedForm
  readonly sink: string
  readonly count: number
}

export interface RedactionCounter {
  count(event: RedactionEvent): void
  counts(): RedactionCount[]
}

export function redactionCounter(): RedactionCounter {
  const counters = new Map<string, { name: string; form: RedactedForm; sink: string; count: number }>()
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
