import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const wandb = defineRules('Weights & Biases', () => [
  {
    id: 'wandb-api-key',
    title: 'Weights & Biases API key',
    severity: 'high',
    parts: ['wandb_v1_', chars('alnum', 77, 77, '_')],
    reference: 'https://docs.wandb.ai/',
    revoke: 'https://wandb.ai/settings',
    nearMisses: [replacing('wandb_v1_', 'wandb_v0_')],
  },
  {
    id: 'wandb-legacy-api-key',
    title: 'Weights & Biases API key (old form)',
    severity: 'high',
    parts: chars('hex', 40),
    context: { words: ['wandb'], label: 'WANDB_API_KEY' },
    reference: 'https://docs.wandb.ai/',
    nearMisses: [replacing('WANDB_API_KEY', 'WANDB_COMMIT')],
  },
])
