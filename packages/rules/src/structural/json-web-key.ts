import { alphabets, entropy } from '@tacet/core'
import { custom, dismissed } from '../define-rule.ts'
import { pick, text } from '../random.ts'
import type { Candidate, Judgement, Rule } from '../rule.ts'

const quote = String.raw`\\{0,3}"`
const kind = `${quote}kty${quote}\\s{0,8}:\\s{0,8}${quote}(?:RSA|EC|OKP|oct)${quote}`
// The members of one key: an RSA key of 4,096 bits has 700 characters in each of the longest.
const longestKey = 4000
const longestMember = 1400

const kindPattern = new RegExp(kind)

/** RFC 7517: `d` is the private part of a key pair, `k` a symmetric key. They count only in an object with `kty`. */
function judgeKey({ secret, text, start, end }: Candidate): Judgement {
  const before = text.slice(Math.max(0, start - longestKey), start)
  const after = text.slice(end, end + longestKey)
  const own = before.slice(before.lastIndexOf('{') + 1) + after.slice(0, after.indexOf('}') + 1 || undefined)
  if (!kindPattern.test(own)) return dismissed('no key around it')
  if (entropy(secret) < 3.2) return dismissed('too regular to be a key')
  return { confidence: 'high', reasons: ['the private member of a key'] }
}

export const jsonWebKeys: readonly Rule[] = [
  custom({
    id: 'json-web-key',
    title: 'Private or symmetric JSON Web Key',
    provider: 'JSON Web Key',
    severity: 'critical',
    keywords: ['"kty'],
    pattern: new RegExp(
      `(?:${kind}[^{}]{0,${longestKey}}?)?${quote}[dk]${quote}\\s{0,8}:\\s{0,8}${quote}(?<secret>[A-Za-z0-9_-]{22,${longestMember}})${quote}`,
    ),
    longest: longestKey + longestMember + 80,
    before: longestKey + longestMember,
    contextReach: longestKey,
    judge: judgeKey,
    sample: (random) =>
      JSON.stringify({
        kty: pick(random, ['EC', 'OKP']),
        x: text(random, alphabets.base64url, 43),
        d: text(random, alphabets.base64url, 43),
      }),
    nearMisses: [
      (key) => key.replace(/"d":/, '"y":'),
      (key) => key.replace(/"kty":"\w+",/, ''),
      (key) => key.replace(/"d":"[^"]*"/, `"d":"${'A'.repeat(43)}"`),
    ],
    reference: 'https://www.rfc-editor.org/rfc/rfc7517',
  }),
]
