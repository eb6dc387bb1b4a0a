import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const modal = defineRules('Modal', () => [
  {
    id: 'modal-token-secret',
    title: 'Modal token secret',
    severity: 'high',
    parts: ['as-', chars('alnum', 22)],
    context: { words: ['modal_token', 'modal.com', 'modal token'] },
    reference: 'https://modal.com/docs/reference/modal.config',
    nearMisses: [replacing('=as-', '=ax-')],
  },
])
