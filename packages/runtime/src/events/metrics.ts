import { defaultRegistry, type Registry } from '../registry.ts'

interface Observed {
  observe(value: number, attributes?: Record<string, string>): void
}

interface ObservableLike {
  addCallback(callback: (result: Observed) => void): void
  removeCallback(callback: (result: Observed) => void): void
}

interface MetricOptions {
  readonly description: string
  readonly unit: string
}

/** What is asked of a meter of OpenTelemetry, `metrics.getMeter('…')`. */
export interface MeterLike {
  createObservableCounter(name: string, options: MetricOptions): ObservableLike
  createObservableGauge(name: string, options: MetricOptions): ObservableLike
}

/**
 * Has OpenTelemetry collect what a registry counts: `tacet.redactions` by `tacet.secret`, `tacet.form` and
 * `tacet.sink`; `tacet.withheld` by `tacet.reason` and `tacet.sink`, from now on; and `tacet.secrets`, how many names are
 * redacted. Nothing runs but when metrics are collected.
 *
 * @returns a function that ends it
 */
export function redactionMetrics(
  meter: MeterLike,
  { registry = defaultRegistry }: { readonly registry?: Registry } = {},
): () => void {
  const withheld = new Map<string, { readonly attributes: Record<string, string>; count: number }>()
  const ends = [
    registry.on('withheld', ({ reason, sink }) => {
      const key = JSON.stringify([reason, sink])
      const counted = withheld.get(key)
      if (counted) counted.count++
      else withheld.set(key, { attributes: { 'tacet.reason': reason, 'tacet.sink': sink }, count: 1 })
    }),
  ]
  const collect = (observable: ObservableLike, callback: (result: Observed) => void): void => {
    observable.addCallback(callback)
    ends.push(() => observable.removeCallback(callback))
  }
  collect(
    meter.createObservableCounter('tacet.redactions', {
      description: 'Secrets that were redacted',
      unit: '{redaction}',
    }),
    (result) => {
      for (const { name, form, sink, count } of registry.counts())
        result.observe(count, { 'tacet.secret': name, 'tacet.form': form, 'tacet.sink': sink })
    },
  )
  collect(
    meter.createObservableCounter('tacet.withheld', {
      description: 'What could not be inspected and was not let out',
      unit: '{event}',
    }),
    (result) => {
      for (const { attributes, count } of withheld.values()) result.observe(count, attributes)
    },
  )
  collect(
    meter.createObservableGauge('tacet.secrets', {
      description: 'Secrets that are redacted',
      unit: '{secret}',
    }),
    (result) => result.observe(registry.size),
  )
  return () => {
    for (const end of ends) end()
  }
}
