/** What a subscriber is told: the names of its secrets that have a new value. */
export type RotationListener<K extends string = string> = (names: readonly K[]) => void | PromiseLike<void>

interface Subscriber {
  readonly names: ReadonlySet<string>
  readonly listener: RotationListener
  /** Names that were rotated and that it was not told of yet. */
  readonly due: Set<string>
  running: boolean
  gone: boolean
}

/** Those who rebuild something, a pool of connections say, when a secret is rotated. */
export interface Subscribers {
  add(names: readonly string[], listener: RotationListener): () => void
  tell(rotated: readonly string[]): void
}

/**
 * A subscriber never runs twice at the same time: what is rotated while it is at work it is told afterwards, all at
 * once, so that the last thing it builds has the last values.
 *
 * @param failed called with the names a subscriber was told of when it threw or rejected; the others are told all the
 *   same
 */
export function subscribers(failed: (names: readonly string[]) => void): Subscribers {
  const all = new Set<Subscriber>()

  const run = async (subscriber: Subscriber): Promise<void> => {
    subscriber.running = true
    while (subscriber.due.size > 0 && !subscriber.gone) {
      const names = [...subscriber.due]
      subscriber.due.clear()
      try {
        await subscriber.listener(names)
      } catch {
        // What was thrown stays out: the subscriber has the values, and may have put one into the message.
        failed(names)
      }
    }
    subscriber.running = false
  }

  return {
    add(names, listener) {
      const subscriber = {
        names: new Set(names),
        listener,
        due: new Set<string>(),
        running: false,
        gone: false,
      }
      all.add(subscriber)
      return () => {
        subscriber.gone = true
        all.delete(subscriber)
      }
    },
    tell(rotated) {
      for (const subscriber of [...all]) {
        for (const name of rotated) if (subscriber.names.has(name)) subscriber.due.add(name)
        if (!subscriber.running) void run(subscriber)
      }
    },
  }
}
