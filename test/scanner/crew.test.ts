import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rules } from '@tacet/rules'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Batches } from '../../packages/scanner/src/batches.ts'
import { Crew } from '../../packages/scanner/src/crew.ts'
import { Pace } from '../../packages/scanner/src/pace.ts'
import { emptyResult, type Result } from '../../packages/scanner/src/scan-result.ts'
import { BYTES, type ScanSettings, UnitScanner } from '../../packages/scanner/src/scan-unit.ts'
import type { Unit } from '../../packages/scanner/src/sources/unit.ts'
import { credential } from '../helpers/credentials.ts'
import { tempTree } from '../helpers/temp-tree.ts'

const settings: ScanSettings = {
  threshold: 'medium',
  decodeDepth: 2,
  showValues: true,
  maxFileSize: 100_000,
  archiveDepth: 1,
  fingerprintKey: undefined,
}
const orders = { settings, ruleIds: rules.map(({ id }) => id) }
const line = `const token = '${credential('npm-access-token')}'\n`
/** Nobody waits until this is read. */
const HUGE = 2 ** 40
const SOME_WINDOWS = 10_000_000

type Own = Pick<UnitScanner, 'scan'>

/** What a thread does that leaves the work to others. */
const idle: Own = { scan: () => new Promise((resolve) => setImmediate(resolve)) }

const unit = (root: string, path: string | Buffer): Unit => ({
  kind: 'file',
  root,
  path: path.toString(),
  name: path.toString(),
  file: typeof path === 'string' ? join(root, path) : Buffer.concat([Buffer.from(`${root}/`), path]),
})

async function* inLists(units: readonly Unit[], length = 5): AsyncGenerator<readonly Unit[]> {
  for (let at = 0; at < units.length; at += length) yield units.slice(at, at + length)
}

/** A thread and its workers, about to scan. */
function makeCrew(
  lists: AsyncIterable<readonly Unit[]>,
  workers: number,
  { maxFileSize = settings.maxFileSize, signal }: { maxFileSize?: number; signal?: AbortSignal } = {},
) {
  const pace = new Pace(signal)
  const batches = new Batches()
  const crew = new Crew(batches, pace)
  void batches.collect(lists, () => crew.wake())
  const all = { ...settings, maxFileSize }
  crew.hire(workers, { ...orders, settings: all })
  const scanner = new UnitScanner(all, rules, () => pace.breathe(), new Float64Array(2))
  const seen = () => crew.seen.reduce((sum, counts) => sum + counts[BYTES]!, 0)
  return { crew, batches, scanner, seen }
}

/** Adds up what comes of a scan, until it ends or fails. */
async function together(results: AsyncIterable<Result>): Promise<Result & { error?: unknown }> {
  const all = emptyResult()
  try {
    for await (const { findings, skipped, files, bytes } of results) {
      all.findings.push(...findings)
      all.skipped.push(...skipped)
      all.files += files
      all.bytes += bytes
    }
  } catch (error) {
    return { ...all, error }
  }
  return all
}

/** What a file holds: a credential in plain sight, one in base64, neither, or nothing that can be searched. */
const contents = fc.oneof(
  fc.nat(50).map((seed) => `key: ${credential('github-personal-access-token', seed)}\n`),
  fc.nat(50).map((seed) => `a\nb: ${Buffer.from(credential('npm-access-token', seed)).toString('base64')}\n`),
  fc.nat(5000).map((length) => 'x = 1\n'.repeat(length)),
  fc.constant(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')),
  fc.constant('x'.repeat(settings.maxFileSize + 1)),
)

describe('threads', () => {
  test('find the same in the same order, however many they are', async () => {
    const trees = fc.array(contents, { minLength: 40, maxLength: 200 })
    let byWorkers = 0
    const scan = async (units: readonly Unit[], workers: number) => {
      const { crew, batches, scanner, seen } = makeCrew(inLists(units), workers)
      const others: Own = {
        async scan(one, result) {
          while (workers > 0 && seen() === 0 && !batches.ended) await idle.scan(one, result)
          await scanner.scan(one, result)
        },
      }
      const result = await together(crew.scan(others))
      byWorkers += seen()
      return result
    }
    await fc.assert(
      fc.asyncProperty(trees, async (files) => {
        const root = tempTree(Object.fromEntries(files.map((content, index) => [`${index}.ts`, content])))
        const units = files.map((_, index) => unit(root, `${index}.ts`))
        const alone = await scan(units, 0)
        expect(alone.files + alone.skipped.length).toBe(files.length)
        expect(await scan(units, 1)).toEqual(alone)
        expect(await scan(units, 2)).toEqual(alone)
      }),
      { numRuns: 2, seed: 6 },
    )
    expect(byWorkers).toBeGreaterThan(0)
  })

  test.skipIf(process.platform !== 'linux')('open files whose names are no text', async () => {
    const root = tempTree()
    const odd = Buffer.from('caf\xe9.ts', 'latin1')
    writeFileSync(Buffer.concat([Buffer.from(`${root}/`), odd]), line)
    const { crew, batches } = makeCrew(inLists([unit(root, 'gone.ts'), unit(root, odd)], 1), 1)
    const own: Own = {
      async scan(one, result) {
        while (!batches.ended) await idle.scan(one, result)
      },
    }
    const { findings, files } = await together(crew.scan(own))
    expect([findings.length, files]).toEqual([1, 1])
  })

  test('that die end the scan, with the error that they died of', async () => {
    async function* endless(): AsyncGenerator<readonly Unit[]> {
      const broken = { ...unit('/', 'x'), kind: 'no such kind' } as unknown as Unit
      for (;;) yield [broken]
    }
    const { error } = await together(makeCrew(endless(), 1).crew.scan(idle))
    expect(error).toBeInstanceOf(TypeError)
  })

  test('tell what they found by then when the scan is stopped, also in the middle of a file', async () => {
    const root = tempTree({ 'a.ts': line, 'b.bin': line, 'c.ts': line })
    truncateSync(join(root, 'b.bin'), HUGE)
    const controller = new AbortController()
    const units = ['a.ts', 'b.bin', 'c.ts'].map((path) => unit(root, path))
    const { crew, scanner, seen } = makeCrew(inLists(units, 1), 1, {
      maxFileSize: Number.POSITIVE_INFINITY,
      signal: controller.signal,
    })
    const own: Own = {
      async scan(one, result) {
        while (seen() < SOME_WINDOWS) await idle.scan(one, result)
        await scanner.scan(one, result)
        controller.abort()
      },
    }
    const { findings, error } = await together(crew.scan(own))
    expect(findings.map(({ location }) => location.path)).toEqual(['a.ts', 'b.bin'])
    expect(error).toMatchObject({ code: 'aborted' })
  })
})
