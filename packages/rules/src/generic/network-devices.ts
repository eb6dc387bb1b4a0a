import { randomness } from '@tacet/core'
import { custom, dismissed } from '../define-rule.ts'
import type { Candidate, Judgement, Rule } from '../rule.ts'
import { anyCase, BLANK } from './assignment.ts'
import { judgeValue } from './judge.ts'
import { CODE } from './places.ts'
import { sampleSecret } from './values.ts'

const raw = String.raw
const gap = raw`${BLANK}{1,8}`
const words = (text: string): string => text.split(' ').map(anyCase).join(gap)

/** What leads to a password in the configuration of a device or daemon. */
const directives = [
  raw`${words('enable')}${gap}(?:${anyCase('secret')}|${anyCase('password')})(?:${gap}${anyCase('level')}${gap}\d{1,2})?`,
  raw`${words('username')}${gap}[\w.@-]{1,64}(?:${gap}[\w-]{1,24}){0,4}?${gap}(?:${anyCase('secret')}|${anyCase('password')})`,
  raw`${words('snmp-server community')}`,
  raw`${anyCase('snmp')}${gap}${anyCase('community')}`,
  raw`[rR][oOwW]${anyCase('community')}6?`,
  raw`(?:${anyCase('tacacs')}|${anyCase('radius')})(?:-server)?${gap}(?:${anyCase('host')}${gap}[\w.:-]{1,64}${gap}(?:[\w-]{1,16}${gap}\d{1,5}${gap}){0,3})?(?:${anyCase('key')}|${anyCase('secret')})`,
  raw`${anyCase('isakmp')}${gap}${anyCase('key')}`,
  raw`${anyCase('message-digest-key')}${gap}\d{1,3}${gap}${anyCase('md5')}`,
  raw`(?:${anyCase('pre-shared-key')}|${anyCase('authentication-key')}|${anyCase('key-string')}|${anyCase('encrypted-password')})(?:${gap}(?:${anyCase('ascii-text')}|${anyCase('local')}|${anyCase('remote')}))?`,
  raw`${words('wpa-psk')}${gap}${anyCase('ascii')}`,
  raw`${words('neighbor')}${gap}[\w.:-]{1,64}${gap}${anyCase('password')}`,
  raw`${words('snmp-server user')}(?:${gap}[\w.-]{1,64}){1,3}${gap}${anyCase('auth')}${gap}(?:md5|sha|MD5|SHA)`,
  raw`(?:${anyCase('requirepass')}|${anyCase('masterauth')}|${anyCase('auth-pass')}${gap}[\w-]{1,32})`,
].join('|')

// The kinds of stored passwords that Cisco tells by a digit: 0 and 6 to 7 can be read back, others are hashes.
const KIND = /^[0-9]$/
const HASH = /^(?:\$\d\$|\$sha512\$)|^[./0-9A-Za-z]{43}$/
const FILLER = /^(?:public|private|community|cisco|secret|password|encrypted|hidden|removed|level|RO|RW)$/i

function judgeDirective(candidate: Candidate): Judgement {
  const { secret, path, groups } = candidate
  if (CODE.test(path)) return dismissed('code')
  if (FILLER.test(secret)) return dismissed('a default of devices')
  const stored = KIND.test(groups.kind ?? '') ? groups.kind : undefined
  if (HASH.test(secret)) {
    if (randomness(secret.slice(-20)) < 0.5) return dismissed('too regular to be a hash')
    return { confidence: 'medium', reasons: ['the hash of a password of a device'] }
  }
  if (stored === '7') {
    return /^(?:[01]\d)(?:[\dA-F]{2}){3,60}$/i.test(secret)
      ? { confidence: 'high', reasons: ['a password of a device that can be read back'] }
      : dismissed('no stored password')
  }
  return judgeValue({ kind: 'password', because: 'password of a device' }, candidate)
}

/** Passwords and communities in the configuration of routers, switches, SNMP and Redis. */
export const devicePassword: Rule = custom({
  id: 'device-password',
  title: 'Password in the configuration of a device or daemon',
  provider: 'generic',
  severity: 'high',
  keywords: [
    ...[
      'enable secret',
      'enable password',
      ' secret 5 ',
      ' secret 8 ',
      ' secret 9 ',
      ' secret 0 ',
      ' password 0 ',
    ],
    ...[
      ' password 7 ',
      'snmp-server',
      'snmp community',
      'rocommunity',
      'rwcommunity',
      'tacacs',
      'radius',
      'isakmp key',
    ],
    ...[
      'message-digest-key',
      'pre-shared-key',
      'authentication-key',
      'key-string',
      'encrypted-password',
      'wpa-psk',
    ],
    ...['neighbor ', 'requirepass', 'masterauth', 'auth-pass'],
  ],
  pattern: new RegExp(
    raw`(?<![\w-])(?:${directives})${gap}(?:(?<kind>\d)${gap})?(?<quote>"|)(?<secret>(?<=")[^"\r\n]{4,160}(?=")|(?<!")[^\s"';]{4,160})(?=[\s";]|$)`,
  ),
  longest: 420,
  before: 190,
  judge: judgeDirective,
  sample: (random) => `snmp-server community ${sampleSecret(random)} RO`,
  nearMisses: [
    (line) => line.replace(/community \S+/, 'community public'),
    (line) => line.replace('community', 'location'),
    (line) => line.replace(/community \S+/, 'community <removed>'),
  ],
  reference: 'https://www.cisco.com/c/en/us/td/docs/ios-xml/ios/security/d1/sec-d1-cr-book.html',
})
