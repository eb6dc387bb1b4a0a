import { alphabets, placeholder, randomness } from '@tacet/core'
import { startOfToken } from '../boundary.ts'
import { custom, dismissed, lowered } from '../define-rule.ts'
import { CODE } from '../generic/places.ts'
import { integer, pick, text } from '../random.ts'
import type { Candidate, Judgement, Random, Rule } from '../rule.ts'
import { decodeBase64, encodeBase64 } from './base64.ts'
import { judgePassword } from './password.ts'

// The digits of crypt(3), and its methods by the lengths of their digests: MD5, Apache's MD5, bcrypt, SHA-256,
// SHA-512, yescrypt, phpass; and the base64 of SHA-1 as web servers and directories keep it, with and without salt.
const digit = '[./0-9A-Za-z]'
const hashes = [
  String.raw`\$(?:1|apr1)\$${digit}{1,8}\$${digit}{22}`,
  String.raw`\$2[aby]\$\d\d\$${digit}{53}`,
  String.raw`\$5\$(?:rounds=\d{1,9}\$)?${digit}{1,16}\$${digit}{43}`,
  String.raw`\$6\$(?:rounds=\d{1,9}\$)?${digit}{1,16}\$${digit}{86}`,
  String.raw`\$y\$${digit}{1,8}\$${digit}{1,86}\$${digit}{43}`,
  String.raw`\$[PH]\$${digit}{31}`,
  String.raw`\{SHA\}[A-Za-z0-9+/]{27}=`,
  String.raw`\{SSHA\}[A-Za-z0-9+/]{30,64}={0,2}`,
].join('|')

// As far to the left as the head of a statement is looked for.
const ROW_REACH = 1000

/** A hash is of use to one who can guess the password: less sure than a password, and of code and tests the less. */
function judgeHash({ secret, path }: Candidate): Judgement {
  const filler = placeholder(secret, { path })
  if (filler?.effect === 'drop') return dismissed(filler.reason)
  if (randomness(secret.slice(-20)) < 0.5) return dismissed('too regular to be a hash')
  const doubtful = filler !== undefined || CODE.test(path)
  return {
    confidence: lowered('medium', doubtful ? 1 : 0),
    reasons: ['the hash of a password behind its user', ...(filler ? [filler.reason] : [])],
  }
}

const INSERT = /\binsert\s{1,8}into\b|\bvalues\s{0,8}\(/i

/** In the rows of a table, as dumps write them. Elsewhere a hash in quotes is a constant of code. */
function judgeRow(candidate: Candidate): Judgement {
  const { text, start, path } = candidate
  const inRow = /\.sql$/i.test(path) || INSERT.test(text.slice(Math.max(0, start - ROW_REACH), start))
  return inRow
    ? judgeHash({ ...candidate, path: path.replace(/\.sql$/i, '') })
    : dismissed('no row of a table')
}

/** What FileZilla keeps: not encrypted, only in base64. */
function judgeEncoded(candidate: Candidate): Judgement {
  const password = decodeBase64(candidate.secret)?.trimEnd()
  if (password === undefined || !/^[\x20-\x7e]{4,}$/.test(password)) return dismissed('no text inside')
  return judgePassword({ secret: password, path: candidate.path }, '', '')
}

/** What JetBrains' tools keep: each character as four hexadecimal digits, mixed with a number that is always the same. */
function judgeMixed(candidate: Candidate): Judgement {
  const units = candidate.secret.match(/.{4}/g) ?? []
  const password = String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16) ^ 0xdfaa))
  if (!/^[\x20-\x7e]{3,}$/.test(password)) return dismissed('no text inside')
  return judgePassword({ secret: password, path: candidate.path }, '', '')
}

const mixed = (password: string): string =>
  [...password].map((c) => (c.charCodeAt(0) ^ 0xdfaa).toString(16)).join('')

const user = (random: Random): string => `svc_${text(random, alphabets.lower, 6)}`
const password = (random: Random): string => text(random, alphabets.alnum, integer(random, 14, 32))
const host = (random: Random): string =>
  `${text(random, alphabets.lower, 8)}.${pick(random, ['eu-west-1', 'prod'])}.${text(random, alphabets.lower, 9)}.net`

