import type { Registry } from '../registry.ts'
import { type CrashGuards, guardCrashes } from './crash.ts'
import { guardDescriptors } from './descriptors.ts'
import { Output } from './output.ts'
import { guardReports } from './reports.ts'
import { onRequests, type ResponseGuard } from './requests.ts'
import { guardStream } from './streams.ts'

/** What there is to ask of guards that are in place. */
export interface Guards {
  readonly registry: Registry
  readonly crashes: CrashGuards
  /** Whether responses are redacted. */
  readonly responses: boolean
}

/** What a thread that is guarded has at its `process`, for others to see. */
export const GUARDED = 'tacet.guarded'

let installed: Guards | undefined
let watched = false

/** The guards of this process; undefined when it is not redacted. */
export function installedGuards(): Guards | undefined {
  return installed
}

/** Makes the taps of `tapOutputs` told of what this process prints, whether that is redacted or not. */
export function watchOutputs(): void {
  if (installed || watched) return
  watched = true
  guardOutputs([new Output('stdout'), new Output('stderr')])
}

/**
 * Puts all guards in place, for as long as the process lives.
 *
 * @param responses makes what guards a response, when the first request comes; undefined leaves them as they are
 * @throws TypeError when the process is redacted with another registry already
 */
export function installGuards(registry: Registry, responses: (() => ResponseGuard) | undefined): void {
  if (installed?.registry === registry) return
  if (installed)
    throw new TypeError('The process is redacted with another registry: add the secrets to that one.')
  const outputs = [new Output('stdout', registry), new Output('stderr', registry)]
  guardOutputs(outputs)
  const crashes = guardCrashes(registry, guardReports(registry))
  installed = { registry, crashes, responses: responses !== undefined }
  Object.defineProperty(process, Symbol.for(GUARDED), { value: true })
  if (responses) {
    let guard: ResponseGuard | undefined
    onRequests(() => {
      guard ??= responses()
      return guard
    })
  }
  flushAtExit(outputs)
}

function guardOutputs(outputs: readonly Output[]): void {
  guardDescriptors(outputs)
  for (const output of outputs) guardStream(output)
}

/** After all that listens to it, and may write. */
function flushAtExit(outputs: readonly Output[]): void {
  const emit = process.emit.bind(process) as (...args: unknown[]) => boolean
  process.emit = ((...args: unknown[]) => {
    const heard = emit(...args)
    if (args[0] === 'exit') for (const output of outputs) output.flush()
    return heard
  }) as typeof process.emit
}
