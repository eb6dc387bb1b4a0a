import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { redactText } from '../redact/text.ts'
import type { Registry } from '../registry.ts'

type Report = typeof process.report

/**
 * Redacts diagnostic reports, which have the whole environment in them: those that the program asks for, those of a
 * signal and those of an exception. Those that Node writes as it runs out of memory leave out the environment, where
 * Node can do that.
 *
 * @returns writes the report of an exception, if one is wanted
 */
export function guardReports(registry: Registry): (error: unknown) => void {
  const { report } = process
  if (!report) return () => {}
  const getReport = report.getReport.bind(report)
  const excludeEnvironment = (value: boolean): void => {
    if ('excludeEnv' in report) Object.assign(report, { excludeEnv: value })
  }
  const redacted = (error: Error | undefined, trigger?: string): object => {
    // What is redacted may tell of the environment.
    excludeEnvironment(false)
    const text = JSON.stringify(error ? getReport(error) : getReport())
    excludeEnvironment(true)
    const { header, ...rest } = JSON.parse(redactText(text, { registry, sink: 'report' })) as {
      header: object
    }
    return { header: trigger ? { ...header, trigger } : header, ...rest }
  }

  const write = (name: string | undefined, error: Error | undefined, trigger?: string): string => {
    const text = `${JSON.stringify(redacted(error, trigger), null, report.compact ? 0 : 2)}\n`
    const file = name || report.filename || reportName()
    if (file === 'stdout' || file === 'stderr') {
      process[file].write(text)
      return file
    }
    console.error(`\nWriting Node.js report to file: ${file}`)
    writeFileSync(join(report.directory || '.', file), text)
    console.error('Node.js report completed')
    return file
  }
  const onSignal = (): void => void write(undefined, undefined, 'Signal')

  Object.assign(report, {
    getReport: (error?: Error) => redacted(error),
    writeReport: (name?: string | Error, error?: Error) =>
      typeof name === 'string' ? write(name, error) : write(undefined, name ?? error),
  })
  excludeEnvironment(true)
  guardSignal(report, onSignal)
  return (error) => {
    if (!report.reportOnUncaughtException) return
    report.reportOnUncaughtException = false
    write(undefined, error instanceof Error ? error : undefined, 'Exception')
  }
}

/** Has the reports of a signal written by us: Node would not ask. */
function guardSignal(report: NonNullable<Report>, onSignal: () => void): void {
  let wanted = false
  let listened: NodeJS.Signals | undefined
  const set = (on: boolean): void => {
    wanted = on
    if (listened) process.off(listened, onSignal)
    listened = on ? report.signal : undefined
    if (listened) process.on(listened, onSignal)
  }
  const before = report.reportOnSignal
  report.reportOnSignal = false
  Object.defineProperty(report, 'reportOnSignal', {
    get: () => wanted,
    set,
    configurable: true,
    enumerable: true,
  })
  set(before)
}

let sequence = 0

/** As Node names them: date, time, process, thread, number. */
function reportName(): string {
  const now = new Date()
  const two = (...numbers: number[]) => numbers.map((number) => String(number).padStart(2, '0')).join('')
  const date = `${now.getFullYear()}${two(now.getMonth() + 1, now.getDate())}`
  const time = two(now.getHours(), now.getMinutes(), now.getSeconds())
  sequence++
  const { threadId } = process.getBuiltinModule('node:worker_threads')
  return `report.${date}.${time}.${process.pid}.${threadId}.${String(sequence).padStart(3, '0')}.json`
}
