import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const imagekit = defineRules('ImageKit', () => [
  {
    id: 'imagekit-private-key',
    title: 'ImageKit private API key',
    severity: 'high',
    parts: ['private_', chars('base64', 28, 64, '=_-')],
    context: { words: ['imagekit'] },
    reference: 'https://imagekit.io/docs/api-keys',
    nearMisses: [replacing('=private_', '=public_')],
  },
])
