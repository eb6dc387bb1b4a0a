import { alphabets } from '@tacet/core'
import { custom, dismissed } from '../define-rule.ts'
import { integer, text } from '../random.ts'
import type { Candidate, Judgement, Random, Rule } from '../rule.ts'
import { judgePassword } from '../structural/password.ts'
import { passwordConfidence } from './values.ts'

const raw = String.raw

/** Functions that take a user and a password one after the other, as they are called; small letters. */
const calls = [
  ...[
    'login',
    'logon',
    'signin',
    'authenticate',
    'authenticate_user!',
    'basicauth',
    'basic_auth',
    'setbasicauth',
  ],
  ...[
    'auth',
    'httpbasicauth',
    'httpdigestauth',
    'usernamepasswordcredentials',
    'networkcredential',
    'passwordcredentials',
  ],
  ...[
    'pscredential',
    'basicawscredentials',
    'getconnection',
    'createconnection',
    'mysql_connect',
    'mysqli_connect',
  ],
  ...[
    'mysqli',
    'pg_connect',
    'pdo',
    'sequelize',
    'mysqldb.connect',
    'pymysql.connect',
    'connect',
    'wifi.begin',
  ],
  ...['withcredentials', 'setcredentials', 'addcredentials', 'with_credentials', 'passwordcredential'],
  ...['passwordauthentication', 'usernamepasswordauthenticationtoken', 'http_basic_auth', 'plainauth'],
]

const anyCase = (word: string): string =>
  [...word].map((c) => (/[a-z]/.test(c) ? `[${c}${c.toUpperCase()}]` : c.replace(/[.!]/, '\\$&'))).join('')

const OPEN = raw`\\?["'\x60]`
// A variable, a call or a literal, as it may come before the user.
const ARGUMENT = raw`(?:${OPEN}[^"'\x60\r\n]{0,200}${OPEN}|[\w.$[\]>-]{1,80}(?:\([^()\r\n]{0,80}\))?),\s{0,24}`

/** Calls in code hold samples too: only a password that words do not explain counts. */
function judgeLogin(candidate: Candidate): Judgement {
  const { secret, path, groups } = candidate
  const confidence = passwordConfidence(secret, path)
  if (!confidence) return dismissed('made of words')
  if (!/[a-z]/i.test(secret) || !/[\d\W]/.test(secret)) return dismissed('a word')
  const judged = judgePassword(candidate, groups.user ?? '', '')
  if (judged.confidence === 'none' || confidence === 'high') return judged
  const isMedium = confidence === 'medium' && judged.confidence !== 'low'
  return { confidence: isMedium ? 'medium' : 'low', reasons: judged.reasons }
}

const user = (random: Random): string => `svc_${text(random, alphabets.lower, 6)}`
const password = (random: Random): string => `${text(random, alphabets.alnum, integer(random, 13, 31))}7`

/** A password behind its user in a call: `login("bob", "…")`, `auth=("bob", "…")`. */
export const loginCall: Rule = custom({
  id: 'login-call-password',
  title: 'Password in a call that logs in',
  provider: 'generic',
  severity: 'high',
  keywords: [...calls.map((call) => `${call}(`), 'auth=(', 'auth=[', 'auth: [', 'auth" => [', 'auth.login"'],
  pattern: new RegExp(
    raw`(?:(?:${calls.map(anyCase).join('|')})\(\s{0,24}(?:${ARGUMENT}){0,2}?|[aA][uU][tT][hH]["']?\s{0,2}(?:=>?|:)\s{0,2}[([]\s{0,4}|[aA]uth\.login\\?"\s{0,4},\s{0,24}\\?"params\\?":\s{0,4}\[\s{0,24})${OPEN}(?<user>[\w.@+\\-]{1,128})${OPEN},\s{0,24}(?:Some\()?${OPEN}(?<secret>[^\s"'\x60\\]{6,128})${OPEN}(?=\s{0,24}[),\]])`,
  ),
  longest: 1000,
  before: 0,
  judge: judgeLogin,
  sample: (random) => `connection.login('${user(random)}', '${password(random)}')`,
  nearMisses: [
    (line) => line.replace(/, '.*'/, ", 'password'"),
    (line) => line.replace(/, '.*'/, ''),
    (line) => line.replace('login(', 'label('),
  ],
})
