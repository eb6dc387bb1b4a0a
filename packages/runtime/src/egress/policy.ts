import { redactText } from '../redact/text.ts'
import { eventSource } from '../registry/event-source.ts'
import type { RedactionEvent, Registry } from '../registry.ts'

/** Hosts by the name of the secret that may be sent there; `*.example.com` are all below it. */
export type EgressTable = Readonly<Record<string, readonly string[]>>

/** That a secret was about to be sent where it has no business. Also published on `tacet:egress`. */
export interface EgressEvent extends Pick<RedactionEvent, 'name' | 'form'> {
  readonly host: string
  /** `head` (the address or a header) or `body`. */
  readonly place: 'head' | 'body'
}

/** A request was stopped: a secret was about to be sent where it has no business. */
export class EgressError extends Error {
  override readonly name = 'EgressError'
  readonly code = 'TACET_EGRESS'
  readonly event: EgressEvent

  constructor(event: EgressEvent) {
    const { name, host, place } = event
    super(
      `${name} was about to be sent to ${host}, in the ${place} of a request: mend the request, or allow it with ` +
        `guardEgress({ ${name}: ['${host}'] }).`,
    )
    this.event = event
  }
}

export interface EgressPolicy {
  readonly registry: Registry
  readonly table: EgressTable
  readonly blocks: boolean
  readonly tell: (event: EgressEvent) => void
}

const source = eventSource<EgressEvent>('tacet:egress')

/** Tells of an event, on the channel as well. */
export const publish: (event: EgressEvent) => void = source.emit
export const onEgress: (listener: (event: EgressEvent) => void) => () => void = source.on

/** Looks into one request to a host. */
export class RequestCheck {
  readonly #policy: EgressPolicy
  readonly #host: string
  readonly #told = new Set<string>()
  #held: Uint8Array = new Uint8Array()

  constructor(policy: EgressPolicy, host: string) {
    this.#policy = policy
    this.#host = host.toLowerCase().replace(/^\[(.*)\]$/, '$1')
  }

  /** @throws EgressError when there is a secret in it that may not be sent there, and such are stopped */
  head(text: string): void {
    for (const { pattern } of this.#policy.registry.matcher().find(text)) this.#judge(pattern, 'head')
  }

  /**
   * Takes the next bytes of the body, and returns what may leave. What may be the beginning of a secret is held, if
   * requests are stopped.
   *
   * @throws EgressError as `head`
   */
  body(chunk: Uint8Array): Uint8Array {
    const matcher = this.#policy.registry.matcher()
    const input = this.#held.length === 0 ? Buffer.from(chunk) : Buffer.concat([this.#held, chunk])
    for (const { pattern } of matcher.findBytes(input)) this.#judge(pattern, 'body')
    const limit = matcher.livePrefixBytes(input)
    this.#held = input.subarray(limit)
    return this.#policy.blocks ? input.subarray(0, limit) : chunk
  }

  /** What of the body is still held: it is over. */
  end(): Uint8Array {
    const rest = this.#policy.blocks ? this.#held : new Uint8Array()
    this.#held = new Uint8Array()
    return rest
  }

  #judge(pattern: number, place: EgressEvent['place']): void {
    const { registry, table, blocks, tell } = this.#policy
    const { name, form } = registry.describe(pattern)
    if (!Object.hasOwn(table, name) || table[name]!.some((allowed) => includes(allowed, this.#host))) return
    // The host may be what the secret is in.
    const host = redactText(this.#host, { registry, sink: 'egress' })
    const event: EgressEvent = { name, form, host, place }
    const key = `${name} ${place}`
    if (!this.#told.has(key)) tell(event)
    this.#told.add(key)
    if (blocks) throw new EgressError(event)
  }
}

function includes(allowed: string, host: string): boolean {
  const pattern = allowed.toLowerCase()
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern
}
