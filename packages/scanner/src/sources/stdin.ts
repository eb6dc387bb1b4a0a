/** The bytes of a stream until it ends or the signal says to stop, which the caller then sees for itself. */
export async function* untilAborted(
  input: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  const iterator = Symbol.asyncIterator in input ? input[Symbol.asyncIterator]() : input[Symbol.iterator]()
  const ended = { done: true, value: undefined } as const
  let stop = (): void => {}
  const onAbort = (): void => stop()
  signal?.addEventListener('abort', onAbort, { once: true })
  try {
    while (!signal?.aborted) {
      // No race with one promise for all of them: that would hold every piece until the end.
      const next = await new Promise<IteratorResult<Uint8Array>>((resolve, reject) => {
        stop = () => resolve(ended)
        Promise.resolve(iterator.next()).then(resolve, reject)
      })
      if (next.done) return
      yield next.value
    }
  } finally {
    signal?.removeEventListener('abort', onAbort)
    // Not awaited: a source that waits for bytes would keep an aborted scan waiting too.
    Promise.resolve(iterator.return?.()).catch(() => {})
  }
}
