import { type Coverage, type Finding, mergeReports, reporters, type ShardRecord } from '@tacet/scanner'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joined, makeCoverage, makeFinding, makeHidden, makeReport } from '../helpers/findings.ts'

const placed = (place: number, path = `${place}.ts`): Finding =>
  makeFinding({ place, location: { path, line: 1, column: 1, endLine: 1, endColumn: 9 } })

const shardOf = (index: number, overrides: Partial<ShardRecord> = {}): { shard: ShardRecord } => ({
  shard: {
    index,
    count: 2,
    listed: 9,
    listing: 'files',
    settings: 'rules',
    mayBeNothing: false,
    ...overrides,
  },
})

const json = async (
  findings: readonly Finding[],
  coverage: Partial<Coverage> = {},
  { version = '1.2.3', stopped }: { version?: string; stopped?: string } = {},
): Promise<string> => {
  const outcome = { coverage: makeCoverage({ findings: findings.length, ...coverage }) }
  const ended = stopped === undefined ? outcome : { ...outcome, stopped }
  return joined(reporters.json(makeReport(findings, ended), { version }))
}

const merge = (...texts: string[]) =>
  mergeReports(texts.map((text, index) => ({ name: `report ${index + 1}`, text })))

const refusal = (...texts: string[]): string => {
  try {
    merge(...texts)
  } catch (error) {
    expect(error).toMatchObject({ name: 'ScanError' })
    return `${(error as { code: string }).code}: ${(error as Error).message}`
  }
  return 'none'
}

describe('reports that are joined', () => {
  it('of shards have their findings in the order of their places, whatever the order of the reports', async () => {
    const one = await json([placed(1), placed(4), placed(4, '4b.ts')], shardOf(1))
    const two = await json([placed(0), placed(7)], shardOf(2))
    const paths = merge(two, one).findings.map(({ location }) => location.path)
    expect(paths).toEqual(['0.ts', '1.ts', '4.ts', '4b.ts', '7.ts'])
    expect(merge(one, two)).toEqual(merge(two, one))
  })

  it('keep all that a finding has, but for its place', async () => {
    const value = 'dev-only-not-a-real-key'
    const finding = { ...makeHidden(), value }
    const { findings } = merge(await json([{ ...finding, place: 0 }], shardOf(1, { count: 1 })))
    expect(findings).toEqual([finding])
  })

  it('of whole scans come one after the other, with all their sources', async () => {
    const one = await json([placed(3)], { sources: [{ kind: 'directory', root: '/one' }] })
    const two = await json([placed(0)], { sources: [{ kind: 'git-history', root: '/two' }] })
    const { findings, coverage } = merge(one, two)
    expect(findings.map(({ location }) => location.path)).toEqual(['3.ts', '0.ts'])
    expect(coverage.sources.map(({ root }) => root)).toEqual(['/one', '/two'])
  })

  it('sum what was looked at; the time is that of the longest', async () => {
    const skipped = [{ path: 'z', reason: 'unreadable', detail: 'EACCES' }] as const
    const one = { files: 2, bytes: 30, commits: 3, objects: 9, duration: 7, skipped, ...shardOf(1) }
    const other = [{ path: 'a', reason: 'binary' }] as const
    const two = { files: 5, bytes: 1, known: 4, duration: 5, skipped: other, ...shardOf(2) }
    const { coverage } = merge(await json([placed(0)], one), await json([], two))
    expect(coverage).toEqual({
      rules: 60,
      files: 7,
      bytes: 31,
      findings: 1,
      duration: 7,
      commits: 3,
      objects: 9,
      known: 4,
      skipped: [...other, ...skipped],
      sources: [{ kind: 'directory', root: '.' }],
    })
  })

  it('are not complete when one of them was stopped', async () => {
    const stopped = await json([], shardOf(2), { stopped: 'interrupted' })
    expect(merge(await json([], shardOf(1)), stopped).stopped).toBe('interrupted')
  })
})

