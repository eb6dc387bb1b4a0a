import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { jsonSchema } from '../../../packages/scanner/src/config/json-schema.ts'

const schema = jsonSchema()
const validate = new Ajv2020({ strict: true, strictRequired: false, allErrors: true }).compile(schema)

describe('tacet.schema.json', () => {
  it('is made from the table that the check goes by', async () => {
    // Anew after a change of the table: npx vitest run test/scanner/config/schema.test.ts -u
    const file = '../../../packages/scanner/tacet.schema.json'
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(file)
  })

  it.each([
    [{}],
    [{ $schema: 'x', extends: 'a', owner: 'b', threshold: 'low', maxFileSize: '20 MiB', decodeDepth: 0 }],
    [{ extends: ['./a.json'], rules: { 'aws-*': 'off', a: { severity: 'low' } } }],
    [{ allow: [{ reason: 'a', path: 'b', until: '2027-01-31' }] }],
    [{ customRules: [{ id: 'a', title: 'b', parts: ['a', { oneOf: [['a'], [{ optional: ['c'] }]] }] }] }],
    [{ overrides: [{ paths: ['a/'], rules: {} }] }],
  ])('accepts %j', (config) => {
    expect(validate(config)).toBe(true)
  })

  it.each([
    [[]],
    [{ owners: 'a' }],
    [{ threshold: 'none' }],
    [{ rules: { a: 'maybe' } }],
    [{ rules: { a: {} } }],
    [{ allow: [{ reason: 'a' }] }],
    [{ allow: [{ path: 'a' }] }],
    [{ customRules: [{ id: 'a', title: 'b' }] }],
    [{ customRules: [{ id: 'a', title: 'b', parts: [{ chars: 'hex', anyOf: 'ab' }] }] }],
    [{ customRules: [{ id: 'a', title: 'b', parts: ['a', { optional: [{}] }] }] }],
    [{ overrides: [{ paths: [], rules: {} }] }],
  ])('refuses %j', (config) => {
    expect(validate(config)).toBe(false)
  })
})
