import { alphabets } from '@tacet/core'
import { custom } from '../define-rule.ts'
import { integer, text } from '../random.ts'
import type { Random, Rule, Span } from '../rule.ts'
import { judgePassword } from './password.ts'

// More lines would be a list of users, which these daemons keep elsewhere.
const FILE_MAX = 8000

// What a line may be, the more particular first: `… : PSK "secret"` of IPsec, `host user:secret` of Postfix,
// `client server secret address` of PPP.
const LINES = [
  /^(?:[^#\s][^"]*|[ \t]*):[ \t]*(?:PSK|EAP|XAUTH|NTLM)[ \t]+"?(?<secret>[^\s"]{4,256})"?[ \t]*$/d,
  /^[ \t]*[^#\s]\S*[ \t]+[^\s:"]{1,128}:(?<secret>\S{4,256})[ \t]*$/d,
  /^[ \t]*(?!#)(?:"[^"]*"|[^\s":]+)[ \t]+(?:"[^"]*"|[^\s":]+)[ \t]+(?:"(?=[^"]*"))?(?<secret>[^\s"]{4,256})"?(?:[ \t]+\S+)*[ \t]*$/d,
]

function secretsIn(file: string): Span[] {
  const spans: Span[] = []
  let at = 0
  for (const line of file.split('\n')) {
    const bare = line.trimEnd()
    const match = LINES.map((pattern) => pattern.exec(bare)).find(Boolean)
    const [start, end] = match?.indices?.groups?.secret ?? [0, 0]
    if (end > start) spans.push({ start: at + start, end: at + end, name: 'password' })
    at += line.length + 1
  }
  return spans
}

const password = (random: Random): string => text(random, alphabets.alnum, integer(random, 14, 32))

/** Files in which daemons that dial, tunnel or relay mail keep their passwords, a line for each. */
export const daemonFiles: readonly Rule[] = [
  custom({
    id: 'daemon-password-file',
    title: 'Password in the file of a daemon (Postfix, PPP, IPsec)',
    provider: 'Password file',
    severity: 'high',
    keywords: [],
    files: ['sasl_passwd', 'sasl/passwd', 'chap-secrets', 'pap-secrets', 'ipsec.secrets', 'swanctl.secrets'],
    pattern: new RegExp(`(?<![^])[^]{1,${FILE_MAX}}`),
    longest: FILE_MAX,
    before: 0,
    within: secretsIn,
    judge: (candidate) => judgePassword(candidate, '', ''),
    sample: (random) => `[smtp.tacet.dev]:587 mailer@tacet.dev:${password(random)}\n`,
    nearMisses: [
      (line) => `# ${line}`,
      (line) => line.replace(/:[^:]*$/, ':<password>\n'),
      (line) => line.replace(/ .*/, ''),
    ],
    reference: 'https://www.postfix.org/SASL_README.html#client_sasl_enable',
  }),
]
