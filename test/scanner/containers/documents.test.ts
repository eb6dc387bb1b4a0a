import { rules } from '@tacet/rules'
import { describe, expect, test } from 'vitest'
import { tarOf, zipOf } from '../../helpers/archives.ts'
import { credential } from '../../helpers/credentials.ts'
import { collect, places, testKey } from '../../helpers/scanning.ts'
import { tempTree } from '../../helpers/temp-tree.ts'

const key = testKey('document')
const other = testKey('another')
const source = `first\n\tconst key = "${key}" // "quoted"\n`
const at = ':2:15'

const found = async (name: string, content: string | Uint8Array) =>
  places((await collect({ cwd: tempTree({ [name]: content }) })).findings)

describe('a source map', () => {
  const map = (overrides = {}) =>
    JSON.stringify({
      version: 3,
      file: 'app.js',
      sources: ['webpack://app/./src/config.ts', '../lib/none.ts', '../lib/b.ts'],
      sourcesContent: [source, null, source],
      mappings: 'AAAA',
      ...overrides,
    })
  const places = (path: string) => [
    `${path}!/webpack://app/./src/config.ts${at}`,
    `${path}!/../lib/b.ts${at}`,
  ]

  test('gives each source under its name', async () => {
    expect(await found('dist/app.js.map', map())).toEqual(places('dist/app.js.map'))
    expect(await found('app.css.map', `)]}'\n${map()}`)).toEqual(places('app.css.map'))
  })

  test('in an archive', async () => {
    const zip = await zipOf({ 'app.js.map': map() })
    expect(await found('x.zip', zip)).toEqual(places('x.zip!/app.js.map'))
  })

  test('made of sections', async () => {
    const sections = [{ offset: { line: 0, column: 0 }, map: JSON.parse(map()) }]
    expect(await found('app.js.map', JSON.stringify({ version: 3, sections }))).toEqual(places('app.js.map'))
  })

  test('within the program', async () => {
    const url = `data:application/json;charset=utf-8;base64,${Buffer.from(map()).toString('base64')}`
    const program = `use("${key}")\n//# sourceMappingURL=${url}\n`
    expect(await found('app.js', program)).toEqual(['app.js:1:6', ...places('app.js')])
    expect(await found('x.zip', await zipOf({ 'app.css': program }))).toEqual([
      'x.zip!/app.css:1:6',
      ...places('x.zip!/app.css'),
    ])
  })

  test('that holds a secret elsewhere too', async () => {
    const text = map({ sourceRoot: `https://host/${other}` })
    expect(await found('app.js.map', text)).toEqual([
      `app.js.map:1:${text.indexOf(other) + 1}`,
      ...places('app.js.map'),
    ])
  })

  test('that is none is a text', async () => {
    for (const text of [`{"version":3,"key":"${key}"}`, `not json "${key}"`]) {
      expect(await found('app.js.map', text)).toEqual([`app.js.map:1:${text.indexOf(key) + 1}`])
    }
    const deep = `{"version":3,"x":${'['.repeat(50_000)}"${key}"${']'.repeat(50_000)}}`
    expect(await found('deep.map', deep)).toEqual([`deep.map:1:${deep.indexOf(key) + 1}`])
    const broken = `//# sourceMappingURL=data:application/json;base64,AAAA\n"${key}"`
    expect(await found('app.js', broken)).toEqual(['app.js:2:2'])
  })
})

test('a secret of several lines is found once, where it was written', async () => {
  const text = `const key = \`\n${credential('private-key')}\n\``
  const map = JSON.stringify({ version: 3, sources: ['key.ts'], sourcesContent: [text], mappings: '' })
  const { findings } = await collect({ cwd: tempTree({ 'a.map': map }), rules })
  expect(places(findings)).toEqual(['a.map!/key.ts:2:1'])
})

describe('a notebook', () => {
  const lines = source.split(/(?<=\n)/)
  const book = {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: [
      { cell_type: 'markdown', metadata: {}, source: ['# Title'] },
      {
        cell_type: 'code',
        metadata: {},
        source: lines,
        outputs: [
          { output_type: 'stream', name: 'stdout', text: ['fine\n'] },
          { output_type: 'execute_result', data: { 'text/plain': lines, 'image/png': 'AAAA' } },
          { output_type: 'error', ename: 'E', evalue: '', traceback: ['Error', `at ${key}`] },
        ],
      },
      { cell_type: 'raw', metadata: {}, source },
    ],
  }

  test('gives the cell and the line, also of what it put out', async () => {
    const text = JSON.stringify(book, null, 1)
    const inside = [`!/cell-2${at}`, `!/cell-2/output-2${at}`, '!/cell-2/output-3:2:4', `!/cell-3${at}`]
    expect(await found('a.ipynb', text)).toEqual(inside.map((place) => `a.ipynb${place}`))
    expect(await found('x.tar', await tarOf({ 'a.ipynb': text }))).toEqual(
      inside.map((place) => `x.tar!/a.ipynb${place}`),
    )
  })

  test('gives what is in no cell', async () => {
    const text = JSON.stringify({ ...book, metadata: { token: other }, cells: [] })
    expect(await found('a.ipynb', text)).toEqual([`a.ipynb:1:${text.indexOf(other) + 1}`])
  })

  test('of the older format', async () => {
    const cells = [{ cell_type: 'code', input: lines, outputs: [] }]
    const text = JSON.stringify({ nbformat: 3, metadata: {}, worksheets: [{ cells }] })
    expect(await found('a.ipynb', text)).toEqual([`a.ipynb!/cell-1${at}`])
  })
})
