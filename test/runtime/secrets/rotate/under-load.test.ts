import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Writable } from 'node:stream'
import { createRegistry, file, loadSecrets } from '@tacet/runtime'
import { redactResponses } from '@tacet/runtime/express'
import { redactLogs } from '@tacet/runtime/pino'
import express from 'express'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { fakeSecret } from '../../../helpers/fake-secret.ts'
import { publish } from '../../../helpers/kubernetes-volume.ts'
import { tempTree } from '../../../helpers/temp-tree.ts'

const SWAPS = 1_000
const cycle = [...Array(50).keys()].map((index) => ({
  user: fakeSecret(`user ${index}`),
  password: fakeSecret(`password ${index}`),
}))
const values = new Set(cycle.flatMap(({ user, password }) => [user, password]))
const leaksIn = (text: string): number =>
  (text.match(/\w{32}/g) ?? []).filter((word) => values.has(word)).length

const get = (port: number): Promise<string> =>
  new Promise((resolve, reject) => {
    request({ port }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve(Buffer.concat(chunks).toString()))
    })
      .on('error', reject)
      .end()
  })

test(`${SWAPS} swaps while a server logs and answers: none lost, none torn, nothing leaked`, async () => {
  const root = tempTree()
  publish(root, cycle[0]!)
  const registry = createRegistry()
  const secrets = loadSecrets({ user: file('user'), password: file('password') }, { root, env: {}, registry })

  let logged = ''
  const destination = new Writable({
    write(chunk, _, done) {
      logged += String(chunk)
      done()
    },
  })
  const log = pino(redactLogs({}, { registry }), destination)
  const app = express()
  app.use(redactResponses({ registry }))
  app.get('/', (_, response) => {
    const body = { user: secrets.user.reveal(), password: secrets.password.reveal() }
    log.info(body, `connecting as ${body.user}`)
    response.json(body)
  })
  const server = createServer(app).listen(0)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  let answers = 0
  let leaked = 0
  let swapping = true
  const client = (async () => {
    while (swapping) {
      leaked += leaksIn(await get(port))
      answers++
    }
  })()

  let torn = 0
  let arrived = (): void => {}
  secrets.onRotate(['user', 'password'], () => {
    const user = secrets.user.reveal()
    const { password } = cycle.find((pair) => pair.user === user)!
    if (!secrets.password.equals(password)) torn++
    arrived()
  })
  for (let swap = 1; swap <= SWAPS; swap++) {
    const expected = cycle[swap % cycle.length]!
    // What is lost never arrives, and fails by the time that a test has.
    await new Promise<void>((resolve) => {
      arrived = () => {
        if (secrets.user.equals(expected.user)) resolve()
      }
      publish(root, expected)
      // Some of them are superseded before anyone can have looked.
      if (swap % 3 === 0) {
        publish(root, cycle[(swap + 7) % cycle.length]!)
        publish(root, expected)
      }
    })
  }
  swapping = false
  await client
  secrets.close()
  server.close()

  expect({ torn, leaked, leakedToLog: leaksIn(logged) }).toEqual({ torn: 0, leaked: 0, leakedToLog: 0 })
  expect(answers).toBeGreaterThan(SWAPS / 10)
  expect(logged).toContain('connecting as [REDACTED:user]')
  expect(leaksIn(cycle[0]!.user)).toBe(1)
})
