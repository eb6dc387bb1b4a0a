import { forms, secretForms } from '@tacet/core'
import { expect, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { uncovered } from '../../helpers/uncovered.ts'

const password = `p@ss/${fakeSecret('password', 12)}`
const address = `postgres://app:${encodeURIComponent(password)}@db.example.com:5432/app`

test('a plain value has its own forms and no more', () => {
  const value = fakeSecret('plain', 40)
  expect(secretForms(value)).toEqual({ forms: forms(value), leftOut: [] })
})

test('white space around the value is not looked for, as it stands after other things too', () => {
  const value = fakeSecret('echo', 24)
  for (const untrimmed of [`${value}\n`, ` ${value}\r\n`, `\ufeff${value}`]) {
    expect(secretForms(untrimmed)).toEqual(secretForms(value))
    expect(secretForms(Buffer.from(untrimmed)).forms).toEqual(secretForms(Buffer.from(value)).forms)
  }
  expect(secretForms(' \n')).toEqual({ forms: [], leftOut: [] })
})

test('forms of parts say whose they are', () => {
  const { forms: found } = secretForms(address)
  const name = (text: string): string | undefined =>
    found.find((form) => 'text' in form && form.text === text)?.encoding
  expect(name(address)).toBe('raw')
  expect(name(password)).toBe('password raw')
  expect(name(JSON.stringify(password).slice(1, -1).replaceAll('/', '\\/'))).toBe('password json')
  expect(name(encodeURIComponent(encodeURIComponent(password)))).toBe('password percent')
  expect(name(Buffer.from(password).toString('hex'))).toBe('password hex')
})

test('no form stands twice', () => {
  const { forms: found } = secretForms(address)
  const keys = found.map((form) => ('text' in form ? `text ${form.text}` : `bytes ${form.bytes.join()}`))
  expect(new Set(keys).size).toBe(keys.length)
})

test('Basic authorization of the user and the password of a connection string', () => {
  const header = `Basic ${Buffer.from(`app:${password}`).toString('base64')}`
  expect(uncovered(secretForms(address).forms, header)).toMatch(/^Basic .?=*$/)
})

test('a key in hex or base64 is found in the other writings of its bytes', () => {
  const key = Buffer.from(
    fakeSecret('key', 32).replace(/./g, (char) => String.fromCharCode(char.charCodeAt(0) ^ 0x9c)),
    'latin1',
  )
  for (const written of [key.toString('hex'), key.toString('hex').toUpperCase(), key.toString('base64')]) {
    const { forms: found } = secretForms(written)
    expect(uncovered(found, key.toString('base64url'))).toMatch(/^.?$/)
    expect(uncovered(found, key.toString('hex'))).toBe('')
    expect(uncovered(found, JSON.stringify([...key]))).toBe('[]')
  }
})

test('what was left out of the value and of its parts is said, without a piece of it', () => {
  const { leftOut } = secretForms('redis://app:abc12@cache.example.com')
  expect(leftOut).toEqual([{ part: 'password', reason: 'it has fewer than 6 characters' }])
  expect(secretForms('abcd').leftOut).toHaveLength(1)
})

test('a thousand secrets are made into forms, few of them for plain values', () => {
  const values = Array.from({ length: 1000 }, (_, index) => fakeSecret(`many ${index}`, 40))
  const count = values.reduce((sum, value) => sum + secretForms(value).forms.length, 0)
  expect(count).toBe(14_000)
})
