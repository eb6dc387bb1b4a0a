import { custom, dismissed } from '../define-rule.ts'
import type { Candidate, Judgement, Rule } from '../rule.ts'
import { anyCase, BLANK } from './assignment.ts'
import { judgeValue } from './judge.ts'
import { CODE, lineAround } from './places.ts'
import { sampleSecret } from './values.ts'

const raw = String.raw

const NOUN = raw`(?:${anyCase('password')}|${anyCase('passphrase')}|${anyCase('token')}|${anyCase('secret')}|${anyCase('key')}|${anyCase('pin')})`
const leads = [
  // the key is …, password for the database: …
  raw`${NOUN}${BLANK}(?:(?:for|to|of|on)${BLANK}[\w .'/-]{1,40}?)?(?:${BLANK}?(?:is|was)(?:${BLANK}now)?:?|:)${BLANK}{1,2}`,
  // use the following password to go on: and the value below it
  raw`${anyCase('following')}${BLANK}${NOUN}[^\r\n:]{0,60}:\s{1,16}`,
  // login: bob / …, log in with bob:…, credentials are bob and …
  raw`(?:${anyCase('log')}${BLANK}?in(?:${BLANK}with)?|${anyCase('credentials')}(?:${BLANK}are)?):?${BLANK}{1,2}["'\x60]?[\w.@+-]{2,64}["'\x60]?${BLANK}?(?:\/|:|and)${BLANK}?`,
  // creds: bob / …, id/pw: bob / …, account bob, password …
  raw`(?:${anyCase('creds')}(?:${BLANK}${anyCase('are')})?|(?:${anyCase('id')}|${anyCase('user')}(?:${anyCase('name')})?|${anyCase('login')})${BLANK}?[/&]${BLANK}?(?:${anyCase('pw')}|${anyCase('pwd')}|${anyCase('pass')}(?:${anyCase('word')}|${anyCase('wd')})?))${BLANK}?[:=]?${BLANK}{1,2}["'\x60]?[\w.@+-]{2,64}["'\x60]?${BLANK}?(?:\/|:|,|and)${BLANK}?`,
  // with password …; user bob, password …; ID bob / PW …; 10.0.0.1 root …
  raw`(?<=\bwith${BLANK}(?:the${BLANK})?|\b(?:[lL]ogin|LOGIN|[uU]ser(?:[nN]ame)?|USER|ID|[iI]d|[aA]ccount)${BLANK}?[:=]?${BLANK}?[\w.@-]{2,40}${BLANK}?[,\/]?${BLANK}?)(?:${anyCase('password')}|[pP]ass|PASS|pwd|PWD|pw|PW)${BLANK}?[:=]?${BLANK}`,
  raw`(?<=(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?[ \t,;\/|]{1,4})(?:root|admin|ubuntu|postgres|administrator)[ \t,;\/|:]{1,4}`,
].join('|')

const COMMENT = /^\s*(?:\/\/|\/?\*|#|--|;|%|<!--|\|)|\s(?:\/\/|#)\s/

function judgeSentence(candidate: Candidate): Judgement {
  const { secret, text, start, end, path } = candidate
  if (CODE.test(path) && !COMMENT.test(lineAround(text, start, end))) return dismissed('code')
  if (!/\d/.test(secret) || !/[a-z]/i.test(secret)) return dismissed('a word')
  const judged = judgeValue({ kind: 'password', because: 'told in a sentence' }, candidate)
  if (judged.confidence === 'none') return judged
  return { ...judged, confidence: judged.confidence === 'high' ? 'medium' : 'low' }
}

/** A password or key that somebody wrote down in a sentence. */
export const proseSecret: Rule = custom({
  id: 'secret-in-prose',
  title: 'Password or key in a sentence',
  provider: 'generic',
  severity: 'high',
  keywords: [
    ...[
      'password for ',
      'password to ',
      'password of ',
      'password on ',
      'passphrase for ',
      'token for ',
      'key for ',
    ],
    ...[
      'key is',
      'key was',
      'key: ',
      'pin is',
      'pin: ',
      'token is',
      'secret is',
      'password is',
      'password was',
    ],
    ...['following password', 'following key', 'following token', 'following secret'],
    ...['login: ', 'log in with ', 'login with ', 'credentials: ', 'credentials are '],
    ...['password ', 'pass ', 'pwd ', 'pw ', 'root ', 'admin ', 'ubuntu ', 'postgres ', 'administrator '],
    ...['creds: ', 'creds are ', '/pw', '/pass', '/ pass', '& pass'],
  ],
  pattern: new RegExp(
    raw`(?<![\w-])(?:${leads})["'\x60]{0,2}(?<secret>[^\s"'\x60<>(){}[\],;]{5,127}[^\s"'\x60<>(){}[\],;.])(?=[.,;:!?)"'\x60]{0,2}(?:\s|$))`,
  ),
  longest: 340,
  before: 16,
  contextReach: 240,
  judge: judgeSentence,
  sample: (random) => `The password for the staging database is ${sampleSecret(random)}.`,
  nearMisses: [
    (line) => line.replace(/is \S+$/, 'is required.'),
    (line) => line.replace('password', 'version'),
    (line) => line.replace(/is \S+$/, 'is changeme.'),
  ],
})
