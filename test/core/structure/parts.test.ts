import { generateKeyPairSync } from 'node:crypto'
import { parts } from '@tacet/core'
import { describe, expect, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { basicPair as basic, foundParts } from '../../helpers/found-parts.ts'

const secret = fakeSecret('secret', 20)
const other = fakeSecret('other', 24)

/** A value, and exactly the parts that it has. */
const table: Record<string, { value: string; parts: [kind: string, value: string][] }> = {
  'a service account': {
    value: JSON.stringify({
      type: 'service_account',
      project_id: 'project-42',
      private_key_id: fakeSecret('key id', 40),
      client_email: 'robot@project-42.iam.example.com',
      client_secret: secret,
      token_uri: 'https://oauth.example.com/token',
      nested: { apiKeys: [other], port: 5432, ok: true, none: null },
    }),
    parts: [
      ['field', secret],
      ['field', other],
    ],
  },
  'a field of no telling name that looks random': {
    value: JSON.stringify({
      datadog: other,
      region: 'eu-west-1',
      note: 'for the staging cluster',
      image: 'nginx:stable-alpine',
    }),
    parts: [['field', other]],
  },
  'a Docker configuration': {
    value: JSON.stringify({
      auths: { 'registry.example.com': { auth: Buffer.from(`robot:${secret}`).toString('base64') } },
    }),
    parts: [
      ['field', Buffer.from(`robot:${secret}`).toString('base64')],
      ['decoded', `robot:${secret}`],
      ['password', secret],
      ['basic', basic('robot', secret)],
    ],
  },
  'base64 of JSON': {
    value: Buffer.from(JSON.stringify({ client_secret: secret })).toString('base64'),
    parts: [
      ['decoded', JSON.stringify({ client_secret: secret })],
      ['field', secret],
    ],
  },
  'addresses in JSON': {
    value: JSON.stringify({
      url: `redis://:${secret}@cache.example.com`,
      connection: `Server=db;Pwd=${other};`,
    }),
    parts: [
      ['password', secret],
      ['basic', basic('', secret)],
      ['field', `Server=db;Pwd=${other};`],
      ['field', other],
    ],
  },
  'a variable that holds an address': {
    value: `DATABASE_URL=postgres://app:${secret}@db.example.com/app`,
    parts: [
      ['password', secret],
      ['basic', basic('app', secret)],
    ],
  },
  'a dotenv file': {
    value: `# database\nDB_HOST=db.example.com\nexport DB_PASSWORD="${secret}"\nPORT=3000\n`,
    parts: [['field', secret]],
  },
  'a YAML file': {
    value: `apiVersion: v1\nkind: Config\nusers:\n- name: admin\n  user:\n    token: ${secret}\n`,
    parts: [['field', secret]],
  },
  'an npmrc': {
    value: `registry=https://npm.example.com/\n//npm.example.com/:_authToken=${secret}\n`,
    parts: [['field', secret]],
  },
  'a netrc': {
    value: `machine api.example.com\n  login robot\n  password ${secret}\n`,
    parts: [['password', secret]],
  },
  'a pgpass': {
    value: `db.example.com:5432:app:app:${secret}\n*:*:*:admin:${other}\n`,
    parts: [
      ['password', secret],
      ['basic', basic('app', secret)],
      ['password', other],
      ['basic', basic('admin', other)],
    ],
  },
  'a netrc of one line': {
    value: `machine api.example.com login robot password ${secret}`,
    parts: [['password', secret]],
  },
  'a pgpass of one line': {
    value: `db.example.com:5432:app:app:${secret}`,
    parts: [
      ['password', secret],
      ['basic', basic('app', secret)],
    ],
  },
  'an INI file with spaces around the sign': {
    value: `[database]\npassword = ${secret}\nport = 5432\n`,
    parts: [['field', secret]],
  },
  'a TOML file with comments': {
    value: `title = "app"\npassword = "${secret}" # of the owner\n`,
    parts: [
      ['field', `"${secret}" # of the owner`],
      ['field', secret],
    ],
  },
  'a dotenv file with comments': {
    value: `HOST=db.example.com\nAPI_TOKEN=${secret} # of the owner\n`,
    parts: [
      ['field', `${secret} # of the owner`],
      ['field', secret],
    ],
  },
  'a JAAS configuration': {
    value: `org.example.LoginModule required username="app" password="${secret}";`,
    parts: [['field', secret]],
  },
  'recovery codes': {
    value: `${secret}\n${other}\n`,
    parts: [
      ['line', secret],
      ['line', other],
    ],
  },
}

test.each(Object.entries(table))('%s', (_, { value, parts: expected }) => {
  expect(foundParts(value)).toEqual(expected)
})

test('a JSON Web Key: the private numbers', () => {
  const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })
  expect(foundParts(JSON.stringify(jwk))).toEqual([['field', jwk.d]])
})

