import { createScan } from '@tacet/scanner'
import { describe, expect, test } from 'vitest'
import { makeRule, testKey } from '../../helpers/scanning.ts'

const key = testKey('one')
const rules = [
  makeRule(),
  makeRule({ id: 'acme-token', provider: 'Acme', keywords: ['ac-'], pattern: /ac-[a-z0-9]{12}/dg }),
]

async function kinds(text: string, foreign: { comments?: boolean } | undefined = {}) {
  const scan = createScan({ rules, input: [Buffer.from(text)], showSuppressed: true, foreign })
  const { findings, coverage } = await scan.collect()
  return { kinds: findings.map(({ suppression }) => suppression?.kind ?? 'found'), coverage }
}

describe('a comment of another scanner hides the secret on its line', () => {
  test.each([
    ['gitleaks:allow', `key = "${key}" # gitleaks:allow`],
    ['gitleaks:allow', `/* gitleaks:allow */ key = "${key}"`],
    ['betterleaks:allow', `key = "${key}" // betterleaks:allow`],
    ['trufflehog:ignore', `key: ${key} # trufflehog:ignore`],
    ['ggignore', `key: ${key} # ggignore`],
    ['detect-secrets', `key = "${key}" # pragma: allowlist secret`],
    ['detect-secrets', `key = "${key}" // pragma: whitelist secret`],
    ['detect-secrets', `<key>${key}</key> <!-- pragma: allowlist secret -->`],
    ['detect-secrets', `# pragma: allowlist nextline secret\nkey: ${key}`],
    ['secretlint', `const key = "${key}" // secretlint-disable-line`],
    ['secretlint', `// secretlint-disable-next-line -- a sample\nconst key = "${key}"`],
    ['secretlint', `/* secretlint-disable */\n\n\nconst key = "${key}"`],
  ])('%s: %j', async (kind, text) => {
    const { kinds: seen, coverage } = await kinds(text)
    expect(seen).toEqual([kind])
    expect(coverage).toMatchObject({ findings: 0, suppressed: { [kind]: 1 } })
    expect((await kinds(text.replaceAll('\n', '\r\n'))).kinds).toEqual([kind])
    expect((await kinds(text, { comments: false })).kinds).toEqual(['found'])
  })
})

describe('it hides nothing else', () => {
  test.each([
    ['on another line', `# gitleaks:allow\nkey: ${key}`],
    ['two lines before', `# pragma: allowlist nextline secret\n\nkey: ${key}`],
    ['behind code on the line before', `x = 1 # pragma: allowlist nextline secret\nkey: ${key}`],
    ['without a comment', `pragma: allowlist secret ${key}`],
    ['of a preset', `# secretlint-disable-next-line @secretlint/secretlint-rule-preset-x\nk = ${key}`],
    ['before the secret', `/* pragma: allowlist secret */ key: ${key}`],
    ['behind what begins no comment', `key: ${key} % pragma: allowlist secret`],
    ['as a part of a word', `key: ${key} # bigggignored`],
    ['after it is enabled again', `/* secretlint-disable */\n/* secretlint-enable */\nkey = "${key}"`],
    ['behind the secret', `key = "${key}"\n/* secretlint-disable */`],
    ['for the next line, on its own', `key = "${key}" // secretlint-disable-next-line`],
    ['of another kind', `// secretlint-disable-next-line @secretlint/secretlint-rule-acme\nkey = "${key}"`],
    [
      'of another kind, to the end',
      `/* secretlint-disable @secretlint/secretlint-rule-acme */\nkey = "${key}"`,
    ],
  ])('%s', async (_, text) => {
    expect((await kinds(text)).kinds).toEqual(['found'])
  })

  test('in the API, unless asked', async () => {
    const { findings } = await createScan({
      rules,
      input: [Buffer.from(`${key} # gitleaks:allow`)],
    }).collect()
    expect(findings).toHaveLength(1)
  })
})

test('directives of secretlint for a kind', async () => {
  const acme = testKey('two').replace('tk-', 'ac-')
  const both = `a = ${acme}\nb = ${key}\n`
  const off = '/* secretlint-disable @secretlint/secretlint-rule-acme -- known */\n'
  expect((await kinds(off + both)).kinds).toEqual(['secretlint', 'found'])
  const on = '/* secretlint-enable @secretlint/secretlint-rule-acme */\n'
  expect((await kinds(off + on + both)).kinds).toEqual(['found', 'found'])
  const all = '/* secretlint-disable */\n'
  expect((await kinds(all + on + both)).kinds).toEqual(['found', 'secretlint'])
})
