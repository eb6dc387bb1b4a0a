import { format } from 'node:util'
import { resourceFromAttributes } from '@opentelemetry/resources'
import * as logs from '@opentelemetry/sdk-logs'
import { redactLogRecords } from '@tacet/runtime/otel'
import * as logs0 from 'otel-sdk-logs-0'
import { describe, expect, test } from 'vitest'
import { logAdapterContract } from '../../contract/log-adapter.ts'
import type { Log } from '../../contract/log-cases.ts'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { loggedJson } from '../../helpers/logged-json.ts'
import { memoryExporter } from '../../helpers/memory-exporter.ts'
import { failingRegistry, registryWith } from '../../helpers/registries.ts'

const secret = fakeSecret('otel')
const PLACEHOLDER = '[REDACTED:KEY]'
const filled = () => registryWith({ KEY: secret })
const failing = () => failingRegistry({ KEY: secret })

interface LogsSdk {
  readonly LoggerProvider: new (options: {
    resource?: unknown
    processors: object[]
  }) => { getLogger(name: string): { emit(record: object): void }; forceFlush(): Promise<void> }
  readonly SimpleLogRecordProcessor: new (options: never) => object
  readonly BatchLogRecordProcessor: new (options: never) => object
}

interface Exported {
  readonly body?: unknown
  readonly attributes: Record<string, unknown>
  readonly severityText?: string
  readonly eventName?: string
  readonly resource: { readonly attributes: Record<string, unknown> }
}

describe.each<[string, LogsSdk, (memory: object) => never]>([
  ['OpenTelemetry logs 3', logs as unknown as LogsSdk, (memory) => ({ exporter: memory }) as never],
  ['OpenTelemetry logs 0', logs0 as unknown as LogsSdk, (memory) => ({ exporter: memory }) as never],
])('%s', (major, { LoggerProvider, SimpleLogRecordProcessor, BatchLogRecordProcessor }, options) => {
  const logOf = (logger: { emit(record: object): void }, attributes: object = {}): Log => ({
    message: (text, ...interpolated) => logger.emit({ body: format(text, ...interpolated), attributes }),
    fields: (fields, text = '') => logger.emit({ body: { text, fields }, attributes }),
    error(error, text = '') {
      const { message, stack, cause, errors, ...rest } = error as AggregateError
      logger.emit({
        body: text,
        attributes: {
          ...attributes,
          'exception.message': message,
          'exception.stacktrace': stack,
          rest: JSON.stringify({ ...rest, cause: String(cause), errors: errors?.map(String) }),
        },
      })
    },
    child: (bindings) => logOf(logger, { ...attributes, ...bindings }),
  })

  const shownOf_ = ({ body, attributes, severityText, eventName, resource }: Exported) => ({
    body,
    attributes,
    severityText,
    eventName,
    resource: resource.attributes['service.name'],
  })

  logAdapterContract({
    name: major,
    open(registry) {
      const memory = memoryExporter<Exported>()
      const processor = new SimpleLogRecordProcessor(options(memory))
      const provider = new LoggerProvider({
        resource: resourceFromAttributes({ 'service.name': 'test' }),
        processors: [registry ? redactLogRecords(processor, { registry }) : processor],
      })
      return {
        log: logOf(provider.getLogger('billing')),
        async close() {
          await provider.forceFlush()
          return memory.items.map((record) => loggedJson(shownOf_(record))).join('\n')
        },
      }
    },
  })

  test('body, attributes, exception, severity text, event name and resource, in batches', async () => {
    const memory = memoryExporter<Exported>()
    const provider = new LoggerProvider({
      resource: resourceFromAttributes({ key: secret }),
      processors: [redactLogRecords(new BatchLogRecordProcessor(options(memory)), { registry: filled() })],
    })
    const body = { deep: [{ key: secret }], bytes: Buffer.from('x') }
    provider.getLogger('billing').emit({
      body,
      attributes: { secret, n: 1 },
      severityText: secret,
      eventName: secret,
      exception: new Error(`bad ${secret}`),
    })
    await provider.forceFlush()
    const [record] = memory.items
    expect(record).toMatchObject({
      body: { deep: [{ key: PLACEHOLDER }] },
      attributes: { secret: PLACEHOLDER, n: 1, 'exception.message': `bad ${PLACEHOLDER}` },
      severityText: PLACEHOLDER,
      eventName: PLACEHOLDER,
    })
    expect(record!.resource.attributes.key).toBe(PLACEHOLDER)
    expect(JSON.stringify(shownOf_(record!)).includes(secret)).toBe(false)
    expect(body.deep[0]!.key).toBe(secret)
  })

  test('when redaction fails, a record without anything is exported', async () => {
    const memory = memoryExporter<Exported>()
    const provider = new LoggerProvider({
      resource: resourceFromAttributes({ key: secret }),
      processors: [redactLogRecords(new SimpleLogRecordProcessor(options(memory)), { registry: failing() })],
    })
    provider.getLogger('billing').emit({ body: secret, attributes: { secret } })
    await provider.forceFlush()
    const [record] = memory.items
    expect(record!.body).toMatch(/^\[WITHHELD/)
    expect(JSON.stringify([shownOf_(record!), record!.resource.attributes]).includes(secret)).toBe(false)
  })
})
