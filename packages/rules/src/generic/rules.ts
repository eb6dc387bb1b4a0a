import type { Rule, Severity } from '../rule.ts'
import { assignmentLongest, assignmentPattern } from './assignment.ts'
import { commandPassword, pipedPassword } from './commands.ts'
import { sessionCookie } from './cookies.ts'
import { typedPassword } from './dialogues.ts'
import { bearerToken, headerSetter, urlParameter } from './headers.ts'
import { judgeAssignment } from './judge.ts'
import { kubernetesSecret } from './kubernetes-secret.ts'
import { loginCall } from './login-calls.ts'
import { secretKeys } from './names.ts'
import { devicePassword } from './network-devices.ts'
import { proseSecret } from './prose.ts'
import { signingKey } from './signing-calls.ts'
import { sqlPassword } from './statements.ts'
import { tables } from './tables.ts'
import { sampleSecret } from './values.ts'

interface Assignment {
  readonly id: string
  readonly title: string
  readonly severity: Severity
  /** What the names hold; a space stands for `_`, `-` or nothing. */
  readonly words: readonly string[]
  /** A word with what follows it, where the word alone is in too many others. */
  readonly also?: { readonly word: string; readonly keywords: readonly string[] }
  readonly label: string
}

const spellings = (word: string): string[] =>
  word.includes(' ') ? ['', '_', '-', '.', ' '].map((joint) => word.replaceAll(' ', joint)) : [word]

/** Without those that begin with another. */
const leading = (keywords: readonly string[]): string[] =>
  keywords.filter((keyword) => !keywords.some((other) => other !== keyword && keyword.startsWith(other)))

function assignmentRule({ id, title, severity, words, also, label }: Assignment): Rule {
  return {
    id,
    title,
    provider: 'generic',
    severity,
    keywords: leading([...words.flatMap(spellings), ...(also?.keywords ?? [])]),
    pattern: assignmentPattern(also ? [...words, also.word] : words),
    longest: assignmentLongest,
    before: 0,
    contextReach: 240,
    judge: judgeAssignment,
    sample: (random) => `${label}=${sampleSecret(random)}`,
    nearMisses: [
      (sample) => sample.replace(label, 'BUILD_NAME'),
      (sample) => sample.replace(label, `${label}_LENGTH`),
      (sample) => sample.replace('=', ' '),
      (sample) => sample.slice(0, label.length + 4),
    ],
  }
}

/** What has no form of its own, and is known by the name that it is assigned to. */
export const genericRules: readonly Rule[] = [
  assignmentRule({
    id: 'generic-password',
    title: 'Password',
    severity: 'high',
    words: [
      ...['pass', 'pwd', '_pw', 'bindpw', 'rootpw', 'userpw', 'adminpw', 'dbpw'],
      ...[
        'kennwort',
        'wachtwoord',
        'contraseña',
        'contrasena',
        'senha',
        'mot de passe',

        'parola',
      ],
      ...[
        'パスワード',
        '密码',
        '密碼',
        '口令',
        '비밀번호',
        'пароль',
        'hasło',
        'lösenord',
        'salasana',
        'şifre',
      ],
    ],
    also: { word: 'pw', keywords: ['pw: ', 'pw : ', 'pw = '] },
    label: 'DB_PASSWORD',
  }),
  assignmentRule({
    id: 'generic-secret',
    title: 'Secret, token or key',
    severity: 'high',
    words: [
      'secret',
      'secret key',
      'token',
      'credential',
      '_key',
      '-key',
      ...secretKeys.map((word) => `${word} key`),
    ],
    // serviceKey = "…" and its like.
    also: {
      word: 'key',
      keywords: ["'", '"'].flatMap((quote) =>
        [
          ...[' = ', '=', ': ', ' := ', ' => ', ' string = ', ': string = ', ': str = '],
          ...[':', ': ', ' => '].map((op) => quote + op),
        ].map((op) => `key${op}${quote}`),
      ),
    },
    label: 'SERVICE_TOKEN',
  }),
  bearerToken,
  headerSetter,
  sessionCookie,
  urlParameter,
  sqlPassword,
  commandPassword,
  pipedPassword,
  typedPassword,
  loginCall,
  signingKey,
  proseSecret,
  devicePassword,
  kubernetesSecret,
  ...tables,
]
