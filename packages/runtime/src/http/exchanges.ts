import type { Exchange } from './exchange.ts'
import type { NodeResponse } from './types.ts'

const EXCHANGES = Symbol('tacet.exchanges')

interface Holder {
  [EXCHANGES]?: Exchange[]
}

/** The last that was asked for. Whoever writes a response mostly does so in one go. */
let latest: Exchange | undefined

/**
 * The exchange of a response that is being guarded. Exchanges are kept with their connection, where there is one at
 * a time unless requests are pipelined: a property added to a response, or a WeakMap of responses, costs each of them
 * some microseconds, since Express changed its prototype and V8 shares no shapes then (see `shareShapes`). For the same reason the guards
 * read as few properties of a response as they can.
 */
export function exchangeOf(response: NodeResponse): Exchange | undefined {
  if (latest?.response === response) return latest
  const exchanges = holderOf(response)[EXCHANGES]
  if (exchanges === undefined) return undefined
  for (let at = 0; at < exchanges.length; at++) {
    if (exchanges[at]!.response === response) {
      latest = exchanges[at]
      return latest
    }
  }
  return undefined
}

/** Keeps an exchange, and forgets those of the connection that are over. */
export function keepExchange(exchange: Exchange): void {
  const holder = holderOf(exchange.response)
  const exchanges = holder[EXCHANGES]
  if (exchanges === undefined) holder[EXCHANGES] = [exchange]
  else if (exchanges.length === 1 && exchanges[0]!.isOver) exchanges[0] = exchange
  else holder[EXCHANGES] = [...exchanges.filter((each) => !each.isOver), exchange]
  latest = exchange
}

/** The connection; the request itself where one is made up without a connection, in a test say. */
function holderOf({ req }: NodeResponse): Holder {
  return (req.socket ?? req) as Holder
}
