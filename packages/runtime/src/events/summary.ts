import { defaultRegistry, type RedactionCount, type Registry } from '../registry.ts'

export interface SummaryOptions {
  /** The registry whose counts are told. The default one unless given. */
  readonly registry?: Registry
  /** Where to. Standard error unless given. */
  readonly write?: (text: string) => void
}

/** What was redacted, and how often, in lines: the most frequent first. */
export function summaryText(counts: readonly RedactionCount[]): string {
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const lines = counts
    .toSorted((one, other) => other.count - one.count)
    .map(({ name, form, sink, count }) => `  ${name} (${form}) in ${sink}: ${count}`)
  return [`redacted ${total}`, ...lines].join('\n')
}

/**
 * Tells what was redacted when the process exits, if anything was. A service that redacts something in every run has a
 * leak to be mended.
 *
 * @returns a function that ends it
 */
export function summaryAtExit(options: SummaryOptions = {}): () => void {
  const { registry = defaultRegistry, write = (text) => void process.stderr.write(text) } = options
  const onExit = (): void => {
    const counts = registry.counts()
    if (counts.length > 0) write(`tacet: ${summaryText(counts)}\n`)
  }
  process.on('exit', onExit)
  return () => void process.off('exit', onExit)
}
