import { MeterProvider, MetricReader } from '@opentelemetry/sdk-metrics'
import { createRegistry, type RedactionEvent, redactText } from '@tacet/runtime'
import {
  type Repeated,
  rateLimited,
  redactionMetrics,
  summaryAtExit,
  summaryText,
} from '@tacet/runtime/events'
import { describe, expect, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'

const key = fakeSecret('events')
const setup = () => {
  const registry = createRegistry()
  registry.add('API_KEY', key)
  return registry
}

describe('rateLimited', () => {
  const event = (place: string): RedactionEvent => ({ name: 'API_KEY', form: 'raw', sink: 'pino', place })
  const limited = (limit?: number) => {
    const clock = { time: 0 }
    const told: Repeated<RedactionEvent>[] = []
    const listener = rateLimited<RedactionEvent>((each) => told.push(each), {
      interval: 1000,
      now: () => clock.time,
      ...(limit !== undefined && { limit }),
    })
    return { clock, told, listener }
  }

  test('tells the first at once, and those like it once in a while, with their number', () => {
    const { clock, told, listener } = limited()
    for (const time of [0, 1, 999, 1000, 1001, 2500]) {
      clock.time = time
      listener(event('a'))
    }
    expect(told.map(({ repeated }) => repeated)).toEqual([0, 2, 1])
    expect(told[0]).toEqual({ ...event('a'), repeated: 0 })
  })

  test('tells of each kind', () => {
    const { told, listener } = limited()
    for (const place of ['a', 'b', 'a', 'b']) listener(event(place))
    expect(told.map(({ place }) => place)).toEqual(['a', 'b'])
  })

  test('forgets those told longest ago when there are too many kinds', () => {
    const { told, listener } = limited(2)
    for (const place of ['a', 'b', 'c', 'b', 'a']) listener(event(place))
    expect(told.map(({ place }) => place)).toEqual(['a', 'b', 'c', 'a'])
  })

  test('is a listener of a registry', () => {
    const registry = setup()
    const told: Repeated<RedactionEvent>[] = []
    registry.on(
      'redaction',
      rateLimited((each) => told.push(each)),
    )
    redactText(`${key} ${key}`, { registry, sink: 'mail' })
    expect(told).toEqual([{ name: 'API_KEY', form: 'raw', sink: 'mail', repeated: 0 }])
  })
})

describe('redactionMetrics', () => {
  class Reader extends MetricReader {
    protected override async onShutdown(): Promise<void> {}
    protected override async onForceFlush(): Promise<void> {}
  }

  test('are collected by OpenTelemetry', async () => {
    const registry = setup()
    const reader = new Reader()
    const provider = new MeterProvider({ readers: [reader] })
    const end = redactionMetrics(provider.getMeter('test'), { registry })
    redactText(`${key} ${key}`, { registry, sink: 'mail' })
    registry.withhold('too deep', 'value')
    registry.withhold('too deep', 'value')
    const collected = async () => {
      const { resourceMetrics } = await reader.collect()
      const metrics = resourceMetrics.scopeMetrics.flatMap((scope) => scope.metrics)
      return metrics.map(({ descriptor, dataPoints }) => [
        descriptor.name,
        dataPoints.map(({ value, attributes }) => [value, attributes]),
      ])
    }
    const expected = [
      ['tacet.redactions', [[2, { 'tacet.secret': 'API_KEY', 'tacet.form': 'raw', 'tacet.sink': 'mail' }]]],
      ['tacet.withheld', [[2, { 'tacet.reason': 'too deep', 'tacet.sink': 'value' }]]],
      ['tacet.secrets', [[1, {}]]],
    ]
    expect(await collected()).toEqual(expected)
    end()
    // OpenTelemetry goes on to tell the last that it got.
    redactText(key, { registry, sink: 'mail' })
    registry.withhold('too deep', 'value')
    expect(await collected()).toEqual(expected)
    await provider.shutdown()
  })
})

describe('the summary', () => {
  test('has the most frequent first', () => {
    const counts = [
      { name: 'A', form: 'raw', sink: 'pino', count: 1 },
      { name: 'B', form: 'hex', sink: 'http.body', count: 3 },
    ] as const
    expect(summaryText(counts)).toBe('redacted 4\n  B (hex) in http.body: 3\n  A (raw) in pino: 1')
  })

  test('is told at exit, when there is something to tell', () => {
    const registry = setup()
    const written: string[] = []
    const others = process.listeners('exit')
    const end = summaryAtExit({ registry, write: (text) => written.push(text) })
    const [listener] = process.listeners('exit').filter((each) => !others.includes(each))
    listener!(0)
    expect(written).toEqual([])
    redactText(key, { registry })
    listener!(0)
    expect(written).toEqual(['tacet: redacted 1\n  API_KEY (raw) in text: 1\n'])
    end()
    expect(process.listeners('exit')).toEqual(others)
  })
})
