import { rmSync, symlinkSync } from 'node:fs'
import { createScan, ScanError } from '@tacet/scanner'
import { describe, expect, it } from 'vitest'
import { addFiles, tempTree } from '../../helpers/temp-tree.ts'

/** The lines of the error of a scan by this `tacet.json`. */
const problems = async (text: string, files: Readonly<Record<string, string>> = {}): Promise<string[]> => {
  const cwd = tempTree({ 'a.txt': 'nothing\n', 'tacet.json': text, ...files })
  try {
    await createScan({ cwd, config: true }).collect()
  } catch (error) {
    if (!(error instanceof ScanError) || error.code !== 'invalid-config') throw error
    return error.message.split('\n')
  }
  return []
}

const rule = (more: object): string =>
  JSON.stringify({ customRules: [{ id: 'acme-key', title: 'Acme key', ...more }] })

describe('a configuration that is wrong', () => {
  it('tells every mistake with its place, and what was meant', async () => {
    const text = `{
  // Comments are allowed, and so is a comma at an end.
  "treshold": "medium",
  "threshold": "hihg",
  "rules": {
    "stripe-secret-kye": "off",
    "aws": "off",
    "stripe-*": "of",
    "nothing-*": "off",
    "provider:Strip": "off",
  },
  "allow": [{ "path": "test/" }, { "reason": "why" }],
  "overrides": [{ "path": ["a"] }],
  "decodeDepth": 9,
  "archiveDepth": 1.5,
  "paths": ["a"],
}`
    expect(await problems(text)).toEqual([
      'tacet.json:3:3: unknown key "treshold": did you mean "threshold"?',
      'tacet.json:4:16: unknown value "hihg": did you mean "high"?',
      'tacet.json:8:17: unknown value "of": did you mean "off"?',
      'tacet.json:12:13: this needs "reason"',
      'tacet.json:12:34: this needs one of "rule", "path", "value", "valueRegex", "commit"',
      'tacet.json:13:19: unknown key "path": did you mean "paths"?',
      'tacet.json:13:17: this needs "paths"',
      'tacet.json:13:17: this needs one of "rules", "threshold", "owner"',
      'tacet.json:14:18: this should be a whole number from 0 to 4',
      'tacet.json:15:19: this should be a whole number from 0 to 8',
      'tacet.json:16:12: this should be an object, and is a list',
      'tacet.json:6:5: unknown rule "stripe-secret-kye": did you mean "stripe-secret-key"?',
      'tacet.json:7:5: unknown rule "aws": did you mean "provider:AWS"?',
      'tacet.json:9:5: no rule fits "nothing-*": tacet rules list has them all',
      'tacet.json:10:5: unknown rule "provider:Strip": did you mean "provider:Stripe"?',
    ])
  })

  it.each([
    ['', '1:1: this is empty: write at least {}'],
    ['[]', '1:1: this should be an object, and is a list'],
    ['{ "owner": }', '1:12: a value is expected here'],
    ['{ "owner" "x" }', '1:11: a colon is expected here'],
    ['{ "owner": "x"', '1:15: a closing brace } is missing'],
    ["{ 'owner': 1 }", '1:3: this is not JSON'],
    ['{ "owner": "a", "owner": "b" }', '1:17: "owner" is there twice: keep one'],
    ['{ "owner": "" }', '1:12: this is empty: give a text, or leave it out'],
    ['{ "rules": { "*": "off" } }', '1:14: this leaves no rule: leave some on'],
    [
      '{ "overrides": [{ "paths": ["a"], "rules": { "*": "off" } }] }',
      '1:46: this leaves no rule: exclude the paths instead, which is told',
    ],
    [
      '{ "paths": { "exclude": ["../x"] } }',
      '1:26: a glob starts at the folder of its file, so . and .. mean nothing in it',
    ],
    ['{ "paths": { "exclude": ["{a"] } }', '1:26: a { in this glob has no }: write \\{ for the sign itself'],
    ['{ "maxFileSize": "20 megs" }', '1:18: this should be a size like 500KB or 20MiB'],
    ['{ "allow": [{ "reason": "x", "value": "*" }] }', '1:39: every value has this shape: leave it out'],
    ['{ "allow": [{ "reason": "x", "path": "a", "until": "2027-02-31" }] }', '1:52: there is no such day'],
    ['{ "allow": [{ "reason": "x", "commit": "HEAD" }] }', /1:40: this should be the id of a commit/],
  ])('says of %s where it is wrong, and why', async (text, message) => {
    const [found, ...others] = await problems(text)
    expect(others).toEqual([])
    if (typeof message === 'string') expect(found).toBe(`tacet.json:${message}`)
    else expect(found).toMatch(message)
  })

  it.each([
    [{ regex: 'acme-[0-9a-f]{32}', parts: ['acme-'] }, /"regex" is for rules by a regex; this one has parts/],
    [{ regex: '(?=a)b' }, /RE2 has neither lookahead nor lookbehind/],
    [{ regex: 'a*' }, /it matches the empty text/],
    [
      { regex: 'key=$[A-Z]{9}' },
      /it can never match: \^ stands only where a text begins, \$ only where it ends/,
    ],
    [{ regex: 'acme-.{9}', path: 'src^/' }, /it can never match/],
    [{ regex: 'a(b)', secretGroup: 2 }, /there is no group 2/],
    [{}, /this needs one of "parts", "regex", "path"/],
    [{ parts: [{ chars: 'hex', length: 32 }] }, /no literal of three characters; give it "context"/],
    [{ parts: ['acme-', { chars: 'hexx', length: 32 }] }, /unknown value "hexx": did you mean "hex"\?/],
    [{ parts: ['acme-', { chars: 'hex', length: 9, max: 4 }] }, /either a length, or a min and a max/],
    [{ parts: ['acme-', { chars: 'hex', min: 9, max: 4 }] }, /a run of 9 to 4 characters is none/],
    [{ parts: ['acme-', { oneOf: [['a']] }] }, /oneOf needs two lists of parts or more/],
    [{ parts: ['acme-', { chars: 'hex', anyOf: 'ab' }] }, /may have only one of "chars", "anyOf"/],
    [{ parts: ['acme-'], context: { words: ['ab'] } }, /has three characters or more/],
    [{ parts: Array(9).fill({ chars: 'hex', length: 1000 }).concat(['acme']) }, /longer than 4096/],
    [{ regex: 'acme-.{9}', examples: ['acme-{{random:alnumm:9}}'] }, /write \{\{random:ALPHABET:LENGTH\}\}/],
    [{ regex: 'acme-.{9}', id: 'stripe-secret-key' }, /already: one of the rules of Tacet/],
    [{ regex: 'acme-.{9}', required: [{ id: 'other' }] }, /requires the rule "other", which is not there/],
  ])('refuses the rule %j', async (more, message) => {
    const [found, ...others] = await problems(rule(more))
    expect(others).toEqual([])
    expect(found).toMatch(/^tacet\.json:1:\d+: /)
    expect(found).toMatch(message)
  })

  it('refuses two rules of one id', async () => {
    const two = { id: 'acme-key', title: 'Acme', regex: 'acme-.{9}' }
    expect(await problems(JSON.stringify({ customRules: [two, two] }))).toEqual([
      'tacet.json:1:76: there is a rule "acme-key" already: tacet.json:1:17',
    ])
  })

  it.each([
    ['{"rules":'.repeat(50_000), 1],
    ['['.repeat(200_000), 1],
    [`{"rules":{${Array.from({ length: 60_000 }, (_, index) => `"x${index}":0`).join()}}}`, 100],
    [`{"${'thresholt'.repeat(50_000)}":1}`, 1],
    [`{"rules":{"${'*a'.repeat(200_000)}":"on"}}`, 1],
    [`{"paths":{"exclude":["${'{a,'.repeat(100_000)}"]}}`, 2],
    [`{"customRules":${`[{"id":"a","title":"b","parts":[`}${'{"optional":['.repeat(60)}`, 1],
  ])('is refused in no time, however hostile (%#)', async (text, count) => {
    const found = await problems(text)
    expect(found).toHaveLength(count)
    expect(Math.max(...found.map(({ length }) => length))).toBeLessThan(300)
  })

  it('refuses what is too large, cannot be read, or is a folder', async () => {
    expect(await problems(`{}${' '.repeat(1_000_001)}`)).toEqual([
      'tacet.json:1:1: this file is larger than 1000 KB',
    ])
    expect(await problems('{}', { 'a/tacet.json/x': '' })).toEqual([])
    const cwd = tempTree({ 'a.txt': 'nothing\n' })
    await expect(createScan({ cwd, config: 'none.json' }).collect()).rejects.toThrow(
      'none.json:1:1: cannot be read (ENOENT): check that it is there',
    )
  })
})

describe('extends', () => {
  it('adds to what a file of the repository, or of an installed package, says', async () => {
    const files = {
      'config/base.jsonc':
        '{ "owner": "base", "rules": { "aws-*": "off" }, /* far */ "extends": "./far.json" }',
      'config/far.json': '{ "rules": { "*": "off" } }',
      'node_modules/@acme/tacet-config/tacet.json': '{ "rules": { "npm-*": "on" } }',
    }
    const text = '{ "extends": ["./config/base.jsonc", "@acme/tacet-config"], "rules": { "aws-s*": "on" } }'
    const cwd = tempTree({ 'a.txt': 'nothing\n', 'tacet.json': text, ...files })
    const { coverage } = await createScan({ cwd, config: true }).collect()
    expect(coverage.configs).toEqual([
      'config/far.json',
      'config/base.jsonc',
      'node_modules/@acme/tacet-config/tacet.json',
      'tacet.json',
    ])
    expect(coverage.rules).toBeGreaterThan(2)
    expect(coverage.rules).toBeLessThan(20)
  })

  it.each([
    ['../outside.json', /there is no such file|leads out of what is scanned/],
    ['./b.json', /there is no such file/],
    ['./a.txt', /only \.json and \.jsonc/],
    ['./tacet.json', /this extends itself/],
    ['acme', /the package acme is not installed here/],
    ['/etc/hosts', /name a file as \.\/base\.json, or an installed package/],
    ['https://example.com/x.json', /name a file as \.\/base\.json, or an installed package/],
  ])('refuses %s', async (entry, message) => {
    const [found, ...others] = await problems(JSON.stringify({ extends: entry }))
    expect(others).toEqual([])
    expect(found).toMatch(/^tacet\.json:1:12: /)
    expect(found).toMatch(message)
  })

  it('does not follow a link out of the repository, nor a chain without end', async () => {
    const outside = tempTree({ 'x.json': '{}' })
    const cwd = tempTree({ 'a.txt': 'nothing\n', 'tacet.json': '{ "extends": "./link.json" }' })
    symlinkSync(`${outside}/x.json`, `${cwd}/link.json`)
    await expect(createScan({ cwd, config: true }).collect()).rejects.toThrow(/leads out of what is scanned/)
    addFiles(cwd, { 'b/x.txt': '' })
    rmSync(`${cwd}/tacet.json`)
    symlinkSync(`${outside}/x.json`, `${cwd}/tacet.json`)
    await expect(createScan({ cwd, config: true }).collect()).rejects.toThrow(
      /^tacet\.json:1:1: this leads out/,
    )
    rmSync(`${cwd}/tacet.json`)
    const chain = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [`${index}.json`, `{ "extends": "./${index + 1}.json" }`]),
    )
    addFiles(cwd, { ...chain, 'tacet.json': '{ "extends": "./0.json" }' })
    await expect(createScan({ cwd, config: true }).collect()).rejects.toThrow(/no more than 5 may extend/)
  })
})
