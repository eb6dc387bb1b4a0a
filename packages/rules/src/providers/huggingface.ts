import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const huggingface = defineRules('Hugging Face', () => [
  {
    id: 'huggingface-access-token',
    title: 'Hugging Face access token',
    severity: 'high',
    parts: [oneOf('hf_', 'api_org_'), chars('alnum', 34)],
    reference: 'https://huggingface.co/docs/hub/security-tokens',
    revoke: 'https://huggingface.co/settings/tokens',
    nearMisses: [(token) => token.replace(/hf_|api_org_/, 'hg_')],
  },
])
