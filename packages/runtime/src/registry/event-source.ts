import { channel } from 'node:diagnostics_channel'

/** Tells listeners, and a diagnostics channel when it has subscribers, of events. */
export interface EventSource<E> {
  emit(event: E): void
  /** Returns the function that takes the listener away again. */
  on(listener: (event: E) => void): () => void
}

/** @param name of the channel; see `node:diagnostics_channel` for what becomes of an error a subscriber throws */
export function eventSource<E>(name: string): EventSource<E> {
  const subscribers = channel(name)
  const listeners = new Set<{ readonly call: (event: E) => void }>()
  let telling = false
  let warned = false

  const call = (listener: (event: E) => void, event: E): void => {
    try {
      listener(event)
    } catch {
      if (warned) return
      warned = true
      // What was thrown stays out: the listener may have put anything into its message.
      process.emitWarning(`A listener of ${name} threw. Events go on; this is said once.`, {
        code: 'TACET_LISTENER',
      })
    }
  }

  return {
    emit(event) {
      // A listener that logs may redact, and so get here again, for ever if it were told of that too.
      if (telling || (listeners.size === 0 && !subscribers.hasSubscribers)) return
      telling = true
      try {
        for (const listener of [...listeners]) call(listener.call, event)
        if (subscribers.hasSubscribers) subscribers.publish(event)
      } finally {
        telling = false
      }
    },
    on(listener) {
      const entry = { call: listener }
      listeners.add(entry)
      return () => void listeners.delete(entry)
    },
  }
}
