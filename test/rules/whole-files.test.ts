import { alphabets } from '@tacet/core'
import { rules, seededRandom } from '@tacet/rules'
import { describe, expect, it } from 'vitest'
import { createDetector } from '../../packages/scanner/src/detect/detector.ts'

const random = seededRandom(20_261_124)
const characters = (length: number, alphabet: string = alphabets.alnum): string =>
  Array.from({ length }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join('')

const detector = createDetector({
  rules,
  threshold: 'medium',
  decodeDepth: 1,
  fingerprint: () => '',
  showValues: true,
})

function found(bytes: Buffer | string, path: string): string[] {
  const blob = detector.blob(path, path)
  blob.push(Buffer.from(bytes))
  blob.end()
  return blob.findings.map(({ ruleId }) => ruleId)
}

const noise = (length: number): Buffer => Buffer.from(characters(length), 'latin1')

describe('a keystore', () => {
  const jks = (entry: number): Buffer =>
    Buffer.concat([Buffer.from([0xfe, 0xed, 0xfe, 0xed, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, entry]), noise(900)])
  const p12 = Buffer.concat([Buffer.from([0x30, 0x82, 0x0a, 0x1b, 2, 1, 3, 0x30, 0x82, 0x0a]), noise(900)])

  it('is known by its head and its name', () => {
    expect(found(jks(1), 'conf/server.jks')).toEqual(['keystore'])
    expect(found(jks(1), 'debug.KEYSTORE')).toEqual(['keystore'])
    expect(found(p12, 'certs/client.p12')).toEqual(['keystore'])
    expect(found(p12, 'certs/client.pfx')).toEqual(['keystore'])
  })

  it('is none when it holds certificates, is another format, or is called otherwise', () => {
    expect(found(jks(2), 'conf/server.jks')).toEqual([])
    expect(found(p12, 'conf/truststore.p12')).toEqual([])
    expect(found('-----\nno keystore\n', 'conf/server.jks')).toEqual([])
    expect(found(p12, 'data.bin')).toEqual([])
  })

  it('is doubtful among tests', () => expect(found(p12, 'test/fixtures/client.p12')).toEqual([]))
})

describe('the key of a Rails application', () => {
  const key = `${characters(32, alphabets.hex)}\n`

  it('is the whole of its file', () => {
    expect(found(key, 'config/master.key')).toEqual(['rails-master-key-file'])
    expect(found(key.trim(), 'app/config/credentials/production.key')).toEqual(['rails-master-key-file'])
    expect(found(key, 'config/other.key')).toEqual([])
    expect(found(`# ${key}`, 'config/master.key')).toEqual([])
  })
})

describe('a password in a file of its own', () => {
  it('is found by the name of the file', () => {
    expect(found(`${characters(16)}\n`, 'ansible/.vault_pass')).toEqual(['password-file'])
    expect(found(characters(16), 'secrets/db_password.txt')).toEqual(['password-file'])
  })

  it('is none in a script, or as a filler', () => {
    expect(found('#!/bin/sh\npass show vault\n', '.vault_pass')).toEqual([])
    expect(found('changeme\n', 'secrets/db_password.txt')).toEqual([])
  })
})

it('a table has its head where the file begins, and nowhere else', () => {
  const small = createDetector({
    rules: rules.filter(({ id }) => id === 'csv-secret'),
    threshold: 'medium',
    decodeDepth: 0,
    fingerprint: () => '',
    showValues: true,
    windowSize: 1,
  })
  const rows = Array.from({ length: 40_000 }, (_, row) => `${row},${'name'.repeat(4)},7${row}\n`).join('')
  const blob = small.blob('users.csv', 'users.csv')
  blob.push(Buffer.from(`id,name,number\n${rows}1,password,2\n3,${characters(16)},4\n`))
  blob.end()
  expect(blob.findings.length).toBe(0)
})

describe('what a program keeps', () => {
  const weak = ['hunter', 'swordfish'].map((word, index) => `${word}${22 + index}`)
  const json = `{\n  "host": "example.com",\n  "user": "root",\n  "password": "${weak[0]}"\n}\n`

  it('is in use, however weak it is', () => {
    expect(found(json, '.vscode/sftp.json')).toEqual(['generic-password'])
    expect(found(json, 'sftp-config.json')).toEqual(['generic-password'])
    expect(found(`password "${weak[1]}"\n`, 'home/.esmtprc')).toEqual(['generic-password'])
    expect(found(`machine mail.tacet.dev login bob password ${weak[1]}\n`, '.netrc')).toEqual([
      'netrc-password',
    ])
    expect(found(`https://bob@tacet.dev:${weak[0]}!@git.tacet.dev\n`, '.git-credentials')).toEqual([
      'url-password',
    ])
  })

  it('is doubtful elsewhere', () => expect(found(json, 'src/sample.json')).toEqual([]))

  it('may be filled in by something else', () => {
    expect(found(json.replace(weak[0]!, '$' + '{SFTP_PASSWORD}'), '.vscode/sftp.json')).toEqual([])
    expect(found(json.replace(weak[0]!, 'your-password'), '.vscode/sftp.json')).toEqual([])
    expect(found(json.replace(weak[0]!, ''), '.vscode/sftp.json')).toEqual([])
  })
})

describe('an identifier', () => {
  const sid = `AC${characters(32, alphabets.hex)}`
  const token = characters(32, alphabets.hex)

  it('is told with its secret, and never by itself', () => {
    const blob = detector.blob('.env', '.env')
    blob.push(Buffer.from(`TWILIO_ACCOUNT_SID=${sid}\nTWILIO_AUTH_TOKEN=${token}\n`))
    blob.end()
    expect(blob.findings.map(({ ruleId, companion }) => [ruleId, companion?.ruleId])).toEqual([
      ['twilio-auth-token', 'twilio-account-sid'],
    ])
    expect(found(`TWILIO_ACCOUNT_SID=${sid}\n`, '.env')).toEqual([])
    expect(found(`CLIENT_ID=${characters(20)}\n`, '.env')).toEqual([])
  })
})

describe('the file of a daemon', () => {
  const password = characters(14)

  it.each([
    ['sasl_passwd', `# relay\n[smtp.tacet.dev]:587 mailer@tacet.dev:${password}\n`],
    ['etc/ppp/chap-secrets', `# client server secret addresses\nbob * ${password} *\n`],
    ['etc/ppp/pap-secrets', `"bob" "*" "${password}"\n`],
    ['etc/ipsec.secrets', `10.0.0.1 10.0.0.2 : PSK "${password}"\n`],
    ['Office.nmconnection', `[wifi-security]\npsk=${password}\n`],
  ])('%s keeps a password', (path, text) => {
    expect(found(text, path).length).toBe(1)
  })

  it.each([
    ['sasl_passwd', `#[smtp.tacet.dev]:587 mailer@tacet.dev:${password}\n`],
    ['etc/ipsec.secrets', '10.0.0.1 : RSA gatewayKey2.pem\n'],
    ['notes', `psk=${password}\n`],
    ['other-secrets', `bob * ${password} *\n`],
  ])('%s keeps none', (path, text) => expect(found(text, path)).toEqual([]))
})
