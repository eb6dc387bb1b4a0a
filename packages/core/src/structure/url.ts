import { credentials } from './credentials.ts'
import { isSecretName } from './names.ts'
import { queryPairs } from './pairs.ts'
import type { Candidate } from './types.ts'

/** A shorter segment of a path is an id or a name. */
const SHORTEST_SEGMENT = 16

const web = /^(?:https?|wss?)$/i

/**
 * The secrets of a URL: the password, tokens in the query, and in the path of an address that is itself the secret
 * (a webhook); percent-decoded too. Unlike `URL` this takes several hosts, and passwords that were not escaped.
 */
export function* url(value: string): Iterable<Candidate> {
  const [, scheme, rest] = /^(?:jdbc:)?([a-z][a-z0-9+.-]*):\/\/(\S*)$/i.exec(value) ?? []
  if (!scheme || rest === undefined) return
  const ends = userinfoEnds(rest, web.test(scheme))
  for (const end of ends) yield* fromUserinfo(rest.slice(0, end), rest.slice(end + 1))

  const [address = '', ...query] = rest.split('?')
  for (const [name, secret] of queryPairs(query.join('?').replace(/#.*$/, ''))) {
    if (!isSecretName(name)) continue
    for (const text of decodings(secret)) yield { kind: 'parameter', value: text, declared: true }
  }
  if (ends.size > 0 || !web.test(scheme)) return
  for (const segment of address.split('/').slice(1)) {
    if (segment.length >= SHORTEST_SEGMENT) yield { kind: 'path', value: segment }
  }
}

/**
 * Where the user and password may end: at the last @ before the path and query, and, as a slash or question mark in
 * a password is easily left unescaped, at the last @ of all that has a host after it.
 */
function userinfoEnds(rest: string, isWeb: boolean): Set<number> {
  const authority = /^[^/?#]*/.exec(rest)![0]
  const ends = new Set([authority.lastIndexOf('@')])
  if (!isWeb) ends.add(/^[^:]*:.*(?=@[\w.[\]-]+)/.exec(rest)?.[0].length ?? -1)
  ends.delete(-1)
  return ends
}

/** Connection strings of drivers that are no URL: Go's MySQL, and Oracle's over JDBC. */
export function* driverAddress(value: string): Iterable<Candidate> {
  const go = /^([^:@/\s]+):(\S+)@((?:tcp|unix|cloudsql)[46]?\(\S*)$/.exec(value)
  const [, user, password, after] = go ?? /^jdbc:oracle:\w+:([^/@\s]+)\/(\S+)@(\S+)$/.exec(value) ?? []
  if (user && password) yield* credentials(user, password, after)
}

function* fromUserinfo(userinfo: string, around: string): Iterable<Candidate> {
  const colon = userinfo.indexOf(':')
  const users = decodings(colon < 0 ? userinfo : userinfo.slice(0, colon))
  const passwords = colon < 0 ? [] : decodings(userinfo.slice(colon + 1))
  if (passwords.length === 0) for (const user of users) yield { kind: 'user', value: user }
  for (const password of passwords) {
    if (password) for (const user of users) yield* credentials(user, password, around)
  }
}

/** As written, and percent-decoded when that is possible and makes a difference. */
function decodings(text: string): string[] {
  try {
    return [...new Set([text, decodeURIComponent(text)])]
  } catch {
    return [text]
  }
}
