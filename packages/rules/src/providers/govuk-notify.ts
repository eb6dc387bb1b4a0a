import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, uuid } from '../parts.ts'

export const govukNotify = defineRules('Notify', () => [
  {
    id: 'gc-notify-api-key',
    title: 'GC Notify API key',
    severity: 'high',
    parts: ['gcntfy-', chars('base64url', 3, 60), '-', uuid, '-', uuid],
    reference: 'https://documentation.notification.canada.ca/en/keys.html',
    nearMisses: [replacing('gcntfy-', 'gcntfx-')],
  },
])
