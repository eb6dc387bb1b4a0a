import { html } from './html.ts'
import { json } from './json.ts'
import { go, inspect, python } from './languages.ts'
import { regexp } from './regexp.ts'
import { cmd, powershell, shell, sql } from './shell.ts'
import type { Encoder, Writing } from './types.ts'

/** How a text is escaped or quoted. Percent-encoding is apart, since it also writes bytes that are no text. */
export const textEncodings = {
  json,
  html,
  shell,
  powershell,
  cmd,
  sql,
  go,
  python,
  inspect,
  regexp,
} satisfies Partial<Record<Writing, Encoder<string>>>

export { byteEncodings, typedArray } from './bytes.ts'
export { latin1, lossyUtf8, readAsLatin1, utf8, utf16 } from './charsets.ts'
export { FormSet, type LeftOut } from './form-set.ts'
export { html } from './html.ts'
export { jsonText, jsonTwice } from './json.ts'
export { percentBytes, percentMostly, percentTwice } from './percent.ts'
export type { Encoding, Form, Writing } from './types.ts'