describe('reports that cannot be joined', () => {
  it('are refused, each with its reason', async () => {
    const one = await json([], shardOf(1))
    const two = await json([], shardOf(2))
    const other = (overrides: Partial<ShardRecord>) => json([], shardOf(2, overrides))
    expect([
      refusal(),
      refusal(one),
      refusal(one, two, await json([], shardOf(2))),
      refusal(one, await json([])),
      refusal(one, await other({ count: 3 })),
      refusal(one, await other({ settings: 'fewer rules' })),
      refusal(one, await other({ listing: 'other files' })),
      refusal(one, await other({ listed: 8 })),
      refusal(one, await json([], shardOf(2), { version: '1.3.0' })),
      refusal(await json([]), await json([], { rules: 59 })),
      refusal(one, await json([makeFinding()], shardOf(2))),
      refusal(await json([], { bytes: 0, ...shardOf(1) }), await json([], { bytes: 0, ...shardOf(2) })),
      refusal(await json([], shardOf(7, { count: 1000 }))),
    ]).toMatchInlineSnapshot(`
      [
        "cannot-merge: there is no report to join: name at least one",
        "cannot-merge: of 2 shards these are missing: 2; give the report of each, or scan it again",
        "cannot-merge: report 2 and report 3 are both of shard 2 of 2: give one of them",
        "cannot-merge: report 2 is of a whole scan, report 1 of a shard: join shards alone",
        "cannot-merge: report 1 and report 2 have different numbers of shards: join those of one scan",
        "cannot-merge: report 1 and report 2 have different rules or options: scan again with the same ones",
        "cannot-merge: report 1 and report 2 have different lists of files: scan the same commit in each shard, by the same relative paths, and keep reports out of what is scanned",
        "cannot-merge: report 1 and report 2 have different lists of files: scan the same commit in each shard, by the same relative paths, and keep reports out of what is scanned",
        "cannot-merge: report 1 and report 2 have different versions of Tacet: scan again with one version",
        "cannot-merge: report 1 and report 2 have different numbers of rules: scan again with the same rules",
        "cannot-merge: report 2 does not tell the places of its findings: scan that shard again",
        "nothing-scanned: nothing to scan in .: check what was given",
        "cannot-merge: of 1000 shards these are missing: 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21 and 979 more; give the report of each, or scan it again",
      ]
    `)
  })

  it('may have nothing in them where that is no error', async () => {
    const nothing = { bytes: 0 }
    const of = (index: number) => json([], { ...nothing, ...shardOf(index, { mayBeNothing: true }) })
    expect(refusal(await of(1), await of(2))).toBe('none')
  })

  it('are those that are no reports, or not whole', async () => {
    const whole = await json([placed(0)], shardOf(1, { count: 1 }))
    expect(refusal(whole)).toBe('none')
    expect(refusal(`\ufeff${whole}`)).toBe('none')
    const sarif = await joined(reporters.sarif(makeReport([]), { version: '1.2.3' }))
    const wrong = ['', '{}', 'null', '[]', sarif, whole.replace('"schemaVersion": 1', '"schemaVersion": 2')]
    for (const text of [...wrong, whole.replace('"ruleId"', '"rule"')]) {
      expect(refusal(text)).toMatch(/^not-a-report: report 1 is /)
    }
    expect(refusal(await json([placed(0)], { findings: 2 }))).toMatch(
      /^not-a-report: report 1 has 1 findings/,
    )
    for (let length = 0; length < whole.length - 2; length += 7) {
      expect(refusal(whole.slice(0, length))).toMatch(/^not-a-report: report 1 is not whole, or no JSON/)
    }
  })

  it('are refused without an error of another kind, whatever is in them', async () => {
    const removedIn = { commit: 'c0ffee', author: 'Ann Author', date: '2024-09-02T10:00:00+02:00' }
    const history = {
      ...removedIn,
      kind: 'file',
      object: 'beef',
      versions: 2,
      paths: ['a'],
      tips: ['main'],
    } as const
    const finding = { ...makeHidden(), place: 0, history: { ...history, refs: ['main'], removedIn } }
    const whole = JSON.parse(await json([finding], shardOf(1, { count: 1 }))) as object
    const paths: (readonly string[])[] = []
    const walk = (value: unknown, path: readonly string[]): void => {
      if (path.length > 0) paths.push(path)
      if (typeof value !== 'object' || value === null) return
      for (const [name, inner] of Object.entries(value)) walk(inner, [...path, name])
    }
    walk(whole, [])
    const changes = fc.tuple(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 1 }))
    let taken = 0
    await fc.assert(
      fc.asyncProperty(changes, async ([path, value]) => {
        const changed = structuredClone(whole)
        let at = changed as Record<string, unknown>
        for (const name of path.slice(0, -1)) at = at[name] as Record<string, unknown>
        at[path.at(-1)!] = value
        const text = JSON.stringify(changed)
        if (refusal(text) !== 'none') return
        taken++
        const { findings, coverage } = merge(text)
        for (const reporter of Object.values(reporters)) {
          await joined(reporter({ findings, outcome: () => ({ coverage }) }, { version: '1.2.3' }))
        }
      }),
      { numRuns: 500, seed: 4 },
    )
    expect(taken).toBeGreaterThan(10)
  })

  it('are refused in words that do not hold what was in them', () => {
    expect(refusal('{"value": "dev-only-not-a-real-key" oops')).not.toContain('dev-only')
  })
})
