import { defaultRegistry, type Registry } from '../registry.ts'
import { guardClientRequests } from './client-requests.ts'
import { guardDispatcher } from './dispatcher.ts'
import { type EgressEvent, type EgressPolicy, type EgressTable, onEgress, publish } from './policy.ts'

export interface EgressOptions {
  /** `observe` (unless given) tells of a request; `block` stops it as well, before the secret leaves. */
  readonly mode?: 'observe' | 'block'
  /** The registry that has the secrets. The default one unless given. */
  readonly registry?: Registry
  /** Told of each request in which a secret goes where it may not, once for its head and once for its body. */
  readonly onEgress?: (event: EgressEvent) => void
}

let current: EgressPolicy | undefined
let guarded = false

/**
 * Tells of, or stops, outgoing requests in which a secret goes to a host that it has no business with:
 * `guardEgress({ STRIPE_KEY: ['api.stripe.com'] }, { mode: 'block' })`. Secrets that the table does not name may go
 * anywhere. Every form of a secret counts, in the address, the headers and the body.
 *
 * Covers the requests of `node:http`, `node:https`, `fetch` and undici's default dispatcher; each hop of a redirect by
 * itself. Not: `node:http2`, sockets, other dispatchers of undici, bodies that are compressed. A request that is stopped
 * fails with an EgressError; that of `fetch` is the `cause` of its TypeError. Called again, it takes the place of
 * what was asked before.
 *
 * @returns a function that ends it
 * @throws TypeError for a host that is no host name, and when this version of Node has no `fetch` that can be guarded
 */
export function guardEgress(table: EgressTable, options: EgressOptions = {}): () => void {
  const { mode = 'observe', registry = defaultRegistry, onEgress: listener } = options
  for (const host of Object.values(table).flat()) {
    if (!/^(?:\*\.)?[\w.-]+$|^[\da-f:]+$/i.test(host))
      throw new TypeError(`${JSON.stringify(host)} is no host: write api.example.com or *.example.com.`)
  }
  const policy: EgressPolicy = { registry, table, blocks: mode === 'block', tell: publish }
  const endListening = listener ? onEgress(listener) : () => {}
  if (!guarded) {
    guardDispatcher(() => current)
    guardClientRequests(() => current)
    guarded = true
  }
  current = policy
  return () => {
    endListening()
    if (current === policy) current = undefined
  }
}
