import { type EgressPolicy, RequestCheck } from './policy.ts'

/** What is asked of a dispatcher of undici. */
interface Dispatcher {
  dispatch(options: DispatchOptions, handler: unknown): boolean
}

interface DispatchOptions {
  readonly origin?: string | URL
  readonly path: string
  readonly headers?: unknown
  readonly body?: unknown
}

/** Where Node's `fetch`, and the package undici, keep the dispatcher of requests that name none. */
const GLOBAL = Symbol.for('undici.globalDispatcher.1')

/**
 * Has the requests of `fetch`, and of undici's default dispatcher, checked.
 *
 * @throws TypeError when this version of Node has no such dispatcher
 */
export function guardDispatcher(policy: () => EgressPolicy | undefined): void {
  const holder = globalThis as unknown as Record<symbol, Dispatcher | undefined>
  // Node loads it with the first of its classes that is asked for.
  void globalThis.Headers
  const original = holder[GLOBAL]
  if (!original) throw new TypeError('This version of Node has no dispatcher of fetch that can be guarded.')
  const dispatch: Dispatcher['dispatch'] = (options, handler) => {
    const current = policy()
    return original.dispatch(current ? checked(options, current) : options, handler)
  }
  holder[GLOBAL] = new Proxy(original, {
    get(target, name) {
      if (name === 'dispatch') return dispatch
      const member: unknown = Reflect.get(target, name, target)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}

/** @throws EgressError when what is known of the request may not be sent */
function checked(options: DispatchOptions, policy: EgressPolicy): DispatchOptions {
  const { origin = '', path, headers, body } = options
  const check = new RequestCheck(policy, new URL(origin).hostname)
  check.head([new URL(origin).host, path, ...headerLines(headers)].join('\n'))
  if (typeof body === 'string') check.body(Buffer.from(body))
  else if (body instanceof Uint8Array) check.body(body)
  else if (body instanceof ArrayBuffer) check.body(new Uint8Array(body))
  else if (isIterable(body)) return { ...options, body: checkedChunks(body, check) }
  return options
}

function headerLines(headers: unknown): string[] {
  if (headers === null || headers === undefined) return []
  if (Array.isArray(headers)) {
    const fields: readonly unknown[] = headers
    return fields.flatMap((value, index) => (index % 2 === 1 ? [`${fields[index - 1]}: ${value}`] : []))
  }
  const entries = Symbol.iterator in Object(headers) ? headers : Object.entries(headers)
  return Array.from(entries as Iterable<[unknown, unknown]>, ([name, value]) => `${name}: ${value}`)
}

function isIterable(body: unknown): body is AsyncIterable<unknown> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body
}

async function* checkedChunks(body: AsyncIterable<unknown>, check: RequestCheck): AsyncGenerator<unknown> {
  // Not `for await`: it would wait for the body to end as well, and that of a fetch with a text does not.
  const chunks = body[Symbol.asyncIterator]()
  let isOver = false
  try {
    for (;;) {
      const next = await chunks.next()
      isOver = next.done === true
      if (isOver) break
      const bytes: unknown = typeof next.value === 'string' ? Buffer.from(next.value) : next.value
      const ready = bytes instanceof Uint8Array ? check.body(bytes) : bytes
      if (!(ready instanceof Uint8Array) || ready.length > 0) yield ready
    }
  } finally {
    if (!isOver) chunks.return?.().catch(() => {})
  }
  const rest = check.end()
  if (rest.length > 0) yield rest
}
