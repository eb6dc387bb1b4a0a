import { alphabets } from '@tacet/core'
import { type Rule, rules, seededRandom } from '@tacet/rules'
import { describe, expect, it } from 'vitest'
import { ruleMatches } from '../helpers/rule-matches.ts'

const ruleOf = (id: string): Rule => rules.find((rule) => rule.id === id)!
const confidences = (id: string, text: string, path = '') =>
  ruleMatches(ruleOf(id), text, path).map(({ confidence }) => confidence)

const random = seededRandom(20_261_124)
const characters = (length: number): string =>
  Array.from({ length }, () => alphabets.alnum.charAt(Math.floor(random() * alphabets.alnum.length))).join('')
// Put together here, so that no file of ours holds the head of a hash.
const hash = (...parts: string[]): string => ['', ...parts].join('$')

describe('a hash in a password file', () => {
  const lines = {
    'Apache, MD5': `deploy:${hash('apr1', characters(8), characters(22))}`,
    'Apache, bcrypt': `deploy:${hash('2y', '10', characters(53))}`,
    'shadow, SHA-512': `root:${hash('6', characters(8), characters(86))}:19000:0:99999:7:::`,
    'shadow, SHA-512 with rounds': `root:${hash('6', 'rounds=65536', characters(16), characters(86))}:19000::::::`,
    'shadow, yescrypt': `root:${hash('y', 'j9T', characters(22), characters(43))}:19000:0:99999:7:::`,
    ProFTPD: `ftp:${hash('1', characters(8), characters(22))}:1001:1001::/srv/ftp:/bin/false`,
    'Apache, SHA-1': `deploy:{SHA}${characters(27)}=`,
  }

  it.each(Object.entries(lines))('is found: %s', (_kind, line) => {
    expect(confidences('password-file-hash', `# users\n${line}\n`, 'conf/users')).toEqual(['medium'])
  })

  it('is doubtful in code and in documentation', () => {
    const line = lines['Apache, MD5']
    expect(confidences('password-file-hash', line, 'src/users.py')).toEqual(['low'])
    expect(confidences('password-file-hash', line, 'docs/auth.md')).toEqual(['low'])
  })

  it('is none without its user, cut short, or locked', () => {
    const line = lines['shadow, SHA-512']
    expect(confidences('password-file-hash', line.slice(line.indexOf('$')))).toEqual([])
    expect(confidences('password-file-hash', line.slice(0, 60))).toEqual([])
    expect(confidences('password-file-hash', 'daemon:*:19000:0:99999:7:::')).toEqual([])
  })
})

describe('a line of .pgpass', () => {
  const password = characters(16)

  it('is found for one database and for all', () => {
    for (const database of ['app', '*']) {
      const line = `db.tacet.dev:5432:${database}:svc_app:${password}\n`
      expect(confidences('pgpass-password', line, '.pgpass')).toEqual(['high'])
    }
  })

  it('counts on the own machine too, in the file itself', () => {
    const line = `localhost:5432:app:svc_app:${password}`
    expect(confidences('pgpass-password', line, 'home/.pgpass')).toEqual(['high'])
  })

  it('is not seen in addresses, ports and resource names', () => {
    for (const text of [
      '5432:5432',
      '127.0.0.1:5432:5432',
      'postgres://db.tacet.dev:5432/app',
      'db:5432:app:',
    ]) {
      expect(confidences('pgpass-password', text)).toEqual([])
    }
  })
})

describe('the sites of FileZilla', () => {
  const server = (password: string): string =>
    `<Server>\n<Host>ftp.tacet.dev</Host>\n<User>svc</User>\n<Pass encoding="base64">${btoa(password)}</Pass>\n</Server>`

  it('hold passwords in base64', () => {
    expect(confidences('filezilla-password', server(characters(12)))).toEqual(['high'])
  })

  it('may hold a filler, or what is no text', () => {
    expect(confidences('filezilla-password', server('changeme')).filter((c) => c !== 'none')).toEqual([])
    const noText = server('\u0001\u0002\u0003\u0004\u0005\u0006')
    expect(confidences('filezilla-password', noText).filter((c) => c !== 'none')).toEqual([])
  })
})

describe('a call that logs in', () => {
  it('is found with its password', () => {
    const call = `conn.login('ops@tacet.dev', '${characters(18)}', done)`
    expect(confidences('login-call-password', call, 'src/salesforce.js')).toEqual(['high'])
  })

  it('is left alone when words or variables stand there', () => {
    for (const args of ["'email', 'password'", "'user', password", "'signIn', 'welcomeBack'", "'a', ''"]) {
      const found = confidences('login-call-password', `api.login(${args})`, 'src/app.js')
      expect(found.filter((confidence) => confidence !== 'none')).toEqual([])
    }
  })
})

describe('a row of a dump', () => {
  const stored = hash('2a', '12', characters(53))
  const row = `(1,'svc','${stored}'),\n`

  it('is known by its statement, or by its file', () => {
    expect(confidences('sql-dump-password-hash', `INSERT INTO users VALUES ${row}`, 'seed')).toEqual([
      'medium',
    ])
    expect(confidences('sql-dump-password-hash', row, 'db/dump.sql')).toEqual(['medium'])
  })

  it('may hold what PHP applications store', () => {
    const line = `INSERT INTO wp_users VALUES (1,'admin','${hash('P', `B${characters(30)}`)}');`
    expect(confidences('sql-dump-password-hash', line, 'backup.sql')).toEqual(['medium'])
  })

  it('is none where code compares', () => {
    const found = confidences('sql-dump-password-hash', `compare(given, '${stored}')`, 'src/auth.rb')
    expect(found.filter((confidence) => confidence !== 'none')).toEqual([])
  })
})

describe('a wireless network', () => {
  it('has a passphrase that someone chose', () => {
    expect(confidences('wifi-passphrase', `network={\n  psk="${characters(12)}"\n}`)).toEqual(['high'])
  })

  it('may have a filler or a key management', () => {
    for (const line of ['psk="changeme"', 'key_mgmt=WPA-PSK', 'psk="$WIFI_PASS"']) {
      const found = confidences('wifi-passphrase', line)
      expect(found.filter((confidence) => confidence !== 'none')).toEqual([])
    }
  })
})
