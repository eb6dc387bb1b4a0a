import { intercept } from '../log/intercept.ts'
import { lineRedactor } from '../log/lines.ts'
import { type SinkOptions, type SinkRedactor, sinkRedactor } from '../log/sink-redactor.ts'

export type { SinkOptions } from '../log/sink-redactor.ts'

interface Writable {
  write(written: unknown): unknown
}

/** How a logger keeps one of its streams; a raw one is given the record, any other one the line. */
interface Entry {
  readonly type?: string
  stream?: Writable
}

/** What is asked of a logger of bunyan. */
interface BunyanLogger {
  readonly fields?: { readonly name?: unknown }
  streams: Entry[]
  addStream(...args: unknown[]): unknown
  reopenFileStreams(...args: unknown[]): unknown
  child(...args: unknown[]): object
}

const guarded = new WeakSet<object>()

/**
 * Redacts what a logger of bunyan 2 or 1 writes: `redactLogger(bunyan.createLogger({ … }))`. The logger is changed, and
 * returned; children that it makes from then on are covered, as are streams that are added to either and files that
 * they open again. Lines stay JSON, and raw streams get a redacted copy of the record. The place that events tell is
 * the name. Not covered: children made before.
 */
export function redactLogger<Logger extends object>(logger: Logger, options: SinkOptions = {}): Logger {
  const target = logger as unknown as BunyanLogger
  const redactor = sinkRedactor('bunyan', options)
  const name = target.fields?.name
  const place = typeof name === 'string' ? name : undefined
  const guardAll = (): void => {
    for (const entry of target.streams) guardEntry(entry, redactor, place)
  }
  guardAll()
  const { addStream, reopenFileStreams, child } = target
  target.addStream = function (...args) {
    const added = addStream.apply(this, args)
    guardAll()
    return added
  }
  target.reopenFileStreams = function (...args) {
    const reopened = reopenFileStreams.apply(this, args)
    guardAll()
    return reopened
  }
  target.child = function (...args) {
    return redactLogger(child.apply(this, args), options)
  }
  return logger
}

function guardEntry(entry: Entry, redactor: SinkRedactor, place: string | undefined): void {
  const { stream } = entry
  if (!stream || guarded.has(stream)) return
  const redact =
    entry.type === 'raw' ? recordRedactor(redactor, place) : lineRedactor(redactor, withheldLine, place)
  entry.stream = intercept(stream, 'write', (written: unknown) => stream.write(redact(written as never)))
  guarded.add(entry.stream)
}

interface Record {
  readonly level?: unknown
  readonly time?: unknown
}

function recordRedactor(redactor: SinkRedactor, place: string | undefined): (record: Record) => unknown {
  return (record) => {
    const redacted = redactor.value(record, place)
    return typeof redacted === 'string' && typeof record !== 'string'
      ? withheldRecord(record, redacted)
      : redacted
  }
}

const LEVEL = /"level":(\d{1,3})[,}]/

/** The first is bunyan's own, or none: then it counts as an error. */
function withheldLine(line: string, message: string): string {
  return `${JSON.stringify(withheldRecord({ level: Number(LEVEL.exec(line)?.[1] ?? 50) }, message))}\n`
}

/** With all that bunyan's command line asks of a record. */
function withheldRecord({ level, time }: Record, msg: string): object {
  return {
    name: 'tacet',
    hostname: '',
    pid: process.pid,
    level: typeof level === 'number' ? level : 50,
    msg,
    time: time instanceof Date ? time : new Date(),
    v: 0,
  }
}
