import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const webflow = defineRules('Webflow', () => [
  {
    id: 'webflow-api-token',
    title: 'Webflow API token',
    severity: 'high',
    parts: chars('hex', 64),
    context: { words: ['webflow'], label: 'WEBFLOW_API_TOKEN' },
    reference: 'https://developers.webflow.com/',
    nearMisses: [replacing('WEBFLOW_API_TOKEN', 'WEBFLOW_VERSION')],
  },
])
