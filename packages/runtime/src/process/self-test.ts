import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import type { AddressInfo } from 'node:net'
import { defaultRegistry, type Registry } from '../registry.ts'
import { GUARDED, type Guards, installedGuards } from './guards.ts'
import { divertOutputs } from './output.ts'

/** A way out of the process, and whether a secret gets through it. */
export interface ExitTest {
  readonly exit: string
  readonly covered: boolean
  /** Why it is not covered, in words. */
  readonly reason?: string
}

export interface SelfTest {
  /** Whether all is covered that the guards are for. */
  readonly ok: boolean
  readonly exits: readonly ExitTest[]
  /** What no guard in the process can cover. */
  readonly outOfReach: readonly ExitTest[]
  /** All of it as lines for a log. */
  toString(): string
}

const NAME = 'TACET_CANARY'

/** What addons and others write to the system themselves does not come by us. */
const outOfReach: readonly ExitTest[] = [
  ['child processes that inherit standard output', 'they write to it themselves: use tacet run'],
  ['functions that were taken out of node:fs before', 'they are not ours'],
  ['native addons, and Node as it runs out of memory', 'they write without JavaScript'],
].map(([exit, reason]) => ({ exit: exit!, covered: false, reason: reason! }))

/** What workers write to descriptors, each kind with what it takes that they load us. */
const workerKinds = [
  ['worker threads', 'start the program with node --import @tacet/runtime/register', false],
  ['worker threads that are made of text', 'use --require in the place of --import', true],
] as const

/**
 * Sends a random value, registered as a secret, out by every way that `redactProcess` guards, and tells by which it
 * would have got out. Nothing is printed. To be called at start-up, when all that may replace `process.stdout.write`
 * and the like has been loaded. The value stays registered, under the name `TACET_CANARY`.
 *
 * Responses are tried with a server on the loopback interface.
 */
export async function selfTest(): Promise<SelfTest> {
  const guards = installedGuards()
  const registry = guards?.registry ?? defaultRegistry
  // Hex digits alone may be the hex of a text, and then have no name in their placeholder.
  const canary = `tacet_${randomBytes(24).toString('hex')}`
  registry.add(NAME, canary)
  const exits = guards ? await tests(guards, canary) : []
  if (!guards) {
    const reason = 'it is not redacted: start it with node --import @tacet/runtime/register'
    exits.push({ exit: 'the process', covered: false, reason })
  }
  const ok = exits.every(({ covered }) => covered)
  const workers = guards ? await Promise.all(workerKinds.map(workerTest)) : []
  exits.push(...workers.filter(({ covered }) => covered))
  const others = [...workers.filter(({ covered }) => !covered), ...outOfReach]
  return { ok, exits, outOfReach: others, toString: () => inWords([...exits, ...others]) }
}

async function tests({ registry, crashes, responses }: Guards, canary: string): Promise<ExitTest[]> {
  const line = `${canary}\n`
  const judge = (exit: string, output: string): ExitTest => judged(exit, output, canary, registry)
  const printed = (exit: string, print: () => void): ExitTest => {
    // What waits would come out with the canary, and be lost.
    if (process.stdout.writableLength + process.stderr.writableLength > 0)
      return { exit, covered: false, reason: 'it could not be tried: earlier output waits to be written' }
    return judge(exit, divertOutputs(print).toString())
  }
  const checked = (exit: string, covered: boolean): ExitTest =>
    covered ? { exit, covered } : { exit, covered, reason: 'our listener has been removed' }
  const report = JSON.stringify(process.report?.getReport(new Error(canary)) ?? {})
  return [
    printed('process.stdout', () => process.stdout.write(line)),
    printed('process.stderr', () => process.stderr.write(line)),
    printed('console', () => console.log(canary)),
    printed('fs.writeSync', () => void fs.writeSync(1, line)),
    printed('fs.write', () => fs.write(2, line, () => {})),
    checked('warnings', crashes.warning(new Error(canary))),
    checked('uncaught exceptions', crashes.exception(new Error(canary))),
    judge('diagnostic reports', report),
    responses
      ? await answered(judge, canary)
      : { exit: 'responses of node:http', covered: false, reason: 'redactProcess was told to leave them' },
  ]
}

function judged(exit: string, output: string, canary: string, registry: Registry): ExitTest {
  if (output.includes(canary)) return { exit, covered: false, reason: 'the canary got through' }
  if (!registry.matcher().test(canary) || !output.includes(`[REDACTED:${NAME}]`))
    return {
      exit,
      covered: false,
      reason: 'what is written does not come by: something has replaced our guard',
    }
  return { exit, covered: true }
}

async function answered(
  judge: (exit: string, output: string) => ExitTest,
  canary: string,
): Promise<ExitTest> {
  const exit = 'responses of node:http'
  const { createServer, get } = await import('node:http')
  const server = createServer((_request, response) => {
    response.setHeader('X-Canary', canary)
    response.end(canary)
  })
  try {
    const output = await new Promise<string>((resolve, reject) => {
      server.on('error', reject).listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo
        get({ port, host: '127.0.0.1', agent: false }, (response) => {
          let body = String(response.headers['x-canary'])
          response.on('data', (chunk: Buffer) => {
            body += chunk
          })
          response.on('end', () => resolve(body))
        }).on('error', reject)
      })
    })
    return judge(exit, output)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    return { exit, covered: false, reason: `it could not be tried: no server on 127.0.0.1 (${code})` }
  } finally {
    server.close()
  }
}

/** Whether a worker is guarded as this thread is. Nothing of what it would print is seen. */
async function workerTest([exit, reason, ofText]: (typeof workerKinds)[number]): Promise<ExitTest> {
  const { Worker } = await import('node:worker_threads')
  const answer = `parentPort.postMessage(process[Symbol.for('${GUARDED}')] === true)`
  const module = `import { parentPort } from 'node:worker_threads'; ${answer}`
  const options = { stdout: true, stderr: true, env: process.env }
  try {
    const worker = ofText
      ? new Worker(`const { parentPort } = require('node:worker_threads'); ${answer}`, {
          ...options,
          eval: true,
        })
      : new Worker(new URL(`data:text/javascript,${encodeURIComponent(module)}`), options)
    const covered = await new Promise<boolean>((resolve, reject) => {
      worker
        .on('message', resolve)
        .on('error', reject)
        .on('exit', () => resolve(false))
    })
    await worker.terminate()
    return covered ? { exit, covered } : { exit, covered, reason }
  } catch {
    return { exit, covered: false, reason: 'it could not be tried: no worker could be started' }
  }
}

function inWords(exits: readonly ExitTest[]): string {
  return exits
    .map(({ exit, covered, reason }) =>
      covered ? `covered      ${exit}` : `not covered  ${exit}: ${reason}`,
    )
    .join('\n')
}
