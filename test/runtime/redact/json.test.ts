import { createRegistry, type RedactionEvent, redactJson } from '@tacet/runtime'
import { describe, expect, test } from 'vitest'
import { fakeNumber, fakeSecret } from '../../helpers/fake-secret.ts'

const secret = fakeSecret('json')
const pin = fakeNumber('json')
const registry = createRegistry()
registry.add('KEY', secret)
registry.add('PIN', String(pin))
const redact = (json: string) => redactJson(json, { registry })

describe('what has no match', () => {
  test.each([
    '',
    ' ',
    'not JSON',
    '{"a":1,"a":2, "b" :\t[ 1e400, -0.0 , 123456789012345678901234567890 ],\r\n"c":"\\/\\u00e9\\ud83c"}\n',
    '[REDACTED:KEY]',
    '"\\\\\\""',
  ])('is the same string: %j', (json) => {
    expect(redact(json)).toBe(json)
  })
})

describe('a match inside a string', () => {
  test('leaves everything else byte-identical', () => {
    const rest = (value: string) =>
      ` { "b" : 1.50 ,\t"a":"\\/${'x'.repeat(3)}", "k":${value} , "a":"\\u00e9", "n":12345678901234567890 }\r\n`
    expect(redact(rest(`"to ${secret}."`))).toBe(rest('"to [REDACTED:KEY]."'))
  })

  test('is found in keys', () => {
    expect(redact(`{"${secret}":{"x${secret}":1}}`)).toBe('{"[REDACTED:KEY]":{"x[REDACTED:KEY]":1}}')
  })

  test('is found however the string is escaped', () => {
    const codes = [...secret].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
    expect(redact(`["${codes}","${secret[0]}${codes.slice(6)}"]`)).toBe('["[REDACTED:KEY]","[REDACTED:KEY]"]')
  })

  test('is found at the top', () => {
    expect(redact(`"${secret}"`)).toBe('"[REDACTED:KEY]"')
  })

  test('keeps the escapes around it valid', () => {
    const text = `"\\" \\ \n \u0001 ${secret} \\`
    const redacted = redact(JSON.stringify({ text }))
    expect(JSON.parse(redacted)).toEqual({ text: text.replace(secret, '[REDACTED:KEY]') })
  })
})

describe('a number', () => {
  test('that is a secret becomes a string', () => {
    expect(redact(`{"pin":${pin},"pins":[ ${pin} ]}`)).toBe(
      '{"pin":"[REDACTED:PIN]","pins":[ "[REDACTED:PIN]" ]}',
    )
  })

  test('that holds a secret likewise', () => {
    expect(redact(`[-${pin}.5]`)).toBe('["-[REDACTED:PIN].5"]')
  })
})

describe('JSON in a string', () => {
  const nested = (depth: number, value: unknown): string =>
    depth === 0
      ? JSON.stringify({ value, 'quoted "key"': '\\' })
      : JSON.stringify({ body: nested(depth - 1, value) })
  const inner = (depth: number, json: string): unknown =>
    depth === 0 ? JSON.parse(json) : inner(depth - 1, (JSON.parse(json) as { body: string }).body)

  test.each([1, 2, 3, 4])('still parses, %i deep', (depth) => {
    expect(inner(depth, redact(nested(depth, `a "${secret}"`)))).toMatchObject({
      value: 'a "[REDACTED:KEY]"',
      'quoted "key"': '\\',
    })
    expect(inner(depth, redact(nested(depth, pin)))).toMatchObject({ value: '[REDACTED:PIN]' })
  })

  test('deeper than that holds no secret either', () => {
    const redacted = redact(nested(7, secret))
    expect(redacted.includes(secret)).toBe(false)
    expect(() => JSON.parse(redacted)).not.toThrow()
  })
})

describe('a match that is not inside one string or number', () => {
  const withSecret = (value: string) => {
    const own = createRegistry()
    own.add('DOC', value)
    return (json: string) => redactJson(json, { registry: own })
  }

  test('takes the smallest value around it', () => {
    const document = JSON.stringify({ first: 'one', second: [2, 3] })
    const redactDocument = withSecret(document)
    expect(redactDocument(`{"a":[1,${document}],"b":2}`)).toBe('{"a":[1,"[REDACTED:DOC]"],"b":2}')
    expect(redactDocument(`${document}\n`)).toBe('"[REDACTED:DOC]"\n')
    expect(redactDocument(JSON.stringify({ body: document }))).toBe('{"body":"\\"[REDACTED:DOC]\\""}')
  })

  test('takes no more than that when there are several', () => {
    const redactList = withSecret('11,22,33')
    expect(redactList('{"a":[0,11,22,33,4],"b":[1],"c":{"d":[11,22,33]},"e":[[11,22,33],11,22,33]}')).toBe(
      '{"a":"[REDACTED:DOC]","b":[1],"c":{"d":"[REDACTED:DOC]"},"e":"[REDACTED:DOC]"}',
    )
  })

  test('that begins inside an escape takes the string', () => {
    expect(withSecret('nfoo-bar')('{"a":"x\\nfoo-bar","b":"\\n"}')).toBe('{"a":"[REDACTED:DOC]","b":"\\n"}')
  })

  test('that no value holds has everything withheld', () => {
    const registry = createRegistry()
    registry.add('KEY', '333]\n[44')
    expect(redactJson('[1,333]\n[44,5]\n', { registry })).toBe('"[WITHHELD: cannot be redacted]"')
    expect(registry.counts()).toMatchObject([{ name: 'KEY', count: 1 }])
  })
})

test('several JSON texts, one a line, stay so', () => {
  expect(redact(`{"a":${pin}}\r\n\n{"a":"${secret}"}\n`)).toBe(
    '{"a":"[REDACTED:PIN]"}\r\n\n{"a":"[REDACTED:KEY]"}\n',
  )
})

test('what is not JSON is redacted as text', () => {
  expect(redact(`)]}',\n{"a":"${secret}"}`)).toBe(`)]}',\n{"a":"[REDACTED:KEY]"}`)
})

test('every match is an event with its sink and place', () => {
  const own = createRegistry()
  own.add('KEY', secret)
  const events: RedactionEvent[] = []
  own.on('redaction', (event) => events.push(event))
  redactJson(`{"${secret}":"${secret}","b":"{\\"c\\":\\"${secret}\\"}"}`, {
    registry: own,
    sink: 'here',
    place: 'there',
  })
  const event = { name: 'KEY', form: 'raw', sink: 'here', place: 'there' }
  expect(events).toEqual([event, event, event])
})

test('a large text takes linear time: ten thousand matches, nested and not', () => {
  const many = JSON.stringify(Array.from({ length: 10_000 }, (_, n) => ({ n, value: `${secret}"${pin}` })))
  const redacted = redact(JSON.stringify({ body: many }))
  expect(redacted.split('[REDACTED:KEY]').length).toBe(10_001)
  expect(redacted.split('[REDACTED:PIN]').length).toBe(10_001)
  const deep = `${'['.repeat(50_000)}"${secret}"${']'.repeat(50_000)}`
  expect(redact(deep)).toBe(deep.replace(secret, '[REDACTED:KEY]'))
})
