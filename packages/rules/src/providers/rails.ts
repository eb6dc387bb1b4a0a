import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const rails = defineRules('Ruby on Rails', () => [
  {
    id: 'rails-master-key',
    title: 'Rails master or credentials key',
    severity: 'critical',
    parts: chars('hex', 32),
    context: { words: ['rails_master', 'master.key', 'railsmaster'], label: 'RAILS_MASTER_KEY' },
    reference: 'https://guides.rubyonrails.org/security.html#custom-credentials',
    nearMisses: [replacing('RAILS_MASTER_KEY', 'RAILS_BUILD_ID')],
  },
  {
    id: 'rails-secret-key-base',
    title: 'Rails secret_key_base',
    severity: 'critical',
    parts: chars('hex', 128),
    context: { words: ['secret_key_base', 'secretkeybase', 'secret-key-base'], label: 'SECRET_KEY_BASE' },
    reference: 'https://guides.rubyonrails.org/security.html#session-storage',
    nearMisses: [replacing('SECRET_KEY_BASE', 'SECRET_VERSION')],
  },
])
