import { createRequire } from 'node:module'
import { format } from 'node:util'
import { type Attributes, SpanStatusCode } from '@opentelemetry/api'
import { type Resource, resourceFromAttributes } from '@opentelemetry/resources'
import * as trace from '@opentelemetry/sdk-trace-base'
import type { RedactionEvent } from '@tacet/runtime'
import { redactSpans } from '@tacet/runtime/otel'
import { describe, expect, test } from 'vitest'
import { logAdapterContract, type SkipReason } from '../../contract/log-adapter.ts'
import type { Log } from '../../contract/log-cases.ts'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { loggedJson } from '../../helpers/logged-json.ts'
import { memoryExporter } from '../../helpers/memory-exporter.ts'
import { failingRegistry, registryWith } from '../../helpers/registries.ts'

// The ES modules of version 1 are for bundlers: Node takes the others. From 1.26 on a part of it has them under a
// condition that the tests set, so it is the last one before that.
const require = createRequire(import.meta.url)
const trace1 = require('otel-sdk-trace-base-1') as Sdk
const { Resource: Resource1 } = createRequire(require.resolve('otel-sdk-trace-base-1'))(
  '@opentelemetry/resources',
) as { Resource: new (attributes: object, later: Promise<object>) => Resource }

const secret = fakeSecret('otel')
const PLACEHOLDER = '[REDACTED:KEY]'
const filled = () => registryWith({ KEY: secret })
const failing = () => failingRegistry({ KEY: secret })

type Span = trace.ReadableSpan
type Processor = trace.SpanProcessor
type Sdk = Pick<typeof trace, 'BasicTracerProvider' | 'SimpleSpanProcessor' | 'BatchSpanProcessor'>

/** What exporters send of a span, but for its times and ids. */
const shownOf = ({ name, attributes, events, links, status, resource, instrumentationScope }: Span) => ({
  name,
  attributes,
  events: events.map((event) => ({ name: event.name, attributes: event.attributes })),
  links: links.map((link) => link.attributes),
  status,
  resource: resource.attributes['service.name'],
  scope: instrumentationScope,
})

/** A resource with one attribute of which the value is there only later. */
type Later = (key: string, value: Promise<string>) => Resource

