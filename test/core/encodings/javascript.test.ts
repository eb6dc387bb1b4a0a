import { createRequire } from 'node:module'
import querystring from 'node:querystring'
import { format, inspect } from 'node:util'
import { forms } from '@tacet/core'
import { expect, test } from 'vitest'
import { awkwardNames, awkwardValues } from '../../helpers/awkward-values.ts'
import { uncovered } from '../../helpers/uncovered.ts'

const ejs = createRequire(import.meta.url)('ejs') as { escapeXML(text: string): string }

const { stringify } = JSON

/** What a program writes a text with: nothing may be left of it but what stands around. */
const encoders: Record<string, (text: string) => string> = {
  nothing: (text) => text,
  'JSON.stringify': (text) => stringify({ text }),
  'JSON.stringify twice': (text) => stringify({ text: stringify({ text }) }),
  'JSON.stringify three times': (text) => stringify({ text: stringify({ text: stringify({ text }) }) }),
  encodeURIComponent: (text) => encodeURIComponent(text),
  'encodeURIComponent with small hex digits': (text) =>
    encodeURIComponent(text).replace(/%../g, (byte) => byte.toLowerCase()),
  'encodeURIComponent twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  escape: (text) => escape(text),
  'RegExp, escaped as MDN has it': (text) => `${new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))}`,
  'RegExp, escaped by escape-string-regexp': (text) =>
    `${new RegExp(text.replace(/[|\\{}()[\]^$+*?.]/g, '\\$&').replace(/-/g, '\\x2d'))}`,
  encodeURI: (text) => encodeURI(text),
  'encodeURI twice': (text) => encodeURI(encodeURI(text)),
  URLSearchParams: (text) => `${new URLSearchParams({ text, after: '' })}`,
  'URLSearchParams twice': (text) => `${new URLSearchParams({ t: `${new URLSearchParams({ text })}` })}`,
  'querystring.stringify': (text) => querystring.stringify({ text, after: '' }),
  'JSON in a query': (text) => `?q=${encodeURIComponent(stringify({ text }))}`,
  'a query in JSON': (text) => stringify({ url: `/?q=${encodeURIComponent(text)}` }),
  'util.inspect': (text) => inspect(text),
  'util.inspect of an object': (text) => inspect({ text }),
  'util.inspect of a deeper object': (text) => inspect({ a: { b: [{ text }] } }, { depth: 5 }),
  'util.inspect of a longer text': (text) => inspect(`'"\`${text}`),
  'util.inspect of JSON': (text) => inspect({ data: stringify({ text }) }, { compact: 3 }),
  'util.inspect of JSON in JSON': (text) => inspect({ data: stringify({ text: stringify({ text }) }) }),
  // Cut into lines twice, a text of several is told by these.
  'util.inspect of what was inspected': (text) =>
    inspect({ data: inspect({ text }, { compact: true }) }, { compact: true }),
  'util.inspect of JSON in JSON again': (text) => stringify({ msg: inspect({ data: stringify({ text }) }) }),
  'util.inspect in JSON': (text) => stringify({ msg: format('%o', { text }) }),
  'ejs.escapeXML': (text) => ejs.escapeXML(text),
  'ejs.escapeXML of JSON': (text) => ejs.escapeXML(stringify({ text })),
  'HTML in JSON': (text) => stringify({ html: ejs.escapeXML(text) }),
}

/** What the encoder adds of itself, whatever it quotes with and however it lays it out. */
const withoutQuotes = (text: string): string => text.replace(/\\n|["'`\\\s]/g, '')

test.each(Object.keys(encoders))('%s: nothing is left of any awkward value', (name) => {
  const encode = encoders[name]!
  const added = withoutQuotes(encode('Zq').replace('Zq', ''))
  const leaking = awkwardNames.filter((kind) => {
    const value = awkwardValues[kind]
    return withoutQuotes(uncovered(forms(value), encode(value))) !== added
  })
  expect(leaking).toEqual([])
})

const urlParts: Record<string, (url: URL, text?: string) => string> = {
  password: (url, text) => {
    if (text !== undefined) url.password = text
    return url.password
  },
  pathname: (url, text) => {
    if (text !== undefined) url.pathname = `/${text}`
    return url.pathname.slice(1)
  },
  search: (url, text) => {
    if (text !== undefined) url.search = `?${text}`
    return url.search.slice(1)
  },
}

test.each(Object.keys(urlParts))('the %s of a URL: nothing is left of any value that it keeps', (name) => {
  const leaking = awkwardNames.filter((kind) => {
    const value = awkwardValues[kind]
    const written = urlParts[name]!(new URL('https://example.com'), value)
    const kept = written === value || decoded(written) === value
    return kept && uncovered(forms(value), written) !== ''
  })
  expect(leaking).toEqual([])
})

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

test.each(['base64', 'base64url'] as const)('%s of what was percent-encoded, at any offset', (alphabet) => {
  const bytes = (text: string) => Buffer.from(`key=${encodeURIComponent(text)}&after=`)
  const form = (text: string) => Buffer.from(`${new URLSearchParams({ key: text, after: '' })}`)
  const leaking = awkwardNames.filter((kind) => {
    const value = awkwardValues[kind]
    return [bytes(value), form(value)].some((sent) =>
      [0, 1, 2].some((before) => {
        const written = Buffer.concat([Buffer.alloc(before, '?'), sent]).toString(alphabet)
        // What the characters next to it take part in stays: two before, two after.
        return uncovered(forms(value), written).length > Math.ceil(((before + 4 + 7) * 8) / 6) + 6
      }),
    )
  })
  expect(leaking).toEqual([])
})
