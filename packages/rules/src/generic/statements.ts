import { custom } from '../define-rule.ts'
import type { Rule } from '../rule.ts'
import { anyCase, BLANK } from './assignment.ts'
import { judgeValue } from './judge.ts'
import { lineAround } from './places.ts'
import { sampleSecret } from './values.ts'

const raw = String.raw

// IDENTIFIED BY, IDENTIFIED BY PASSWORD, PASSWORD, PASSWORD BY, PASSWORD =
const byPassword = [
  raw`${anyCase('identified')}${BLANK}{1,4}(?:${anyCase('with')}${BLANK}{1,4}["'\x60]?\w{1,40}["'\x60]?${BLANK}{1,4})?${anyCase('by')}${BLANK}{1,4}(?:${anyCase('password')}${BLANK}{1,4})?`,
  raw`${anyCase('password')}(?:${BLANK}{1,4}${anyCase('by')})?(?:${BLANK}{0,4}=)?${BLANK}{0,4}[nN]?(?=['"])`,
  raw`sp_addlogin${BLANK}{1,4}(?:@\w{1,24}${BLANK}?=${BLANK}?)?[nN]?'[^'\r\n]{1,64}',${BLANK}{0,4}(?:@\w{1,24}${BLANK}?=${BLANK}?)?[nN]?(?=')`,
].join('|')
const STATEMENT =
  /\b(?:create|alter|grant|set|change)\b.*\b(?:user|role|login|master|on|for|by|password)\b|\bsp_addlogin\b/i

/** `CREATE USER … IDENTIFIED BY '…'` of MySQL and Oracle, `CREATE ROLE … PASSWORD '…'` of PostgreSQL and others. */
export const sqlPassword: Rule = custom({
  id: 'sql-password',
  title: 'Password in an SQL statement',
  provider: 'generic',
  severity: 'high',
  keywords: [
    'identified by',
    'identified with',
    'sp_addlogin',
    ...["password '", 'password "', "password by '", "password = '", "password=n'", "password = n'"],
  ],
  pattern: new RegExp(
    raw`(?:${byPassword})(?<quote>\\?['"]|)(?<secret>(?<=['"])[^'"\\\r\n]{4,128}(?=\k<quote>)|(?<!['"])[^\s'"\\;,]{4,128})`,
  ),
  longest: 190,
  before: 0,
  contextReach: 240,
  judge: (candidate) =>
    STATEMENT.test(lineAround(candidate.text, candidate.start, candidate.end))
      ? judgeValue({ kind: 'password', because: 'password of a database user' }, candidate)
      : { confidence: 'none', reasons: ['no statement about a user'] },
  sample: (random) => `CREATE USER reporter IDENTIFIED BY '${sampleSecret(random)}'`,
  nearMisses: [
    (sample) => sample.replace('CREATE USER', 'the'),
    (sample) => sample.replace(/'.*'/, '?'),
    (sample) => sample.replace(/'.*'/, "':password'"),
  ],
})
