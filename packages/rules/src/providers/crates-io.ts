import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const cratesIo = defineRules('crates.io', () => [
  {
    id: 'crates-io-api-token',
    title: 'crates.io API token',
    severity: 'critical',
    parts: ['cio', chars('alnum', 32)],
    // Names have no digits.
    never: /^\D*$/,
    reference: 'https://doc.rust-lang.org/cargo/reference/publishing.html',
    revoke: 'https://crates.io/settings/tokens',
    nearMisses: [replacing('cio', 'clo')],
  },
])
