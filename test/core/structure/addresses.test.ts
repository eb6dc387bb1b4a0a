import { parts } from '@tacet/core'
import { expect, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { basicPair as basic, foundParts } from '../../helpers/found-parts.ts'

const secret = fakeSecret('secret', 20)
const other = fakeSecret('other', 24)
const awkward = `p@ss/${fakeSecret('awkward', 8)}?:`
const encoded = encodeURIComponent(awkward)

/** A value, and exactly the parts that it has. */
const table: Record<string, { value: string; parts: [kind: string, value: string][] }> = {
  'a URL with a password': {
    value: `postgres://app:${secret}@db.example.com:5432/app?sslmode=require`,
    parts: [
      ['password', secret],
      ['basic', basic('app', secret)],
    ],
  },
  'a URL whose password is percent-encoded': {
    value: `amqps://app:${encoded}@mq.example.com/%2F`,
    parts: [
      ['password', encoded],
      ['basic', basic('app', encoded)],
      ['password', awkward],
      ['basic', basic('app', awkward)],
    ],
  },
  'a URL whose password should have been': {
    value: `mysql://app:${awkward}@db.example.com/app`,
    parts: [
      ['password', awkward],
      ['basic', basic('app', awkward)],
    ],
  },
  'a URL without a user': {
    value: `rediss://:${secret}@cache.example.com:6380/0`,
    parts: [
      ['password', secret],
      ['basic', basic('', secret)],
    ],
  },
  'a URL of several hosts': {
    value: `mongodb://app:${secret}@a.example.com:27017,b.example.com:27017/app?replicaSet=rs0`,
    parts: [
      ['password', secret],
      ['basic', basic('app', secret)],
    ],
  },
  'a URL with a token for a user': {
    value: `https://${other}:x-oauth-basic@git.example.com/team/project.git`,
    parts: [
      ['basic', basic(other, 'x-oauth-basic')],
      ['user', other],
    ],
  },
  'secrets in a query': {
    value: `https://example.com/hook?name=builds&token=${secret}&sslpassword=${encoded}`,
    parts: [
      ['parameter', secret],
      ['parameter', encoded],
      ['parameter', awkward],
    ],
  },
  'a webhook': {
    value: `https://hooks.example.com/services/builds/${other}`,
    parts: [['path', other]],
  },
  'an ADO.NET string': {
    value: `Server=tcp:db.example.com,1433;Database=app;User ID=app;Password="a;b""${secret}";Encrypt=True`,
    parts: [['field', `a;b"${secret}`]],
  },
  'an ODBC string': {
    value: `Driver={SQL Server};Server=db.example.com;UID=app;PWD={${secret};x}`,
    parts: [['field', `${secret};x`]],
  },
  'a JDBC address with semicolons': {
    value: `jdbc:sqlserver://db.example.com:1433;databaseName=app;user=app;password=${secret}`,
    parts: [['field', secret]],
  },
  'a JDBC address with a query': {
    value: `jdbc:postgresql://db.example.com/app?user=app&password=${secret}`,
    parts: [['parameter', secret]],
  },
  'an Oracle address': {
    value: `jdbc:oracle:thin:app/${secret}@//db.example.com:1521/app`,
    parts: [
      ['password', secret],
      ['basic', basic('app', secret)],
    ],
  },
  'a Go MySQL address': {
    value: `app:${secret}@tcp(db.example.com:3306)/app?parseTime=true`,
    parts: [
      ['password', secret],
      ['basic', basic('app', secret)],
    ],
  },
  'a libpq string': {
    value: `host=db.example.com port=5432 user=app password='it\\'s ${secret}' dbname=app`,
    parts: [['field', `it's ${secret}`]],
  },
  'a libpq string, the password of which holds a semicolon': {
    value: `host=db.example.com user=app password='a;b=${secret}' dbname=app`,
    parts: [['field', `a;b=${secret}`]],
  },
  'a libpq string, the password of which holds an ampersand': {
    value: `host=db.example.com user=app password='a&b=${secret}' dbname=app`,
    parts: [['field', `a&b=${secret}`]],
  },
  'a user and a password': {
    value: `admin:${secret}`,
    parts: [
      ['password', secret],
      ['basic', basic('admin', secret)],
    ],
  },
  'an authorization header': { value: `Bearer ${secret}`, parts: [['authorization', secret]] },
  'a Basic authorization header': {
    value: `Basic ${Buffer.from(`admin:${secret}`).toString('base64')}`,
    parts: [
      ['authorization', Buffer.from(`admin:${secret}`).toString('base64')],
      ['decoded', `admin:${secret}`],
      ['password', secret],
      ['basic', basic('admin', secret)],
    ],
  },
}

test.each(Object.entries(table))('%s', (_, { value, parts: expected }) => {
  expect(foundParts(value)).toEqual(expected)
})

test('no reason for leaving something out tells anything of an address', () => {
  for (const { value } of Object.values(table)) {
    const said = JSON.stringify(parts(value).leftOut)
    for (const piece of [secret, other, awkward]) expect(said.includes(piece.slice(0, 6))).toBe(false)
  }
})
