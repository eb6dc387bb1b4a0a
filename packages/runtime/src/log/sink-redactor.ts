import { redactJson } from '../redact/json.ts'
import { type RedactOptions, redactText } from '../redact/text.ts'
import { redactValue } from '../redact/value.ts'
import { defaultRegistry, type Registry } from '../registry.ts'

export interface SinkOptions {
  /** The secrets to redact. The default registry unless given. */
  readonly registry?: Registry
}

/** Redacts what goes to one kind of sink. Nothing of it throws: what cannot be redacted is withheld. */
export interface SinkRedactor {
  text(text: string, place?: string): string
  /** One or several JSON texts, or any text. */
  json(text: string, place?: string): string
  /** The same value when there is nothing to redact in it; a string, when all of it is withheld. */
  value<T>(value: T, place?: string): T | string
  /** Reports that something could not be redacted, and returns what stands in its place. */
  withhold(place?: string): string
  /** The same, for one thing that is redacted in several shapes: each match is reported once. */
  once(): SinkRedactor
}

export function sinkRedactor(sink: string, { registry = defaultRegistry }: SinkOptions = {}): SinkRedactor {
  const withhold = (place?: string): string => {
    try {
      return registry.withhold('redaction failed', sink, place)
    } catch {
      return '[WITHHELD]'
    }
  }
  // Entries of one place come in rows.
  let latest: RedactOptions = { registry, sink }
  const optionsFor = (place?: string): RedactOptions => {
    if (latest.place !== place) latest = { registry, sink, ...(place !== undefined && { place }) }
    return latest
  }
  return {
    text(text, place) {
      try {
        return redactText(text, optionsFor(place))
      } catch {
        return withhold(place)
      }
    },
    json(text, place) {
      try {
        return redactJson(text, optionsFor(place))
      } catch {
        return withhold(place)
      }
    },
    value<T>(value: T, place?: string) {
      try {
        return redactValue(value, optionsFor(place)) as T
      } catch {
        return withhold(place)
      }
    },
    withhold,
    once: () => sinkRedactor(sink, { registry: reportingOnce(registry) }),
  }
}

function reportingOnce(registry: Registry): Registry {
  const reported = new Set<number>()
  const report: Registry['report'] = (pattern, sink, place) => {
    if (reported.has(pattern)) return
    reported.add(pattern)
    registry.report(pattern, sink, place)
  }
  return Object.create(registry, { report: { value: report } }) as Registry
}
