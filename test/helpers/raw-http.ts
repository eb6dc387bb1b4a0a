import type { RequestListener, Server } from 'node:http'
import { createServer } from 'node:http'
import net, { type AddressInfo, type Socket } from 'node:net'
import zlib from 'node:zlib'

/** A response as it came over the wire. */
export interface RawResponse {
  readonly statusLine: string
  readonly head: string
  /** By lower-case name, each with all its values. */
  readonly headers: Readonly<Record<string, readonly string[]>>
  /** Without its transfer coding. */
  readonly body: Buffer
  readonly trailers: string
  /** Whether the message ended as its framing says. */
  readonly complete: boolean
}

/** Serves on a free port for as long as `use` runs, and sees that nothing of it stays. */
export async function serving<T>(listener: RequestListener, use: (port: number) => Promise<T>): Promise<T> {
  const server = await listen(createServer(listener))
  try {
    return await use((server.address() as AddressInfo).port)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

function listen(server: Server): Promise<Server> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

/** The text of a request that closes the connection, so that the end of the response shows. */
export function request(
  path: string,
  { method = 'GET', version = '1.1', headers = {} as object } = {},
): string {
  const fields = Object.entries({ Host: 'localhost', Connection: 'close', ...headers })
  return `${method} ${path} HTTP/${version}\r\n${fields.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
}

/** Sends the text over a socket of its own and returns all that comes until the server closes it. */
export function exchange(port: number, text: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    const socket = net.connect(port, '127.0.0.1', () => socket.write(text, 'latin1'))
    socket.on('data', (piece) => pieces.push(piece))
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNRESET') resolve(Buffer.concat(pieces))
      else reject(error)
    })
    socket.on('close', () => resolve(Buffer.concat(pieces)))
  })
}

/** A connection whose answers are waited for as they come. */
export class Connection {
  #received = Buffer.alloc(0)
  readonly #socket: Socket
  #wake = (): void => {}

  constructor(port: number) {
    this.#socket = net.connect(port, '127.0.0.1')
    this.#socket.on('data', (piece) => {
      this.#received = Buffer.concat([this.#received, piece])
      this.#wake()
    })
    this.#socket.on('close', () => this.#wake())
    this.#socket.on('error', () => {})
  }

  send(text: string): void {
    this.#socket.write(text, 'latin1')
  }

  /** Resolves as soon as what was received so far satisfies the condition; rejects when the server closes first. */
  async until(condition: (received: string) => boolean): Promise<string> {
    for (;;) {
      const received = this.#received.toString('latin1')
      if (condition(received)) return received
      if (this.#socket.closed) throw new Error('the connection closed before that was received')
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }

  pause(): void {
    this.#socket.pause()
  }

  resume(): void {
    this.#socket.resume()
  }

  close(): void {
    this.#socket.destroy()
  }
}

/** Takes a response apart, by its own framing. */
export function parse(raw: Buffer, method = 'GET'): RawResponse {
  const text = raw.toString('latin1')
  const headEnd = text.indexOf('\r\n\r\n')
  if (headEnd < 0) return { statusLine: '', head: '', headers: {}, body: raw, trailers: '', complete: false }
  const head = text.slice(0, headEnd)
  const [statusLine = '', ...lines] = head.split('\r\n')
  const headers: Record<string, string[]> = {}
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    headers[name] = [...(headers[name] ?? []), line.slice(colon + 1).trim()]
  }
  const rest = raw.subarray(headEnd + 4)
  const status = Number(statusLine.split(' ')[1])
  const bodiless = method === 'HEAD' || status === 204 || status === 304
  const common = { statusLine, head, headers }
  if (bodiless) return { ...common, body: rest, trailers: '', complete: rest.length === 0 }
  if (headers['transfer-encoding']?.includes('chunked')) return { ...common, ...dechunk(rest) }
  const length = headers['content-length']?.[0]
  return {
    ...common,
    body: rest,
    trailers: '',
    complete: length === undefined || Number(length) === rest.length,
  }
}

function dechunk(raw: Buffer): { body: Buffer; trailers: string; complete: boolean } {
  const pieces: Buffer[] = []
  let at = 0
  for (;;) {
    const lineEnd = raw.indexOf('\r\n', at)
    if (lineEnd < 0) return { body: Buffer.concat(pieces), trailers: '', complete: false }
    const size = Number.parseInt(raw.toString('latin1', at, lineEnd), 16)
    at = lineEnd + 2
    if (size === 0) {
      const trailers = raw.toString('latin1', at)
      return { body: Buffer.concat(pieces), trailers, complete: trailers.endsWith('\r\n') }
    }
    pieces.push(raw.subarray(at, at + size))
    at += size + 2
  }
}

/** The body without its content coding. */
export function decoded({ headers, body }: RawResponse): string {
  return decode(headers['content-encoding']?.[0], body).toString()
}

export function decode(coding: string | undefined, body: Buffer): Buffer {
  switch (coding) {
    case 'gzip':
      return zlib.gunzipSync(body)
    case 'deflate':
      return zlib.inflateSync(body)
    case 'br':
      return zlib.brotliDecompressSync(body)
    case 'zstd':
      return (zlib as unknown as { zstdDecompressSync(bytes: Buffer): Buffer }).zstdDecompressSync(body)
    default:
      return body
  }
}
