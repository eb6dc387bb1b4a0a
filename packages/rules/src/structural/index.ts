import type { Rule } from '../rule.ts'
import { basicAuth } from './basic-auth.ts'
import { connectionStrings } from './connection-string.ts'
import { credentialFiles } from './credential-files.ts'
import { daemonFiles } from './daemon-files.ts'
import { jsonWebKeys } from './json-web-key.ts'
import { jwt } from './jwt.ts'
import { mnemonics } from './mnemonic.ts'
import { privateKeys } from './private-key.ts'
import { wholeFiles } from './whole-files.ts'
import { wireguard } from './wireguard.ts'
import { wordpress } from './wordpress.ts'
import { writtenKeys } from './written-keys.ts'

/** Rules of credentials that take a parser, whoever issued them. */
export const structuralRules: readonly Rule[] = [
  privateKeys,
  jwt,
  jsonWebKeys,
  connectionStrings,
  basicAuth,
  credentialFiles,
  daemonFiles,
  wholeFiles,
  wireguard,
  wordpress,
  writtenKeys,
  mnemonics,
].flat()
