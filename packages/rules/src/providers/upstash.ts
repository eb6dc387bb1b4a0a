import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const upstash = defineRules('Upstash', () => [
  {
    id: 'upstash-redis-rest-token',
    title: 'Upstash Redis REST token',
    severity: 'high',
    parts: ['A', chars('base64url', 39, 119, '=')],
    context: { words: ['upstash'], label: 'UPSTASH_REDIS_REST_TOKEN' },
    reference: 'https://upstash.com/docs/redis/features/restapi',
    nearMisses: [replacing('UPSTASH_REDIS_REST_TOKEN', 'UPSTASH_VERSION')],
  },
])
