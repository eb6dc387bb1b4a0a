import { alphabets } from '../alphabets.ts'
import { annotatedEnds, entraEnd, identifiableEnds, identifiableKey } from './azure.ts'
import { base58Checked, base58Holds } from './base58.ts'
import { bech32Checksum } from './bech32.ts'
import { crc32 } from './crc32.ts'
import { base32, base64, hex, littleEndian, numeral } from './numerals.ts'
import { sha256 } from './sha256.ts'

/** What a checksum inside a token says. `unknown`: the token is of another shape, so nothing can be said. */
export type Verdict = 'valid' | 'invalid' | 'unknown'

/** A check that a vendor built into its tokens, which needs no network. */
export interface Checksum {
  /** The whole token, from the whole token without its check characters (prefix included). */
  readonly append: (body: string) => string
  readonly verify: (token: string) => Verdict
}

/**
 * @param shape what a token looks like: only these are judged.
 * @param at where the check characters start: an index, or negative from the end.
 * @param checks the check characters, from what precedes them; several where a vendor has several ways.
 */
function checksum(shape: RegExp, at: number, checks: (head: string) => string | readonly string[]): Checksum {
  const ends = (head: string): readonly string[] => [checks(head)].flat()
  return {
    append: (body) => {
      // From the end, `at` counts in the whole token; in a body the check characters are not there yet.
      const split = at < 0 ? body.length : at
      return body.slice(0, split) + (ends(body.slice(0, split))[0] ?? '') + body.slice(split)
    },
    verify: (token) => {
      if (!shape.test(token)) return 'unknown'
      const split = at < 0 ? token.replace(/=*$/, '').length + at : at
      return ends(token.slice(0, split)).some((end) => token.startsWith(end, split)) ? 'valid' : 'invalid'
    },
  }
}

const afterPrefix = (head: string): string => head.slice(head.indexOf('_') + 1)
const hexCrc = (text: string): string => numeral(crc32(text), alphabets.hex, 8)
const base62Crc = (text: string): string => numeral(crc32(text), alphabets.base62, 6)
const base36Crc = (text: string): string => numeral(crc32(text), alphabets.base36, 7)

/**
 * Offline checks by token family. What a vendor has published is said; the others were worked out from several
 * published samples and agree with them all. A failed check lowers a finding and never drops it, for formats change.
 */
export const checksums = {
  /** Classic GitHub tokens. https://github.blog/engineering/behind-githubs-new-authentication-token-formats/ */
  github: checksum(/^gh[pousr]_[0-9A-Za-z]{36,251}$/, -6, (head) => base62Crc(afterPrefix(head))),
  /** Fine-grained GitHub tokens: eight of their characters; the last eight check something unpublished. */
  githubFineGrained: checksum(/^github_pat_[0-9A-Za-z]{22}_[0-9A-Za-z]{59}$/, 77, (head) =>
    base32(sha256(head)).slice(0, 8),
  ),
  /** https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/ */
  npm: checksum(/^npm_[0-9A-Za-z]{36}$/, -6, (head) => base62Crc(afterPrefix(head))),
  vercel: checksum(/^vc[acikpr]_[0-9A-Za-z_-]{56}$/, -6, (head) => base62Crc(afterPrefix(head))),
  /** Routable GitLab tokens, versioned or not. https://docs.gitlab.com/security/tokens/ */
  gitlab: checksum(/^gl[a-z]{2,6}-[\w-]{27,300}\.(?:[0-9a-z]{2}\.)?[0-9a-z]{9}$/, -7, base36Crc),
  /** Atlassian API tokens (`ATATT3`, `ATCTT3`) and Bitbucket app passwords (`ATBB`). */
  atlassian: checksum(/^(?:AT[AC]TT3[\w-]{20,800}=|ATBB[0-9A-Za-z]{24})[0-9A-F]{8}$/, -8, (head) =>
    hexCrc(head).toUpperCase(),
  ),
  /** Grafana service accounts; the check reads the four bytes in little-endian order. */
  grafana: checksum(/^glsa_[0-9A-Za-z]{32}_[0-9a-f]{8}$/, -8, (head) =>
    hex(littleEndian(crc32(head.slice(0, -1)))),
  ),
  /** https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/ */
  confluent: checksum(/^cflt[0-9A-Za-z+/]{60}$/, -6, (head) =>
    base64(littleEndian(crc32(head.slice(4)))).slice(0, 6),
  ),
  /** https://zuplo.com/docs/articles/api-key-api */
  zuplo: checksum(/^zpka_[0-9a-z]{32}_[0-9a-f]{8}$/, -8, (head) => hexCrc(head.slice(5, -1))),
  /** Bech32 secret keys of age (https://age-encryption.org/v1) and Nostr (NIP-19). */
  bech32: checksum(
    /^(?:AGE-SECRET-KEY-(?:PQ-)?1[02-9AC-HJ-NP-Z]{58}|nsec1[02-9ac-hj-np-z]{58})$/,
    -6,
    bech32Checksum,
  ),
  /** Private keys of Bitcoin and its like: WIF, and extended ones (BIP 32). */
  base58check: {
    append: base58Checked,
    verify: (token) => {
      const holds = base58Holds(token)
      return holds === undefined ? 'unknown' : holds ? 'valid' : 'invalid'
    },
  },
  /** Identifiable Azure keys: storage, Cosmos DB, Batch, API Management, messaging, IoT, Redis, search, registries. */
  azure: checksum(identifiableKey, -6, identifiableEnds),
  /** Common annotated security keys of 84 characters: Azure DevOps, Azure OpenAI and newer services. */
  azureAnnotated: checksum(/^[0-9A-Za-z+/]{52}JQQJ9[0-9A-Za-z+/]{27}$/, -4, annotatedEnds),
  /** Entra ID client secrets. */
  entra: checksum(/^[\w.~-]{3}8Q~[\w.~-]{34}$/, -3, entraEnd),
} as const satisfies Record<string, Checksum>
