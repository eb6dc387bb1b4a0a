import { generateKeyPairSync, sign } from 'node:crypto'
import { type Rule, seededRandom, structuralRules } from '@tacet/rules'
import { describe, expect, it } from 'vitest'
import { reported, ruleMatches } from '../helpers/rule-matches.ts'

const ruleOf = (id: string): Rule => structuralRules.find((rule) => rule.id === id)!
const confidences = (id: string, text: string, path = '') =>
  ruleMatches(ruleOf(id), text, path).map(({ confidence }) => confidence)

describe('a private key', () => {
  const keys = {
    'PKCS#8, RSA': generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
      type: 'pkcs8',
      format: 'pem',
    }),
    'PKCS#1': generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
      type: 'pkcs1',
      format: 'pem',
    }),
    SEC1: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
      type: 'sec1',
      format: 'pem',
    }),
    'PKCS#8, EC': generateKeyPairSync('ec', { namedCurve: 'P-521' }).privateKey.export({
      type: 'pkcs8',
      format: 'pem',
    }),
    Ed25519: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
  }
  const pem = String(keys['PKCS#8, RSA'])

  it.each(Object.entries(keys))('as OpenSSL writes it is sure: %s', (_form, key) => {
    expect(confidences('private-key', `first\n${key}last\n`)).toEqual(['very-high'])
  })

  it.each<[string, string]>([
    ['escaped in JSON', JSON.stringify({ key: pem })],
    ['escaped twice', JSON.stringify(JSON.stringify({ key: pem }))],
    ['in a dotenv file', `KEY="${pem.replaceAll('\n', '\\n')}"`],
    ['indented in YAML', `key: |\n${pem.replace(/^/gm, '    ')}`],
    ['with CRLF', pem.replaceAll('\n', '\r\n')],
    ['on one line with spaces', pem.replaceAll('\n', ' ')],
    [
      'put together in code',
      pem
        .trim()
        .split('\n')
        .map((line) => `  "${line}\\n" +`)
        .join('\n'),
    ],
    ['commented out', pem.replace(/^/gm, '# ')],
  ])('is one finding, from its first line to its last, %s', (_place, text) => {
    const matches = reported(ruleOf('private-key'), text)
    expect(matches.map(({ confidence }) => confidence)).toEqual(['very-high'])
    expect(/^-{5}BEGIN .*END PRIVATE KEY-{5}$/s.test(matches[0]!.secret)).toBe(true)
  })

  it('is found twice where there are two', () => {
    expect(confidences('private-key', pem + keys.SEC1)).toEqual(['very-high', 'very-high'])
  })

  it('under a passphrase is less sure', () => {
    const options = {
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'dev-only-not-a-real-key',
    } as const
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    expect(confidences('private-key', String(privateKey.export(options)))).toEqual(['medium'])
    expect(confidences('private-key', String(privateKey.export({ ...options, type: 'sec1' })))).toEqual([
      'medium',
    ])
  })

  it('is no public key or certificate', () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    expect(confidences('private-key', String(publicKey.export({ type: 'spki', format: 'pem' })))).toEqual([])
    expect(confidences('private-key', pem.replaceAll('PRIVATE KEY', 'CERTIFICATE'))).toEqual([])
  })

  it.each([
    ['nothing inside', '\n'],
    ['dots inside', '\n...\n'],
    [
      'words inside',
      '\nput your own private key between these two lines, please, and never commit it to Git\n',
    ],
    ['one character inside', `\n${'A'.repeat(256)}\n`],
    ['a template inside', '\n{{ .Values.key | indent 4 }}\n{{ .Values.more | quote }}\n'],
  ])('has more than %s', (_what, body) => {
    expect(reported(ruleOf('private-key'), pem.replace(/(?<=KEY-{5})[\s\S]*?(?=-{5}END)/, body)).length).toBe(
      0,
    )
  })

  it('in base64 is found, and a certificate in base64 is not', () => {
    const encoded = (text: string) => `  tls.key: ${Buffer.from(text).toString('base64')}\n`
    expect(confidences('private-key-base64', encoded(pem))).toEqual(['very-high'])
    expect(confidences('private-key-base64', encoded(pem.replaceAll('PRIVATE KEY', 'CERTIFICATE')))).toEqual([
      'none',
    ])
  })
})

