import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const linkpreview = defineRules('LinkPreview', () => [
  {
    id: 'linkpreview-api-key',
    title: 'LinkPreview API key',
    severity: 'medium',
    parts: chars('alnum', 32),
    context: { words: ['linkpreview'], label: 'LINKPREVIEW_API_KEY' },
    nearMisses: [replacing('LINKPREVIEW_API_KEY', 'LINKPREVIEW_REGION')],
  },
])
