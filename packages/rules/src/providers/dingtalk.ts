import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, slash } from '../parts.ts'

export const dingtalk = defineRules('DingTalk', () => [
  {
    id: 'dingtalk-webhook-url',
    title: 'DingTalk robot webhook URL',
    severity: 'medium',
    parts: ['oapi.dingtalk.com', slash, 'robot', slash, 'send?access_token=', chars('hex', 64)],
    reference: 'https://open.dingtalk.com/document/',
    nearMisses: [replacing('access_token', 'access_name')],
  },
])
