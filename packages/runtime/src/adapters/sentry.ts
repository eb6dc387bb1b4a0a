import { type SinkOptions, type SinkRedactor, sinkRedactor } from '../log/sink-redactor.ts'

export type { SinkOptions } from '../log/sink-redactor.ts'

/** What Sentry sends at once: a header, and items that have a header of their own. */
type Item = [header: { readonly type?: string; readonly length?: number }, payload: unknown]
type Envelope = [header: object, items: Item[]]

interface Client {
  on(hook: 'beforeEnvelope', callback: (envelope: Envelope) => void): unknown
}

interface Integration {
  readonly name: string
  setup?(client: Client): void
}

type Integrations = Integration[] | ((defaults: Integration[]) => Integration[] | Integration)

/**
 * Sentry's options, with redaction put last before anything is sent: `Sentry.init(redactEvents({ dsn }))`, of
 * `@sentry/node` and all that is made on `@sentry/core`, 11 or 10. It is what is sent that is redacted, after
 * `beforeSend`, `beforeBreadcrumb` and all other callbacks of yours: errors and messages with their stack traces,
 * breadcrumbs, extra data, tags, user and request; attachments; transactions and spans, in either way to send them, and
 * the name of the trace; logs, metrics, sessions, check-ins, feedback. The place that events tell is the type of the
 * item. What cannot be redacted is not sent.
 *
 * @returns a copy of the options, to be given to Sentry as they are: the redaction is one of the `integrations`
 */
export function redactEvents<Options extends object = object>(
  options?: Options,
  redaction: SinkOptions = {},
): Options {
  const { integrations = [] } = (options ?? {}) as { integrations?: Integrations }
  const redactor = sinkRedactor('sentry', redaction)
  const own: Integration = {
    name: 'Tacet',
    setup: (client) => client.on('beforeEnvelope', (envelope) => redactEnvelope(envelope, redactor)),
  }
  const withOwn: Integrations =
    typeof integrations === 'function'
      ? (defaults) => [...[integrations(defaults)].flat(), own]
      : [...integrations, own]
  return { ...options, integrations: withOwn } as Options & { integrations: Integrations }
}

/** Changes the envelope itself, as Sentry's own integrations do. Of one without items nothing is sent. */
function redactEnvelope(envelope: Envelope, redactor: SinkRedactor): void {
  const [header, items] = envelope
  const redacted = redactor.value(header, 'envelope')
  const isWithheld = typeof redacted === 'string'
  envelope[0] = isWithheld ? {} : redacted
  envelope[1] = isWithheld ? [] : items.flatMap((item) => redactItem(item, redactor))
}

function redactItem(item: Item, redactor: SinkRedactor): [] | [Item] {
  const [header, payload] = item
  const place = header.type
  const redacted = redactor.value(header, place)
  const shown = typeof payload === 'string' ? redactor.json(payload, place) : redactor.value(payload, place)
  if (redacted === header && shown === payload) return [item]
  if (typeof redacted === 'string' || typeof shown !== typeof payload) return []
  const isMeasured =
    redacted.length !== undefined && (typeof shown === 'string' || shown instanceof Uint8Array)
  return [[isMeasured ? { ...redacted, length: Buffer.byteLength(shown) } : redacted, shown]]
}
