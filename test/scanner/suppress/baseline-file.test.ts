import {
  type Baseline,
  type BaselineEntry,
  formatBaseline,
  mergeBaselines,
  parseBaseline,
  updateBaseline,
} from '@tacet/scanner'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const digits = (seed: number): string => seed.toString(16).padStart(32, '0')

const days = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
/** What a reason is once it stands on one line. */
const reasons = names.filter((text) => text.replace(/[\s\p{C}]+/gu, ' ').trim() === text && text !== '')

/** Without the fields that are undefined. */
const given = (fields: { [Name in keyof BaselineEntry]: BaselineEntry[Name] | undefined }): BaselineEntry =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as unknown as BaselineEntry

const entry = fc
  .record({
    // Few, so that the sides of a merge have some in common.
    fingerprint: fc.integer({ min: 0, max: 6 }).map(digits),
    ruleId: fc.constantFrom('one', 'two', 'of mine'),
    path: names,
    history: fc.option(fc.constant(true as const), { nil: undefined }),
    until: fc.option(days, { nil: undefined }),
    owner: fc.option(names, { nil: undefined }),
    reason: fc.option(reasons, { nil: undefined }),
  })
  .map(given)

const baseline = fc
  .record({
    salts: fc.uniqueArray(fc.integer({ min: 1, max: 3 }).map(digits), { minLength: 1, maxLength: 2 }),
    entries: fc.uniqueArray(entry, {
      maxLength: 8,
      selector: ({ fingerprint, ruleId }) => `${fingerprint} ${ruleId}`,
    }),
  })
  .map((made): Baseline => made)

/** Without the lines that they were read from, in an order of their own. */
const content = ({ salts, keyCheck, entries }: Baseline) => ({
  salts: salts.toSorted(),
  keyCheck,
  entries: entries
    .map(({ line: _, ...each }) => each)
    .sort((a, b) => (`${a.fingerprint} ${a.ruleId}` < `${b.fingerprint} ${b.ruleId}` ? -1 : 1)),
})

const key = ({ fingerprint, ruleId }: BaselineEntry): string => `${fingerprint} ${ruleId}`
const keys = ({ entries }: Baseline): string[] => entries.map(key).sort()

