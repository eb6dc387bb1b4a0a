import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRegistry } from '@tacet/runtime'
import { redactResponses } from '@tacet/runtime/express'
import {
  findLeaks,
  findLeaksInFiles,
  LeakError,
  leakFree,
  leakMatchers,
  plantCanaries,
} from '@tacet/runtime/testing'
import { expect as jestExpect } from 'expect'
import express from 'express'
import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { tempTree } from '../../helpers/temp-tree.ts'

const key = fakeSecret('leaks', 40)
const registry = createRegistry()
registry.add('API_KEY', key)

describe('findLeaks', () => {
  test('tells each, in texts and in bytes', () => {
    const text = `é ${key}\n${Buffer.from(key).toString('hex')}`
    expect(findLeaks(text, 'it', { registry })).toEqual([
      { name: 'API_KEY', form: 'raw', place: 'it, line 1, column 3' },
      { name: 'API_KEY', form: 'hex', place: 'it, line 2, column 1' },
    ])
    expect(findLeaks(Buffer.from(text), 'it', { registry }).map(({ place }) => place)).toEqual([
      'it, line 1, column 4',
      'it, line 2, column 1',
    ])
    expect(findLeaks('nothing', 'it', { registry })).toEqual([])
  })

  test('reports no redaction', () => {
    findLeaks(key, 'it', { registry })
    expect(registry.counts()).toEqual([])
  })

  test('lists no more than can be read', () => {
    const { message } = new LeakError(findLeaks(`${key} `.repeat(25), 'it', { registry }))
    expect(message.split('\n')).toHaveLength(22)
    expect(message).toContain('25 secrets were emitted:')
    expect(message.endsWith('and 5 more')).toBe(true)
  })

  test('looks into files and folders, and fails for what is not there', () => {
    const root = tempTree({
      'out.log': `a\n${key}`,
      '__snapshots__/deep/page.snap': encodeURIComponent(`?${key}`),
      '__snapshots__/fine.snap': 'fine',
    })
    const found = findLeaksInFiles([join(root, 'out.log'), join(root, '__snapshots__')], { registry })
    expect(found.map(({ place }) => place.slice(root.length + 1))).toEqual([
      'out.log, line 2, column 1',
      '__snapshots__/deep/page.snap, line 1, column 4',
    ])
    expect(() => findLeaksInFiles([join(root, 'nowhere')], { registry })).toThrow('ENOENT')
  })
})

declare module 'vitest' {
  interface Assertion<T> {
    toHoldNoSecret(options?: object): T
    toEmitNoSecret(options?: object): Promise<T>
  }
}

describe.each([
  ['vitest', expect],
  ['Jest', jestExpect as unknown as typeof expect],
])('matchers of %s', (_, each) => {
  each.extend(leakMatchers)

  test('toHoldNoSecret', () => {
    each({ fine: ['text', 1n] }).toHoldNoSecret({ registry })
    const values = [
      key,
      Buffer.from(key),
      { deep: { er: { still: { key } } } },
      new Error(key),
      { toJSON: () => key },
    ]
    for (const value of values) {
      each(value).not.toHoldNoSecret({ registry })
      expect(() => each(value).toHoldNoSecret({ registry })).toThrow('API_KEY (raw) in the value')
    }
    expect(() => each('fine').not.toHoldNoSecret({ registry })).toThrow('No secret was emitted')
  })

  test('toEmitNoSecret', async () => {
    await each(() => console.log('fine')).toEmitNoSecret({ registry })
    await each(() => console.log(key)).not.toEmitNoSecret({ registry })
    await expect(each(() => console.log(key)).toEmitNoSecret({ registry })).rejects.toThrow(
      'API_KEY (raw) in console',
    )
    await expect(each(5).toEmitNoSecret({ registry })).rejects.toThrow('is for functions')
    await expect(each(() => Promise.reject(new Error('mine'))).toEmitNoSecret({ registry })).rejects.toThrow(
      'mine',
    )
  })
})

describe('leakFree', () => {
  const app = express()
  app.get('/fine', (_, response) => void response.json({ fine: true }))
  app.get('/body', (_, response) => void response.status(500).json({ key }))
  app.get('/bytes', (_, response) => void response.type('image/png').send(Buffer.from(key)))
  app.get('/header', (_, response) => void response.set('X-Key', Buffer.from(key).toString('base64')).end())
  app.get('/cookie', (_, response) => void response.cookie('session', key).end())
  app.get('/message', (_, response) => {
    response.statusMessage = key
    response.end()
  })

  test.each([
    ['/body', 'the body, line 1, column 9'],
    ['/bytes', 'the body, line 1, column 1'],
    ['/header', 'the header x-key, line 2, column 1'],
    ['/cookie', 'the header set-cookie, line 2, column 9'],
    ['/message', 'the status message, line 1, column 1'],
  ])('fails for %s', async (path, place) => {
    for (const agent of [request(app), request.agent(app)]) {
      const error: unknown = await leakFree(agent, { registry })
        .get(path)
        .then(
          () => undefined,
          (thrown: unknown) => thrown,
        )
      expect((error as LeakError).leaks.map((leak) => leak.place)).toContain(place)
      expect((error as LeakError).message.includes(key)).toBe(false)
    }
  })

  test('is an agent like any other', async () => {
    const agent = leakFree(request.agent(app), { registry }).set('X-Other', 'a')
    const response = await agent
      .get('/fine')
      .set('Accept', 'application/json')
      .expect(200)
      .expect({ fine: true })
    expect(response.body).toEqual({ fine: true })
    await expect(agent.get('/fine').expect(404)).rejects.toThrow('expected 404')
  })

  test('is content with a service that is redacted', async () => {
    const redacted = express()
    redacted.use(redactResponses({ registry }))
    redacted.use(app)
    for (const path of ['/body', '/bytes', '/header', '/cookie', '/message']) {
      await leakFree(request(redacted), { registry }).get(path)
    }
  })
})

describe('plantCanaries', () => {
  test('puts values into the environment, finds them again, and takes them out', () => {
    const env: Record<string, string | undefined> = { KEPT: 'kept' }
    const canaries = plantCanaries(['KEPT', 'NEW'], { env })
    expect(Object.keys(canaries.values)).toEqual(['KEPT', 'NEW'])
    expect(env.KEPT === canaries.values.KEPT && env.KEPT !== 'kept').toBe(true)
    const output = `a ${Buffer.from(env.NEW!).toString('base64')}`
    expect(canaries.find(output)).toEqual([
      { name: 'NEW', form: 'base64', place: 'the output, line 1, column 3' },
    ])
    const folder = tempTree()
    mkdirSync(join(folder, 'dist'))
    writeFileSync(join(folder, 'dist/app.js'), `const key = "${env.KEPT}"`)
    expect(canaries.findInFiles(folder).map(({ name }) => name)).toEqual(['KEPT'])
    canaries.restore()
    expect(env).toEqual({ KEPT: 'kept' })
  })

  test('no two are the same', () => {
    const env = {}
    const [first, second] = [plantCanaries(['A', 'B'], { env }), plantCanaries(['A', 'B'], { env })]
    expect(new Set([...Object.values(first.values), ...Object.values(second.values)]).size).toBe(4)
  })
})
