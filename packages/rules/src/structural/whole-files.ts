import { alphabets } from '@tacet/core'
import { custom, dismissed } from '../define-rule.ts'
import { CODE } from '../generic/places.ts'
import { integer, pick, text } from '../random.ts'
import type { Candidate, Judgement, Random, Rule } from '../rule.ts'
import { judgePassword } from './password.ts'

// As much of a keystore as tells it from another: times and names of its entries are in it.
const KEYSTORE_HEAD = 160

const JKS = '\xfe\xed\xfe\xed'
// A private key is the first kind of an entry, a certificate the second.
const CERTIFICATE = '\x02'

/** A keystore holds keys under a password; a store of certificates alone is no secret. */
function judgeKeystore({ groups, path }: Candidate): Judgement {
  if (groups.entry === CERTIFICATE || /trust|cacerts/i.test(path)) return dismissed('certificates')
  return {
    confidence: /(?:^|\/)(?:tests?|__tests__|fixtures?|testdata|examples?)\//i.test(path) ? 'low' : 'medium',
    reasons: ['keys under a password'],
  }
}

const bytes = (random: Random, length: number): string =>
  String.fromCharCode(...Array.from({ length }, () => integer(random, 0, 255)))

function sampleKeystore(random: Random): string {
  const rest = bytes(random, 120)
  return pick(random, [
    `${JKS}\0\0\0\x02\0\0\0\x01\0\0\0\x01${rest}`,
    `0\x82\x0a\x1b\x02\x01\x030\x82${rest}`,
  ])
}

/** A file that is one password; a script that fetches it is none. */
const judgePasswordFile = (candidate: Candidate): Judgement =>
  CODE.test(candidate.path) ? dismissed('code') : judgePassword(candidate, '', '')

const ONLY = (source: string): RegExp =>
  new RegExp(String.raw`(?<![^])\s{0,8}(?<secret>${source})\s{0,8}(?![^])`)

/** Files that are a secret as a whole, known by their names. */
export const wholeFiles: readonly Rule[] = [
  custom({
    id: 'keystore',
    title: 'Keystore with private keys',
    provider: 'Private key',
    severity: 'high',
    keywords: [],
    files: ['.jks', '.keystore', '.p12', '.pfx', '.ks'],
    pattern: new RegExp(
      String.raw`(?<![^])(?:${JKS}\0\0\0[\x01\x02][^]{4}\0\0\0(?<entry>[\x01-\x03])|0(?:\x80|\x82[^]{2}|\x83[^]{3}|\x84[^]{4})\x02\x01\x030)[^]{16,${KEYSTORE_HEAD}}`,
    ),
    longest: KEYSTORE_HEAD + 20,
    before: 0,
    judge: judgeKeystore,
    sample: sampleKeystore,
    nearMisses: [(file) => file.slice(4), (file) => file.slice(0, 12), (file) => `-----${file}`],
    reference: 'https://www.rfc-editor.org/rfc/rfc7292',
  }),
  custom({
    id: 'rails-master-key-file',
    title: 'Master key of the credentials of a Rails application',
    provider: 'Rails',
    severity: 'critical',
    keywords: [],
    files: [
      'config/master.key',
      'credentials/production.key',
      'credentials/staging.key',
      'credentials/development.key',
    ],
    pattern: ONLY('[0-9a-f]{32}'),
    longest: 48,
    before: 0,
    judge: () => ({ confidence: 'high', reasons: ['the key in its file'] }),
    sample: (random) => `${text(random, alphabets.hex, 32)}\n`,
    nearMisses: [(key) => key.slice(1), (key) => `key: ${key}`],
    reference: 'https://guides.rubyonrails.org/security.html#custom-credentials',
  }),
  custom({
    id: 'password-file',
    title: 'Password in a file of its own',
    provider: 'Password file',
    severity: 'high',
    keywords: [],
    files: [
      ...([
        '.vault_pass',
        '.vault-pass',
        '.vaultpass',
        '.vault_password',
        '.vault-token',
        'vault_pass.txt',
      ] as const),
      ...([
        'password.txt',
        'passwd.txt',
        '_password.txt',
        '-password.txt',
        'vault-password',
        'db_password',
      ] as const),
    ],
    pattern: ONLY(String.raw`[^\s#]\S{5,127}`),
    longest: 150,
    before: 0,
    judge: judgePasswordFile,
    sample: (random) => `${text(random, alphabets.alnum, integer(random, 16, 32))}\n`,
    nearMisses: [() => 'password\n', () => '$' + '{DB_PASSWORD}\n', (file) => `#!/bin/sh\n${file}`],
    reference: 'https://docs.ansible.com/ansible/latest/vault_guide/vault_managing_passwords.html',
  }),
]
