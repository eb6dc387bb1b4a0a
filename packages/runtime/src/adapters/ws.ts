import { BodyRedactor } from '../http/body-redactor.ts'
import { redactJson } from '../redact/json.ts'
import { redactBytes, redactText } from '../redact/text.ts'
import { defaultRegistry, type Registry } from '../registry.ts'

export interface SocketOptions {
  /** The secrets to look for. The default registry unless given. */
  readonly registry?: Registry
  /** Where in the service the socket is, for events to tell: a path without values, say. */
  readonly place?: string
}

interface SendOptions {
  readonly binary?: boolean
  readonly fin?: boolean
}

type Callback = (error?: Error) => void

/** What is asked of a WebSocket of the package `ws`. */
interface Socket {
  send(data: unknown, ...rest: unknown[]): void
  ping(data?: unknown, ...rest: unknown[]): void
  pong(data?: unknown, ...rest: unknown[]): void
  close(code?: number, reason?: unknown): void
}

const MESSAGE = 'websocket.message'
const CONTROL = 'websocket.control'
/** How much fits into a control frame, in bytes, and into the reason of a close (RFC 6455, 5.5). */
const LONGEST_CONTROL = 125
const LONGEST_REASON = 123
const JSON_START = /^\s*[[{]/

const guarded = new WeakSet<object>()

/**
 * Keeps secrets out of what a WebSocket of the package `ws` 8 or 7 sends: `server.on('connection', (socket) =>
 * redactSocket(socket))`. Messages of text and of bytes are covered, also in fragments and through
 * `createWebSocketStream`, and so are pings, pongs and the reason of a close. JSON stays JSON. The socket is changed, and
 * returned; called again for the same one, nothing is done.
 *
 * A message whose type cannot be read at once, such as a `Blob`, is not sent: `send` throws a TypeError.
 */
export function redactSocket<AnySocket extends object>(
  socket: AnySocket,
  options: SocketOptions = {},
): AnySocket {
  if (guarded.has(socket)) return socket
  guarded.add(socket)
  const { registry = defaultRegistry, place } = options
  const target = socket as unknown as Socket
  const send = target.send.bind(target)
  const close = target.close.bind(target)
  const where = (sink: string) => ({ registry, sink, ...(place === undefined ? {} : { place }) })
  /** The message that is being sent in fragments. */
  let message: { readonly redactor: BodyRedactor; readonly binary: boolean } | undefined

  const redactMessage = (data: unknown): unknown => {
    if (typeof data === 'string' || typeof data === 'number') {
      const text = String(data)
      return JSON_START.test(text) ? redactJson(text, where(MESSAGE)) : redactText(text, where(MESSAGE))
    }
    return redactBytes(bytesOf(data), where(MESSAGE))
  }

  target.send = (data, ...rest) => {
    const callback = rest.at(-1) as Callback | undefined
    const settings: SendOptions = typeof rest[0] === 'object' && rest[0] !== null ? rest[0] : {}
    const { binary = typeof data !== 'string', fin = true } = settings
    if (!message && fin) {
      send(
        redactMessage(data),
        { ...settings, binary },
        typeof callback === 'function' ? callback : undefined,
      )
      return
    }
    message ??= {
      binary,
      redactor: new BodyRedactor({
        registry,
        report: (pattern) => registry.report(pattern, MESSAGE, place),
        keepLength: false,
        json: false,
        utf16: undefined,
      }),
    }
    const ready = message.redactor.push(Buffer.from(typeof data === 'string' ? data : bytesOf(data)))
    const sent = fin ? Buffer.concat([ready, message.redactor.end()]) : ready
    const options = { ...settings, binary: message.binary, fin }
    if (fin) message = undefined
    send(sent, options, typeof callback === 'function' ? callback : undefined)
  }
  for (const name of ['ping', 'pong'] as const) {
    const original = target[name].bind(target)
    target[name] = (data, ...rest) => original(redactControl(data, LONGEST_CONTROL), ...rest)
  }
  target.close = (code, reason) => close(code, redactControl(reason, LONGEST_REASON))

  function redactControl(data: unknown, longest: number): unknown {
    if (data === undefined || data === null || typeof data === 'function') return data
    if (typeof data !== 'string' && typeof data !== 'number') {
      return redactBytes(bytesOf(data), where(CONTROL)).subarray(0, longest)
    }
    const text = String(data)
    const redacted = redactText(text, where(CONTROL))
    return redacted === text ? data : Buffer.from(redacted).subarray(0, longest).toString()
  }
  return socket
}

function bytesOf(data: unknown): Uint8Array {
  if (data instanceof Uint8Array) return data
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
  if (data instanceof ArrayBuffer) return new Uint8Array(data)
  throw new TypeError(
    'Only text and bytes can be sent over a redacted WebSocket: read a Blob before, by arrayBuffer().',
  )
}
