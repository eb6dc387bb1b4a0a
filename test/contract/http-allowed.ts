import { redactText } from '@tacet/runtime'
import { expect, test } from 'vitest'
import { fakeSecret } from '../helpers/fake-secret.ts'
import { decoded } from '../helpers/raw-http.ts'
import { bodyWays } from './http-bodies.ts'
import { covered, type HttpAdapter, Scene } from './http-scene.ts'

/** Secrets that a route may send: they, and they alone, leave by it, and by it alone. */
export function describeAllowed(adapter: HttpAdapter): void {
  const other = fakeSecret('allowed, another')
  const sceneOfTwo = () => {
    const scene = new Scene(adapter)
    scene.registry.add('OTHER', other)
    const text = `{"token":"${scene.secret}","other":"${other}","both":"${scene.secret}${other}"}`
    return { scene, text, rest: scene.registry.without(['API_KEY']) }
  }

  test.each(bodyWays)('$name has the one that is allowed, and not another', async ({ send, sized }) => {
    const { scene, text, rest } = sceneOfTwo()
    const response = await scene.response(send(Buffer.from(text)), { allow: { API_KEY: [adapter.place] } })
    expect(response.complete).toBe(true)
    const expected = sized ? covered(text, rest) : redactText(text, { registry: rest })
    expect(decoded(response)).toBe(expected)
    expect(expected).toContain(scene.secret)
    expect(new Set(scene.events.map(({ name }) => name))).toEqual(new Set(['OTHER']))
  })

  test('headers and trailers too', async () => {
    const { scene } = sceneOfTwo()
    const response = await scene.response(
      (_, out) => {
        out.setHeader('X-Own', [scene.secret, other])
        out.setHeader('Trailer', 'X-End')
        out.write('x')
        out.addTrailers({ 'X-End': scene.secret, 'X-Other': other })
        out.end()
      },
      { allow: { API_KEY: [`${adapter.place.slice(0, 3)}*`] } },
    )
    expect(response.headers['x-own']).toEqual([scene.secret, '[REDACTED:OTHER]'])
    expect(response.trailers).toBe(`X-End: ${scene.secret}\r\nX-Other: [REDACTED:OTHER]\r\n\r\n`)
  })

  test('by another route, or another secret, nothing more leaves', async () => {
    for (const allow of [{ API_KEY: ['POST /login', `${adapter.place}x`] }, { ELSE: [adapter.place] }]) {
      const { scene, text } = sceneOfTwo()
      const response = await scene.response((_, out) => void out.end(text), { allow })
      expect(response.body.toString()).toBe(redactText(text, { registry: scene.registry }))
    }
  })

  test('block: the one that is allowed blocks nothing', async () => {
    const { scene } = sceneOfTwo()
    const allow = { API_KEY: [adapter.place] }
    for (const { send } of bodyWays) {
      const passed = await scene.response(send(Buffer.from(`~${scene.secret}~`)), { mode: 'block', allow })
      expect(decoded(passed)).toBe(`~${scene.secret}~`)
    }
    const blocked = await scene.response((_, out) => void out.end(other), { mode: 'block', allow })
    expect(blocked.statusLine).toContain('500')
  })
}
