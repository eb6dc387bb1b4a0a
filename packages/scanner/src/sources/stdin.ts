/** The bytes of a stream until it ends or the signal says to stop, which the caller then sees for itself. */
export async function* untilAborted(
  input: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  const iterator = Symbol.asyncIterator in input ? input[Symbol.asyncIterator]() : input[Symbol.iterator]()
  const ended = { done: true, value: undefined } as const
  let stop = (): void => {}
  const stopped = new Promise<typeof ended>((resolve) => {
    stop = () => resolve(ended)
  })
  signal?.addEventListener('abort', stop, { once: true })
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), stopped])
      if (next.done) return
      yield next.value
    }
  } finally {
    signal?.removeEventListener('abort', stop)
    // Not awaited: a source that waits for bytes would keep an aborted scan waiting too.
    Promise.resolve(iterator.return?.()).catch(() => {})
  }
}
