import { Duplex, Readable, Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import type { ReadableWritablePair } from 'node:stream/web'
import { createRegistry, redactStream } from '@tacet/runtime'
import { describe, expect, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'

const key = fakeSecret('stream')
const setup = () => {
  const registry = createRegistry()
  registry.add('KEY', key)
  return registry
}

describe('redactStream', () => {
  test('gives the same for every cut in two, and byte by byte', async () => {
    const registry = setup()
    const input = Buffer.from(`é ${key}${key.slice(0, 7)} ${Buffer.from(key).toString('base64url')}é`)
    const through = (chunks: Uint8Array[]) => text(Readable.from(chunks).pipe(redactStream({ registry })))
    const whole = await through([input])
    expect(whole).toMatch(/^é \[REDACTED:KEY\]\S{7} \[REDACTED:KEY\]\S*é$/)
    for (let cut = 0; cut <= input.length; cut++) {
      expect(await through([input.subarray(0, cut), input.subarray(cut)])).toBe(whole)
    }
    expect(await through([...input].map((byte) => Uint8Array.of(byte)))).toBe(whole)
  })

  test('lets at once go what cannot belong to a match, and holds back what can', () => {
    const stream = redactStream({ registry: setup() })
    stream.write(`data: hello\n\n${key.slice(0, 9)}`)
    expect(String(stream.read())).toBe('data: hello\n\n')
    stream.write('!')
    expect(String(stream.read())).toBe(`${key.slice(0, 9)}!`)
    stream.end(key.slice(0, 5))
    expect(String(stream.read())).toBe(key.slice(0, 5))
  })

  test('interactive: a prompt is whole after a while, and a secret is not', async () => {
    const stream = redactStream({ registry: setup(), interactive: true })
    const chunks = stream[Symbol.asyncIterator]()
    const next = async () => String((await chunks.next()).value)
    stream.write(`Name${key.slice(0, 1)}`)
    expect(await next()).toBe('Name')
    expect(await next()).toBe(key.slice(0, 1))
    // What was let go of still counts: here the secret goes on.
    stream.write(key.slice(1))
    expect(await next()).toBe('[REDACTED:KEY]')
    stream.write(key.slice(0, 9))
    expect(await next()).toBe(key.slice(0, 2))
    stream.end(key.slice(9))
    expect(await next()).toBe('[REDACTED:KEY]')
  })

  test('takes strings in the encoding they are written with', async () => {
    const stream = redactStream({ registry: setup() })
    const output = text(stream)
    stream.write(key.slice(0, 10))
    stream.write(Buffer.from(key.slice(10)).toString('hex'), 'hex')
    stream.end('\u00e9', 'latin1')
    expect(await output).toBe('[REDACTED:KEY]\ufffd')
  })

  test('counts a secret that is registered in the middle', async () => {
    const registry = createRegistry()
    const stream = redactStream({ registry })
    const output = text(stream)
    stream.write(`${key} `)
    registry.add('KEY', key)
    stream.end(key)
    expect(await output).toBe(`${key} [REDACTED:KEY]`)
  })

  test('reports each match once, with sink and place', async () => {
    const registry = setup()
    await text(Readable.from([`${key} `, key]).pipe(redactStream({ registry, sink: 'file', place: 'a.txt' })))
    expect(registry.counts()).toEqual([{ name: 'KEY', form: 'raw', sink: 'file', count: 2 }])
  })

  test('keeps back-pressure', async () => {
    const registry = setup()
    const chunk = Buffer.from(`${'x'.repeat(16_000)} ${key} `)
    let made = 0
    let taken = 0
    let most = 0
    const source = Readable.from(
      (function* () {
        for (; made < 100; made++) yield chunk
      })(),
      { objectMode: false },
    )
    const sink = new Writable({
      write(bytes: Buffer, _, done) {
        taken += bytes.length
        most = Math.max(most, made * chunk.length - taken)
        setImmediate(done)
      },
    })
    await pipeline(source, redactStream({ registry }), sink)
    expect(made).toBe(100)
    expect(most).toBeLessThan(400_000)
  })

  test('makes a pair of web streams', async () => {
    const pair = Duplex.toWeb(redactStream({ registry: setup() }))
    const source = new Blob([`a ${key} b`]).stream()
    const output = source.pipeThrough(pair as ReadableWritablePair<Uint8Array, Uint8Array>)
    expect(await text(output)).toBe('a [REDACTED:KEY] b')
  })
})
