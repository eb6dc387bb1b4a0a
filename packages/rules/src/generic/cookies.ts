import { custom, dismissed, lowered } from '../define-rule.ts'
import type { Candidate, Judgement, Rule, Span } from '../rule.ts'
import { anyCase } from './assignment.ts'
import { judgeValue } from './judge.ts'
import { sampleSecret } from './values.ts'

const raw = String.raw

// As much of a header as is looked at: browsers send more, after what matters.
const HEADER_MAX = 1200

// Up to the next header: a unit is looked at for one of them.
const OF_HEADER = raw`(?:(?!${anyCase('cookie')}(?:["']?\s?[:,]|\s=))[^\r\n])`

/** Cookies that let in who shows them, by their names: of frameworks, and what people call theirs. */
const LETS_IN =
  /^(?:(?:[\w.-]*[_.-])?(?:sess(?:ion)?[_-]?(?:id|token|key)?|sid|(?:auth|access|refresh|login|id)(?:[_-]?token)?)|(?:php|j|asp|cf)?sess(?:ion)?_?id|aspsessionid\w*|\.asp(?:xauth|netcore\.[\w.]+)|\w+_session|remember_\w+|jwt|token)$/i

const COOKIE = /(?<=[\s"'`;:])([\w.-]{2,64})=(?:s(?:%3[aA]|:))?([\w.~+/%|-]{16,512}={0,2})(?=[;\s"'`\\]|$)/dg

function sessionsIn(header: string): Span[] {
  return [...header.matchAll(COOKIE)]
    .filter(([, name]) => LETS_IN.test(name!))
    .map(({ 1: name, indices }) => ({ start: indices![2]![0], end: indices![2]![1], name: name! }))
}

/** It ends, or is called back: less sure than a key. */
function judgeSession(candidate: Candidate): Judgement {
  if (candidate.secret.startsWith('eyJ')) return dismissed('a rule of its own reads it')
  const judged = judgeValue({ kind: 'secret', because: 'value of a cookie that logs in' }, candidate)
  return judged.confidence === 'none' ? judged : { ...judged, confidence: lowered(judged.confidence, 1) }
}

/** A session in the headers of a recorded request, good for as long as it lasts. */
export const sessionCookie: Rule = custom({
  id: 'session-cookie',
  title: 'Session in a cookie',
  provider: 'generic',
  severity: 'medium',
  keywords: ['cookie:', "cookie':", 'cookie":', "cookie', ", 'cookie", ', 'cookie = '],
  pattern: new RegExp(
    raw`${anyCase('cookie')}["']?\s?[:=,]\s?["'\x60]?(?=${OF_HEADER}{1,900}=)${OF_HEADER}{20,${HEADER_MAX - 20}}`,
  ),
  longest: HEADER_MAX,
  before: 0,
  contextReach: 240,
  within: sessionsIn,
  judge: judgeSession,
  sample: (random) => `Cookie: lang=en; sessionid=${sampleSecret(random)}; theme=dark`,
  nearMisses: [
    (line) => line.replace('sessionid', 'consent'),
    (line) => line.replace('Cookie', 'Coffee'),
    (line) => line.replace(/sessionid=[^;]*/, 'sessionid=the-name-of-the-session'),
  ],
})
