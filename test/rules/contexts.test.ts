import { type Rule, rules, seededRandom } from '@tacet/rules'
import { describe, expect, it } from 'vitest'
import { createDetector } from '../../packages/scanner/src/detect/detector.ts'
import { reported } from '../helpers/rule-matches.ts'

/** How a text stands in a file, in bytes. */
const files: readonly (readonly [name: string, write: (text: string) => Uint8Array])[] = [
  ['a file of nothing else, without a line end', (text) => Buffer.from(text)],
  ['a file with a byte order mark', (text) => Buffer.from(`\uFEFF${text}\n`)],
  ['a file with the line ends of old Macs', (text) => Buffer.from(`first\r${text}\rlast\r`)],
  ['a file of UTF-16', (text) => Buffer.from(`\uFEFFfirst\n${text}\nlast\n`, 'utf16le')],
  ['between letters beyond ASCII', (text) => Buffer.from(`// ключ\n“${text}”，終\n`)],
  ['between emoji', (text) => Buffer.from(`\u{1f511} ${text} \u{1f511}\n`)],
  ['between bytes that are no UTF-8', (text) => Buffer.from(`caf\xe9 \xff\n"${text}" \xe9\n`, 'latin1')],
  ['a program', (text) => Buffer.from(`\0\x01\x02${text}\0\0\x03`)],
  ['the last of many lines', (text) => Buffer.from(`${'x = 1\n'.repeat(2000)}${text}`)],
  ['a heredoc', (text) => Buffer.from(`cat <<EOF > file\n${text}\nEOF\n`)],
  ['a diff', (text) => Buffer.from(`@@ -1 +1 @@\n-old\n+"${text}"\n`)],
  ['Markdown', (text) => Buffer.from(`Use it so:\n\n\`\`\`\n${text}\n\`\`\`\n`)],
]

const detector = createDetector({
  rules,
  threshold: 'medium',
  decodeDepth: 0,
  fingerprint: () => '',
  showValues: true,
})

// What is known by the place where it stands, in a line or a file of its own, is not looked for elsewhere.
const bound = new Set(['netrc-password'])
const isFree = (rule: Rule): boolean =>
  rule.provider !== 'generic' && !rule.files && !rule.identifies && !bound.has(rule.id)

describe('a scan finds a sample in every kind of file', () => {
  it.each(rules.filter(isFree).map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
    const sample = rule.sample(seededRandom(23))
    const [alone] = reported(rule, sample)
    const missed = files.filter(([, write]) => {
      const blob = detector.blob('config', 'config')
      blob.push(write(sample))
      blob.end()
      // Of a password without a form, what follows at once may be a part.
      return !blob.findings.some(
        ({ ruleId, value }) => ruleId === rule.id && value?.startsWith(alone!.secret),
      )
    })
    expect(missed.map(([name]) => name)).toEqual([])
  })
})
