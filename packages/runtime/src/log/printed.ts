import { format, type InspectOptions, inspect } from 'node:util'
import type { SinkRedactor } from './sink-redactor.ts'

/**
 * Redacts the arguments of something that prints as `console.log` does: each value, and then what all of them print
 * together. The very same arguments when there is nothing to redact; otherwise those that changed are copies, and a
 * format stays a format, unless a secret is only in the finished text: then that text is the one argument.
 */
export function redactPrinted(args: unknown[], redactor: SinkRedactor, place?: string): unknown[] {
  const redacted = args.every(isPrimitive) ? args : redactor.value(args, place)
  // An array is withheld as a whole only when redaction failed.
  if (typeof redacted === 'string') return [redacted]
  try {
    const text = format(...redacted)
    const shown = redactor.text(text, place)
    return shown === text ? redacted : [shown]
  } catch {
    return [redactor.withhold(place)]
  }
}

/** The same for one value that is inspected with these options, as `console.dir` does. A string is printed as it is. */
export function redactInspected(
  value: unknown,
  options: InspectOptions | undefined,
  redactor: SinkRedactor,
  place?: string,
): { value: unknown } | { text: string } {
  const redacted = redactor.value(value, place)
  try {
    const text = inspect(redacted, { customInspect: false, ...options, colors: false })
    const shown = redactor.text(text, place)
    return shown === text ? { value: redacted } : { text: shown }
  } catch {
    return { text: redactor.withhold(place) }
  }
}

function isPrimitive(value: unknown): boolean {
  return (typeof value !== 'object' && typeof value !== 'function') || value === null
}
