import fs from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { promisify } from 'node:util'

type AnyFunction = (...args: unknown[]) => unknown

/**
 * Has `node:fs/promises`, and the handles it opens, write to the outputs by the functions of `node:fs`, which are
 * guarded.
 *
 * @param isOutput whether a path or a descriptor is that of an output
 * @param opened told of a descriptor that was opened by the path of an output
 * @param closed told when it is closed
 */
export function guardPromisedFiles(
  isOutput: (target: unknown) => boolean,
  opened: (descriptor: number, path: unknown) => void,
  closed: (descriptor: number) => void,
): void {
  const promises = fs.promises as unknown as Record<string, AnyFunction>
  const handles = new WeakSet<object>()
  const targetOf = (target: unknown): unknown =>
    typeof target === 'object' && target !== null && handles.has(target) ? (target as FileHandle).fd : target

  for (const name of ['writeFile', 'appendFile'] as const) {
    const original = promises[name]!
    promises[name] = (given, data, ...rest) => {
      const target = targetOf(given)
      return isOutput(target) ? writeThrough(name, target, data, rest) : original(given, data, ...rest)
    }
  }
  const { open } = promises
  promises.open = async (...args) => {
    const handle = (await open!(...args)) as FileHandle
    if (!isOutput(args[0])) return handle
    const { fd } = handle
    handles.add(handle)
    opened(fd, args[0])
    return guardHandle(handle, () => closed(fd))
  }
}

function guardHandle(handle: FileHandle, closed: () => void): FileHandle {
  const { fd } = handle
  const close = handle.close.bind(handle)
  return Object.assign(handle, {
    write: (...args: unknown[]) => call('write', fd, ...args),
    writev: (...args: unknown[]) => call('writev', fd, ...args),
    writeFile: (data: unknown, ...rest: unknown[]) => writeThrough('writeFile', fd, data, rest),
    appendFile: (data: unknown, ...rest: unknown[]) => writeThrough('appendFile', fd, data, rest),
    close() {
      closed()
      return close()
    },
  })
}

async function writeThrough(
  name: 'writeFile' | 'appendFile',
  target: unknown,
  data: unknown,
  rest: readonly unknown[],
): Promise<void> {
  if (typeof data === 'string' || ArrayBuffer.isView(data))
    return void (await call(name, target, data, ...rest))
  for await (const chunk of data as AsyncIterable<unknown>) await call(name, target, chunk, ...rest)
}

/** As it is in `node:fs` then. */
function call(name: 'write' | 'writev' | 'writeFile' | 'appendFile', ...args: unknown[]): Promise<unknown> {
  return (promisify(fs[name]) as (...args: unknown[]) => Promise<unknown>)(...args)
}
