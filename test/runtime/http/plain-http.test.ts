import { createServer, IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { createRegistry } from '@tacet/runtime'
import { expect, test } from 'vitest'
import { redactResponse, responseSettings } from '../../../packages/runtime/src/http/response.ts'
import { describeHttpAdapter } from '../../contract/http-adapter.ts'
import { Scene } from '../../contract/http-scene.ts'
import { exchange, parse, request } from '../../helpers/raw-http.ts'

const framework = { place: () => 'GET /things/:id' }

const adapter = {
  name: 'node:http',
  place: 'GET /things/:id',
  app:
    (handler: Parameters<Parameters<typeof describeHttpAdapter>[0]['app']>[0], options?: object) =>
    (...[incoming, response]: Parameters<typeof handler>) => {
      if (options) redactResponse(incoming, response, responseSettings(options, framework))
      handler(incoming, response)
    },
}

describeHttpAdapter(adapter)

test('headers as a list of pairs', async () => {
  const scene = new Scene(adapter)
  const response = await scene.response((_, out) => {
    const pairs = [
      ['X-Own', scene.secret],
      ['content-length', '32'],
      ['X-Own', 'b'],
    ]
    out.writeHead(200, pairs as unknown as string[])
    out.write(scene.secret)
    out.end()
  })
  expect(response.headers['x-own']).toEqual(['[REDACTED:API_KEY]', 'b'])
  expect(response.body.toString()).toBe('[REDACTED:API_KEY]'.padEnd(32, '*'))
  expect(response.complete).toBe(true)
})

test('a charset of two bytes', async () => {
  const scene = new Scene(adapter)
  const text = `ü ${scene.secret} ü`
  for (const sized of [false, true]) {
    for (const end of [false, true]) {
      const response = await scene.response((_, out) => {
        out.setHeader('Content-Type', 'text/plain; charset=utf-16le')
        if (sized) out.setHeader('Content-Length', text.length * 2)
        if (end) out.end(text, 'utf16le')
        else {
          out.write(text.slice(0, 9), 'ucs2')
          out.end(text.slice(9), 'ucs2')
        }
      })
      const name =
        sized && !end ? '[REDACTED:API_KEY]'.padEnd(scene.secret.length, '*') : '[REDACTED:API_KEY]'
      expect(response.body.toString('utf16le')).toBe(`ü ${name} ü`)
      expect(response.complete).toBe(true)
    }
  }
})

test('a response class of its own, and one response after the other on a connection', async () => {
  const registry = createRegistry()
  registry.add('KEY', new Scene(adapter).secret)
  const { secret } = new Scene(adapter)
  class Own extends (await import('node:http')).ServerResponse {}
  const server = createServer(
    { ServerResponse: Own as unknown as typeof ServerResponse },
    (incoming, response) => {
      if (incoming.url === '/guarded')
        redactResponse(incoming, response, responseSettings({ registry }, framework))
      response.end(secret)
    },
  )
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const { port } = server.address() as { port: number }
  const keep = { headers: { Connection: 'keep-alive' } }
  const raw = await exchange(port, request('/guarded', keep) + request('/plain', keep) + request('/guarded'))
  expect(
    raw
      .toString()
      .split('HTTP/1.1')
      .slice(1)
      .map((each) => each.split('\r\n\r\n')[1]),
  ).toEqual(['[REDACTED:KEY]', secret, '[REDACTED:KEY]'])
  expect(parse(raw).headers['content-length']).toEqual(['14'])
  await new Promise((resolve) => server.close(resolve))
})

test('what is no response is refused, not let through', () => {
  const settings = responseSettings({}, framework)
  expect(() => redactResponse({ headers: {} } as never, {} as ServerResponse, settings)).toThrow('node:http')
})

test.each([true, false])('a range is asked for with more on either side (raw headers: %s)', (raw) => {
  const { registry } = new Scene(adapter)
  // As those do who make requests of the events of a cloud function.
  const incoming = new IncomingMessage(new Socket())
  incoming.headers.range = 'bytes=500-501'
  if (raw) incoming.rawHeaders.push('Host', 'localhost', 'RANGE', 'bytes=500-501')
  redactResponse(incoming, new ServerResponse(incoming), responseSettings({ registry }, framework))
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(incoming.headers.range) ?? []
  const reach = registry.matcher().longest - 1
  expect([Number(first), Number(last)]).toEqual([Math.max(0, 500 - reach), 501 + reach])
})