describe.each<[string, Sdk, Later]>([
  ['OpenTelemetry traces 2', trace, (key, value) => resourceFromAttributes({ [key]: value })],
  [
    'OpenTelemetry traces 1',
    trace1,
    (key, value) =>
      new Resource1(
        {},
        value.then((text) => ({ [key]: text })),
      ),
  ],
])('%s', (major, { BasicTracerProvider, SimpleSpanProcessor, BatchSpanProcessor }, laterOf) => {
  const providerOf = (
    processor: Processor,
    attributes: Attributes | Resource = { 'service.name': 'test' },
  ) => {
    const resource = 'merge' in attributes ? (attributes as Resource) : resourceFromAttributes(attributes)
    const provider = new BasicTracerProvider({ resource, spanProcessors: [processor] })
    // How version 1 is given one.
    ;(provider as { addSpanProcessor?(added: Processor): void }).addSpanProcessor?.(processor)
    return provider
  }
  const tracerOf = (...args: Parameters<typeof providerOf>) => providerOf(...args).getTracer('billing')

  /** Everything that is logged is a span. */
  const logOf = (tracer: ReturnType<typeof tracerOf>, bindings: Attributes = {}): Log => ({
    message: (text, ...interpolated) =>
      tracer.startSpan(format(text, ...interpolated), { attributes: bindings }).end(),
    fields(fields, text = 'fields') {
      const span = tracer.startSpan(text, { attributes: bindings })
      span.addEvent('fields', { fields: loggedJson(fields) })
      span.end()
    },
    error(error, text = 'error') {
      const span = tracer.startSpan(text, { attributes: bindings })
      span.recordException(error)
      span.setStatus({ code: SpanStatusCode.ERROR, message: error.message })
      span.end()
    },
    child: (more) => logOf(tracer, { ...bindings, ...(more as Attributes) }),
  })

  const skips: Record<string, SkipReason> = {
    'the cause of an error': 'does not print it',
    'an AggregateError': 'does not print it',
    'the config headers of an error': 'does not print it',
    'the bindings of a grandchild': 'does not print it',
  }

  logAdapterContract(
    {
      name: major,
      open(registry) {
        const memory = memoryExporter<Span>()
        const processor = new SimpleSpanProcessor(memory)
        const tracer = tracerOf(registry ? redactSpans(processor, { registry }) : processor)
        return {
          log: logOf(tracer),
          close: () => memory.items.map((span) => loggedJson(shownOf(span))).join('\n'),
        }
      },
    },
    skips,
  )

  test('name, attributes, events, links, status, scope and resource', async () => {
    const memory = memoryExporter<Span>()
    const processor = redactSpans(new BatchSpanProcessor(memory), { registry: filled() })
    const provider = providerOf(processor, { 'service.name': 'test', key: secret })
    const span = provider.getTracer('billing', secret).startSpan(`GET /${secret}`, {
      attributes: { key: secret, list: ['a', secret], n: 1 },
      links: [
        {
          context: { traceId: '1'.repeat(32), spanId: '1'.repeat(16), traceFlags: 1 },
          attributes: { secret },
        },
      ],
    })
    span.addEvent(`event ${secret}`, { secret })
    span.recordException(new Error(`bad ${secret}`))
    span.setStatus({ code: SpanStatusCode.ERROR, message: secret })
    span.end()
    await provider.forceFlush()
    const [exported] = memory.items
    const shown = shownOf(exported!)
    expect(shown).toMatchObject({
      name: `GET /${PLACEHOLDER}`,
      attributes: { key: PLACEHOLDER, list: ['a', PLACEHOLDER], n: 1 },
      links: [{ secret: PLACEHOLDER }],
      status: { code: SpanStatusCode.ERROR, message: PLACEHOLDER },
      resource: 'test',
    })
    expect(JSON.stringify(shown).includes(secret)).toBe(false)
    expect(exported!.resource.attributes.key).toBe(PLACEHOLDER)
    expect(exported!.spanContext()).toEqual(span.spanContext())
    expect(exported!.duration).toEqual(expect.any(Array))
    expect(exported!.ended).toBe(true)
    // Other processors are handed the span as it is.
    expect((span as unknown as Span).attributes.key).toBe(secret)
  })

  test('a resource whose attributes come later, one for all spans', async () => {
    const memory = memoryExporter<Span>()
    const processor = redactSpans(new BatchSpanProcessor(memory), { registry: filled() })
    const provider = providerOf(processor, laterOf('key', Promise.resolve(secret)))
    for (const name of ['a', 'b']) provider.getTracer('x').startSpan(name).end()
    await provider.forceFlush()
    expect(memory.items.map(({ resource }) => resource.attributes.key)).toEqual([PLACEHOLDER, PLACEHOLDER])
    expect(memory.items[0]!.resource).toBe(memory.items[1]!.resource)
    await provider.shutdown()
  })

  test('what holds no secret keeps its parts; events name the scope', () => {
    const registry = filled()
    const events: RedactionEvent[] = []
    registry.on('redaction', (event) => events.push(event))
    const memory = memoryExporter<Span>()
    const tracer = tracerOf(redactSpans(new SimpleSpanProcessor(memory), { registry }))
    const attributes = { list: ['a'] }
    const span = tracer.startSpan('a', { attributes })
    span.end()
    tracer.startSpan(secret, { attributes: { secret } }).end()
    expect(memory.items[0]!.attributes).toBe((span as unknown as Span).attributes)
    expect(events).toEqual([{ name: 'KEY', form: 'raw', sink: 'otel', place: 'billing' }])
  })

  test('when redaction fails, a span without anything is exported', () => {
    const memory = memoryExporter<Span>()
    const tracer = tracerOf(redactSpans(new SimpleSpanProcessor(memory), { registry: failing() }), {
      key: secret,
    })
    const span = tracer.startSpan(secret, { attributes: { secret } })
    span.addEvent(secret)
    span.setStatus({ code: SpanStatusCode.ERROR, message: secret })
    span.end()
    const [exported] = memory.items
    expect(exported!.name).toMatch(/^\[WITHHELD/)
    expect(exported!.status.code).toBe(SpanStatusCode.ERROR)
    expect(JSON.stringify([shownOf(exported!), exported!.resource.attributes]).includes(secret)).toBe(false)
  })
})
