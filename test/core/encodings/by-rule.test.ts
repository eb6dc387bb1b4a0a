import { forms } from '@tacet/core'
import { expect, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { uncovered } from '../../helpers/uncovered.ts'

const word = fakeSecret('word', 8)

/** Who writes it, a value, and how it is written by that program's own rules. */
test.each([
  ['PowerShell, single quotes', `it's${word}`, `it''s${word}`],
  ['PowerShell, double quotes', `"$x\`${word}`, `\`"\`$x\`\`${word}`],
  ['PowerShell, doubled double quotes', `"$x${word}`, `""\`$x${word}`],
  ['cmd, carets', `a&b|c<d>e^${word}`, `a^&b^|c^<d^>e^^${word}`],
  ['cmd, carets and percent signs', `50%&${word}`, `50%%^&${word}`],
  ['a Windows command line', `a\\"b${word}\\`, `a\\\\\\"b${word}\\\\`],
  ['SQL', `it's${word}`, `it''s${word}`],
  ['MySQL', `it's"\n${word}`, `it\\'s\\"\\n${word}`],
  ['CSV', `say "${word}"`, `say ""${word}""`],
  ['Compose, Make', `$${word}$x`, `$$${word}$$x`],
  ["Python's re.escape", `a-b#c~${word} +`, `a\\-b\\#c\\~${word}\\ \\+`],
  ['PHP, special characters', `<'&${word}">`, `&#60;&#39;&#38;${word}&#34;&#62;`],
  ['he', `<'&${word}">\``, `&#x3C;&#x27;&#x26;${word}&#x22;&#x3E;&#x60;`],
  [
    'hex with colons',
    word,
    Buffer.from(word)
      .toString('hex')
      .replace(/..(?!$)/g, '$&:'),
  ],
  ["Ruby's Shellwords", `a=b c${word}`, `a\\=b\\ c${word}`],
  ['Go, %q', `"\u00e9\x07\x7f\u200b${word}`, `\\"\u00e9\\a\\x7f\\u200b${word}`],
  ['Go, %+q', `\u00e9\u{1f511}${word}`, `\\u00e9\\U0001f511${word}`],
  ['Go, JSON', `<&>${word}`, `\\u003c\\u0026\\u003e${word}`],
  ['Go, html/template', `'"+${word}`, `&#39;&#34;&#43;${word}`],
  ['PHP, JSON', `/\u00e9${word}`, `\\/\\u00e9${word}`],
  ['PHP, JSON in JSON', `/${word}/`, `\\\\\\/${word}\\\\\\/`],
  ['PHP, HTML', `'${word}`, `&#039;${word}`],
  ['Gson', `'=<${word}`, `\\u0027\\u003d\\u003c${word}`],
  ['Jackson', `\x1b${word}`, `\\u001B${word}`],
  ['System.Text.Json', `"'+<\u00e9${word}`, `\\u0022\\u0027\\u002B\\u003C\\u00E9${word}`],
  ['XML', `<a'b"c&${word}>`, `&lt;a&apos;b&quot;c&amp;${word}&gt;`],
  ['an XML attribute', `a\t"b\n${word}`, `a&#x9;&quot;b&#xA;${word}`],
  ['entities of decimal numbers', `\u00e9'${word}\u{1f511}`, `&#233;&#39;${word}&#128273;`],
  ['entities of hexadecimal numbers', `\u00e9'${word}`, `&#xE9;&#x27;${word}`],
  ['Mustache', `/=\`${word}`, `&#x2F;&#x3D;&#x60;${word}`],
  ['validator', `/\\\`${word}`, `&#x2F;&#x5C;&#96;${word}`],
])('%s', (_, value, written) => {
  expect(uncovered(forms(value), `[${written}]`)).toBe('[]')
})
