import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const zhipu = defineRules('Z.ai', () => [
  {
    id: 'zhipu-api-key',
    title: 'Z.ai (Zhipu) API key',
    severity: 'high',
    parts: [chars('hex', 32), '.', chars('alnum', 16)],
    context: { words: ['zhipu', 'bigmodel', 'z.ai', 'zai_api', 'glm_api'], label: 'ZHIPU_API_KEY' },
    reference: 'https://docs.z.ai/',
    nearMisses: [replacing('ZHIPU_API_KEY', 'ZHIPU_BUILD_ID')],
  },
])
