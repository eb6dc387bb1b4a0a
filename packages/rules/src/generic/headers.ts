import { custom, dismissed } from '../define-rule.ts'
import type { Candidate, Judgement, Rule } from '../rule.ts'
import { anyCase, BLANK } from './assignment.ts'
import { judgeValue } from './judge.ts'
import { nameKind } from './names.ts'
import { CODE } from './places.ts'
import { sampleSecret } from './values.ts'

const raw = String.raw

const VALUE = raw`(?!eyJ)(?<secret>[\w.~+/-]{16,512}={0,2})(?![\w.~+/=-])`
const SIGN = raw`["']?\]?${BLANK}{0,4}(?:[:=,]|=>)${BLANK}{0,4}\\{0,3}["'\x60]?`

// Schemes of which other rules read the value, or whose value is made anew for each request.
const OTHER_SCHEME =
  /^(?:basic|digest|negotiate|ntlm|hawk|aws4?[\w-]*|oauth|signature|hoba|mutual|scram[\w-]*)$/i

function judgeHeader(candidate: Candidate): Judgement {
  const { secret, groups, path } = candidate
  if (OTHER_SCHEME.test(groups.scheme ?? secret)) return dismissed('no token of its own')
  // Without a scheme and a quote, it may be the name of a variable.
  if (!groups.scheme && CODE.test(path) && !/\d/.test(secret)) return dismissed('variable')
  return judgeValue({ kind: 'secret', because: 'token of an authorization header' }, candidate)
}

/** `Authorization: Bearer …` and its like with an opaque token: JSON Web Tokens have their own rule. */
export const bearerToken: Rule = custom({
  id: 'bearer-token',
  title: 'Bearer token',
  provider: 'generic',
  severity: 'high',
  keywords: ['bearer ', 'bearer%20', ...[':', "'", '"', ' =', '=', ','].map((end) => `authorization${end}`)],
  pattern: new RegExp(
    raw`(?:${anyCase('bearer')}(?:${BLANK}{1,4}|%20)|(?<![A-Za-z])${anyCase('authorization')}${SIGN}(?:(?<scheme>[A-Za-z][\w-]{1,24})(?:${BLANK}{1,4}|=|:${BLANK}{0,2}))?)${VALUE}`,
  ),
  longest: 600,
  before: 0,
  contextReach: 240,
  judge: judgeHeader,
  sample: (random) => `Authorization: Bearer ${sampleSecret(random)}`,
  nearMisses: [
    (sample) => sample.replace('Bearer', 'Digest'),
    (sample) => sample.replace('Bearer ', 'Bearer eyJ'),
    (sample) => sample.slice(0, 34),
    (sample) => sample.replace(/Bearer .*/, 'Bearer {{ token }}'),
  ],
})

/** `setValue("…", forHTTPHeaderField: "X-Api-Key")` of Swift and Objective-C, where the value comes first. */
export const headerSetter: Rule = custom({
  id: 'header-setter-secret',
  title: 'Secret in a call that sets a header',
  provider: 'generic',
  severity: 'high',
  keywords: ['forhttpheaderfield'],
  pattern: new RegExp(
    raw`(?:set|add)Value(?:\(|:)\s{0,4}@?"(?:[A-Za-z]{3,16} )?(?<secret>[^"\\\s]{6,512})",?\s{1,24}forHTTPHeaderField:\s{0,4}@?"(?<name>[\w-]{3,60})"`,
  ),
  longest: 680,
  before: 580,
  contextReach: 240,
  judge: (candidate) => {
    const { name = '' } = candidate.groups
    const kind = nameKind(name) ?? (/^authorization$/i.test(name) ? 'secret' : undefined)
    if (!kind) return dismissed('name of something else')
    return judgeValue({ kind, name, because: `value of a header that says ${kind}` }, candidate)
  },
  sample: (random) => `request.setValue("${sampleSecret(random)}", forHTTPHeaderField: "X-Api-Key")`,
  nearMisses: [
    (line) => line.replace('X-Api-Key', 'X-Request-Id'),
    (line) => line.replace(/\("[^"]*"/, '(apiKey'),
    (line) => line.replace('setValue', 'value'),
  ],
})

/** `?key=…` and `&auth=…` in a URL: names that say nothing elsewhere. */
export const urlParameter: Rule = custom({
  id: 'url-parameter-secret',
  title: 'Key in a parameter of a URL',
  provider: 'generic',
  severity: 'high',
  keywords: [
    '?key=',
    '&key=',
    '?auth=',
    '&auth=',
    '?authkey=',
    '&authkey=',
    '?appid=',
    '&appid=',
    '?sid=',
    '&sid=',
  ],
  pattern: new RegExp(
    raw`[?&](?:[kK][eE][yY]|auth|authkey|appid|sid)=(?<secret>[\w.~+/%-]{16,256}={0,2})(?![\w.~+/%=-])`,
  ),
  longest: 280,
  before: 0,
  contextReach: 240,
  judge: (candidate) => judgeValue({ kind: 'key', because: 'parameter of a URL' }, candidate),
  sample: (random) => `https://api.tacet.dev/v1/map?key=${sampleSecret(random)}`,
  nearMisses: [
    (url) => url.replace('key=', 'page='),
    (url) => url.replace(/key=.*/, 'key=name_of_the_first_column'),
    (url) => url.replace(/key=.*/, 'key={key}'),
  ],
})
