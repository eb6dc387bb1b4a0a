import { getRequestListener } from '@hono/node-server'
import { getRequestListener as getRequestListener1 } from 'hono-node-server-1'

/** Both majors of Hono's server, which are typed as the current one. */
export const honoServers = [
  { version: 2, getRequestListener },
  { version: 1, getRequestListener: getRequestListener1 as unknown as typeof getRequestListener },
] as const
