import { custom } from '../define-rule.ts'
import type { Rule } from '../rule.ts'
import { anyCase, BLANK } from './assignment.ts'
import { judgeValue } from './judge.ts'
import { lineAround } from './places.ts'
import { sampleSecret } from './values.ts'

const raw = String.raw

// IDENTIFIED BY, IDENTIFIED BY PASSWORD, PASSWORD, PASSWORD BY, PASSWORD =
const byPassword = [
  raw`${anyCase('identified')}${BLANK}{1,4}${anyCase('by')}${BLANK}{1,4}(?:${anyCase('password')}${BLANK}{1,4})?`,
  raw`${anyCase('password')}(?:${BLANK}{1,4}${anyCase('by')})?(?:${BLANK}{0,4}=)?${BLANK}{0,4}[nN]?(?=['"])`,
].join('|')
const STATEMENT = /\b(?:create|alter|grant|set|change)\b.*\b(?:user|role|login|master|on|for|by|password)\b/i

/** `CREATE USER … IDENTIFIED BY '…'` of MySQL and Oracle, `CREATE ROLE … PASSWORD '…'` of PostgreSQL and others. */
export const sqlPassword: Rule = custom({
  id: 'sql-password',
  title: 'Password in an SQL statement',
  provider: 'generic',
  severity: 'high',
  keywords: [
    'identified by',
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

const commands = [
  raw`(?:curl|wget)(?=${BLANK})[^\r\n|;]{0,300}?${BLANK}(?:-u|--user)(?:${BLANK}{1,4}|=)?["']?[\w.@+-]{1,64}:`,
  raw`sshpass${BLANK}{1,4}-p${BLANK}{0,4}["']?`,
  raw`${anyCase('convertto-securestring')}${BLANK}{1,4}(?:-${anyCase('string')}${BLANK}{1,4})?["']`,
  raw`docker${BLANK}login(?=${BLANK})[^\r\n|;]{0,200}?${BLANK}-p${BLANK}{1,4}["']?`,
  raw`${anyCase('psexec')}(?:64)?(?:\.exe)?(?=${BLANK})[^\r\n|;]{0,200}?${BLANK}-p${BLANK}{1,4}["']?`,
  raw`mysql(?:dump)?(?=${BLANK})[^\r\n|;]{0,200}?${BLANK}-p(?=[^\s])["']?`,
].join('|')

/** Passwords on the command lines of tools that take them there. */
export const commandPassword: Rule = custom({
  id: 'command-line-password',
  title: 'Password on a command line',
  provider: 'generic',
  severity: 'high',
  keywords: [
    'curl ',
    'wget ',
    'sshpass ',
    'psexec',
    'convertto-securestring',
    'docker login',
    'mysqldump ',
    'mysql ',
  ],
  pattern: new RegExp(raw`(?:${commands})(?<secret>[^\s"'|;\\]{4,128})(?=[\s"'|;\\]|$)`),
  longest: 560,
  before: 0,
  contextReach: 240,
  judge: (candidate) => judgeValue({ kind: 'password', because: 'password on a command line' }, candidate),
  sample: (random) => `curl -s -u deploy:${sampleSecret(random)} https://ci.tacet.dev/build`,
  nearMisses: [
    (sample) => sample.replace(/deploy:\S+/, 'deploy'),
    (sample) => sample.replace(/deploy:\S+/, 'deploy:$$PASSWORD'),
    (sample) => sample.replace('curl', 'run'),
  ],
})

/** `Authorization: Bearer …` and `Authorization: token …` with an opaque token: JSON Web Tokens have their own rule. */
export const bearerToken: Rule = custom({
  id: 'bearer-token',
  title: 'Bearer token',
  provider: 'generic',
  severity: 'high',
  keywords: [
    'bearer ',
    'bearer%20',
    ...[': token', "': 'token", '": "token'].map((end) => `authorization${end} `),
  ],
  pattern: new RegExp(
    raw`(?:${anyCase('bearer')}|${anyCase('authorization')}["']?:${BLANK}["']?${anyCase('token')})(?:${BLANK}{1,4}|%20)(?!eyJ)(?<secret>[\w.~+/-]{16,512}={0,2})(?![\w.~+/-])`,
  ),
  longest: 560,
  before: 0,
  contextReach: 240,
  judge: (candidate) =>
    judgeValue({ kind: 'secret', because: 'token of an authorization header' }, candidate),
  sample: (random) => `Authorization: Bearer ${sampleSecret(random)}`,
  nearMisses: [
    (sample) => sample.replace('Bearer', 'Digest'),
    (sample) => sample.replace('Bearer ', 'Bearer eyJ'),
    (sample) => sample.slice(0, 34),
    (sample) => sample.replace(/Bearer .*/, 'Bearer {{ token }}'),
  ],
})
