import { expect, test } from 'vitest'
import type { Handler } from './http-bodies.ts'
import { type HttpAdapter, Scene } from './http-scene.ts'

/** What a client could test its guess of a secret by. */
export function describeValidators(adapter: HttpAdapter): void {
  test.each([false, true])('the ETag of a body that is written in one turn (sized: %s)', async (sized) => {
    const scene = new Scene(adapter)
    const send =
      (text: string): Handler =>
      (_, out) => {
        out.setHeader('ETag', '"a hash of it"')
        if (sized) out.setHeader('Content-Length', Buffer.byteLength(text))
        out.write(text.slice(0, 9))
        out.write(text.slice(9, 12))
        out.end(text.slice(12))
      }
    const response = await scene.response(send(`~ ${scene.secret} ~`))
    expect([response.complete, response.headers.etag, scene.leaks(response.body)]).toEqual([
      true,
      undefined,
      false,
    ])
    const { plain, guarded } = await scene.both(send('nothing to hide here'))
    expect(guarded).toBe(plain)
    expect(guarded).toMatch(/^etag: "a hash of it"/im)
  })
}