describe('the file', () => {
  test('read is what was written', () => {
    fc.assert(
      fc.property(baseline, fc.option(fc.constant(digits(9)), { nil: undefined }), (made, keyCheck) => {
        const whole = keyCheck === undefined ? made : { ...made, keyCheck }
        expect(content(parseBaseline(formatBaseline(whole), 'b'))).toEqual(content(whole))
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  test('is the same for entries in any order, one a line, sorted', () => {
    fc.assert(
      fc.property(baseline, ({ salts, entries }) => {
        const text = formatBaseline({ salts, entries })
        expect(formatBaseline({ salts: salts.toReversed(), entries: entries.toReversed() })).toBe(text)
        const lines = text.split('\n').filter((line) => /^[\da-f]{32} /.test(line))
        expect(lines).toHaveLength(entries.length)
        expect(lines).toEqual(lines.toSorted())
      }),
      { seed: 2, numRuns: 200 },
    )
  })

  test('may have line ends of Windows, blank lines, comments, and an entry twice', () => {
    const one = { fingerprint: digits(1), ruleId: 'one', path: 'a b.txt', reason: 'it is -- a sample' }
    const text = formatBaseline({ salts: [digits(5)], entries: [one] })
    const line = text.trimEnd().split('\n').at(-1)!
    expect(line).toBe(`${digits(1)} one a%20b.txt -- it is -- a sample`)
    const changed = `\ufeff${text}\n# mine\n  \n${line}\n`.replaceAll('\n', '\r\n')
    expect(content(parseBaseline(changed, 'b')).entries).toEqual([one])
  })

  const header = formatBaseline({ salts: [digits(5)], entries: [] })
  const next = header.split('\n').length
  test.each([
    ['', 1, 'a baseline begins with `# tacet baseline 1`'],
    ['[]\n', 1, 'write one with `tacet baseline`'],
    ['# tacet baseline 2\n', 1, 'format 2, which this version does not know'],
    ['# tacet baseline 1\n', 2, 'its line `salt …` is missing'],
    [`${header}what is this\n`, next, 'a fingerprint of 32 hexadecimal digits, a rule and a path'],
    [`${header}${digits(1)} one\n`, next, 'a fingerprint of 32 hexadecimal digits, a rule and a path'],
    [`${header}${digits(1)} one a.txt -- \n${digits(2)} one\n`, next, 'a reason stands behind --'],
    [`${header}${digits(1)} one a.txt untl=2027-01-31\n`, next, 'untl=2027-01-31 is not history'],
    [`${header}${digits(1)} one a.txt until=2027-02-31\n`, next, 'there is no day 2027-02-31'],
    [`${header}${digits(1)} one 100%\n`, next, 'a % is written as %25'],
    [
      `${header}${Array.from({ length: 16 }, (_, seed) => `salt ${digits(seed)}\n`).join('')}`,
      next + 15,
      'more than 16 salts',
    ],
    [`${header}<<<<<<< HEAD\n`, next, 'a merge left a conflict here'],
    [`${header}key-check ${digits(1)}\nkey-check ${digits(2)}\n`, next + 1, 'made with two keys'],
  ])('%# is damaged, and the error names the line', (text, line, what) => {
    expect(() => parseBaseline(text, 'x/.tacet-baseline')).toThrow(
      expect.objectContaining({
        code: 'invalid-baseline',
        message: expect.stringMatching(new RegExp(`^x/\\.tacet-baseline:${line}: `)),
      }),
    )
    expect(() => parseBaseline(text, 'b')).toThrow(what)
  })
})

test('an update is the same in any order, and once more changes nothing', () => {
  const findings = fc.uniqueArray(
    fc.record({
      ruleId: fc.constantFrom('one', 'two'),
      value: fc.nat(9).map((n) => `${'v'.repeat(32)}${n}`),
    }),
    {
      selector: ({ ruleId, value }) => `${ruleId} ${value}`,
      maxLength: 6,
    },
  )
  fc.assert(
    fc.property(baseline, findings, fc.boolean(), fc.boolean(), (before, found, history, prune) => {
      const known = found.map((each) => ({ ...each, path: 'a' }))
      const options = { history, prune, fields: { reason: 'r' } }
      const once = updateBaseline(before, known, options)
      const text = formatBaseline(once.baseline)
      expect(formatBaseline(updateBaseline(before, known.toReversed(), options).baseline)).toBe(text)
      const again = updateBaseline(once.baseline, known, options)
      expect(formatBaseline(again.baseline)).toBe(text)
      expect(again).toMatchObject({ added: [], known: once.known + once.added.length })
    }),
    { seed: 6, numRuns: 200 },
  )
})

describe('a merge', () => {
  test('is the same whichever side comes first', () => {
    fc.assert(
      fc.property(fc.option(baseline, { nil: undefined }), baseline, baseline, (base, one, other) => {
        expect(formatBaseline(mergeBaselines(base, one, other))).toBe(
          formatBaseline(mergeBaselines(base, other, one)),
        )
      }),
      { seed: 3, numRuns: 500 },
    )
  })

  test('of what one side left as it was is what the other made of it', () => {
    fc.assert(
      fc.property(baseline, baseline, (base, changed) => {
        const merged = mergeBaselines(base, base, changed)
        // Salts that are not needed any more stay until a baseline is pruned.
        expect({ ...content(merged), salts: [] }).toEqual({ ...content(changed), salts: [] })
        expect(content(mergeBaselines(base, changed, changed))).toEqual(content(changed))
      }),
      { seed: 4, numRuns: 500 },
    )
  })

  test('has what either added, and not what either removed', () => {
    fc.assert(
      fc.property(baseline, baseline, baseline, (base, one, other) => {
        const [before, left, right] = [base, one, other].map((side) => new Set(keys(side))) as [
          Set<string>,
          Set<string>,
          Set<string>,
        ]
        const expected = [...new Set([...left, ...right])].filter((each) =>
          before.has(each) ? left.has(each) && right.has(each) : true,
        )
        expect(keys(mergeBaselines(base, one, other))).toEqual(expected.sort())
      }),
      { seed: 5, numRuns: 300 },
    )
  })

  test('joins what both sides changed of an entry', () => {
    const was = { fingerprint: digits(1), ruleId: 'one', path: 'a', reason: 'old', until: '2027-01-01' }
    const of = (entry: BaselineEntry): Baseline => ({ salts: [digits(5)], entries: [entry] })
    const merged = mergeBaselines(of(was), of({ ...was, reason: 'new' }), of({ ...was, until: '2028-01-01' }))
    expect(content(merged).entries).toEqual([{ ...was, reason: 'new', until: '2028-01-01' }])
    const both = mergeBaselines(
      of(was),
      of({ ...was, until: '2029-01-01' }),
      of({ ...was, until: '2028-01-01' }),
    )
    expect(both.entries[0]!.until).toBe('2028-01-01')
  })

  test('of different keys is refused', () => {
    const plain = { salts: [digits(5)], entries: [] }
    expect(() => mergeBaselines(undefined, plain, { ...plain, keyCheck: digits(1) })).toThrow(
      expect.objectContaining({ code: 'cannot-merge' }),
    )
  })
})
