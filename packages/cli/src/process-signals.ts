import { isatty } from 'node:tty'
import type { Signals } from './terminal.ts'

const aborting = { SIGINT: 130, SIGTERM: 143 } as const

/** Windows knows no others. */
const passed: readonly NodeJS.Signals[] =
  process.platform === 'win32'
    ? ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK']
    : ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2']

/** A terminal sends these to all that run in it, when Ctrl-C and the like are pressed. */
const typed: ReadonlySet<NodeJS.Signals> = new Set(['SIGINT', 'SIGQUIT', 'SIGBREAK'])

/** Those that end a process without a dump of its memory. */
const quiet: ReadonlySet<NodeJS.Signals> = new Set(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'])

export interface ProcessSignals extends Signals {
  /** Aborted by the first signal that asks to end. */
  readonly aborted: AbortSignal
  /** What the process then exits with. */
  readonly exitCode: number | undefined
}

/** Listens to the signals of this process. */
export const processSignals = (): ProcessSignals => {
  const controller = new AbortController()
  let exitCode: number | undefined
  const abort = (signal: NodeJS.Signals): void => {
    exitCode = aborting[signal as keyof typeof aborting]
    controller.abort()
  }
  // Once: a second Ctrl-C ends the process at once.
  for (const name of Object.keys(aborting)) process.once(name, abort)
  return {
    aborted: controller.signal,
    get exitCode() {
      return exitCode
    },
    take(listener) {
      const hasTerminal = [0, 1, 2].some((descriptor) => isatty(descriptor))
      const pass = (signal: NodeJS.Signals): void => {
        if (!(hasTerminal && typed.has(signal))) listener(signal)
      }
      for (const name of passed) process.on(name, pass)
      for (const name of Object.keys(aborting)) process.off(name, abort)
      return () => {
        for (const name of passed) process.off(name, pass)
      }
    },
    raise(signal) {
      if (process.platform !== 'win32' && quiet.has(signal)) process.kill(process.pid, signal)
    },
  }
}
