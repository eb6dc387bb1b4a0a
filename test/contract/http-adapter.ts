import { redactText } from '@tacet/runtime'
import { describe, expect, test } from 'vitest'
import { fakeSecret } from '../helpers/fake-secret.ts'
import { decoded, parse } from '../helpers/raw-http.ts'
import { describeAllowed } from './http-allowed.ts'
import { bodyWays } from './http-bodies.ts'
import { describeHeads } from './http-heads.ts'
import { describeLiveness } from './http-liveness.ts'
import { describeModes } from './http-modes.ts'
import { describeRanges } from './http-ranges.ts'
import { covered, type HttpAdapter, Scene } from './http-scene.ts'
import { describeValidators } from './http-validators.ts'

/** Everything that an adapter of an HTTP framework has to do, over real sockets. */
export function describeHttpAdapter(adapter: HttpAdapter): void {
  describe(adapter.name, () => {
    describe.each(bodyWays)('$name', ({ send, sized, recoded }) => {
      const body = (scene: Scene, text: string) =>
        `{"ü":"${text} and ${fakeSecret('other')}","twice":"${scene.secret.slice(0, 9)}${text}"}`

      test('without a secret it is sent as the plain service sends it', async () => {
        const scene = new Scene(adapter)
        const { plain, guarded } = await scene.both(send(Buffer.from('{"ü":"~!^_ü~^^|_~!"}'.repeat(3))))
        if (recoded) expect(decoded(parse(latin1(guarded)))).toBe(decoded(parse(latin1(plain))))
        else expect(guarded).toBe(plain)
        expect(scene.events).toEqual([])
      })

      test('what might have become a secret is all sent, in other chunks maybe', async () => {
        const scene = new Scene(adapter)
        const { plain, guarded } = await scene.both(send(Buffer.from(body(scene, scene.secret.slice(0, -1)))))
        const [expected, actual] = [parse(latin1(plain)), parse(latin1(guarded))]
        expect(decoded(actual)).toBe(decoded(expected))
        if (!recoded) expect(actual.head).toBe(expected.head)
        expect(scene.events).toEqual([])
      })

      test.each(['1.1', '1.0'])('with a secret it is redacted, to HTTP/%s', async (version) => {
        const scene = new Scene(adapter)
        const text = body(scene, scene.secret)
        const response = await scene.response(send(Buffer.from(text)), { version })
        expect(response.complete).toBe(true)
        const expected = sized
          ? covered(text, scene.registry)
          : redactText(text, { registry: scene.registry })
        expect(decoded(response)).toBe(expected)
        expect(scene.events.filter(({ sink }) => sink === 'http.body').map(({ place }) => place)).toEqual(
          Array(2).fill(adapter.place),
        )
      })
    })
    describe('heads', () => describeHeads(adapter))
    describe('allowed routes', () => describeAllowed(adapter))
    describe('validators', () => describeValidators(adapter))
    describe('ranges', () => describeRanges(adapter))
    describe('modes', () => describeModes(adapter))
    describe('liveness', () => describeLiveness(adapter))
  })
}

function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1')
}