test('a JWT: the signature', () => {
  const part = (data: object): string => Buffer.from(JSON.stringify(data)).toString('base64url')
  const signature = fakeSecret('signature', 43)
  const token = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: 'robot' })}.${signature}`
  expect(foundParts(token)).toEqual([['jwt signature', signature]])
  expect(foundParts(`Bearer ${token}`)).toEqual([
    ['authorization', token],
    ['jwt signature', signature],
  ])
})

test.each([
  '',
  'word',
  secret,
  'dev-only-not-a-real-key',
  'correct horse battery staple',
  'my password stands alone',
])('a value without structure has no parts (%#)', (value) => {
  expect(parts(value)).toEqual({ parts: [], leftOut: [] })
})

test('white space and a byte order mark around the value do not matter', () => {
  expect(foundParts(`\ufeffpostgres://app:${secret}@db.example.com/app\r\n`)[0]).toEqual(['password', secret])
})

test('bytes that are UTF-8 are read, others have no parts', () => {
  expect(parts(Buffer.from(`admin:${secret}`)).parts[0]).toEqual({ kind: 'password', value: secret })
  expect(parts(Buffer.from([0xff, 0xfe, 0x3a, 0x80]))).toEqual({ parts: [], leftOut: [] })
})

describe('what is left out', () => {
  const reasons = (value: string): string[] =>
    parts(value).leftOut.map(({ part, reason }) => `${part}: ${reason}`)

  test.each([
    [
      'a short password',
      'postgres://app:abc12@db.example.com/app',
      'password: it has fewer than 6 characters',
    ],
    ['a common word', 'redis://app:password@cache.example.com', 'password: it is a common word'],
    ['a default', 'amqp://app:rabbitmq@mq.example.com', 'password: it is a common word'],
    ['a short number', 'redis://app:123456@cache.example.com', 'password: it is a short number'],
    ['punctuation', 'redis://app:--------.@cache.example.com', 'password: it is mostly punctuation'],
    [
      'a repeated character',
      'redis://app:xxxxxxxx@cache.example.com',
      'password: it repeats a few characters',
    ],
    [
      'the name of the user',
      'redis://billing:billing@cache.example.com',
      'password: it also stands where nothing is secret',
    ],
    [
      'the name of the database',
      'mysql://root:billing@db.example.com/billing',
      'password: it also stands where nothing is secret',
    ],
    ['a public field', JSON.stringify({ client_id: other }), 'field: its name says that it is public'],
    [
      'words',
      'first line of words\nsecond line of words',
      'line: nothing says that it is secret, and it does not look random',
    ],
  ])('%s', (_, value, reason) => {
    expect(parts(value).parts.filter(({ kind }) => kind !== 'basic')).toEqual([])
    expect(reasons(value)).toContain(reason)
  })

  test('no reason tells anything of the value', () => {
    const values = Object.values(table).map(({ value }) => value)
    for (const value of values) {
      const said = JSON.stringify(parts(value).leftOut)
      for (const piece of [secret, other]) expect(said.includes(piece.slice(0, 6))).toBe(false)
    }
  })
})
