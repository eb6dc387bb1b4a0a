import { fakeSecret } from './fake-secret.ts'

/** Values by what is awkward about them, for whatever encodes or quotes. */
export const awkwardValues = {
  plain: fakeSecret('plain', 40),
  dashes: `${fakeSecret('dashes', 12)}-_.~${fakeSecret('dashes 2', 9)}`,
  'base64 signs': `${fakeSecret('signs', 13)}+/${fakeSecret('signs 2', 7)}==`,
  'single quote': `it's ${fakeSecret('single', 9)}`,
  'double quote': `say "${fakeSecret('double', 9)}"`,
  'both quotes': `a'b"${fakeSecret('both', 8)}`,
  'all quotes': `a'b"c\`${fakeSecret('all', 8)}`,
  backslashes: `\\${fakeSecret('back', 6)}\\\\x\\n`,
  punctuation: `!#$%&()*+,/:;<=>?@[]^{|}~${fakeSecret('signs', 4)}`,
  dollars: `$${fakeSecret('dollar', 6)}$HOME\${x}%PATH%`,
  spaces: `correct ${fakeSecret('spaces', 5)} battery  staple`,
  accents: `caf\u00e9 ${fakeSecret('accents', 7)} \u00fcber`,
  'other scripts': `\u5bc6\u7801${fakeSecret('scripts', 6)}\u043f\u0430\u0440\u043e\u043b\u044c`,
  emoji: `${fakeSecret('emoji', 6)}\u{1f511}\u{1f600}${fakeSecret('emoji 2', 6)}`,
  controls: `${fakeSecret('controls', 6)}\t\x07\x1b\x7f${fakeSecret('controls 2', 6)}`,
  lines: `${fakeSecret('line 1', 30)}\nit's ${fakeSecret('line 2', 30)}\n${fakeSecret('line 3', 30)}`,
} as const

export const awkwardNames = Object.keys(awkwardValues) as (keyof typeof awkwardValues)[]
