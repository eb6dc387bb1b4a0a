import type { Transform } from 'node:stream'
import zlib from 'node:zlib'
import { type ByteReader, DamagedError, endsEarly } from './byte-reader.ts'

/** Bytes given to the decompressor at a time: what fails among them takes the others with it. */
const PIECE = 16_384
const OUT = 65_536

/** What a deflate stream (RFC 1951) says. The reader is left behind its end. */
export const inflated = (reader: ByteReader): AsyncGenerator<Buffer, void, undefined> =>
  decompressed(zlib.createInflateRaw({ chunkSize: OUT }), reader)

/** What a brotli stream (RFC 7932) says. */
export const unbrotlied = (reader: ByteReader): AsyncGenerator<Buffer, void, undefined> =>
  decompressed(zlib.createBrotliDecompress({ chunkSize: OUT }), reader)

const { createZstdDecompress } = zlib as {
  readonly createZstdDecompress?: (options: { readonly chunkSize: number }) => Transform & Engine
}

/** What zstd frames (RFC 8878) say, one after the other. */
export async function* unzstd(reader: ByteReader): AsyncGenerator<Buffer, void, undefined> {
  // Node reads them from 22.15 on.
  if (!createZstdDecompress) {
    const { unzstdByScript } = await import('./zstd.ts')
    yield* unzstdByScript(reader)
    return
  }
  while ((await reader.peek(1)).length > 0)
    yield* decompressed(createZstdDecompress({ chunkSize: OUT }), reader)
}

interface Engine {
  /** So much of what was written was taken. */
  readonly bytesWritten: number
}

/**
 * Draws what is compressed through a stream that decompresses it, a little at a time both ways: however much comes
 * out, only some of it is held, and what came out before the bytes turn bad is not lost.
 */
async function* decompressed(
  engine: Transform & Engine,
  reader: ByteReader,
): AsyncGenerator<Buffer, void, undefined> {
  const { signal, happened } = signals()
  let failure: NodeJS.ErrnoException | undefined
  let taken = true
  let over = false
  engine.on('readable', signal)
  engine.on('end', () => {
    over = true
    signal()
  })
  engine.on('error', (error) => {
    failure = error
    signal()
  })
  let given = 0
  let piece: Buffer | undefined
  try {
    for (;;) {
      const chunk: Buffer | null = engine.read()
      if (chunk) {
        yield chunk
        continue
      }
      if (failure) throw damage(failure)
      if (over || taken) {
        // Of the piece in which the stream is over it takes no more.
        const extra = given - engine.bytesWritten
        if (piece && extra > 0) reader.unread(piece.subarray(piece.length - extra))
        if (over || extra > 0) return
        piece = await reader.some(PIECE)
        given += piece.length
        if (piece.length === 0) engine.end()
        else {
          taken = false
          engine.write(piece, () => {
            taken = true
            signal()
          })
          continue
        }
      }
      await happened()
    }
  } finally {
    engine.destroy()
  }
}

function damage({ code = '' }: NodeJS.ErrnoException): DamagedError {
  return code === 'Z_BUF_ERROR' ? endsEarly() : new DamagedError('cannot be decompressed')
}

/** Waits for the next signal; one that came before counts, for it may be for what is being waited for. */
function signals(): { readonly signal: () => void; readonly happened: () => Promise<void> } {
  let pending = false
  let wake: (() => void) | undefined
  return {
    signal() {
      pending = true
      wake?.()
    },
    async happened() {
      if (!pending) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      pending = false
      wake = undefined
    },
  }
}
