import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const jetbrains = defineRules('JetBrains', () => [
  {
    id: 'jetbrains-permanent-token',
    title: 'JetBrains Hub or YouTrack permanent token',
    severity: 'high',
    parts: [
      oneOf('perm:', 'perm-'),
      chars('base64', 4, 60, '=-_'),
      '.',
      chars('base64', 4, 40, '=-_'),
      '.',
      chars('alnum', 30),
    ],
    reference: 'https://www.jetbrains.com/help/youtrack/devportal/Manage-Permanent-Token.html',
    nearMisses: [(token) => token.replace('perm', 'term')],
  },
])
