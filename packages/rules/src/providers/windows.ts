import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, optional } from '../parts.ts'

export const windows = defineRules('Windows', () => [
  {
    id: 'windows-group-policy-password',
    title: 'Password in a group policy preference',
    severity: 'critical',
    parts: [chars('base64', 20, 200), optional('=', optional('='))],
    context: { words: ['cpassword'], label: 'cpassword' },
    reference: 'https://learn.microsoft.com/openspecs/windows_protocols/ms-gppref/',
    nearMisses: [replacing('cpassword', 'cusername')],
  },
])
