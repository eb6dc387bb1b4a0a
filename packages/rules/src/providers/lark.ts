import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf, secret, slash, uuid } from '../parts.ts'

export const lark = defineRules('Lark', () => [
  {
    id: 'lark-webhook-url',
    title: 'Lark or Feishu bot webhook URL',
    severity: 'medium',
    parts: [
      oneOf('open.feishu.cn', 'open.larksuite.com'),
      slash,
      'open-apis',
      slash,
      'bot',
      slash,
      'v2',
      slash,
      'hook',
      slash,
      secret(uuid),
    ],
    reference: 'https://open.larksuite.com/document/client-docs/bot-v3/add-custom-bot',
    nearMisses: [replacing('open-apis', 'open-docs')],
  },
  {
    id: 'lark-app-secret',
    title: 'Lark or Feishu app secret',
    severity: 'high',
    parts: chars('alnum', 32),
    context: {
      words: ['larksuite', 'feishu', 'lark_app', 'lark_secret', 'larkapp'],
      label: 'FEISHU_APP_SECRET',
    },
    reference: 'https://open.larksuite.com/document/',
    nearMisses: [replacing('FEISHU_APP_SECRET', 'FEISHU_REGION')],
  },
])