describe('a JSON Web Token', () => {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const signed = (claims: object, header: object = { alg: 'ES256', typ: 'JWT' }): string => {
    const content = `${encode(header)}.${encode(claims)}`
    return `${content}.${sign('sha256', Buffer.from(content), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
  }
  const now = Math.floor(Date.now() / 1000)

  it.each([
    ['without end is reported', signed({ sub: 'svc-orders', scope: 'write' }), ['high']],
    ['that lives is reported', signed({ sub: 'svc-orders', exp: now + 3600 }), ['high']],
    ['that expired is doubtful', signed({ sub: 'svc-orders', exp: now - 3600 }), ['low']],
    ['for browsers is doubtful', signed({ iss: 'supabase', role: 'anon' }), ['low']],
    ['of the service role is sure', signed({ iss: 'supabase', role: 'service_role' }), ['very-high']],
    [
      'from a document is none',
      signed({ sub: '1234567890', name: 'John Doe', iat: 1_516_239_022 }),
      ['none'],
    ],
    ['without an algorithm is none', signed({ sub: 'svc-orders' }, { typ: 'JWT', kid: 'key-1' }), ['none']],
    [
      'without a signature is doubtful',
      `${encode({ alg: 'none' })}.${encode({ sub: 'svc-orders' })}.`,
      ['low'],
    ],
  ])('%s', (_what, token, expected) => {
    expect(confidences('json-web-token', `const token = '${token}'`)).toEqual(expected)
  })

  it('is not made of any two dots', () => {
    expect(
      confidences('json-web-token', `eyJmYWtl${'A'.repeat(20)}.eyJ${'B'.repeat(20)}.${'C'.repeat(43)}`),
    ).toEqual(['none'])
  })
})

describe('a password in a URL', () => {
  const [, password = ''] = /:([^:@/]+)@/.exec(ruleOf('url-password').sample(seededRandom(21))) ?? []
  const connection = 'connection-string-password'

  it.each([
    ['PostgreSQL', `postgres://orders:${password}@db-1.internal.tacet.net:5432/orders?sslmode=require`],
    ['a driver of Python', `postgresql+asyncpg://orders:${password}@db-1.tacet.net/orders`],
    ['MongoDB with many hosts', `mongodb://orders:${password}@a.tacet.net:27017,b.tacet.net:27017/orders`],
    ['MongoDB by DNS', `mongodb+srv://orders:${password}@cluster0.ab1cd.tacet.net`],
    ['Redis without a user', `rediss://:${password}@cache.tacet.net:6380/0`],
    ['an IPv6 host', `mysql://orders:${password}@[2001:db8::10]:3306/orders`],
    ['an address', `amqps://orders:${password}@10.20.30.40:5671/vhost`],
    ['a quoted line of YAML', `url: "smtp://mailer:${password}@mail.tacet.net:587"`],
  ])('of %s is reported, and nothing but the password', (_kind, text) => {
    expect(reported(ruleOf(connection), text).map(({ secret }) => secret === password)).toEqual([true])
  })

  it('is percent-decoded for its judgement only', () => {
    const text = `postgres://orders:p%40ss${password}%2F@db-1.tacet.net/orders`
    expect(reported(ruleOf(connection), text).map(({ secret }) => secret.startsWith('p%40'))).toEqual([true])
  })

  it.each([
    ['a variable of a shell', `postgres://orders:$${'{DB_PASSWORD}'}@db-1.tacet.net/orders`],
    ['a short variable', 'postgres://orders:$DB_PASSWORD@db-1.tacet.net/orders'],
    ['a template', 'postgres://orders:{{ password }}@db-1.tacet.net/orders'],
    ['angle brackets', 'postgres://orders:<password>@db-1.tacet.net/orders'],
    ['a format', 'postgres://orders:%s@db-1.tacet.net/orders'],
    ['stars', 'postgres://orders:*****@db-1.tacet.net/orders'],
    ['the word', 'postgres://user:password@host:5432/orders'],
    ['its user again', 'postgres://postgres:postgres@localhost:5432/orders'],
    ['a default at home', 'amqp://guest:guest@127.0.0.1:5672'],
    ['a default at a neighbour', 'redis://default:secret@redis:6379'],
    ['an example host', 'mysql://orders:hunter22@db.example.com/orders'],
    ['nothing', 'postgres://orders@db-1.tacet.net/orders'],
    ['a port', 'redis://cache.tacet.net:6379/0?x=a@b'],
    ['an image and its digest', 'docker://registry:5000@sha256'],
  ])('is left alone when it is %s', (_what, text) => {
    for (const id of [connection, 'url-password']) expect(reported(ruleOf(id), text).length).toBe(0)
  })

  it('of a web page is left to its own rule, and a service to its own', () => {
    const web = `https://deploy:${password}@git.tacet.net/orders.git`
    expect(reported(ruleOf('url-password'), web).length).toBe(1)
    expect(reported(ruleOf(connection), web).length).toBe(0)
    expect(
      reported(ruleOf('url-password'), `postgres://orders:${password}@db-1.tacet.net/orders`).length,
    ).toBe(0)
  })

  it.each([
    [
      'JDBC',
      'jdbc-password',
      `jdbc:postgresql://db-1.tacet.net:5432/orders?user=orders&password=${password}&ssl=true`,
    ],
    [
      'JDBC of SQL Server',
      'jdbc-password',
      `jdbc:sqlserver://db-1.tacet.net:1433;databaseName=orders;user=orders;password=${password};`,
    ],
    [
      'ADO.NET',
      'ado-connection-string-password',
      `Server=tcp:db-1.tacet.net,1433;User ID=orders;Password=${password};Encrypt=True`,
    ],
    [
      'ADO.NET in quotes',
      'ado-connection-string-password',
      `Host=db-1.tacet.net;Username=orders;Password="${password}";`,
    ],
    ['ODBC in braces', 'ado-connection-string-password', `DSN=orders;Uid=orders;Pwd={${password}};`],
    [
      'StackExchange.Redis',
      'ado-connection-string-password',
      `cache.tacet.net:6380,password=${password},ssl=True`,
    ],
  ])('of %s is reported', (_kind, id, text) => {
    expect(reported(ruleOf(id), text).map(({ secret }) => secret === password)).toEqual([true])
  })
})

