import { alphabets } from '@tacet/core'
import { startOfToken } from '../boundary.ts'
import { custom, dismissed } from '../define-rule.ts'
import { integer, pick, text } from '../random.ts'
import type { Random, Rule } from '../rule.ts'
import { decodeBase64, encodeBase64 } from './base64.ts'
import { judgePem } from './pem.ts'

// The largest keys in use, RSA with 16,384 bits, take 13,000 characters; OpenPGP keys hold several.
const longestBody = 24_000
const dashes = '-----'

const bytes = (random: Random, length: number): string =>
  String.fromCharCode(...Array.from({ length }, () => integer(random, 0, 255)))

const wrapped = (line: string): string => line.replace(/.{64}(?=.)/g, '$&\n')

/** The frame of a key with random bytes in it, which is all that its form says. */
function der(random: Random): string {
  const content = `\x02\x01\x00${bytes(random, integer(random, 300, 1200))}`
  return `\x30\x82${String.fromCharCode(content.length >> 8, content.length & 255)}${content}`
}

function block(label: string, data: string): string {
  const name = `${label}PRIVATE KEY${label === 'PGP ' ? ' BLOCK' : ''}`
  return `${dashes}BEGIN ${name}${dashes}\n${wrapped(encodeBase64(data))}\n${dashes}END ${name}${dashes}`
}

function samplePem(random: Random): string {
  const label = pick(random, ['', 'RSA ', 'EC ', 'OPENSSH '])
  if (label !== 'OPENSSH ') return block(label, der(random))
  return block(
    label,
    `openssh-key-v1\0\0\0\0\x04none\0\0\0\x04none${bytes(random, integer(random, 200, 900))}`,
  )
}

const blockPattern = new RegExp(
  `${dashes}BEGIN (?<label>(?:[A-Z0-9]{2,12} ){0,3})PRIVATE KEY(?: BLOCK)?${dashes}` +
    // Keys that were put together by hand end with another label than they begin with.
    `(?<body>(?:[^-]|-(?!----)){40,${longestBody}}?)${dashes}END (?:[A-Z0-9]{2,12} ){0,3}PRIVATE KEY(?: BLOCK)?${dashes}`,
)
const longestBlock = longestBody + 150

// Said of the key by whoever wrote it down.
const saysExample = /\b(?:example|sample|demonstration|illustrative|documentation) purposes\b|\bnot a real\b/i

const relabelled =
  (to: string) =>
  (sample: string): string =>
    sample.replace(/(?:[A-Z0-9]+ ){0,3}PRIVATE KEY/g, to)

const base64OfBegin = encodeBase64(`${dashes}BEGIN `)

/** Private keys in the frames in which they are kept. A key is one finding, from its first line to its last. */
export const privateKeys: readonly Rule[] = [
  custom({
    id: 'private-key',
    title: 'Private key',
    provider: 'Private key',
    severity: 'critical',
    keywords: [`private key${dashes}`, `private key block${dashes}`],
    pattern: blockPattern,
    longest: longestBlock,
    // Five dashes, BEGIN and three words.
    before: 50,
    judge: ({ groups, text, start }) => {
      const judged = judgePem(groups.label ?? '', groups.body ?? '')
      const heading = text.slice(0, start).trimEnd().split('\n').at(-1) ?? ''
      return judged.confidence !== 'none' && saysExample.test(heading)
        ? { confidence: 'low', reasons: [...judged.reasons, 'the line above says example'] }
        : judged
    },
    sample: samplePem,
    nearMisses: [
      relabelled('PUBLIC KEY'),
      relabelled('CERTIFICATE'),
      relabelled('EXAMPLE PRIVATE KEY'),
      (pem) => `# generated for example purposes only\n${pem}`,
      (pem) => pem.replace(/\n[\s\S]*\n/, '\n...\n'),
      (pem) => pem.replace(/\n[\s\S]*\n/, '\nYourPrivateKeyHere\n'),
      (pem) => pem.replace(/[A-Za-z0-9+/=]{64}/g, 'A'.repeat(64)),
    ],
    reference: 'https://www.rfc-editor.org/rfc/rfc7468',
  }),
  custom({
    id: 'private-key-base64',
    title: 'Private key in base64',
    provider: 'Private key',
    severity: 'critical',
    keywords: [base64OfBegin.slice(0, 14).toLowerCase()],
    pattern: new RegExp(
      `${startOfToken('+/')}${base64OfBegin.slice(0, 14)}[A-Za-z0-9+/]{120,${longestBody}}={0,2}`,
    ),
    longest: longestBody + 20,
    before: 0,
    judge: ({ secret }) => {
      const key = blockPattern.exec(decodeBase64(secret) ?? '')
      return key ? judgePem(key.groups?.label ?? '', key.groups?.body ?? '') : dismissed('not a private key')
    },
    sample: (random) => encodeBase64(`${samplePem(random)}\n`),
    nearMisses: [
      (encoded) => encodeBase64(relabelled('CERTIFICATE')(decodeBase64(encoded) ?? '')),
      (encoded) => encoded.slice(0, 100),
    ],
    reference: 'https://kubernetes.io/docs/concepts/configuration/secret/',
  }),
  custom({
    id: 'putty-private-key',
    title: 'PuTTY private key',
    provider: 'Private key',
    severity: 'critical',
    keywords: ['putty-user-key-file-'],
    pattern:
      /PuTTY-User-Key-File-[23]: [\w-]{2,40}(?:\\[rn]|\s){1,4}Encryption: (?<cipher>[\w-]{3,20})(?:\\[rn]|\s){1,4}[\s\S]{0,8000}?Private-Lines: \d{1,4}(?:\\[rn]|\s){1,4}(?<body>[A-Za-z0-9+/=\\\s]{40,16000}?)Private-(?:MAC|Hash): [0-9a-f]{40,64}/,
    longest: 24_400,
    before: 0,
    judge: ({ groups }) =>
      groups.cipher === 'none'
        ? { confidence: 'very-high', reasons: ['a private key without a passphrase'] }
        : { confidence: 'medium', reasons: ['a private key under a passphrase'] },
    sample: (random) =>
      [
        'PuTTY-User-Key-File-3: ssh-ed25519',
        'Encryption: none',
        'Comment: key',
        'Public-Lines: 2',
        wrapped(text(random, alphabets.base64, 112)),
        'Private-Lines: 1',
        text(random, alphabets.base64, 48),
        `Private-MAC: ${text(random, alphabets.hex, 64)}`,
      ].join('\n'),
    nearMisses: [
      (file) => file.slice(0, file.indexOf('Private-Lines')),
      (file) => file.replace('Private-MAC', 'Public-MAC'),
    ],
    reference: 'https://the.earth.li/~sgtatham/putty/latest/htmldoc/AppendixC.html',
  }),
]
