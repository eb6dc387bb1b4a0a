import type { Finding } from '@tacet/scanner'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDetector } from '../../../packages/scanner/src/detect/detector.ts'
import { scanBytes, testKey, testRules } from '../../helpers/scanning.ts'

const secret = testKey('joined')
const [a, b, c] = [secret.slice(0, 3), secret.slice(3, 9), secret.slice(9)]

function scanFile(name: string, text: string): readonly Finding[] {
  const detector = createDetector({
    rules: testRules,
    threshold: 'low',
    decodeDepth: 2,
    fingerprint: (ruleId) => ruleId,
    showValues: true,
  })
  const blob = detector.blob(name, name)
  blob.push(Buffer.from(text))
  blob.end()
  return blob.findings
}

describe('a string that is put together', () => {
  test.each([
    ['JavaScript', 'a.js', `const key = '${a}' + '${b}' + "${c}"`],
    ['TypeScript over lines', 'a.ts', `const key: string =\n  '${a}' +\n  '${b}' +\r\n  '${c}'`],
    ['a template', 'a.ts', `const key = \`${a}\${'${b}'}${c}\``],
    ['concat', 'a.js', `const key = "${a}".concat("${b}${c}")`],
    ['an array', 'a.js', `const key = ['${a}', '${b}', '${c}'].join('')`],
    ['an array over lines', 'a.js', `const key = [\n  '${a}',\n  '${b}',\n  '${c}'].join("")`],
    ['an array with glue', 'a.js', `const key = ['tk', '${b}${c}'].join('-')`],
    ['Python', 'a.py', `key = ("${a}"\n       "${b}"\n       '${c}')`],
    ['Python prefixes', 'a.py', `key = b"${a}" b"${b}" + r'${c}'`],
    ['Python lines', 'a.py', `key = '${a}' \\\n  '${b}${c}'`],
    ['Python join', 'a.py', `key = "".join(["${a}", "${b}", "${c}"])`],
    ['Python join with glue', 'a.py', `key = '-'.join(('tk', '${b}${c}'))`],
    ['Java', 'A.java', `String key = "${a}" +\n\t\t"${b}" + "${c}";`],
    ['Java join', 'A.java', `String key = String.join("", "${a}", "${b}", "${c}");`],
    ['Go', 'a.go', `key := "${a}" + "${b}" +\n\t\`${c}\``],
    ['Go join', 'a.go', `key := strings.Join([]string{"${a}", "${b}", "${c}"}, "")`],
    ['C#', 'A.cs', `var key = "${a}" + @"${b}" + $"${c}";`],
    ['Ruby', 'a.rb', `key = '${a}' << '${b}' '${c}'`],
    ['Ruby join', 'a.rb', `key = ['${a}', '${b}${c}'].join('')`],
    ['PHP', 'a.php', `$key = '${a}' . '${b}' . "${c}";`],
    ['PHP implode', 'a.php', `$key = implode('', ['${a}', '${b}', '${c}']);`],
    ['C', 'a.c', `const char *key = "${a}" "${b}"\n    "${c}";`],
    ['shell', 'a.sh', `key="${a}""${b}"'${c}'`],
    ['Ruby join without brackets', 'a.rb', `key = ['${a}', '${b}', '${c}'].join\n`],
    ['Python lines after an operator', 'a.py', `key = '${a}' + \\\n  '${b}${c}'`],
    ['a string over lines', 'a.js', `const key = '${a}\\\n${b}\\\r\n${c}'`],
    ['YAML over lines', 'a.yml', `key: "${a}\\\n  ${b}${c}"`],
    ['a file of properties', 'a.properties', `key=${a}\\\n    ${b}${c}`],
    ['shell over lines', 'a.sh', `key=${a}\\\n${b}${c}`],
    ['Elixir', 'a.ex', `key = "${a}" <> "${b}" <> "${c}"`],
    ['Terraform', 'a.tf', `key = join("", ["${a}", "${b}", "${c}"])`],
    ['Perl', 'a.pl', `my $key = join('', '${a}', '${b}', '${c}');`],
    ['shell within a word', 'a.sh', `key=${a}"${b}"'${c}'`],
  ])('in %s', (_, name, text) => {
    const found = scanFile(name, text)
    expect(found.map(({ value }) => value)).toEqual([secret])
    expect(found[0]!.via).toEqual(['joined strings'])
    expect(found[0]!.reasons.at(-1)).toBe('joined from pieces of strings')
    const first = text.indexOf('tk')
    expect(found[0]!.location.line).toBe(text.slice(0, first).split('\n').length)
    expect(found[0]!.location.column).toBe(first - text.lastIndexOf('\n', first))
    expect(found[0]!.location.endLine).toBe(text.slice(0, text.lastIndexOf(c) + 1).split('\n').length)
  })

  test('and then decoded', async () => {
    const encoded = Buffer.from(`${secret} and some more`).toString('base64')
    const text = `atob('${encoded.slice(0, 10)}' +\n  '${encoded.slice(10)}')`
    const found = await scanBytes(text)
    expect(found.map(({ value, via }) => [value, via])).toEqual([[secret, ['joined strings', 'base64']]])
    expect(await scanBytes(text, { decodeDepth: 1 })).toEqual([])
  })

  test('takes the place of its pieces', async () => {
    const whole = testKey('whole')
    const text = `const pass = '${whole.slice(0, 12)}' + '${whole.slice(12)}'`
    expect((await scanBytes(text)).map(({ value }) => value)).toEqual([whole])
  })
})

test('pieces of a string are found where they stand, and what is no joint joins nothing', async () => {
  const joint = fc.constantFrom("' + '", '" "', '" +\n\t"', "' . '", "', '", "' - '", "' + x + '", '";\n"')
  const joins = new Set(["' + '", '" "', '" +\n\t"', "' . '"])
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(13), joint), { minLength: 1, maxLength: 4 }),
      fc.constantFrom('', 'x\n', 'é '),
      async (cuts, before) => {
        const sorted = [...new Map(cuts).entries()].sort(([one], [other]) => one - other)
        let text = `${before}'`
        let last = 0
        for (const [at, between] of sorted) {
          text += secret.slice(last, at + 1) + between
          last = at + 1
        }
        text += `${secret.slice(last)}'`
        const isWhole = sorted.every(([, between]) => joins.has(between))
        const found = await scanBytes(text)
        expect(found.map(({ value }) => value)).toEqual(isWhole ? [secret] : [])
        if (!isWhole) return
        const start = before.length + 1
        expect(found[0]!.location.line).toBe(before.includes('\n') ? 2 : 1)
        expect(found[0]!.location.column).toBe(start - before.lastIndexOf('\n'))
      },
    ),
    { seed: 20_261_124, numRuns: 300 },
  )
})

test('many joints in a row are work for one pass', async () => {
  const text = `${"'-' + ".repeat(60_000)}'${a}' + '${b}${c}'`
  expect((await scanBytes(text)).map(({ value }) => value)).toEqual([secret])
})
