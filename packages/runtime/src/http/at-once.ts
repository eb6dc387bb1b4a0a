import type { BodyPlan } from './body-plan.ts'
import type { Exchange } from './exchange.ts'
import { inspectHead } from './guarded-head.ts'
import { setLength } from './head.ts'
import type { Callback } from './types.ts'

/** As much as Node sends without asking for memory, in bytes. */
const LONGEST = 2 ** 14

/**
 * Head and body are written here to see whether they are ASCII. There is room for a character more than they may have,
 * so that what does not fit takes more bytes than it has units.
 */
const scratch = Buffer.alloc(LONGEST + 4)

/**
 * Ends a response with a text that is all of its body, in the cheapest way there is if neither it nor the head holds a
 * secret: they are joined, searched in one go, and sent as one string. Node takes them for the head alone, which is in
 * Latin-1, and for ASCII that is the same. So it has one string to send, which it does without queueing it and without
 * memory of its own, where it has three otherwise, the last of them empty.
 *
 * @returns undefined when that is done. Otherwise the encoding to send the text in, if it may leave; the head may have been
 *   put together then, and inspected, which may have been the end of the exchange.
 */
export function endAtOnce(
  exchange: Exchange,
  plan: BodyPlan,
  text: string,
  callback: Callback | undefined,
): BufferEncoding | undefined {
  const { response, registry } = exchange
  if (plan.range || plan.codings?.length !== 0 || !response._hasBody) return 'utf8'
  const { _header: written } = response
  if (written === null) putHead(exchange, text.length)
  const head = response._header ?? ''
  const joined = head + text
  const matcher = registry.wholeMatcher()
  const isPlain =
    // A status may have no body.
    response._hasBody &&
    !response._headerSent &&
    !response.chunkedEncoding &&
    !response.strictContentLength &&
    // What is recognised rather than registered may depend on where the text begins.
    matcher === registry.matcher()
  const mayLeave =
    isPlain &&
    joined.length <= LONGEST &&
    scratch.write(joined) === joined.length &&
    !joined.includes('\0') &&
    !joined.includes('\\u') &&
    // Nothing goes on over the lines of a head.
    !matcher.test(joined, !joined.includes('\n', head.length))
  if (!mayLeave) {
    const length = Buffer.byteLength(text)
    if (written === null) takeUp(exchange, length)
    return encodingFor(head, length === text.length)
  }
  response._header = joined
  try {
    exchange.handOver(undefined, undefined, callback)
  } finally {
    response._header = head
  }
  return undefined
}

/** As Node does in `end`. The head is inspected later. */
function putHead(exchange: Exchange, length: number): void {
  const { response } = exchange
  response._contentLength = length
  exchange.headWaits = true
  try {
    response._implicitHeader()
  } finally {
    exchange.headWaits = false
  }
}

/** Does what was left out: promises bytes rather than units, and looks for secrets in the head. */
function takeUp(exchange: Exchange, length: number): void {
  const { response } = exchange
  if (!response.hasHeader('content-length')) setLength(response, length)
  inspectHead(exchange)
}

/**
 * In UTF-8, Node joins a text to the head, for which V8 copies anew what it has copied once to search it. Under the other
 * name of UTF-8, Node sends the two one after the other; then the head is in Latin-1, so that it has to be ASCII to be the
 * same. Text that is ASCII too takes a third of the memory in Latin-1.
 */
function encodingFor(head: string, isAscii: boolean): BufferEncoding {
  if (Buffer.byteLength(head) !== head.length) return 'utf8'
  return isAscii ? 'binary' : 'utf-8'
}