describe('a user and a password in base64', () => {
  const basic = (pair: string): string => `Authorization: Basic ${Buffer.from(pair).toString('base64')}`

  it('is reported, and a sample of a standard is not', () => {
    const sample = ruleOf('basic-authorization').sample(seededRandom(8))
    expect(reported(ruleOf('basic-authorization'), `curl -H '${sample}' https://api.tacet.net`).length).toBe(
      1,
    )
    for (const pair of [
      'Aladdin:open sesame',
      'user:passwd',
      'admin:admin',
      'no pair at all',
      '\u0000\u0001:\u0002\u0003\u0004',
    ]) {
      expect(reported(ruleOf('basic-authorization'), basic(pair)).length).toBe(0)
    }
  })

  it('is taken from the auths of Docker, spread over lines or escaped', () => {
    const sample = ruleOf('docker-registry-auth').sample(seededRandom(8))
    for (const text of [
      sample,
      JSON.stringify(JSON.parse(sample), null, 2),
      JSON.stringify({ config: sample }),
    ]) {
      expect(reported(ruleOf('docker-registry-auth'), text).length).toBe(1)
    }
  })

  it('of a netrc file may be spread over lines', () => {
    const sample = ruleOf('netrc-password').sample(seededRandom(8))
    for (const text of [sample, sample.replace(/ (?=login|password)/g, '\n  ')]) {
      expect(reported(ruleOf('netrc-password'), text).length).toBe(1)
    }
    expect(
      reported(ruleOf('netrc-password'), 'the machine login failed and the password was wrong').length,
    ).toBe(0)
  })
})
