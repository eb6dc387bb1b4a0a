import { placeholder, randomness } from '@tacet/core'
import { dismissed, lowered } from '../define-rule.ts'
import { KEPT } from '../generic/places.ts'
import type { Candidate, Judgement } from '../rule.ts'

const localHost =
  /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?|0\.0\.0\.0|host\.docker\.internal|[\w-]{1,63}|.*\.(?:local|test|invalid|example|internal|localhost|lan))$/i
const exampleHost =
  /(?:^|\.)(?:example\.(?:com|org|net)|acme\.com|contoso\.com|fabrikam\.com|foo\.com|bar\.com|(?:my|your)?(?:domain|host|server|company|site)\.\w{2,4})$/i
const genericUser = /^(?:user(?:name)?|usr|login|account|name|me|you|foo|bar|alice|bob|joe|u|a|x)$/i
// Who comes without a name brings no secret: by custom anything, or an address.
const anonymous = /^(?:anonymous|anon|guest|nobody|public)$/i
const template = /[$%#]\{|\$\(|<%|\{\{|^[$%@:]\w+$|^<.*>$|^\{.*\}$|^\[.*\]$|^%[a-z]$/i
// Signs of a pattern or of code, which a password in a URL would have to escape.
const code = /\(.*\)|\[.*\]|[|^]/
const portAndMore = /^\d{1,5}(?:$|[?#,;&)\]])/

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * Judges a password that stands beside its user and its host.
 *
 * @param host without its port; empty when it is not known.
 */
export function judgePassword(
  { secret, path }: Pick<Candidate, 'secret' | 'path'>,
  user: string,
  host: string,
): Judgement {
  const password = unescaped(secret)
  if (password.length < 3) return dismissed('too short')
  if (portAndMore.test(password)) return dismissed('a port or a number')
  if (template.test(password) || /[${}<>]/.test(host) || code.test(password))
    return dismissed('filled in elsewhere')
  const kept = KEPT.test(path)
  if (!kept && password.toLowerCase() === user.toLowerCase()) return dismissed('the same as its user')
  if (/^your?[-_. ]/i.test(unescaped(user))) return dismissed('a user of examples')
  if (anonymous.test(user) || (user === '' && /:/.test(password) && host !== ''))
    return dismissed('a user without a name')
  const filler = placeholder(password, { kept })
  if (filler?.effect === 'drop') return dismissed(filler.reason)
  // With a password that was drawn at random, a host of examples may stand in for a real one.
  const example = exampleHost.test(host)
  if (example && !(password.length >= 8 && /\d/.test(password) && randomness(password) > 0.8))
    return dismissed('example host')
  const local = host !== '' && localHost.test(host)
  const random = password.length >= 4 && randomness(password) > (password.length >= 8 ? 0.8 : 0.9)
  if (kept && !random)
    return { confidence: 'medium', reasons: ['kept by a program beside its user and host'] }
  if (!random && (local || genericUser.test(user)) && (filler || password.length < 8)) {
    return dismissed('a default of a local service')
  }
  const doubts = [
    ...(filler ? [filler.reason] : []),
    ...(local ? ['a local host'] : []),
    ...(example ? ['an example host'] : []),
    ...(genericUser.test(user) ? ['a user of examples'] : []),
    ...(placeholder(password, { path })?.effect === 'lower' && !filler
      ? ['tests, examples or documentation']
      : []),
  ]
  return {
    confidence: lowered('high', random ? Math.min(1, doubts.length) : doubts.length),
    reasons: ['a password beside its user and host', ...doubts],
  }
}
