import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Families } from '../../../packages/scanner/src/sources/packs/families.ts'
import { readPack } from '../../../packages/scanner/src/sources/packs/pack-tables.ts'
import { addFiles, git, tempRepository, tempTree } from '../../helpers/temp-tree.ts'
import { packedRepository, packOf } from './packed-repository.ts'

const NAMES = ['', 'commit', 'tree', 'blob', 'tag']

interface Read {
  readonly ids: Map<number, string>
  readonly skipped: number[]
}

/** The hash of every object that is put together, as Git makes ids. */
async function read(file: string, hash = 'sha1'): Promise<Read> {
  const { tables } = readPack(file, hash === 'sha1' ? 20 : 32)
  const families = new Families(tables)
  const ids = new Map<number, string>()
  const skipped: number[] = []
  for (let root = 0; root < tables.bases.length; root++) {
    if (tables.bases[root]! >= 0) continue
    await families.walk<string>(
      root,
      {
        visit(number, bytes, changed, type = NAMES[tables.types[root]!]!) {
          expect(changed === undefined).toBe(number === root)
          ids.set(number, createHash(hash).update(`${type} ${bytes.length}\0`).update(bytes).digest('hex'))
          return type
        },
        skip: (number) => skipped.push(number),
      },
      () => undefined,
    )
  }
  families.close()
  return { ids, skipped }
}

function expectAll(file: string, { ids, skipped }: Read, hash = 'sha1'): void {
  const { index } = readPack(file, hash === 'sha1' ? 20 : 32)
  expect(skipped).toEqual([])
  expect(ids.size).toBe(index.count)
  for (const [number, id] of ids) expect(id).toBe(index.id(number))
}

describe('every object of a pack is what its id says', () => {
  test.each([
    ['deltas by offset', [], 'sha1'],
    ['deltas by id', ['-c', 'repack.useDeltaBaseOffset=false'], 'sha1'],
    ['long chains', ['-c', 'pack.depth=250', '-c', 'pack.window=50'], 'sha1'],
    ['no deltas', ['-c', 'pack.window=0'], 'sha1'],
    ['SHA-256', [], 'sha256'],
  ])('%s', async (_, settings, hash) => {
    const root = packedRepository({ seed: 7, commits: 120, settings, hash })
    const file = packOf(root)
    expectAll(file, await read(file, hash), hash)
  })

  test('large files and binary ones', async () => {
    const bytes = Buffer.from(Array.from({ length: 3_000_000 }, (_, index) => (index * index) >> 8))
    const root = tempRepository({ 'a.bin': bytes, empty: '' })
    bytes.fill(1, 70_000, 70_020)
    addFiles(root, { 'a.bin': bytes.subarray(0, 2_900_000) })
    git(root, 'commit', '--quiet', '--all', '--message=second')
    git(root, 'repack', '-adfq')
    const file = packOf(root)
    expectAll(file, await read(file))
  })
})

describe('a pack that is not sound', () => {
  function sound(): readonly [pack: Buffer, index: Buffer] {
    const file = packOf(packedRepository({ seed: 3, commits: 30, settings: [], hash: 'sha1' }))
    return [readFileSync(file), readFileSync(file.replace(/pack$/, 'idx'))]
  }

  async function survives(pack: Buffer, index: Buffer, count: number): Promise<void> {
    const copy = join(tempTree(), 'x.pack')
    writeFileSync(copy, pack)
    writeFileSync(copy.replace(/pack$/, 'idx'), index)
    try {
      const { ids, skipped } = await read(copy)
      // Those that a loop of deltas holds are reached from no root.
      expect(ids.size + new Set(skipped).size).toBeLessThanOrEqual(count)
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError)
    }
  }

  const countOf = (index: Buffer): number => index.readUInt32BE(8 + 255 * 4)

  test('bytes that are flipped, in the pack or its index', async () => {
    const [packBytes, indexBytes] = sound()
    const flips = fc.record({
      inIndex: fc.boolean(),
      at: fc.double({ min: 0, max: 0.999, noNaN: true }),
      to: fc.integer({ min: 0, max: 255 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(flips, { minLength: 1, maxLength: 4 }), async (all) => {
        const [pack, index] = [Buffer.from(packBytes), Buffer.from(indexBytes)]
        for (const { inIndex, at, to } of all) {
          const bytes = inIndex ? index : pack
          bytes[Math.floor(at * bytes.length)] = to
        }
        await survives(pack, index, countOf(indexBytes))
      }),
      { numRuns: 150, seed: 11 },
    )
  })

  test('cut off', async () => {
    const [packBytes, indexBytes] = sound()
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (pack, index) =>
          survives(
            packBytes.subarray(0, Math.floor(pack * packBytes.length)),
            indexBytes.subarray(0, Math.floor(index * indexBytes.length)),
            countOf(indexBytes),
          ),
      ),
      { numRuns: 60, seed: 12 },
    )
  })

  test('a pack with the index of another', () => {
    const file = packOf(packedRepository({ seed: 3, commits: 30, settings: [], hash: 'sha1' }))
    const other = packOf(packedRepository({ seed: 4, commits: 3, settings: [], hash: 'sha1' }))
    const copy = join(tempTree(), 'x.pack')
    copyFileSync(file, copy)
    copyFileSync(other.replace(/pack$/, 'idx'), copy.replace(/pack$/, 'idx'))
    expect(() => readPack(copy, 20)).toThrow(RangeError)
  })
})