/** Files in which programs keep users and passwords, each in a form of its own. */
export const credentialFiles: readonly Rule[] = [
  custom({
    id: 'password-file-hash',
    title: 'Password hash of a user in a password file',
    provider: 'Password file',
    severity: 'medium',
    keywords: [
      ':$1$',
      ...[':$apr1$', ':$2a$', ':$2b$', ':$2y$', ':$5$', ':$6$', ':$y$', ':{sha}', ':{ssha}'],
    ],
    pattern: new RegExp(String.raw`(?<![\w.@-])[A-Za-z_][\w.@-]{0,63}:(?<secret>${hashes})(?!${digit})`),
    longest: 240,
    before: 64,
    judge: judgeHash,
    sample: (random) =>
      `${user(random)}:${'$'}apr1${'$'}${text(random, alphabets.alnum, 8)}${'$'}${text(random, alphabets.alnum, 22)}`,
    nearMisses: [
      (line) => line.slice(0, -1),
      (line) => line.replace(/[^$]{22}$/, 'x'.repeat(22)),
      (line) => line.replace('apr1', 'apr9'),
    ],
    reference: 'https://httpd.apache.org/docs/current/misc/password_encryptions.html',
  }),
  custom({
    id: 'pgpass-password',
    title: 'Password in a PostgreSQL password file',
    provider: 'PostgreSQL',
    severity: 'critical',
    keywords: [':5432:', ':5433:', ':6432:'],
    pattern:
      /(?<![\w.:/@-])(?<host>[A-Za-z0-9_.-]{1,253}):(?:5432|5433|6432):(?:[\w.-]{1,63}|\*):(?<user>[\w.-]{1,63}):(?<secret>[^\s:"'`\\,;<>]{4,128})(?![^\s"'`\\,;<>])/,
    longest: 530,
    before: 253,
    // What is kept in the file itself is in use, on the own machine too.
    judge: (candidate) => {
      const { user = '', host = '' } = candidate.groups
      return judgePassword(candidate, user, /pgpass/i.test(candidate.path) ? '' : host)
    },
    sample: (random) => `${host(random)}:5432:app:${user(random)}:${password(random)}`,
    nearMisses: [
      (line) => line.replace(/[^:]*$/, 'password'),
      (line) => line.replace(/:[^:]*$/, ''),
      (line) => line.replace(':5432:', ':'),
    ],
    reference: 'https://www.postgresql.org/docs/current/libpq-pgpass.html',
  }),
  custom({
    id: 'filezilla-password',
    title: 'Password of a server in FileZilla',
    provider: 'FileZilla',
    severity: 'high',
    keywords: ['<pass encoding='],
    pattern:
      /<Pass encoding=\\{0,3}["']base64\\{0,3}["']>\s{0,24}(?<secret>[A-Za-z0-9+/]{6,400}={0,2})\s{0,24}</,
    longest: 500,
    before: 0,
    judge: judgeEncoded,
    sample: (random) => `<Pass encoding="base64">${encodeBase64(password(random))}</Pass>`,
    nearMisses: [
      (line) => line.replace(/>.*</, `>${encodeBase64('password')}<`),
      (line) => line.replace(/>.*</, '><'),
      (line) => line.replace('"base64"', '"crypt"'),
    ],
    reference: 'https://wiki.filezilla-project.org/Logging_in',
  }),
  custom({
    id: 'jetbrains-deployment-password',
    title: 'Password of a server in the settings of a JetBrains IDE',
    provider: 'JetBrains',
    severity: 'high',
    keywords: ['password="df', 'password=\\"df'],
    pattern: /password=\\{0,3}"(?<secret>(?:df[0-9a-f]{2}){3,128})\\{0,3}"/,
    longest: 540,
    before: 0,
    judge: judgeMixed,
    sample: (random) => `<fileTransfer host="${host(random)}" password="${mixed(password(random))}" />`,
    nearMisses: [
      (line) => line.replace(/password="[^"]*"/, `password="${mixed('password')}"`),
      (line) => line.replace('password=', 'checksum='),
      (line) => line.replace('password="df', 'password="ef'),
    ],
    reference: 'https://www.jetbrains.com/help/idea/deploying-applications.html',
  }),
  custom({
    id: 'sql-dump-password-hash',
    title: 'Password hash in a row of a database dump',
    provider: 'Database dump',
    severity: 'medium',
    keywords: ["'$p$", "'$h$", "'$2a$", "'$2b$", "'$2y$", "'$1$", "'$5$", "'$6$"],
    pattern: new RegExp(`'(?<secret>${hashes})(?=')`),
    longest: 180,
    before: 0,
    contextReach: ROW_REACH,
    judge: judgeRow,
    sample: (random) =>
      `INSERT INTO users VALUES (7, '${user(random)}', '${'$'}2y${'$'}10${'$'}${text(random, alphabets.alnum, 53)}');`,
    nearMisses: [
      (line) => line.replace('INSERT INTO users VALUES (', 'check('),
      (line) => line.replace(/.'\);$/, "');"),
    ],
  }),
  custom({
    id: 'wifi-passphrase',
    title: 'Passphrase of a wireless network',
    provider: 'wpa_supplicant',
    severity: 'high',
    keywords: ['psk='],
    pattern: new RegExp(
      String.raw`${startOfToken('_-')}psk=(?:\\?"(?<quoted>)(?=[^"\r\n]{1,64}"))?(?<secret>[^"\\\r\n]{8,63})(?=["\\\r\n]|$|(?![^]))`,
    ),
    longest: 80,
    before: 0,
    judge: (candidate) =>
      candidate.groups.quoted === undefined && !/\.nmconnection$|system-connections\//.test(candidate.path)
        ? dismissed('no settings of a network')
        : judgePassword(candidate, '', ''),
    sample: (random) => `psk="${password(random)}"`,
    nearMisses: [
      (line) => line.replace(/".*"/, '"password"'),
      (line) => line.replace(/".*"/, '"' + '$' + '{WIFI_PASSWORD}"'),
      (line) => line.replace('psk', 'ssid'),
    ],
    reference: 'https://w1.fi/cgit/hostap/plain/wpa_supplicant/wpa_supplicant.conf',
  }),
]
