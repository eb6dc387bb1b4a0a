import { checksums } from '@tacet/core'
import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, check } from '../parts.ts'

export const zuplo = defineRules('Zuplo', () => [
  {
    id: 'zuplo-api-key',
    title: 'Zuplo API key',
    severity: 'high',
    parts: ['zpka_', chars('lowerAlnum', 32), '_', check(chars('hex', 8))],
    checksum: checksums.zuplo,
    reference: 'https://zuplo.com/docs/articles/api-key-api',
    nearMisses: [replacing('zpka_', 'zpkb_')],
  },
])
