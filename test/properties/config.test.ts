import { writeFileSync } from 'node:fs'
import { inspectConfig, ScanError } from '@tacet/scanner'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkShape } from '../../packages/scanner/src/config/check.ts'
import { ConfigDocument } from '../../packages/scanner/src/config/document.ts'
import { jsonSchema } from '../../packages/scanner/src/config/json-schema.ts'
import { type Shape, shapeOf } from '../../packages/scanner/src/config/shape.ts'
import { configKeys, table } from '../../packages/scanner/src/config/table.ts'
import { tempTree } from '../helpers/temp-tree.ts'

const validate = new Ajv2020({ strict: true, strictRequired: false }).compile(jsonSchema())

/** Words that mean something somewhere in a configuration, and some that do not. */
const word = fc.constantFrom(
  ...configKeys,
  'paths',
  'include',
  'exclude',
  'rule',
  'reason',
  'path',
  'value',
  'on',
  'off',
  'low',
  'high',
  'severity',
  'id',
  'title',
  'parts',
  'regex',
  'chars',
  'length',
  'hex',
  'oneOf',
  'optional',
  'a/',
  'aws-*',
  '*',
  '',
  'acme-',
  '2027-01-31',
  '20MB',
  '(',
  '{{random:hex:4}}',
  'auto',
  './a.json',
  'examples',
  'keywords',
  'words',
  'context',
)
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    word,
    fc.constantFrom<unknown>(0, 1, 2.5, 40, true, null),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(word, tie('tree'), { maxKeys: 4 }),
  ),
}))

/** What the table allows; now and then something else. */
function likely(shape: Shape, depth = 0): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 30, arbitrary: allowed(shape, depth) }, { weight: 1, arbitrary: tree })
}

function allowed(shape: Shape, depth: number): fc.Arbitrary<unknown> {
  const inner = (each: Shape): fc.Arbitrary<unknown> => likely(each, depth + 1)
  switch (shape.kind) {
    case 'boolean':
      return fc.boolean()
    case 'number':
      return fc.integer({ min: Math.ceil(shape.min), max: Math.floor(shape.max) })
    case 'text':
      if (shape.choices) return fc.constantFrom(...shape.choices)
      return shape.pattern ? fc.stringMatching(new RegExp(`^(?:${shape.pattern[0]})$`)) : word
    case 'either':
      return fc.oneof(...shape.of.map(inner))
    case 'map':
      return fc.dictionary(word, inner(shape.of), { maxKeys: 2 })
    case 'list':
      if (depth > 7) return fc.constant([])
      return fc.array(inner(shapeOf(shape)), { minLength: shape.least ?? 0, maxLength: 2 })
    case 'record': {
      const { keys, required = [], oneOf = [], exactly = false } = shape
      const free = Object.keys(keys).filter((key) => !required.includes(key) && !oneOf.includes(key))
      const needed =
        oneOf.length === 0
          ? fc.constant([])
          : fc.subarray([...oneOf], { minLength: 1, maxLength: exactly ? 1 : Math.min(2, oneOf.length) })
      return fc
        .tuple(needed, fc.subarray(free, { maxLength: Math.min(2, free.length) }))
        .chain(([some, more]) => {
          const names = [...required, ...some, ...more]
          return fc.record(Object.fromEntries(names.map((name) => [name, inner(keys[name]!)])))
        })
    }
  }
}

describe('configurations of any content', () => {
  it('are found right by the check exactly when the schema finds them right', () => {
    const counts = [0, 0]
    fc.assert(
      fc.property(likely(table), (value) => {
        counts[Number(validate(value))]!++
        const document = new ConfigDocument('tacet.json', JSON.stringify(value, null, 1))
        const problems: string[] = []
        checkShape(document.root!, table, (_, message) => problems.push(message))
        expect([value, problems.length === 0]).toEqual([value, validate(value)])
      }),
      { numRuns: 1000, seed: 8 },
    )
    expect(Math.min(...counts)).toBeGreaterThan(50)
  })

  it('are read, or refused with places that are in the file', async () => {
    const cwd = tempTree()
    const text = fc.oneof(
      likely(table).map((value) => JSON.stringify(value, null, 1)),
      fc.tuple(likely(table), fc.nat(), fc.string({ maxLength: 3 })).map(([value, at, put]) => {
        const json = JSON.stringify(value)
        return json.slice(0, at % json.length) + put + json.slice((at % json.length) + 1)
      }),
    )
    await fc.assert(
      fc.asyncProperty(text, async (config) => {
        writeFileSync(`${cwd}/tacet.json`, config)
        try {
          const inspected = await inspectConfig({ cwd })
          inspected.explain('a/b.ts')
        } catch (error) {
          expect(error).toBeInstanceOf(ScanError)
          const lines = config.split('\n')
          for (const problem of (error as ScanError).message.split('\n')) {
            const [, line, column] = /^tacet\.json:(\d+):(\d+): /.exec(problem)!
            expect(Number(column)).toBeLessThanOrEqual(lines[Number(line) - 1]!.length + 1)
          }
        }
      }),
      { numRuns: 300, seed: 8 },
    )
  })
})
