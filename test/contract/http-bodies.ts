import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import zlib from 'node:zlib'

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** A way to send a body. */
export interface BodyWay {
  readonly name: string
  readonly send: (body: Buffer) => Handler
  /** Whether its length is promised before it is known what is in it. */
  readonly sized?: boolean
  /** Whether the bytes are other ones after a recompression, though they say the same. */
  readonly recoded?: boolean
}

const PIECE = 7

function pieces(body: Buffer, size = PIECE): Buffer[] {
  const count = Math.ceil(body.length / size)
  return Array.from({ length: count }, (_, index) => body.subarray(index * size, (index + 1) * size))
}

function writeAll(response: ServerResponse, body: Buffer, encoding?: BufferEncoding, size = PIECE): void {
  for (const piece of pieces(body, size)) {
    if (encoding) response.write(piece.toString(encoding), encoding)
    else response.write(piece)
  }
  response.end()
}

function encoded(
  coding: string,
  compress: (body: Buffer) => Buffer,
  streamed: boolean,
  sized = false,
): BodyWay['send'] {
  return (body) => (_request, response) => {
    const compressed = compress(body)
    response.setHeader('Content-Encoding', coding)
    if (sized) response.setHeader('Content-Length', compressed.length)
    if (streamed) writeAll(response, compressed)
    else response.end(compressed)
  }
}

/** Every way that `node:http` has. */
export const bodyWays: readonly BodyWay[] = [
  { name: 'end with a string', send: (body) => (_, response) => void response.end(body.toString()) },
  { name: 'end with a Buffer', send: (body) => (_, response) => void response.end(body) },
  {
    name: 'end with a Uint8Array and a callback',
    send: (body) => (_, response) => void response.end(new Uint8Array(body), () => {}),
  },
  ...(['utf8', 'base64', 'hex', 'latin1', 'binary', 'base64url'] as const).map(
    (encoding): BodyWay => ({
      name: `end with a string in ${encoding}`,
      send: (body) => (_, response) => void response.end(body.toString(encoding), encoding, () => {}),
    }),
  ),
  ...(['utf8', 'base64', 'hex', 'latin1'] as const).map(
    (encoding): BodyWay => ({
      name: `write pieces in ${encoding}`,
      // Pieces of UTF-8 are cut between characters, as strings are.
      send: (body) => (_, response) => {
        if (encoding !== 'utf8') return writeAll(response, body, encoding, 6)
        for (const character of body.toString()) response.write(character)
        response.end()
      },
    }),
  ),
  { name: 'write Buffers, cut anywhere', send: (body) => (_, response) => writeAll(response, body) },
  { name: 'write byte by byte', send: (body) => (_, response) => writeAll(response, body, undefined, 1) },
  {
    name: 'write and end with the rest',
    send: (body) => (_, response) => {
      response.write(body.subarray(0, body.length >> 1))
      response.end(body.subarray(body.length >> 1))
    },
  },
  {
    name: 'write, each after the callback of the one before, with empty ones between',
    send: (body) => (_, response) => {
      const queue = pieces(body, 11).flatMap((piece) => [piece, Buffer.alloc(0)])
      const next = (): void => {
        const piece = queue.shift()
        if (piece) response.write(piece, next)
        else response.end(() => {})
      }
      next()
    },
  },
  {
    name: 'a piped stream',
    send: (body) => (_, response) => void Readable.from(pieces(body, 13)).pipe(response),
  },
  {
    name: 'a corked response',
    send: (body) => (_, response) => {
      response.cork()
      for (const piece of pieces(body)) response.write(piece)
      response.uncork()
      response.end()
    },
  },
  {
    name: 'flushed headers and an end with all of it',
    send: (body) => (_, response) => {
      response.flushHeaders()
      response.end(body)
    },
  },
  {
    name: 'writeHead with an object, its length, and end',
    send: (body) => (_, response) => {
      response.writeHead(200, 'Fine', { 'content-length': body.length, 'X-Other': ['a', 'b'] })
      response.end(body)
    },
  },
  {
    name: 'writeHead with a flat list and end',
    send: (body) => (_, response) => {
      response.writeHead(200, ['Content-Length', String(body.length), 'X-Other', 'a'])
      response.end(body.toString())
    },
  },
  {
    name: 'writeHead and pieces',
    send: (body) => (_, response) => {
      response.writeHead(200, { 'X-Other': 'a' })
      writeAll(response, body)
    },
  },
  {
    name: 'a Content-Length and pieces',
    sized: true,
    send: (body) => (_, response) => {
      response.setHeader('Content-Length', body.length)
      writeAll(response, body)
    },
  },
  {
    name: 'writeHead with a Content-Length and pieces',
    sized: true,
    send: (body) => (_, response) => {
      response.writeHead(200, { 'Content-Length': body.length })
      writeAll(response, body)
    },
  },
  {
    name: 'flushed headers with a Content-Length, and end',
    sized: true,
    send: (body) => (_, response) => {
      response.setHeader('Content-Length', body.length)
      response.flushHeaders()
      response.end(body)
    },
  },
  { name: 'gzip at once', send: encoded('gzip', zlib.gzipSync, false, true) },
  { name: 'deflate at once', send: encoded('deflate', zlib.deflateSync, false) },
  { name: 'brotli at once', send: encoded('br', zlib.brotliCompressSync, false, true) },
  // Since Node 22.15.
  ...('zstdCompressSync' in zlib ? [zlib.zstdCompressSync as (body: Buffer) => Buffer] : []).flatMap(
    (compress): BodyWay[] => [
      { name: 'zstd at once', send: encoded('zstd', compress, false, true) },
      { name: 'zstd in pieces', recoded: true, send: encoded('zstd', compress, true) },
    ],
  ),
  { name: 'gzip in pieces', recoded: true, send: encoded('gzip', zlib.gzipSync, true) },
  { name: 'gzip in pieces, sized', recoded: true, send: encoded('gzip', zlib.gzipSync, true, true) },
  { name: 'deflate in pieces', recoded: true, send: encoded('deflate', zlib.deflateSync, true) },
  { name: 'brotli in pieces', recoded: true, send: encoded('br', zlib.brotliCompressSync, true) },
]
