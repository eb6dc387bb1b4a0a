import { fastify } from 'fastify'
import { fastify as fastify4 } from 'fastify-4'

/** Both majors, which are typed as the current one. */
export const fastifyVersions = [
  { version: 5, fastify },
  { version: 4, fastify: fastify4 as unknown as typeof fastify },
] as const
