import { createHmac } from 'node:crypto'
import { symlinkSync } from 'node:fs'
import { createScan, type Progress, ScanError } from '@tacet/scanner'
import { describe, expect, test } from 'vitest'
import { collect, makeRule, places, scanBytes, testKey, testRules } from '../helpers/scanning.ts'
import { tempRepository, tempTree } from '../helpers/temp-tree.ts'

const key = testKey('scan')
const manyFiles = () =>
  tempTree(Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`${index}.txt`, `${key}\n`])))
const twoFiles = () => tempTree({ 'b.txt': `${key}\n`, 'a.txt': `\n ${key} ${testKey('more')}\n` })

/** A password that a person would choose. */
const weak = ['sword', 'fish', 1].join('')

describe('a scan', () => {
  test('gives findings in the order of path and place, then what it looked at', async () => {
    const root = twoFiles()
    const scan = createScan({ cwd: root, rules: testRules })
    const found: string[] = []
    for await (const { location } of scan) found.push(`${location.path}:${location.line}:${location.column}`)
    expect(found).toEqual(['a.txt:2:2', 'a.txt:2:18', 'b.txt:1:1'])
    expect(await scan.coverage).toEqual({
      rules: 2,
      files: 2,
      bytes: 50,
      findings: 3,
      duration: expect.any(Number),
      skipped: [],
      sources: [{ kind: 'directory', root }],
    })
  })

  test('says of a finding what its rule says', async () => {
    const rule = makeRule({ reference: 'https://example.com/keys', revoke: 'https://example.com/revoke' })
    const [finding] = (await createScan({ input: [Buffer.from(key)], rules: [rule] }).collect()).findings
    expect(finding).toEqual({
      ruleId: 'test-key',
      title: 'Test key',
      provider: 'Test',
      severity: 'high',
      confidence: 'high',
      reasons: ['has the form of its kind'],
      location: { path: '-', line: 1, column: 1, endLine: 1, endColumn: 16 },
      masked: 'tk-…',
      excerpt: 'tk-…',
      focus: 0,
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      reference: 'https://example.com/keys',
      revoke: 'https://example.com/revoke',
    })
  })

  test('holds no value unless asked', async () => {
    const { findings } = await createScan({ input: [Buffer.from(key)], rules: testRules }).collect()
    expect(JSON.stringify(findings)).not.toContain(key.slice(4))
    expect((await scanBytes(key))[0]!.value).toBe(key)
  })

  test('leaves out what is below the threshold', async () => {
    const content = `${key}\ndb_pass=${weak}\n`
    expect(places(await scanBytes(content))).toEqual(['-:1:1', '-:2:9'])
    expect(places(await scanBytes(content, { threshold: 'high' }))).toEqual(['-:1:1'])
  })

  test('has every rule when none is given', async () => {
    const { findings, coverage } = await createScan({ input: [Buffer.from('nothing')] }).collect()
    expect(findings).toEqual([])
    expect(coverage.rules).toBeGreaterThan(50)
  })
})

test('rules see the path from what was given on, not the folders above it', async () => {
  const seen: string[] = []
  const rule = makeRule({
    judge: ({ path }) => {
      seen.push(path)
      return { confidence: 'high', reasons: [] }
    },
  })
  const root = tempTree({ 'src/a.txt': key })
  const found = async (paths: string[]) =>
    places((await collect({ rules: [rule], cwd: root, paths })).findings)
  expect(await found([root])).toEqual([`${root}/src/a.txt:1:1`.replaceAll('\\', '/')])
  expect(await found(['src'])).toEqual(['src/a.txt:1:1'])
  expect(seen).toEqual(['src/a.txt', 'src/a.txt'])
  expect((await scanBytes(key, { rules: [rule] })).length).toBe(1)
  expect(seen.at(-1)).toBe('')
})

describe('a fingerprint', () => {
  const fingerprints = async (content: string, options = {}) =>
    (await scanBytes(content, options)).map(({ fingerprint }) => fingerprint)

  test('is the same wherever the secret is, another for another secret or rule', async () => {
    const [here, there, other] = await fingerprints(`${key}\n\n  ${key} ${testKey('other')}`)
    expect(here).toBe(there)
    expect(here).not.toBe(other)
    expect(await fingerprints(key, { rules: [makeRule({ id: 'twin' })] })).not.toEqual([here])
  })

  test('is HMAC-SHA-256 under the key that is given', async () => {
    const expected = createHmac('sha256', 'my key').update(`test-key\0${key}`).digest('hex')
    expect(await fingerprints(key, { fingerprintKey: 'my key' })).toEqual([expected])
    expect(await fingerprints(key)).not.toEqual([expected])
  })
})

