import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { publishFiles } from './rotation-volume.ts'
import { askers, load, type Received, watchAnswers } from './soak-clients.ts'
import { Judge } from './soak-judge.ts'
import { allValues, environment, filesAfter, mountedNames } from './soak-secrets.ts'
import { mebibytes, printTable } from './table.ts'

/** How often the memory is looked at. */
const SAMPLES = 40
/** Of them, how many at the beginning are of a service that is still warming up. */
const WARMING = 10
/** Growth from the end of warming up to the end of the run, as a part of the heap, that is still called flat. */
const FLAT = 0.05

interface Usage {
  /** In bytes, without garbage. */
  readonly heap: number
  readonly resident: number
  readonly rotations: number
}

interface Logged {
  lines: number
  leaks: number
}

/**
 * Loads a service of every framework, with every logger, and 1,000 secrets that are rotated every second, and sees that
 * no secret gets out, that every answer is whole, and that the memory does not grow.
 */
export async function benchSoak(minutes: number): Promise<void> {
  const judge = new Judge(allValues)
  await checkJudge(judge)
  const volume = mkdtempSync(join(tmpdir(), 'tacet-soak-'))
  publishFiles(volume, filesAfter(0))
  const service = await startService('tacet', volume, judge)
  const received: Record<string, Received> = {}
  let published = 0
  const rotation = setInterval(() => publishFiles(volume, filesAfter(++published)), 1000)
  try {
    const seconds = Math.ceil(minutes * 60)
    let over = false
    const clients = Object.entries(service.ports).flatMap(([name, port]) => {
      const own: Received = { answers: 0, leaks: 0, malformed: 0, hung: 0 }
      received[name] = own
      const watched = watchAnswers(name, port, judge, own, () => over)
      return name in askers ? [watched] : [watched, load(port, seconds, judge, own)]
    })
    const usages: Usage[] = []
    for (let sample = 0; sample < SAMPLES; sample++) {
      await new Promise((resolve) => setTimeout(resolve, (seconds * 1000) / SAMPLES))
      usages.push(await service.usage())
    }
    over = true
    await Promise.all(clients)
    report(minutes, received, service.logged, usages, published)
  } finally {
    clearInterval(rotation)
    await service.stop()
    rmSync(volume, { recursive: true })
  }
}

interface Service {
  readonly ports: Readonly<Record<string, number>>
  readonly logged: Readonly<Record<string, Logged>>
  usage(): Promise<Usage>
  stop(): Promise<void>
}

async function startService(kind: 'plain' | 'tacet', volume: string, judge: Judge): Promise<Service> {
  const child: ChildProcess = fork(new URL('./soak-service.js', import.meta.url), [kind, volume], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const logged: Record<string, Logged> = {}
  const lines = createInterface({ input: child.stdout! }).on('line', (line) => {
    const tab = line.indexOf('\t')
    const name = line.slice(0, tab)
    logged[name] ??= { lines: 0, leaks: 0 }
    logged[name].lines++
    if (judge.finds(line.slice(tab))) logged[name].leaks++
  })
  const [ports] = (await once(child, 'message')) as [Record<string, number>]
  return {
    ports,
    logged,
    async usage() {
      child.send('usage')
      const [usage] = (await once(child, 'message')) as [Usage]
      return usage
    },
    async stop() {
      const ended = Promise.all([once(child, 'exit'), once(lines, 'close')])
      child.kill()
      await ended
    },
  }
}

/** A judge that finds nothing in what a service without Tacet emits would find nothing anywhere. */
async function checkJudge(judge: Judge): Promise<void> {
  const volume = mkdtempSync(join(tmpdir(), 'tacet-soak-'))
  publishFiles(volume, filesAfter(0))
  const service = await startService('plain', volume, judge)
  try {
    for (const [name, port] of Object.entries(service.ports)) {
      const received: Received = { answers: 0, leaks: 0, malformed: 0, hung: 0 }
      await watchAnswers(name, port, judge, received, () => received.answers >= 27)
      if (received.leaks !== 24 || received.malformed > 0)
        throw new Error(
          `of 24 leaks of ${name}, ${received.leaks} were found; ${received.malformed} were malformed`,
        )
    }
  } finally {
    await service.stop()
    rmSync(volume, { recursive: true })
  }
  for (const [name, { lines, leaks }] of Object.entries(service.logged))
    if (lines === 0 || leaks !== lines) throw new Error(`of ${lines} leaks of ${name}, ${leaks} were found`)
}

function report(
  minutes: number,
  received: Readonly<Record<string, Received>>,
  logged: Readonly<Record<string, Logged>>,
  usages: readonly Usage[],
  published: number,
): void {
  const seen = usages.at(-1)!.rotations
  const secrets = mountedNames.length + Object.keys(environment).length
  printTable(
    `soak: ${minutes} minutes, ${secrets} secrets, ${mountedNames.length} of them rotated ${published} times (seen ${seen})`,
    ['server', 'answers', 'leaks', 'malformed', 'hung'],
    Object.entries(received).map(([name, { answers, leaks, malformed, hung }]) => [
      name,
      ...[answers, leaks, malformed, hung].map(String),
    ]),
  )
  printTable(
    'soak: lines by logger',
    ['logger', 'lines', 'leaks'],
    Object.entries(logged).map(([name, { lines, leaks }]) => [name, String(lines), String(leaks)]),
  )
  const warm = usages.slice(WARMING)
  const growth = slope(warm.map(({ heap }) => heap)) * warm.length
  const part = growth / warm[0]!.heap
  console.log(
    `\n  MiB of heap ${everyFourth(usages)
      .map(({ heap }) => mebibytes(heap))
      .join(' ')}`,
  )
  console.log(
    `  MiB resident ${everyFourth(usages)
      .map(({ resident }) => mebibytes(resident))
      .join(' ')}`,
  )
  console.log(`  growth of the heap once it is warm: ${mebibytes(growth)} MiB, ${(100 * part).toFixed(1)} %`)
  const wrong = Object.values(received).some(
    ({ answers, leaks, malformed, hung }) => answers === 0 || leaks + malformed + hung > 0,
  )
  const leaked = Object.values(logged).some(({ leaks }) => leaks > 0)
  if (wrong || leaked || part > FLAT || seen < published / 2) process.exitCode = 1
}

const everyFourth = <T>(list: readonly T[]): T[] => list.filter((_, index) => index % 4 === 0)

/** Of the line that fits best, in units a step. */
function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  let covariance = 0
  let variance = 0
  for (const [index, value] of values.entries()) {
    covariance += (index - middle) * (value - mean)
    variance += (index - middle) ** 2
  }
  return covariance / variance
}
