import { createServer, type IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRegistry } from '@tacet/runtime'
import { redactResponses } from '@tacet/runtime/http'
import { describe, expect, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { exchange, request } from '../../helpers/raw-http.ts'

interface Informing {
  writeInformation(status: number, headers?: unknown, callback?: () => void): boolean
}

/** `writeInformation` as Node has it from version 24 on. */
class Own extends ServerResponse implements Informing {
  writeInformation(status: number, headers: unknown = [], callback?: () => void): boolean {
    const list: unknown[] = Array.isArray(headers) ? headers : Object.entries(headers as object)
    const lines = Array.isArray(list[0])
      ? (list as string[][]).map(([name, value]) => `${name}: ${value}\r\n`)
      : list.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${list[at + 1]}\r\n`] : []))
    this.socket!.write(`HTTP/1.1 ${status} Own\r\n${lines.join('')}\r\n`, callback)
    return true
  }
}

const classes = 'writeInformation' in ServerResponse.prototype ? [Own, ServerResponse] : [Own]

describe.each(classes.map((each) => ({ name: each.name, each })))('writeInformation of $name', ({ each }) => {
  const secret = fakeSecret('informational')
  const send = async (
    mode: 'redact' | 'block' | 'observe',
    headers: unknown,
  ): Promise<{ raw: string; events: string[] }> => {
    const registry = createRegistry()
    registry.add('API_KEY', secret)
    const events: string[] = []
    registry.on('redaction', ({ name, sink, place }) => events.push(`${place}: ${name}, ${sink}`))
    const listener = redactResponses<IncomingMessage, Own>(
      (_, response) => void response.writeInformation(199, headers, () => response.end('done')),
      { registry, mode },
    )
    const server = createServer({ ServerResponse: each as typeof Own }, listener)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const raw = await exchange((server.address() as AddressInfo).port, request('/'))
    await new Promise((resolve) => server.close(resolve))
    return { raw: raw.toString(), events }
  }
  const shapes: [string, (value: string) => unknown][] = [
    ['an object', (value) => ({ 'X-Own': `a ${value}`, 'X-Other': 'b' })],
    [
      'a list of pairs',
      (value) => [
        ['X-Own', `a ${value}`],
        ['X-Other', 'b'],
      ],
    ],
    ['a flat list', (value) => ['X-Own', `a ${value}`, 'X-Other', 'b']],
  ]

  test.each(shapes)('headers as %s', async (_, headers) => {
    const { raw, events } = await send('redact', headers(secret))
    expect(raw).toMatch(
      /^HTTP\/1\.1 199 \w+\r\nX-Own: a \[REDACTED:API_KEY\]\r\nX-Other: b\r\n\r\nHTTP\/1\.1 200 /,
    )
    expect(events).toEqual(['GET: API_KEY, http.header'])
    const innocent = await send('redact', headers('c'))
    expect(innocent.raw).toMatch(/^HTTP\/1\.1 199 \w+\r\nX-Own: a c\r\nX-Other: b\r\n\r\nHTTP\/1\.1 200 /)
    expect(innocent.events).toEqual([])
  })

  test('block answers with an error, observe lets it leave', async () => {
    const headers = { 'X-Own': secret }
    const blocked = await send('block', headers)
    expect(blocked.raw).toMatch(/^HTTP\/1\.1 500 /)
    expect(blocked.raw).not.toContain(secret)
    const observed = await send('observe', headers)
    expect(observed.raw).toContain(`X-Own: ${secret}\r\n`)
    for (const { events } of [blocked, observed]) expect(events).toEqual(['GET: API_KEY, http.header'])
  })
})

test('a head that switches protocols is redacted, and the connection goes on', async () => {
  const secret = fakeSecret('upgrade')
  const registry = createRegistry()
  registry.add('API_KEY', secret)
  const listener = redactResponses(
    (_, response) => {
      const { socket } = response
      response.writeHead(101, { Upgrade: 'own', Connection: 'Upgrade', 'X-Own': secret })
      response.flushHeaders()
      socket!.end('from here on it is another protocol')
    },
    { registry },
  )
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const raw = await exchange((server.address() as AddressInfo).port, request('/'))
  await new Promise((resolve) => server.close(resolve))
  expect(raw.toString()).toMatch(/^HTTP\/1\.1 101 Switching Protocols\r\n/)
  expect(raw.toString()).toContain('X-Own: [REDACTED:API_KEY]\r\n')
  expect(raw.toString().split('\r\n\r\n')[1]).toBe('from here on it is another protocol')
})
