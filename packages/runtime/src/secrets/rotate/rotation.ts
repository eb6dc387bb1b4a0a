import { isDeepStrictEqual } from 'node:util'
import { eventSource } from '../../registry/event-source.ts'
import { replaceValue, type Secret } from '../secret.ts'
import { type RotationListener, subscribers } from './subscribers.ts'
import { type RotateOptions, watchFiles } from './watcher.ts'

/** That secrets have new values. Also published on the diagnostics channel `tacet:rotation`. */
export interface RotationEvent {
  /** The keys under which they were loaded. */
  readonly names: readonly string[]
}

/** That the old values stay, or a subscriber failed. Also published on `tacet:rotation-failed`. */
export interface RotationFailedEvent {
  /** In words, without a value. */
  readonly reason: string
}

interface RotationEvents {
  readonly rotation: RotationEvent
  readonly 'rotation-failed': RotationFailedEvent
}

/** What the secrets that are loaded can do besides. */
export interface Rotating<K extends string = string> {
  /**
   * Reads all secrets again, now, and replaces those that changed: all or, when one is missing or invalid, none.
   *
   * @returns the keys of those that changed
   * @throws whatever `loadSecrets` would; the old values stay
   */
  reload(): K[]
  /**
   * Calls the listener with the keys that changed, each time some of these did. It may be asynchronous, and is not
   * called again before it is done. Begins to watch the files.
   *
   * @returns the function that takes the listener away again
   */
  onRotate(names: K | readonly K[], listener: RotationListener<K>): () => void
  /** Calls the listener for each rotation, or for each that failed. Returns the function that takes it away again. */
  on<E extends keyof RotationEvents>(event: E, listener: (event: RotationEvents[E]) => void): () => void
  /** Stops watching. The values stay. */
  close(): void
}

/** What one reading has of a secret: what was read, and what the application gets of that. */
export interface Fresh {
  readonly raw: unknown
  readonly value: unknown
}

export interface Rotatable {
  readonly secrets: Readonly<Record<string, Secret<unknown> | undefined>>
  /** By key, what the secrets were made of. */
  readonly first: () => ReadonlyMap<string, Fresh>
  /** By key, what there is now, of one generation. Throws when anything is missing or invalid. */
  readonly read: () => ReadonlyMap<string, Fresh>
  /** Has what was read last under these keys redacted from then on. */
  readonly register: (keys: ReadonlySet<string>) => void
  /** The absolute paths of the files, and of the folders to watch for them. */
  readonly watched: () => { readonly files: readonly string[]; readonly folders: readonly string[] }
}

/**
 * Keeps loaded secrets up to date.
 *
 * @param options to begin watching at once, rather than with the first subscriber
 */
export function rotation(
  { secrets, first, read, register, watched }: Rotatable,
  options?: RotateOptions,
): Rotating {
  const events = {
    rotation: eventSource<RotationEvent>('tacet:rotation'),
    'rotation-failed': eventSource<RotationFailedEvent>('tacet:rotation-failed'),
  }
  let current: ReadonlyMap<string, Fresh> | undefined
  let stop: (() => void) | undefined
  let closed = false
  let lastReason: string | undefined

  const fail = (reason: string): void => {
    process.emitWarning(reason, { code: 'TACET_ROTATION_FAILED' })
    events['rotation-failed'].emit({ reason })
  }
  const listeners = subscribers((names) => fail(`A subscriber of ${names.join(', ')} failed. Others go on.`))

  const reload = (): string[] => {
    current ??= first()
    const next = read()
    const changed = new Set<string>()
    for (const [key, { raw }] of next) {
      if (!isDeepStrictEqual(raw, current.get(key)?.raw)) changed.add(key)
    }
    // Redacted before anyone can get hold of them.
    register(changed)
    current = next
    lastReason = undefined
    const replaced = [...changed].filter((key) => secrets[key])
    for (const key of replaced) replaceValue(secrets[key]!, next.get(key)!.value)
    if (replaced.length === 0) return replaced
    events.rotation.emit({ names: replaced })
    listeners.tell(replaced)
    return replaced
  }
  const onChange = (): boolean => {
    try {
      reload()
      return true
    } catch (error) {
      const reason = `Secrets are not rotated, the old values stay: ${explain(error)}`
      // It is tried again and again; the same is said once.
      if (reason !== lastReason) fail(reason)
      lastReason = reason
      return false
    }
  }
  const start = (): void => {
    if (!closed) stop ??= watchFiles(watched(), options ?? {}, onChange)
  }

  if (options) start()
  return {
    reload,
    onRotate(names, listener) {
      const keys = typeof names === 'string' ? [names] : names
      for (const key of keys) {
        if (!Object.hasOwn(secrets, key)) throw new TypeError(`No secret was loaded as ${key}.`)
      }
      start()
      return listeners.add(keys, listener)
    },
    on: (event, listener) =>
      events[event].on(listener as (event: RotationEvent | RotationFailedEvent) => void),
    close() {
      closed = true
      stop?.()
    },
  }
}

/** Our own errors hold no values; what others put into theirs is unknown. */
function explain(error: unknown): string {
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('TACET_'))
    return error.message
  return 'a source of secrets failed. Call reload() to get the error.'
}
