import { mnemonicHolds, placeholder } from '@tacet/core'
import { custom, dismissed, lowered } from '../define-rule.ts'
import { once } from '../once.ts'
import { integer, pick } from '../random.ts'
import type { Candidate, Judgement, Random, Rule } from '../rule.ts'
import { mnemonicWords } from './mnemonic-words.ts'

const placeOf = once(() => new Map(mnemonicWords.map((word, index) => [word, index])))

const COUNTS = [12, 15, 18, 21, 24]

/** The places of the words in the list; undefined when one is not in it. */
function placesOf(phrase: string): number[] | undefined {
  const places = phrase.split(/[^a-z]+/).map((word) => placeOf().get(word))
  return places.every((place) => place !== undefined) ? places : undefined
}

function judgePhrase({ secret, path }: Candidate): Judgement {
  const places = placesOf(secret)
  if (!places || !COUNTS.includes(places.length)) return dismissed('other words')
  if (new Set(places).size < 8) return dismissed('a phrase for tests')
  if (!mnemonicHolds(places)) return dismissed('its checksum fails')
  const doubt = placeholder('', { path })
  return {
    confidence: lowered('very-high', doubt ? 1 : 0),
    reasons: ['its checksum holds', ...(doubt ? [doubt.reason] : [])],
  }
}

function samplePhrase(random: Random): string {
  const places = Array.from({ length: pick(random, COUNTS) }, () => integer(random, 0, 2047))
  // One last word in sixteen, or more, makes the check hold.
  for (let last = 0; !mnemonicHolds(places); last++) places[places.length - 1] = last
  return places.map((place) => mnemonicWords[place]!).join(' ')
}

/** Seed phrases of wallets: twelve to twenty-four words of BIP 39, the last of which checks the others. */
export const mnemonics: readonly Rule[] = [
  custom({
    id: 'wallet-seed-phrase',
    title: 'Seed phrase of a cryptocurrency wallet (BIP 39)',
    provider: 'Cryptocurrency wallet',
    severity: 'critical',
    keywords: [
      'mnemonic',
      'seed',
      'recovery phrase',
      'secret phrase',
      'recovery_phrase',
      'secret_phrase',
      'wallet',
    ],
    pattern:
      /(?:[mM](?:nemonic|NEMONIC)|[sS](?:eed|EED)|(?:[rR](?:ecovery|ECOVERY)|[sS](?:ecret|ECRET))[ _][pP](?:hrase|HRASE)|[wW](?:allet|ALLET))[\w -]{0,24}?["'`]?\]?[^a-zA-Z]{1,12}(?<secret>(?:[a-z]{3,8}(?: {1,2}|["']?, {0,2}["']?)){11,23}[a-z]{3,8})(?![a-z])/,
    longest: 380,
    before: 0,
    judge: judgePhrase,
    sample: (random) => `MNEMONIC="${samplePhrase(random)}"`,
    nearMisses: [
      (line) => line.replace(/"(\w+) (\w+)/, '"$2 $1 $1'),
      (line) => line.replace(/"(\w+)/, '"zzz$1'),
      () => `MNEMONIC="${'test '.repeat(11)}junk"`,
    ],
    reference: 'https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki',
  }),
]
