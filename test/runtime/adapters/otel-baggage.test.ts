import { createRequire } from 'node:module'
import { propagation, ROOT_CONTEXT } from '@opentelemetry/api'
import { W3CBaggagePropagator } from '@opentelemetry/core'
import { createRegistry, type Registry } from '@tacet/runtime'
import { redactPropagation } from '@tacet/runtime/otel'
import * as core3 from 'otel-core-3'
import { describe, expect, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { failingRegistry, registryWith } from '../../helpers/registries.ts'

// The ES modules of version 1 are for bundlers: Node takes the others. From 1.26 on a part of it has them under a
// condition that the tests set, so it is the last one before that.
const require = createRequire(import.meta.url)
const { W3CBaggagePropagator: W3CBaggagePropagator1 } = require('otel-core-1') as {
  W3CBaggagePropagator: typeof W3CBaggagePropagator
}

const secret = fakeSecret('otel')
const PLACEHOLDER = '[REDACTED:KEY]'
const filled = () => registryWith({ KEY: secret })
const failing = () => failingRegistry({ KEY: secret })

describe.each([
  ['core 3', core3.W3CBaggagePropagator],
  ['core 2', W3CBaggagePropagator],
  ['core 1', W3CBaggagePropagator1],
])('the baggage propagator of OpenTelemetry %s', (_, Propagator) => {
  const injected = (registry?: Registry, value = `${secret} "`) => {
    const propagator = registry ? redactPropagation(new Propagator(), { registry }) : new Propagator()
    const baggage = propagation.createBaggage({ key: { value }, user: { value: 'ada' } })
    const carrier: Record<string, string> = {}
    propagator.inject(propagation.setBaggage(ROOT_CONTEXT, baggage), carrier, {
      set: (target, key, text) => void Object.assign(target as object, { [key]: text }),
    })
    return { carrier, propagator }
  }

  test('baggage goes out without the secret, in whatever encoding', () => {
    const registry = createRegistry()
    registry.add('KEY', `${secret} "`)
    const plain = injected().carrier.baggage!
    expect(plain.includes(encodeURIComponent(`${secret} "`))).toBe(true)
    expect(injected(registry).carrier.baggage).toBe(`key=${PLACEHOLDER},user=ada`)
  })

  test('what comes in is read as before, and what goes out without a secret is the same', () => {
    const { carrier, propagator } = injected(filled(), 'b')
    expect(carrier).toEqual(injected(undefined, 'b').carrier)
    const read = propagator.extract(ROOT_CONTEXT, carrier, {
      get: (from, key) => (from as Record<string, string>)[key],
      keys: (from) => Object.keys(from as object),
    })
    expect(propagation.getBaggage(read)?.getEntry('key')?.value).toBe('b')
    expect(propagator.fields()).toEqual(['baggage'])
  })

  test('when redaction fails, nothing of it goes out', () => {
    expect(injected(failing()).carrier.baggage).toMatch(/^\[WITHHELD/)
  })
})
