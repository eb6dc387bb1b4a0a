import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TreeNames } from '../../../packages/scanner/src/sources/git/tree-names.ts'

const entry = fc.record({
  mode: fc.constantFrom('100644', '40000', '120000', '160000'),
  name: fc
    .uint8Array({ minLength: 1, maxLength: 30 })
    .map((bytes) => Buffer.from(bytes.map((byte) => byte || 1)).toString('latin1')),
  id: fc.uint8Array({ minLength: 32, maxLength: 32 }),
})
type Entry = typeof entry extends fc.Arbitrary<infer Value> ? Value : never

const treeOf = (entries: readonly Entry[], idLength: number): Buffer =>
  Buffer.concat(
    entries.flatMap(({ mode, name, id }) => [
      Buffer.from(`${mode} ${name}\0`, 'latin1'),
      id.subarray(0, idLength / 2),
    ]),
  )

/** Gives a tree in pieces that end where the cuts say. */
const give = (names: TreeNames, tree: Buffer, cuts: readonly number[]): void => {
  let from = 0
  for (const cut of [...cuts.map((part) => Math.floor(part * tree.length)), tree.length].sort(
    (a, b) => a - b,
  )) {
    names.push(tree.subarray(from, cut))
    from = cut
  }
}

test('each name once, with the first tree that has it, however the trees are cut', () => {
  const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 })
  const trees = fc.array(fc.tuple(fc.array(entry, { maxLength: 8 }), cuts), { maxLength: 6 })
  fc.assert(
    fc.property(trees, fc.constantFrom(40, 64), (given, idLength) => {
      const names = new TreeNames()
      names.idLength = idLength
      const expected = new Map<string, string>()
      given.forEach(([entries, where], index) => {
        names.start(`${index}`)
        give(names, treeOf(entries, idLength), where)
        names.end()
        for (const { name } of entries) if (!expected.has(name)) expected.set(name, `${index}`)
      })
      expect(names.names).toEqual([...expected].map(([name, tree]) => ({ name, tree })))
    }),
    { numRuns: 300, seed: 2 },
  )
})

/** What is new of bytes when those before it are known: all between what both begin and end with. */
function between(before: Buffer, after: Buffer): number[] {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head++
  let tail = 0
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  return [head, after.length - tail]
}

test('of a tree that is made from another, the names that are new', () => {
  const edit = fc.record({
    at: fc.nat({ max: 8 }),
    removed: fc.nat({ max: 2 }),
    put: fc.array(entry, { maxLength: 2 }),
  })
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 8 }),
      edit,
      fc.constantFrom(40, 64),
      (entries, { at, removed, put }, idLength) => {
        const edited = [...entries]
        edited.splice(at, removed, ...put)
        const [base, made] = [treeOf(entries, idLength), treeOf(edited, idLength)]
        const tell = (take: (names: TreeNames) => void) => {
          const names = new TreeNames()
          names.idLength = idLength
          names.start('base')
          names.push(base)
          names.start('made')
          take(names)
          return names.names
        }
        expect(tell((names) => names.pushChanged(made, between(base, made)))).toEqual(
          tell((names) => names.push(made)),
        )
      },
    ),
    { numRuns: 500, seed: 3 },
  )
})

test('of what is put together but is no list of entries, all that can be made out', () => {
  const shifted = Buffer.concat([Buffer.from('99 a\0'), new Uint8Array(20)])
  const bytes = Buffer.concat([shifted, treeOf([{ mode: '100644', name: 'b', id: new Uint8Array(32) }], 40)])
  const names = new TreeNames()
  names.start('made')
  names.pushChanged(bytes, [bytes.length, bytes.length])
  expect(names.names.map(({ name }) => name)).toEqual(['a', 'b'])
})

test('a tree that has a marked name is known', () => {
  const tree = (name: string) => treeOf([{ mode: '100644', name, id: new Uint8Array(32) }], 40)
  const names = new TreeNames()
  names.mark('bad.txt')
  for (const name of ['good.txt', 'bad.txt', 'bad.txt', 'good.txt']) {
    names.start('x')
    names.push(tree(name))
    names.end()
    expect(names.hasMarked).toBe(name === 'bad.txt')
  }
})

test('a tree that is none does not take the memory of many', () => {
  const names = new TreeNames()
  names.start('x')
  for (let piece = 0; piece < 2000; piece++) names.push(Buffer.alloc(65_536, `100644 ${'x'.repeat(100)}`))
  names.end()
  names.start('y')
  names.push(treeOf([{ mode: '100644', name: 'a.txt', id: new Uint8Array(32) }], 40))
  expect(names.names).toEqual([{ name: 'a.txt', tree: 'y' }])
})
