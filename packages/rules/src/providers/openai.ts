import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

// base64 of OpenAI, in the middle of every key.
const mark = 'T3BlbkFJ'

export const openai = defineRules('OpenAI', () => [
  {
    id: 'openai-api-key',
    title: 'OpenAI API key',
    severity: 'high',
    parts: oneOf(
      [
        oneOf('sk-proj-', 'sk-svcacct-', 'sk-None-'),
        chars('base64url', 20, 74),
        mark,
        chars('base64url', 20, 74),
      ],
      ['sk-', chars('alnum', 20), mark, chars('alnum', 20)],
    ),
    reference: 'https://platform.openai.com/docs/api-reference/authentication',
    revoke: 'https://platform.openai.com/api-keys',
    nearMisses: [replacing('T3BlbkFJ', 'T3BlbkFK')],
  },
  {
    id: 'openai-admin-key',
    title: 'OpenAI admin API key',
    severity: 'critical',
    parts: ['sk-admin-', chars('base64url', 58, 74), mark, chars('base64url', 58, 74)],
    reference: 'https://platform.openai.com/docs/api-reference/admin-api-keys',
    revoke: 'https://platform.openai.com/settings/organization/admin-keys',
    nearMisses: [replacing('T3BlbkFJ', 'T3BlbkFK')],
  },
  {
    id: 'openai-session-key',
    title: 'OpenAI session key',
    severity: 'high',
    parts: ['sess-', chars('alnum', 40)],
    reference: 'https://platform.openai.com/docs/api-reference/authentication',
    nearMisses: [replacing('sess-', 'sesx-')],
  },
  {
    id: 'openai-compatible-api-key',
    title: 'API key of a service that speaks as OpenAI does',
    severity: 'high',
    // Moonshot, Stability, Braintrust and others.
    parts: ['sk-', chars('alnum', 40, 64)],
    reference: 'https://platform.moonshot.ai/docs/api/chat',
    nearMisses: [replacing('sk-', 'sx-')],
  },
])
