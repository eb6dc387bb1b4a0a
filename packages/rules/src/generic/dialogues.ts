import { custom } from '../define-rule.ts'
import type { Rule } from '../rule.ts'
import { judgeValue } from './judge.ts'
import { sampleSecret } from './values.ts'

const raw = String.raw

// What is waited for, as far as the end of its line, and what is said next, on the same line or on the next.
const PROMPT = raw`(?:[aA]sswor[dt]|assphrase|asscode)[^\w\r\n][^\r\n]{0,60}?`
const NEXT = raw`(?:[;{(,]|\r?\n)\s{0,24}(?:[\w.]{1,24}\.)?`
const SAYS = raw`(?:send(?:_line|line|Line|LineF)?|write(?:line|_line)?|exp_send)`

/** A password that a script types where it is asked for: `send "…\r"` of Expect, `child.sendline('…')` of pexpect. */
export const typedPassword: Rule = custom({
  id: 'typed-password',
  title: 'Password that a script types',
  provider: 'generic',
  severity: 'high',
  keywords: [raw`\r"`, raw`\r'`, 'sendline(', 'sendline("', 'send_line('],
  pattern: new RegExp(
    raw`${PROMPT}${NEXT}${SAYS}(?:\s?\(|\s(?:--\s|-h\s|-s\s)?)\s?[bru]?["'](?<secret>[^"'\s\\\r\n]{4,128})(?:\\[rn]){0,2}["']`,
  ),
  longest: 300,
  before: 300,
  contextReach: 240,
  judge: (candidate) =>
    judgeValue({ kind: 'password', because: 'typed where a password is asked for' }, candidate),
  sample: (random) => `expect "*assword:"\nsend "${sampleSecret(random)}\\r"`,
  nearMisses: [
    (script) => script.replace('assword', 'ser name'),
    (script) => script.replace(/send "[^\\]*/, 'send "$pass'),
    (script) => script.replace('send', 'puts'),
  ],
})
