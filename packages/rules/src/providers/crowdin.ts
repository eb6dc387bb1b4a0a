import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const crowdin = defineRules('Crowdin', () => [
  {
    id: 'crowdin-access-token',
    title: 'Crowdin personal access token',
    severity: 'high',
    parts: chars('alnum', 80),
    context: { words: ['crowdin'], label: 'CROWDIN_PERSONAL_TOKEN' },
    reference: 'https://support.crowdin.com/developer/api/v2/',
    nearMisses: [replacing('CROWDIN_PERSONAL_TOKEN', 'CROWDIN_REGION')],
  },
])