describe('a scan that looked at nothing fails', () => {
  const failure = async (options: Parameters<typeof createScan>[0]): Promise<ScanError> => {
    const scan = createScan({ rules: testRules, ...options })
    const error = await scan.collect().catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(ScanError)
    await expect(scan.coverage).rejects.toBe(error)
    return error as ScanError
  }

  test('no rules', async () => {
    expect(await failure({ cwd: twoFiles(), rules: [] })).toMatchObject({ code: 'no-rules' })
  })

  test.each([{ threshold: 'mild' as 'low' }, { maxFileSize: Number.NaN }, { maxFileSize: -1 }])(
    'an option that makes no sense: %o',
    async (option) => {
      expect(await failure({ cwd: twoFiles(), ...option })).toMatchObject({ code: 'invalid-option' })
    },
  )

  test('an empty folder', async () => {
    const root = tempTree()
    const error = await failure({ cwd: root })
    expect(error.code).toBe('nothing-scanned')
    expect(error.message).toContain(root)
  })

  test('only empty files, or only what is skipped', async () => {
    expect((await failure({ cwd: tempTree({ 'a.txt': '' }) })).code).toBe('nothing-scanned')
    const error = await failure({ cwd: tempTree({ 'a.png': Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') }) })
    expect(error.code).toBe('nothing-scanned')
    expect(error.message).toContain('1 skipped: binary')
  })

  test('empty input', async () => {
    expect(await failure({ input: [] })).toMatchObject({ code: 'nothing-scanned' })
    expect(await failure({ input: [Buffer.alloc(0)] })).toMatchObject({ code: 'nothing-scanned' })
  })

  test('input in which nothing can be seen', async () => {
    const error = await failure({ input: [Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')] })
    expect(error.code).toBe('nothing-scanned')
    expect(error.message).toContain('binary')
  })

  test('no paths', async () => {
    expect(await failure({ paths: [] })).toMatchObject({ code: 'nothing-scanned' })
  })

  test('a path that does not exist, though others do', async () => {
    const error = await failure({ cwd: twoFiles(), paths: ['a.txt', 'missing'] })
    expect(error.code).toBe('path-not-found')
    expect(error.message).toContain('missing')
  })

  test('a glob that matches nothing', async () => {
    expect(await failure({ cwd: twoFiles(), paths: ['*.js'] })).toMatchObject({ code: 'path-not-found' })
  })

  test.skipIf(process.platform === 'win32')('what is neither file nor directory', async () => {
    expect(await failure({ paths: ['/dev/null'] })).toMatchObject({ code: 'not-readable' })
  })

  test.skipIf(process.platform === 'win32')('a link in a circle', async () => {
    const root = tempTree()
    symlinkSync('loop', `${root}/loop`)
    expect(await failure({ cwd: root, paths: ['loop'] })).toMatchObject({ code: 'not-readable' })
  })
})

describe('an aborted scan', () => {
  test('ends with what it found and looked at so far', async () => {
    const controller = new AbortController()
    const scan = createScan({ cwd: manyFiles(), rules: testRules, signal: controller.signal })
    let found = 0
    const run = async () => {
      for await (const finding of scan) if (++found === 3 && finding) controller.abort(new Error('enough'))
    }
    await expect(run()).rejects.toMatchObject({ code: 'aborted', cause: new Error('enough') })
    const coverage = await scan.coverage
    expect(coverage.findings).toBe(found)
    expect(coverage.files).toBeGreaterThanOrEqual(3)
    expect(coverage.files).toBeLessThan(200)
  })

  test('does not begin when it is aborted before', async () => {
    const scan = collect({ cwd: twoFiles(), signal: AbortSignal.abort() })
    await expect(scan).rejects.toMatchObject({ code: 'aborted' })
  })

  test('does not wait for input that never comes', async () => {
    const controller = new AbortController()
    async function* endless() {
      yield Buffer.from(key)
      await new Promise(() => {})
    }
    const scan = collect({ input: endless(), signal: controller.signal })
    setImmediate(() => controller.abort())
    await expect(scan).rejects.toMatchObject({ code: 'aborted' })
  })

  test('does not wait for Git', async () => {
    const controller = new AbortController()
    const scan = collect({ cwd: tempRepository({ 'a.txt': key }), signal: controller.signal })
    controller.abort()
    await expect(scan).rejects.toMatchObject({ code: 'aborted' })
  })

  test('left early, it tells what it looked at by then', async () => {
    const scan = createScan({ cwd: manyFiles(), rules: testRules })
    for await (const finding of scan) if (finding) break
    const { files } = await scan.coverage
    expect(files).toBeGreaterThanOrEqual(1)
    expect(files).toBeLessThan(200)
  })

  test('disposed of before it began, it looked at nothing', async () => {
    const scan = createScan({ cwd: manyFiles(), rules: testRules })
    await scan[Symbol.asyncDispose]()
    expect(await scan.coverage).toMatchObject({ files: 0, findings: 0 })
  })

  test('disposed of, it stops', async () => {
    const scan = createScan({ cwd: manyFiles(), rules: testRules })
    const findings = scan[Symbol.asyncIterator]()
    await findings.next()
    await scan[Symbol.asyncDispose]()
    expect(await findings.next()).toEqual({ done: true, value: undefined })
    expect((await scan.coverage).files).toBeLessThan(200)
  })
})

test('progress ends with all files of a known total, and all bytes', async () => {
  const reports: Progress[] = []
  const { coverage } = await collect({ cwd: twoFiles(), onProgress: (progress) => reports.push(progress) })
  expect(reports.at(-1)).toEqual({ files: coverage.files, bytes: coverage.bytes, total: 2 })
})

test('input comes after the paths, in pieces of any size', async () => {
  const pieces = [...`x ${key}\n`].map((character) => Buffer.from(character))
  const { findings, coverage } = await collect({ cwd: twoFiles(), paths: ['b.txt'], input: pieces })
  expect(places(findings)).toEqual(['b.txt:1:1', '-:1:3'])
  expect(coverage.sources.map(({ kind }) => kind)).toEqual(['directory', 'stdin'])
})
