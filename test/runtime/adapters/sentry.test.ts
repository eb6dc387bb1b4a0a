import * as core from '@sentry/core'
import { nodeStackLineParser, ServerRuntimeClient } from '@sentry/core/server'
import type { RedactionEvent, Registry } from '@tacet/runtime'
import { redactEvents } from '@tacet/runtime/sentry'
import * as sentry10 from 'sentry-core-10'
import { describe, expect, test } from 'vitest'
import { logAdapterContract } from '../../contract/log-adapter.ts'
import type { Log } from '../../contract/log-cases.ts'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { failingRegistry, registryWith } from '../../helpers/registries.ts'

const secret = fakeSecret('sentry')
const PLACEHOLDER = '[REDACTED:KEY]'

const filled = () => registryWith({ KEY: secret })

const sentry11 = { ...core, nodeStackLineParser, ServerRuntimeClient }

type Json = Record<string, unknown>

/** What was put into envelopes: the header and the payload of each item. */
type Item = [{ type: string; length?: number }, Json | string | Uint8Array]

const jsonOf = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value)

describe.each([
  ['Sentry 11', sentry11],
  ['Sentry 10', sentry10 as unknown as typeof sentry11],
])('%s', (major, sdk) => {
  /** A client as `@sentry/node` makes them, with a transport that keeps what it is to send. */
  const open = (options: object = {}, registry?: Registry) => {
    const headers: Json[] = []
    const items: Item[] = []
    const all = {
      dsn: 'https://public@sentry.example.com/1',
      stackParser: sdk.createStackParser(sdk.nodeStackLineParser()),
      integrations: [sdk.linkedErrorsIntegration(), sdk.extraErrorDataIntegration({ depth: 5 })],
      tracesSampleRate: 1,
      transport: () => ({
        send(envelope: unknown) {
          const [header, sent] = envelope as [Json, Item[]]
          headers.push(header)
          items.push(...sent)
          return Promise.resolve({})
        },
        flush: () => Promise.resolve(true),
      }),
      normalizeDepth: 8,
      ...options,
    }
    const client = new sdk.ServerRuntimeClient((registry ? redactEvents(all, { registry }) : all) as never)
    const scope = new sdk.Scope()
    scope.setClient(client)
    client.init()
    const sent = async (type: string): Promise<Json[]> => {
      await client.flush()
      return items.filter(([header]) => header.type === type).map(([, payload]) => payload as Json)
    }
    return { client, scope, headers, items, sent }
  }

  const logOf = (scope: core.Scope): Log => {
    const withExtra = (extra: Json) => {
      const own = scope.clone()
      own.setExtras(extra)
      return own
    }
    return {
      // Sentry has placeholders for what it groups by, and no formats.
      message: (text, ...interpolated) =>
        void (interpolated.length > 0 ? withExtra({ interpolated }) : scope).captureMessage(text, 'info'),
      fields: (fields, text = 'fields') => void withExtra({ fields }).captureMessage(text, 'info'),
      error: (error, text = '') => void withExtra({ text }).captureException(error),
      child: (bindings) => logOf(withExtra(bindings)),
    }
  }

  logAdapterContract(
    {
      name: major,
      open(registry) {
        const { scope, sent } = open({}, registry)
        return {
          log: logOf(scope),
          async close() {
            const events = await sent('event')
            return events
              .map(({ message, exception, extra, contexts }) => {
                // Ids differ each time.
                const { trace: _trace, ...rest } = contexts as Json
                const values = (exception as { values?: Json[] } | undefined)?.values
                const errors = values?.map(({ type, value }) => ({ type, value }))
                return JSON.stringify({ message, errors, extra, contexts: rest }, jsonOf)
              })
              .join('\n')
          },
        }
      },
    },
    {},
  )

  test('an error with all that hangs on it: frames, breadcrumbs, tags, user, request, attachments', async () => {
    const given: string[] = []
    const options = {
      beforeSend(event: Json) {
        given.push(JSON.stringify(event.exception))
        return { ...event, tags: { own: secret } }
      },
    }
    const { scope, sent, items } = open(options, filled())
    scope.addBreadcrumb({ category: 'http', message: `GET /?${secret}`, data: { url: secret } })
    scope.setUser({ id: '1', email: secret })
    scope.setContext('db', { url: secret })
    scope.setTransactionName(`GET /${secret}`)
    scope.addAttachment({ filename: 'a.txt', data: `a ${secret}` })
    scope.addAttachment({ filename: 'b.bin', data: Buffer.from(`b ${secret}`) })
    scope.addEventProcessor((event) => ({ ...event, request: { headers: { authorization: secret } } }))
    scope.captureException(new Error(`outer ${secret}`, { cause: new Error(`inner ${secret}`) }))
    const [event, ...more] = await sent('event')
    expect(more).toEqual([])
    expect(given[0]!.includes(secret)).toBe(true)
    expect(event).toMatchObject({ tags: { own: PLACEHOLDER }, user: { id: '1', email: PLACEHOLDER } })
    expect(JSON.stringify(event).split(PLACEHOLDER).length).toBeGreaterThanOrEqual(9)
    for (const [{ length }, payload] of items) {
      if (payload instanceof Uint8Array) expect(length).toBe(payload.length)
    }
    const output = items.map(([header, payload]) =>
      payload instanceof Uint8Array ? Buffer.from(payload).toString() : JSON.stringify([header, payload]),
    )
    expect(output.filter((text) => text.includes('a [RED') || text.includes('b [RED')).length).toBe(2)
    expect(output.join('\n').includes(secret)).toBe(false)
  })

  test.each(['static', 'stream'] as const)(
    'spans, sent as %s, and the name of the trace',
    async (traceLifecycle) => {
      const run = async (registry?: Registry) => {
        const integrations = traceLifecycle === 'stream' ? [sdk.spanStreamingIntegration()] : []
        const { client, headers, items } = open({ traceLifecycle, integrations }, registry)
        sdk.withScope((scope) => {
          scope.setClient(client)
          sdk.startSpan({ name: `GET /${secret}`, attributes: { key: secret } }, () =>
            sdk.startSpan({ name: `select ${secret}`, attributes: { statement: secret } }, () => {}),
          )
        })
        await client.flush()
        return { said: JSON.stringify([headers, items]), headers, items }
      }
      const plain = await run()
      const isNamed = JSON.stringify(plain.headers).includes(`"transaction":"GET /${secret}"`)
      expect(isNamed).toBe(traceLifecycle === 'static')
      const redacted = await run(filled())
      expect(redacted.said.includes(secret)).toBe(false)
      expect(redacted.said.split(PLACEHOLDER).length).toBe(plain.said.split(secret).length)
      expect(redacted.items.map(([{ type }]) => type)).toEqual(plain.items.map(([{ type }]) => type))
      const withheld = await run(failingRegistry({ KEY: secret }))
      expect(withheld.items).toEqual([])
      expect(withheld.said.includes(secret)).toBe(false)
    },
  )

  test('what goes out beside events: logs, metrics, sessions, check-ins', async () => {
    const { client, items } = open({ release: secret }, filled())
    client.captureSession(sdk.makeSession({ user: { email: secret } }))
    client.captureCheckIn({ monitorSlug: secret, status: 'ok' })
    await client.sendEnvelope([
      { sent_at: secret },
      [
        [{ type: 'log', item_count: 1, content_type: 'x' }, { items: [{ body: secret }] }],
        [{ type: 'trace_metric', item_count: 1, content_type: 'x' }, { items: [{ name: secret }] }],
      ],
    ] as never)
    const types = ['session', 'check_in', 'log', 'trace_metric']
    expect(items.map(([{ type }]) => type)).toEqual(types)
    const said = items.map(([, payload]) => JSON.stringify(payload))
    expect(said.filter((text) => text.includes(PLACEHOLDER)).length).toBe(types.length)
    expect(said.join('').includes(secret)).toBe(false)
  })

  test.each(['not given', 'a list', 'a function'])('the integrations stay: %s', (which) => {
    const own = { name: 'Own' }
    const given = { 'a list': [own], 'a function': (defaults: object[]) => [...defaults, own] }[which]
    const { integrations } = redactEvents(given ? { integrations: given } : {}) as { integrations: unknown }
    const all = typeof integrations === 'function' ? integrations([{ name: 'Default' }]) : integrations
    const names = (all as { name: string }[]).map(({ name }) => name)
    expect(names).toEqual([
      ...(which === 'a function' ? ['Default'] : []),
      ...(which === 'not given' ? [] : ['Own']),
      'Tacet',
    ])
  })

  test('events tell the type of what was sent', async () => {
    const registry = filled()
    const events: RedactionEvent[] = []
    registry.on('redaction', (event) => events.push(event))
    const { scope, sent } = open({}, registry)
    scope.captureMessage(secret)
    await sent('event')
    expect(events).toEqual([{ name: 'KEY', form: 'raw', sink: 'sentry', place: 'event' }])
  })

  test('when redaction fails, nothing is sent', async () => {
    const registry = failingRegistry({ KEY: secret })
    const { scope, sent, items } = open({}, registry)
    const withheld: unknown[] = []
    registry.on('withheld', (event) => withheld.push(event))
    scope.captureMessage(secret)
    scope.captureException(new Error(secret))
    expect(await sent('event')).toEqual([])
    expect(JSON.stringify(items).includes(secret)).toBe(false)
    expect(withheld.length).toBeGreaterThanOrEqual(2)
  })
})
