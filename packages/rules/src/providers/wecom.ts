import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { slash, uuid } from '../parts.ts'

export const wecom = defineRules('WeCom', () => [
  {
    id: 'wecom-webhook-url',
    title: 'WeCom robot webhook URL',
    severity: 'medium',
    parts: ['qyapi.weixin.qq.com', slash, 'cgi-bin', slash, 'webhook', slash, 'send?key=', uuid],
    reference: 'https://developer.work.weixin.qq.com/document/',
    nearMisses: [replacing('?key=', '?id=')],
  },
])
