import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { runInThisContext } from 'node:vm'
import { createRegistry } from '@tacet/runtime'
import { redactResponses } from '@tacet/runtime/express'
import type { Application, Request, RequestHandler, Response } from 'express'
import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { expressVersions } from '../../helpers/express.ts'
import { fakeSecret } from '../../helpers/fake-secret.ts'

setFlagsFromString('--allow-natives-syntax')
const haveSameShape = runInThisContext('(one, other) => %HaveSameMap(one, other)') as (
  one: object,
  other: object,
) => boolean

const secret = fakeSecret('express-shapes')

describe.each(expressVersions)('express $version', ({ express }) => {
  function guard(): RequestHandler {
    const registry = createRegistry()
    registry.add('API_KEY', secret)
    return redactResponses({ registry })
  }

  /** An application with another mounted in it, that tells what a handler finds on request and response. */
  function service(first: RequestHandler): Application {
    const tell = (request: Request, response: Response): void => {
      const { baseUrl, originalUrl, url, path, params, query, next, res } = request
      const { locals } = response
      const route: unknown = request.route
      response.json({
        ...{ baseUrl, originalUrl, url, path, params, query, locals },
        route: (route as { path: unknown } | undefined)?.path,
        circular: res === response && response.req === request,
        next: typeof next,
        ownLocals: Object.hasOwn(response, 'locals') && Object.getPrototypeOf(locals) === null,
      })
    }
    const inner = express()
    inner.use((_, response, next) => {
      response.locals.inner = true
      next()
    })
    inner.get('/deep/:name', tell)
    const router = express.Router({ mergeParams: true })
    router.get('/routed/:other', tell)
    const app = express()
    app.use(first)
    app.use((request, response, next) => {
      response.locals.before = [request.baseUrl, request.params, request.route]
      next()
    })
    app.use('/inner', inner)
    app.use('/with/:id', router)
    app.get('/things/:id', tell)
    app.use(tell)
    return app
  }

  test('a handler finds the same as without the guard, in each request', async () => {
    const guarded = service(guard())
    const plain = service((_request, _response, next) => next())
    const paths = ['/things/1?a=b', '/inner/deep/x', '/with/2/routed/3', '/nowhere']
    for (const path of [...paths, ...paths]) {
      const response = await request(guarded).get(path)
      const expected = await request(plain).get(path)
      expect(response.body).toEqual(expected.body)
      expect(response.body).toMatchObject({ circular: true, ownLocals: true })
    }
  })

  test('secrets are redacted in each request', async () => {
    const app = express()
    app.use(guard())
    app.get('/things/:id', (_, response) => void response.json({ secret }))
    for (let times = 0; times < 3; times++) {
      const response = await request(app).get('/things/1')
      expect(response.body).toEqual({ secret: '[REDACTED:API_KEY]' })
    }
  })

  test('responses share their shape, also where the guard is in an application inside of another', async () => {
    const seen: Response[] = []
    const inner = express()
    inner.use(guard())
    const app = express()
    app.use(inner)
    app.get('/', (_, response) => {
      seen.push(response)
      response.send('fine')
    })
    // The first request is what tells of the application.
    for (let times = 0; times < 4; times++) await request(app).get('/')
    expect(haveSameShape(seen[2]!, seen[3]!)).toBe(true)
  })

  test('what another framework has set on a request stays', async () => {
    const app = express()
    app.use(guard())
    app.get('/cut', (request, response) => {
      response.json([request.originalUrl, request.baseUrl, response.locals])
    })
    const locals = { of: 'the outer one' }
    const server = createServer((incoming: IncomingMessage & { originalUrl?: string }, response) => {
      incoming.originalUrl = incoming.url!
      incoming.url = incoming.url!.slice('/outer'.length)
      app(incoming as Request, Object.assign(response, { locals }) as ServerResponse as Response)
    })
    for (let times = 0; times < 3; times++) {
      const response = await request(server).get('/outer/cut')
      expect(response.body).toEqual(['/outer/cut', '', locals])
    }
  })

  test('a `handle` that somebody has put in is called, and is wrapped once', async () => {
    const app = express()
    const handled = app as unknown as { handle(...args: unknown[]): unknown }
    const { handle } = handled
    const calls: unknown[][] = []
    handled.handle = function (...args) {
      calls.push(args)
      return handle.apply(this, args)
    }
    app.use(guard(), guard())
    app.use((_, response) => void response.send('fine'))
    await request(app).get('/')
    const wrapped = handled.handle
    for (let times = 0; times < 3; times++) await request(app).get('/')
    expect(handled.handle).toBe(wrapped)
    expect(calls).toHaveLength(4)
  })
})
