import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { decompressed } from './leaked.ts'
import type { Delivered } from './secrets.ts'
import { pathOf, type Way } from './ways.ts'

/** A running service, and all that it emits. */
export class Service {
  readonly #process: ChildProcess
  readonly #port: number
  readonly #log: Buffer[] = []

  private constructor(process: ChildProcess, port: number) {
    this.#process = process
    this.#port = port
    for (const stream of [process.stdout!, process.stderr!])
      stream.on('data', (chunk: Buffer) => this.#log.push(chunk))
  }

  static async start(kind: 'protected' | 'unprotected', secrets: Delivered): Promise<Service> {
    const child = fork(new URL('./service.js', import.meta.url), [kind], {
      env: { ...process.env, NODE_ENV: 'development', TACET_SECRETS_DIR: secrets.folder, ...secrets.env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    const [port] = (await once(child, 'message')) as [number]
    return new Service(child, port)
  }

  /** Goes one way, over HTTP, and returns everything that came out of the process by then. */
  async go(way: Way): Promise<Buffer> {
    this.#log.length = 0
    const response = await request(`http://127.0.0.1:${this.#port}${pathOf(way)}`)
    const body = await buffer(response)
    const head = Buffer.from(
      [...response.rawHeaders, ...response.rawTrailers, response.statusMessage].join('\n'),
      'latin1',
    )
    if (way.where.includes('log')) await this.#untilLogged()
    const readable = decompressed(body, response.headers['content-encoding'])
    return Buffer.concat([...this.#log, head, Buffer.from('\n'), readable])
  }

  /** The log is a pipe of its own, which may be slower than the response. */
  async #untilLogged(): Promise<void> {
    while (!Buffer.concat(this.#log).includes('\n')) await once(this.#process.stdout!, 'data')
  }

  async stop(): Promise<void> {
    this.#process.disconnect()
    await once(this.#process, 'exit')
  }
}

async function request(url: string): Promise<IncomingMessage> {
  const outgoing = get(url, { headers: { 'accept-encoding': 'gzip', accept: 'text/html' } })
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage]
  return response
}
