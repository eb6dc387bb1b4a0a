import { byteRedactor, type StreamRedactor } from '@tacet/core'
import { releaseInTime } from '../redact/in-time.ts'
import type { Registry } from '../registry.ts'

/** How bytes leave, past all guards. */
export type Route = (bytes: Uint8Array) => void

/** Told of all that leaves, as it leaves. */
export type Tap = (name: 'stdout' | 'stderr', bytes: Uint8Array) => void

const taps = new Set<Tap>()

/** Has a function told of what leaves by the guarded ways. Returns what ends that. */
export function tapOutputs(tap: Tap): () => void {
  taps.add(tap)
  return () => void taps.delete(tap)
}

let diverted: Uint8Array[] | undefined

/** What would leave by the guarded ways while the function runs, and does not: it is for nobody to see. */
export function divertOutputs(run: () => void): Buffer {
  const chunks: Uint8Array[] = []
  diverted = chunks
  try {
    run()
  } finally {
    diverted = undefined
  }
  return Buffer.concat(chunks)
}

/**
 * Standard output or standard error of the process. There are several ways to write to it, and what is held back from
 * one write is decided by the next, whichever way that comes.
 */
export class Output {
  readonly name: 'stdout' | 'stderr'
  readonly descriptor: number
  readonly #registry: Registry | undefined
  readonly #redactor: StreamRedactor<Uint8Array> | undefined
  #waiting: ReturnType<typeof releaseInTime> | undefined
  #route: Route | undefined
  #writing = 0

  /** @param registry whose secrets are redacted; without one, everything leaves as it is */
  constructor(name: Output['name'], registry?: Registry) {
    this.name = name
    this.descriptor = name === 'stdout' ? 1 : 2
    this.#registry = registry
    this.#redactor = registry && redactorFor(name, registry)
  }

  /**
   * What leaves in place of the bytes; undefined when they may leave as they are.
   *
   * @param bytes stay the caller's, who may write to them afterwards
   * @param route how bytes leave that are held back now, should nothing come after them
   */
  redact(bytes: Uint8Array, route: Route): Uint8Array | undefined {
    if (diverted) {
      // What is held back of other writes has to leave with the next of those.
      const redactor = this.#registry && redactorFor(this.name, this.#registry)
      diverted.push(...(redactor ? [redactor.push(bytes), redactor.end()] : [bytes]))
      return Buffer.alloc(0)
    }
    this.#route = route
    if (!this.#redactor) {
      this.#leave(bytes)
      return undefined
    }
    const own = Buffer.from(bytes)
    const ready = this.#redactor.push(own)
    if (this.#redactor.isHolding) this.#waiting ??= this.#patience(this.#redactor)
    this.#waiting?.pushed()
    this.#leave(ready)
    const isWhole = ready.length === own.length && ready.buffer === own.buffer
    return isWhole && ready.byteOffset === own.byteOffset ? undefined : ready
  }

  /** Tells that something is written and will be done later: then the function is called that is returned. */
  begin(): () => void {
    this.#writing++
    return () => void this.#writing--
  }

  /** Lets go what is still held: the process ends. */
  flush(): void {
    this.#waiting?.ended()
    const rest = this.#redactor?.end()
    if (rest && rest.length > 0) this.#send(rest)
  }

  /** Only at a terminal somebody waits for the end of a prompt. */
  #patience(redactor: StreamRedactor<Uint8Array>): ReturnType<typeof releaseInTime> | undefined {
    if (!process.getBuiltinModule('node:tty').isatty(this.descriptor)) return undefined
    return releaseInTime(
      redactor,
      (bytes) => this.#send(bytes),
      () => this.#writing > 0,
    )
  }

  #send(bytes: Uint8Array): void {
    this.#leave(bytes)
    try {
      this.#route?.(bytes)
    } catch {
      // Whoever has read it is gone.
    }
  }

  #leave(bytes: Uint8Array): void {
    // They may be written to afterwards.
    if (bytes.length > 0) for (const tap of taps) tap(this.name, Buffer.from(bytes))
  }
}

function redactorFor(name: Output['name'], registry: Registry): StreamRedactor<Uint8Array> {
  return byteRedactor({
    matcher: registry.matcher,
    replace(pattern) {
      registry.report(pattern, name)
      return Buffer.from(registry.placeholder(pattern))
    },
  })
}

let depth = 0

/** Calls what writes, without the guards further down: they would redact again, and hold back again. */
export function unguarded<T>(write: () => T): T {
  depth++
  try {
    return write()
  } finally {
    depth--
  }
}

/** Whether what is written now has been redacted. */
export function isUnguarded(): boolean {
  return depth > 0
}
