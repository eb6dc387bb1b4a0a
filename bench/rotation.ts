import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { createRegistry, file, loadSecrets } from '@tacet/runtime'
import { redactResponses } from '@tacet/runtime/express'
import { redactLogs } from '@tacet/runtime/pino'
import express from 'express'
import { pino } from 'pino'
import { collectGarbage } from './garbage.ts'
import { names, publish, SETS, valuesOf } from './rotation-volume.ts'
import { mebibytes } from './table.ts'

const ROTATIONS = 10_000
/** A rotation that takes longer is lost. In milliseconds. */
const PATIENCE = 10_000

/** Rotates three secrets, mounted as in Kubernetes, 10,000 times while a server logs and answers with them. */
export async function benchRotation(): Promise<void> {
  const volume = mkdtempSync(join(tmpdir(), 'tacet-rotation-'))
  const values = [...Array(SETS).keys()].flatMap(valuesOf)
  publish(volume, 0)
  const registry = createRegistry()
  const secrets = loadSecrets(
    { user: file('user'), password: file('password'), token: file('token') },
    { root: volume, env: {}, registry },
  )
  const current = (): string[] => names.map((name) => secrets[name].reveal())
  const known = new Set(values)
  const found = { leaked: 0, torn: 0, lost: 0, answers: 0, lines: 0, rotations: 0 }
  const inspect = (text: string): void => {
    for (const word of text.match(/[A-Za-z0-9]{24,}/g) ?? []) if (known.has(word)) found.leaked++
  }

  const destination = new Writable({
    write(chunk: Buffer, _, done) {
      found.lines++
      inspect(chunk.toString())
      done()
    },
  })
  const log = pino(redactLogs({}, { registry }), destination)
  const app = express()
  app.use(redactResponses({ registry }))
  app.get('/', (_, response) => {
    const body = current()
    log.info({ body }, `connecting as ${body[0]}`)
    response.json(body)
  })
  const server = createServer(app).listen(0)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  const worker = new Worker(fileURLToPath(new URL('./rotation-worker.js', import.meta.url)), {
    workerData: volume,
  })
  let arrived = (): void => {}
  secrets.onRotate([...names], () => {
    found.rotations++
    const now = current()
    const first = values.indexOf(now[0]!)
    if (now.some((value, index) => value !== values[first + index])) found.torn++
    arrived()
  })
  const rotate = (set: number): Promise<void> =>
    new Promise((resolve) => {
      const overdue = setTimeout(() => {
        found.lost++
        resolve()
      }, PATIENCE)
      arrived = () => {
        if (current()[0] !== valuesOf(set)[0]) return
        clearTimeout(overdue)
        resolve()
      }
      worker.postMessage(set)
    })

  let working = true
  const client = (async () => {
    while (working) {
      inspect(await answer(port))
      found.answers++
    }
  })()
  const empty = usage()
  // Every value was in use once: from here on the registry has nothing new to keep.
  for (let set = 1; set <= SETS; set++) await rotate(set % SETS)
  const before = usage()
  const usages = [before]
  const started = performance.now()
  for (let index = 1; index <= ROTATIONS; index++) {
    await rotate(index % SETS)
    if (index % (ROTATIONS / 5) === 0) usages.push(usage())
  }
  const seconds = (performance.now() - started) / 1000
  working = false
  await client
  secrets.close()
  server.close()
  await worker.terminate()
  rmSync(volume, { recursive: true })

  console.log(
    `\nrotation: ${ROTATIONS} rotations, of two swaps each on average, ${names.length} secrets, ${SETS} sets of values`,
  )
  console.log(
    `  ${seconds.toFixed(1)} s; meanwhile and before ${found.answers} answers, ${found.lines} log lines`,
  )
  console.log(`  lost ${found.lost}, torn ${found.torn}, leaked ${found.leaked}, seen ${found.rotations}`)
  const perValue = (before.heap - empty.heap) / values.length / 1024
  console.log(`  ${values.length} values stay redacted, at ${perValue.toFixed(1)} KiB of heap for each`)
  console.log(`  from the start to the end, after each ${ROTATIONS / 5}:`)
  console.log(`  descriptors ${usages.map(({ descriptors }) => descriptors).join(' ')}`)
  console.log(`  MiB of heap ${usages.map(({ heap }) => mebibytes(heap)).join(' ')}`)
  console.log(`  MiB resident ${usages.map(({ resident }) => mebibytes(resident)).join(' ')}`)
  if (found.lost + found.torn + found.leaked > 0) process.exitCode = 1
}

function answer(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    request({ port }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve(Buffer.concat(chunks).toString()))
    })
      .on('error', reject)
      .end()
  })
}

/** Bytes, without garbage, and on Linux the open descriptors. */
function usage() {
  collectGarbage()
  const { heapUsed: heap, rss: resident } = process.memoryUsage()
  const descriptors = process.platform === 'linux' ? readdirSync('/proc/self/fd').length : Number.NaN
  return { heap, resident, descriptors }
}
