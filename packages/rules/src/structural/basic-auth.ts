import { alphabets, placeholder } from '@tacet/core'
import { startOfToken } from '../boundary.ts'
import { custom, dismissed } from '../define-rule.ts'
import { integer, text } from '../random.ts'
import type { Candidate, Judgement, Random, Rule } from '../rule.ts'
import { decodeBase64, encodeBase64 } from './base64.ts'
import { judgePassword } from './password.ts'

// Characters of UTF-8, none of them a control character.
const character = '[\\x20-\\x7e]|[\\xc2-\\xdf][\\x80-\\xbf]|[\\xe0-\\xef][\\x80-\\xbf]{2}'
const pairPattern = new RegExp(`^((?:(?!:)(?:${character})){1,128}):((?:${character}){3,400})$`)

/** `user:password` in base64, as RFC 7617 sends it and as Docker keeps it. */
function judgePair(candidate: Candidate): Judgement {
  const printed = placeholder(candidate.secret)
  if (printed?.effect === 'drop') return dismissed(printed.reason)
  const pair = decodeBase64(candidate.secret)
  const [, user, password] = pairPattern.exec(pair ?? '') ?? []
  if (user === undefined || password === undefined) return dismissed('no user and password inside')
  return judgePassword({ secret: password, path: candidate.path }, user, '')
}

const samplePair = (random: Random): string =>
  encodeBase64(
    `svc_${text(random, alphabets.lower, 6)}:${text(random, alphabets.alnum, integer(random, 14, 40))}`,
  )

const withPair =
  (pair: string) =>
  (sample: string): string =>
    sample.replace(/[A-Za-z0-9+/]{20,}={0,2}/, encodeBase64(pair))

const netrcPassword = (random: Random): string => text(random, alphabets.alnum, integer(random, 12, 40))

export const basicAuth: readonly Rule[] = [
  custom({
    id: 'basic-authorization',
    title: 'User and password in a Basic authorization header',
    provider: 'HTTP',
    severity: 'high',
    keywords: ['basic '],
    pattern: new RegExp(
      `${startOfToken('')}(?:[Bb]asic|BASIC) (?<secret>[A-Za-z0-9+/]{8,600}={0,2})(?![A-Za-z0-9+/=])`,
    ),
    longest: 610,
    before: 0,
    judge: judgePair,
    sample: (random) => `Authorization: Basic ${samplePair(random)}`,
    nearMisses: [withPair('Aladdin:open sesame'), withPair('user:password'), withPair('not a pair at all')],
    reference: 'https://www.rfc-editor.org/rfc/rfc7617',
  }),
  custom({
    id: 'docker-registry-auth',
    title: 'Registry user and password in a Docker configuration',
    provider: 'Docker',
    severity: 'high',
    keywords: ['"auth"', '\\"auth\\"'],
    pattern: /\\?"auth\\?"\s{0,8}:\s{0,8}\\?"(?<secret>[A-Za-z0-9+/]{8,2000}={0,2})\\?"/,
    longest: 2040,
    before: 0,
    judge: judgePair,
    sample: (random) =>
      `{"auths":{"registry.${text(random, alphabets.lower, 8)}.net":{"auth":"${samplePair(random)}"}}}`,
    nearMisses: [withPair('user:password'), withPair('no pair is in here')],
    reference: 'https://docs.docker.com/reference/cli/docker/login/',
  }),
  custom({
    id: 'netrc-password',
    title: 'Password in a netrc file',
    provider: 'netrc',
    severity: 'high',
    keywords: ['machine ', 'default login', 'default account'],
    // The parts come in any order, over any number of lines.
    pattern:
      /(?:(?<![\w-])|(?<=\\[nrt]))(?:machine\s{1,8}(?<host>[A-Za-z0-9_.-]{1,253})|default(?=\s{1,8}(?:login|account)\s))(?:(?:\\n|\s){1,8}(?:login\s{1,8}(?<user>[^\s"'\\]{1,128})|account\s{1,8}[^\s"'\\]{1,128})){0,2}(?:\\n|\s){1,8}password\s{1,8}(?<secret>[^\s"'\\]{1,256})/,
    longest: 860,
    before: 0,
    judge: (candidate) => judgePassword(candidate, candidate.groups.user ?? '', candidate.groups.host ?? ''),
    sample: (random) =>
      `machine api.${text(random, alphabets.lower, 8)}.net login svc_${text(random, alphabets.lower, 6)} password ${netrcPassword(random)}`,
    nearMisses: [
      (line) => line.replace(/password .*/, 'password $' + 'TOKEN'),
      (line) => line.replace(/ password.*/, ''),
      (line) =>
        line.replace(/password .*/, 'password root1').replace(/machine \S+/, 'machine api.example.com'),
    ],
    reference: 'https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html',
  }),
]
