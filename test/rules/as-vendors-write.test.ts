import { alphabets } from '@tacet/core'
import { rules, seededRandom } from '@tacet/rules'
import { describe, expect, it } from 'vitest'
import { createDetector } from '../../packages/scanner/src/detect/detector.ts'

const random = seededRandom(20_261_124)
const drawn = (characters: string, length: number): string =>
  Array.from({ length }, () => characters[Math.floor(random() * characters.length)]).join('')

const detector = createDetector({
  rules,
  threshold: 'medium',
  decodeDepth: 2,
  fingerprint: () => '',
  showValues: true,
})

function found(name: string, text: string): (readonly [rule: string, value: string | undefined])[] {
  const blob = detector.blob(name, name)
  blob.push(Buffer.from(text))
  blob.end()
  return blob.findings.map(({ ruleId, value }) => [ruleId, value])
}

describe('a shared access signature of Azure', () => {
  const rights = 'sv=2022-11-02&ss=bfqt&srt=sco&sp=rwdlacupiytfx&se=2027-01-01T00:00:00Z&spr=https'
  const signature = encodeURIComponent(`${drawn(alphabets.base64, 43)}=`)

  it.each([
    ['after its host', `https://corp.blob.core.windows.net/files/a.zip?${rights}&sig=${signature}`],
    ['without a host', `SAS_TOKEN="?${rights}&sig=${signature}"`],
    ['first of its parameters', `https://corp.queue.core.windows.net/jobs?sig=${signature}&${rights}`],
    ['in markup', `<a href="https://corp.file.core.windows.net/a?sr=b&amp;sig=${signature}">`],
  ])('is found %s', (_where, text) => {
    expect(found('deploy.txt', `${text}\n`)).toEqual([['azure-sas-signature', signature]])
  })

  it('is none without what gives rights', () => {
    expect(found('page.html', `https://example.net/logo.png?width=3&sig=${signature}`)).not.toContainEqual(
      expect.arrayContaining(['azure-sas-signature']),
    )
  })
})

describe('a key of WordPress', () => {
  const visible = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).join('')
  const signs = `${visible.replace(/['"\\]/g, '')} `
  const names = ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'].flatMap((use) => [`${use}_KEY`, `${use}_SALT`])

  it.each(names)('is found whatever signs it holds: %s', (name) => {
    for (let round = 0; round < 20; round++) {
      const key = `${drawn(alphabets.alnum, 1)}${drawn(signs, 62)}${drawn(alphabets.alnum, 1)}`
      const padded = `define( '${name}',${' '.repeat(20 - name.length)}'${key}' );`
      const text = round % 2 === 0 ? padded : `${name}='${key}'`
      expect(found('wp-config.php', `<?php\n${text}\n`)).toEqual([['wordpress-key', key]])
    }
  })

  it('is none while the template is not filled in', () => {
    const lines = names.map((name) => `define( '${name}', 'put your unique phrase here' );\n`)
    expect(found('wp-config.php', `<?php\n${lines.join('')}`)).toEqual([])
  })
})
