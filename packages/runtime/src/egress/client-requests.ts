import { ClientRequest } from 'node:http'
import { type EgressPolicy, RequestCheck } from './policy.ts'

/** Of `node:http`'s request, what is not in its types: unchanged since Node 0.x. */
interface Request extends ClientRequest {
  _header: string | null
  _storeHeader(firstLine: string, headers: unknown): void
}

type Method = (this: Request, ...args: unknown[]) => unknown

/** Has the requests of `node:http` and `node:https` checked, however they are made. */
export function guardClientRequests(policy: () => EgressPolicy | undefined): void {
  const methods = ClientRequest.prototype as unknown as Record<string, Method>
  const checks = new WeakMap<object, RequestCheck>()
  const checkOf = (request: Request): RequestCheck | undefined => {
    const current = policy()
    if (!current) return undefined
    const check = checks.get(request) ?? new RequestCheck(current, request.host)
    checks.set(request, check)
    return check
  }
  /** Destroys the request when there is something in it that may not be sent. */
  const stopped = (request: Request, look: () => void): boolean => {
    try {
      look()
      return false
    } catch (error) {
      request.destroy(error as Error)
      return true
    }
  }

  const { _storeHeader: storeHeader, write, end } = methods
  methods._storeHeader = function (...args) {
    storeHeader!.apply(this, args)
    const check = checkOf(this)
    // Nothing of it has been sent yet.
    if (check) stopped(this, () => check.head(this._header ?? ''))
  }
  methods.write = function (chunk, encoding, done) {
    const bytes = bytesOf(chunk, encoding)
    const check = bytes && checkOf(this)
    if (!check || this.destroyed) return write!.call(this, chunk, encoding, done)
    let ready: Uint8Array = new Uint8Array()
    const isStopped = stopped(this, () => {
      ready = check.body(bytes)
    })
    const callback = typeof encoding === 'function' ? encoding : done
    if (isStopped || ready.length > 0) return write!.call(this, ready, undefined, callback)
    // All of it is held. A head that waits for the first bytes may leave.
    this.flushHeaders()
    if (typeof callback === 'function') process.nextTick(callback)
    return true
  }
  methods.end = function (chunk, encoding, done) {
    const callback = [chunk, encoding, done].find((each) => typeof each === 'function')
    const check = checkOf(this)
    if (!check || this.destroyed) return end!.call(this, chunk, encoding, done)
    const last = bytesOf(chunk, encoding)
    let ready: Uint8Array = new Uint8Array()
    const isStopped = stopped(this, () => {
      ready = Buffer.concat([last ? check.body(last) : ready, check.end()])
    })
    if (isStopped) return this
    return ready.length > 0 ? end!.call(this, ready, undefined, callback) : end!.call(this, callback)
  }
}

function bytesOf(chunk: unknown, encoding: unknown): Uint8Array | undefined {
  if (chunk instanceof Uint8Array) return chunk
  if (typeof chunk !== 'string') return undefined
  return Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
}
