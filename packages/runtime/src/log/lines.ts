import type { SinkRedactor } from './sink-redactor.ts'

/** Makes a line that says why there is nothing else in it, in the manner of the one it stands for. */
export type WithheldLine = (line: string, message: string) => string

/**
 * Redacts finished lines: one that is an object of JSON stays one, and one that cannot be redacted is replaced.
 *
 * @param withheld makes what replaces it
 */
export function lineRedactor(
  redactor: SinkRedactor,
  withheld: WithheldLine,
  place?: string,
): (line: string) => string {
  return (line) => {
    const redacted = redactor.json(line, place)
    if (redacted === line || redacted.startsWith('{')) return redacted
    if (line.startsWith('{')) {
      return withheld(line, redacted.startsWith('"') ? (JSON.parse(redacted) as string) : redacted)
    }
    return line.endsWith('\n') && !redacted.endsWith('\n') ? `${redacted}\n` : redacted
  }
}
