import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const assemblyai = defineRules('AssemblyAI', () => [
  {
    id: 'assemblyai-api-key',
    title: 'AssemblyAI API key',
    severity: 'high',
    parts: chars('lowerAlnum', 32),
    context: { words: ['assemblyai', 'assembly_ai', 'assembly-ai'], label: 'ASSEMBLYAI_API_KEY' },
    reference: 'https://www.assemblyai.com/docs',
    nearMisses: [replacing('ASSEMBLYAI_API_KEY', 'ASSEMBLYAI_VERSION')],
  },
])
