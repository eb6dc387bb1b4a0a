import { alphabets, entropy, placeholder, randomness } from '@tacet/core'
import { custom, dismissed, lowered } from '../define-rule.ts'
import { integer, text } from '../random.ts'
import type { Candidate, Judgement, Rule } from '../rule.ts'

const raw = String.raw

const QUOTE = raw`\\{0,3}"`
const BASE64 = raw`[A-Za-z0-9+/=\s]`

/** A key that its surroundings name: only fillers and constants are none. */
const judgeWritten =
  (because: string) =>
  ({ secret, path }: Candidate): Judgement => {
    const value = secret.replace(/\s/g, '')
    if (entropy(value) < 3) return dismissed('too regular to be a key')
    const doubt = placeholder(value, { path })
    if (doubt?.effect === 'drop') return dismissed(doubt.reason)
    return {
      confidence: lowered('high', doubt ? 1 : 0),
      reasons: [because, ...(doubt ? [doubt.reason] : [])],
    }
  }

/** Sixty-four numbers as a file: the seed and the public half of a key pair. */
function judgeNumbers({ secret, path }: Candidate): Judgement {
  const numbers = secret.match(/\d+/g)!.map(Number)
  const isPair = numbers.every((number) => number < 256) && new Set(numbers).size > 40
  if (!isPair) return dismissed('no key pair')
  const doubt = placeholder('', { path })
  return { confidence: lowered('high', doubt ? 1 : 0), reasons: ['a key pair in numbers'] }
}

const judgeToken = (candidate: Candidate): Judgement =>
  randomness(candidate.secret) < 0.9
    ? dismissed('made of words')
    : judgeWritten('a token beside its host')(candidate)

const element = (name: string, value: string): string => `<${name}>${value}</${name}>`

/** Keys as programs write them down, known by what is around them. */
export const writtenKeys: readonly Rule[] = [
  custom({
    id: 'xml-rsa-private-key',
    title: 'Private RSA key in XML, as .NET writes it',
    provider: 'Private key',
    severity: 'critical',
    keywords: ['<rsakeyvalue>', '<rsaparameters'],
    pattern: new RegExp(
      raw`<RSA(?:KeyValue|Parameters)[^<>]{0,200}>(?:(?!<D>)[^]){60,6000}?<D>(?<secret>${BASE64}{80,1000})<\/D>`,
    ),
    longest: 7400,
    before: 0,
    judge: judgeWritten('the private exponent of a key'),
    sample: (random) =>
      element(
        'RSAKeyValue',
        element('Modulus', text(random, alphabets.base64, 171)) +
          element('D', `${text(random, alphabets.base64, 171)}=`),
      ),
    nearMisses: [
      (key) => key.replace(/<D>.*<\/D>/, ''),
      (key) => key.replace('RSAKeyValue', 'DSAKeyValue'),
      (key) => key.replace(/<D>[^<]*/, `<D>${'A'.repeat(172)}`),
    ],
    reference: 'https://learn.microsoft.com/dotnet/api/system.security.cryptography.rsa.toxmlstring',
  }),
  custom({
    id: 'keepass-key-file',
    title: 'Key file of a KeePass database',
    provider: 'KeePass',
    severity: 'high',
    keywords: ['<keyfile>'],
    pattern: new RegExp(
      raw`<KeyFile>(?:(?!<Data)[^]){20,400}?<Data(?:\sHash="[0-9A-Fa-f]{8}")?>\s{0,40}(?<secret>[A-Za-z0-9+/]{43}=|[0-9A-Fa-f\s]{64,160}?)\s{0,40}<\/Data>`,
    ),
    longest: 800,
    before: 0,
    judge: judgeWritten('the key in its file'),
    sample: (random) =>
      element(
        'KeyFile',
        element('Meta', element('Version', '1.00')) +
          element('Key', element('Data', `${text(random, alphabets.base64, 43)}=`)),
      ),
    nearMisses: [
      (file) => file.replace('KeyFile', 'KeyList'),
      (file) => file.replace(/<Data>.*<\/Data>/, ''),
    ],
    reference: 'https://keepass.info/help/base/keys.html',
  }),
  custom({
    id: 'solana-key-pair',
    title: 'Key pair of a Solana wallet',
    provider: 'Solana',
    severity: 'critical',
    keywords: [],
    files: ['keypair.json', 'id.json', 'wallet.json'],
    pattern: new RegExp(
      raw`(?<![^])\s{0,8}(?<secret>\[\s{0,8}(?:\d{1,3},\s{0,8}){63}\d{1,3}\s{0,8}\])\s{0,8}(?![^])`,
    ),
    longest: 800,
    before: 0,
    judge: judgeNumbers,
    sample: (random) => `[${Array.from({ length: 64 }, () => integer(random, 0, 255)).join(',')}]\n`,
    nearMisses: [
      (file) => file.replace(/\d+,/, ''),
      (file) => file.replaceAll(/\d+/g, '7'),
      (file) => `{"bytes":${file}}`,
    ],
    reference: 'https://solana.com/docs/intro/installation',
  }),
  custom({
    id: 'ethereum-private-key',
    title: 'Private key of an Ethereum account',
    provider: 'Ethereum',
    severity: 'critical',
    keywords: ['accounts: [', 'wallet(', 'privatekeytoaccount(', 'privatekeytoaddress('],
    pattern: new RegExp(
      raw`(?:accounts:\s\[\s{0,24}|[wW]allet\(|[pP]rivateKeyTo(?:Account|Address)\()\\{0,3}["'\x60](?:0x)?(?<secret>[0-9a-fA-F]{64})\\{0,3}["'\x60]`,
    ),
    longest: 130,
    before: 0,
    judge: judgeWritten('given to a wallet'),
    sample: (random) => `new ethers.Wallet("0x${text(random, alphabets.hex, 64)}", provider)`,
    nearMisses: [
      (code) => code.replace('Wallet', 'Hashes'),
      (code) => code.replace(/0x\w{4}/, '0x'),
      (code) => code.replace(/"0x\w+"/, 'process.env.KEY'),
    ],
    reference: 'https://hardhat.org/hardhat-runner/docs/config',
  }),
  custom({
    id: 'composer-token',
    title: 'Token in the auth.json of Composer',
    provider: 'Composer',
    severity: 'high',
    keywords: ['github-oauth', 'gitlab-oauth', 'gitlab-token', 'bitbucket-oauth', '"bearer"'],
    pattern: new RegExp(
      raw`(?:(?:github|gitlab)-oauth|gitlab-token|"bearer)(?:${QUOTE}\s{0,4}:\s{0,4}\{\s{0,24}${QUOTE}[\w.-]{3,80}${QUOTE}\s{0,4}:\s{0,4}${QUOTE}|\.[\w.-]{3,80}["']?\s{1,4}["']?)(?<secret>[\w.-]{20,255})(?![\w.-])`,
    ),
    longest: 420,
    before: 0,
    judge: judgeToken,
    sample: (random) => `{"github-oauth":{"github.com":"${text(random, alphabets.hex, 40)}"}}`,
    nearMisses: [
      (file) => file.replace(/:"\w+"/, ':"%env(TOKEN_OF_THE_REPOSITORY)%"'),
      (file) => file.replace('github-oauth', 'github-protocols'),
    ],
    reference: 'https://getcomposer.org/doc/articles/authentication-for-private-packages.md',
  }),
]
