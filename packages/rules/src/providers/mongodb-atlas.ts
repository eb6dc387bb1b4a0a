import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const mongodbAtlas = defineRules('MongoDB Atlas', [
  {
    id: 'mongodb-atlas-secret',
    title: 'MongoDB Atlas service account secret',
    severity: 'critical',
    parts: ['mdb_sa_sk_', chars('base64url', 40)],
    reference: 'https://www.mongodb.com/docs/atlas/api/service-accounts-overview/',
    nearMisses: [replacing('mdb_sa_sk_', 'mdb_sa_id_')],
  },
])
