import { intercept } from '../log/intercept.ts'
import { type SinkOptions, type SinkRedactor, sinkRedactor } from '../log/sink-redactor.ts'

export type { SinkOptions } from '../log/sink-redactor.ts'

interface Scope {
  readonly name?: string
}

/** What spans and log records of the SDK have in common. */
interface Telemetry {
  readonly resource?: Resource
  readonly instrumentationScope?: Scope
  /** Its name in version 1. */
  readonly instrumentationLibrary?: Scope
}

// What each shows of itself besides its resource; either SDK lacks some of them.
const SCOPES = ['instrumentationScope', 'instrumentationLibrary']
const SPAN_FIELDS = ['name', 'attributes', 'events', 'links', 'status', ...SCOPES]
const RECORD_FIELDS = ['body', 'attributes', 'severityText', 'eventName', ...SCOPES]

/**
 * Redacts the spans that go to a span processor of OpenTelemetry:
 * `spanProcessors: [redactSpans(new BatchSpanProcessor(exporter))]`. When a span ends the processor is given one like it
 * that has redacted name, attributes, events (exceptions too), links, status message, scope and resource; the span
 * itself, which other processors see, stays. The place that events tell is the name of the instrumentation scope.
 *
 * @returns a processor to be configured in its place
 */
export function redactSpans<Processor extends object>(
  processor: Processor,
  options: SinkOptions = {},
): Processor {
  return redactHandled(processor, 'onEnd', SPAN_FIELDS, options)
}

/**
 * Redacts the log records that go to a log record processor of OpenTelemetry, likewise: body, attributes (exceptions
 * too), severity text, event name, scope and resource.
 *
 * @returns a processor to be configured in its place
 */
export function redactLogRecords<Processor extends object>(
  processor: Processor,
  options: SinkOptions = {},
): Processor {
  return redactHandled(processor, 'onEmit', RECORD_FIELDS, options)
}

/** What writes a header of an outgoing request. */
interface Setter {
  set(carrier: unknown, key: string, value: string): void
}

/**
 * Redacts what a propagator of OpenTelemetry writes into outgoing requests and messages, baggage above all:
 * `propagation.setGlobalPropagator(redactPropagation(new W3CBaggagePropagator()))`. The place that events tell is the
 * name of the header.
 *
 * @returns a propagator to be set in its place
 */
export function redactPropagation<Propagator extends object>(
  propagator: Propagator,
  options: SinkOptions = {},
): Propagator {
  const redactor = sinkRedactor('otel', options)
  const { inject } = propagator as { inject?(context: unknown, carrier: unknown, setter: Setter): void }
  return intercept(propagator, 'inject', (context: unknown, carrier: unknown, setter: Setter) => {
    const set: Setter['set'] = (target, key, value) => setter.set(target, key, redactor.text(value, key))
    inject?.call(propagator, context, carrier, { set })
  })
}

function redactHandled<Processor extends object>(
  processor: Processor,
  method: 'onEnd' | 'onEmit',
  fields: readonly string[],
  options: SinkOptions,
): Processor {
  const redactor = sinkRedactor('otel', options)
  const resources = new WeakMap<object, Resource>()
  const handle = (processor as Record<string, unknown>)[method] as (item: object, ...rest: unknown[]) => void
  return intercept(processor, method, (item: Telemetry, ...rest: unknown[]) =>
    handle.call(processor, redactTelemetry(item, fields, redactor, resources), ...rest),
  )
}

function redactTelemetry(
  item: Telemetry,
  fields: readonly string[],
  redactor: SinkRedactor,
  resources: WeakMap<object, Resource>,
): object {
  const place = (item.instrumentationScope ?? item.instrumentationLibrary)?.name
  const present = fields.filter((field) => field in item)
  const shown = Object.fromEntries(present.map((field) => [field, item[field as never] as unknown]))
  const redacted = redactor.value(shown, place)
  const changed: Record<string, unknown> = {}
  for (const field of present) {
    const value = typeof redacted === 'string' ? redacted : redacted[field]
    if (value !== shown[field]) changed[field] = likeBefore(shown[field], value)
  }
  if (item.resource) changed.resource = redactResource(item.resource, redactor, resources)
  if (Object.entries(changed).every(([field, value]) => value === item[field as never])) return item
  return Object.create(item, Object.getOwnPropertyDescriptors(changed)) as object
}

/** Where all of a field was withheld, what stands in its place is of its kind: exporters read it as that. */
function likeBefore(before: unknown, after: unknown): unknown {
  if (typeof after !== 'string' || typeof before !== 'object' || before === null) return after
  if (Array.isArray(before)) return []
  if ('code' in before) return { code: before.code, message: after }
  if ('name' in before) return { name: after }
  return { withheld: after }
}

/** What is asked of a resource. */
interface Resource {
  readonly attributes?: unknown
  readonly asyncAttributesPending?: boolean
}

/**
 * Exporters group by resource, so there is one for each. Its attributes may be there only later, so they are redacted
 * when they are read.
 */
function redactResource(
  resource: Resource,
  redactor: SinkRedactor,
  known: WeakMap<object, Resource>,
): Resource {
  const read = (): unknown => {
    const { attributes } = resource
    return likeBefore(attributes, redactor.value(attributes, 'resource'))
  }
  const made = known.get(resource)
  if (made) return made
  const { attributes, asyncAttributesPending } = resource
  if (!asyncAttributesPending && redactor.value(attributes, 'resource') === attributes) return resource
  const redacting: Resource = Object.create(resource, {
    attributes: { get: read, enumerable: true, configurable: true },
  })
  known.set(resource, redacting)
  return redacting
}
