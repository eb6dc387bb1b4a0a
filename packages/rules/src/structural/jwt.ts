import { alphabets, placeholder } from '@tacet/core'
import { endOfToken, startOfToken } from '../boundary.ts'
import { custom, dismissed } from '../define-rule.ts'
import { integer, pick, text } from '../random.ts'
import type { Candidate, Judgement, Random, Rule } from '../rule.ts'
import { decodeBase64, encodeBase64Url } from './base64.ts'

type Claims = Readonly<Record<string, unknown>>

function parsed(part: string | undefined): Claims | undefined {
  try {
    const value: unknown = JSON.parse(decodeBase64(part ?? '') ?? '')
    return typeof value === 'object' && value !== null ? (value as Claims) : undefined
  } catch {
    return undefined
  }
}

/** RFC 7519: a signed token says when it ends, and often for whom it is. */
function judgeJwt({ secret, path }: Candidate): Judgement {
  const [head, body, signature = ''] = secret.split('.')
  const header = parsed(head)
  const claims = parsed(body)
  if (typeof header?.alg !== 'string' || !claims) return dismissed('not a JSON Web Token')
  const sample = placeholder(secret)
  if (sample?.effect === 'drop') return dismissed(sample.reason)
  if (claims.name === 'John Doe' || claims.iss === 'joe' || claims.sub === '1234567890') {
    return dismissed('the example of a document')
  }
  if (signature === '' || header.alg === 'none') return { confidence: 'low', reasons: ['is not signed'] }
  if (claims.role === 'anon') return { confidence: 'low', reasons: ['a key for browsers'] }
  if (typeof claims.exp === 'number' && claims.exp * 1000 < Date.now()) {
    return { confidence: 'low', reasons: ['expired'] }
  }
  const doubt = placeholder('', { path })
  if (claims.role === 'service_role') return { confidence: 'very-high', reasons: ['a service role key'] }
  return doubt?.effect === 'lower'
    ? { confidence: 'medium', reasons: ['a signed token', doubt.reason] }
    : {
        confidence: 'high',
        reasons: [claims.exp === undefined ? 'a signed token without end' : 'a signed token'],
      }
}

function sampleJwt(random: Random): string {
  const header = JSON.stringify({ alg: pick(random, ['HS256', 'RS256', 'ES256']), typ: 'JWT' })
  const claims = JSON.stringify({
    sub: text(random, alphabets.digits, 9),
    jti: text(random, alphabets.alnum, integer(random, 16, 40)),
  })
  return [header, claims]
    .map(encodeBase64Url)
    .concat(text(random, alphabets.base64url, 43))
    .join('.')
}

export const jwt: readonly Rule[] = [
  custom({
    id: 'json-web-token',
    title: 'JSON Web Token',
    provider: 'JSON Web Token',
    severity: 'medium',
    keywords: ['.eyj'],
    pattern: new RegExp(
      `${startOfToken('_-')}eyJ[A-Za-z0-9_-]{12,1500}\\.eyJ[A-Za-z0-9_-]{4,6000}\\.(?:[A-Za-z0-9_-]{20,1400})?${endOfToken('_-')}`,
    ),
    longest: 8920,
    before: 1510,
    judge: judgeJwt,
    sample: sampleJwt,
    nearMisses: [
      (token) => token.split('.').slice(0, 2).join('.'),
      (token) => ['eyJhIjoxMTExMTExMTF9', ...token.split('.').slice(1)].join('.'),
      (token) =>
        [
          token.split('.')[0],
          encodeBase64Url('{"sub":"1234567890","name":"John Doe"}'),
          token.split('.')[2],
        ].join('.'),
    ],
    reference: 'https://www.rfc-editor.org/rfc/rfc7519',
  }),
]
