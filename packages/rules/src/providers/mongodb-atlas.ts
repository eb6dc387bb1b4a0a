import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, uuid } from '../parts.ts'

export const mongodbAtlas = defineRules('MongoDB Atlas', () => [
  {
    id: 'mongodb-atlas-secret',
    title: 'MongoDB Atlas service account secret',
    severity: 'critical',
    parts: ['mdb_sa_sk_', chars('base64url', 40)],
    reference: 'https://www.mongodb.com/docs/atlas/api/service-accounts-overview/',
    nearMisses: [replacing('mdb_sa_sk_', 'mdb_sa_id_')],
  },
  {
    id: 'mongodb-atlas-private-key',
    title: 'MongoDB Atlas programmatic API private key',
    severity: 'critical',
    parts: uuid,
    context: {
      words: ['mongodb_atlas', 'mongodbatlas', 'atlas_private', 'atlas_api'],
      label: 'MONGODB_ATLAS_PRIVATE_KEY',
    },
    reference: 'https://www.mongodb.com/docs/atlas/configure-api-access/',
    nearMisses: [replacing('MONGODB_ATLAS_PRIVATE_KEY', 'MONGODB_ATLAS_REGION')],
  },
])
