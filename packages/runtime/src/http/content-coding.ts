import type { Transform } from 'node:stream'
import zlib from 'node:zlib'

/** A Content-Encoding that can be undone and done again. */
export interface Coding {
  decoder(): Transform
  /** Gives out what it has after each write, for the one who wrote it did so too. */
  encoder(): Transform
  /** @throws RangeError when the result is longer than `limit` bytes */
  decode(bytes: Uint8Array, limit: number): Buffer
  encode(bytes: Uint8Array): Buffer
}

const { BROTLI_OPERATION_FLUSH, BROTLI_PARAM_QUALITY, Z_SYNC_FLUSH } = zlib.constants

/** Brotli's own default is meant for files that are compressed once; this one costs about as much as gzip. */
const BROTLI = { params: { [BROTLI_PARAM_QUALITY]: 4 } }

const gzip: Coding = {
  decoder: () => zlib.createGunzip(),
  encoder: () => zlib.createGzip({ flush: Z_SYNC_FLUSH }),
  decode: (bytes, maxOutputLength) => zlib.gunzipSync(bytes, { maxOutputLength }),
  encode: (bytes) => zlib.gzipSync(bytes),
}

const deflate: Coding = {
  decoder: () => zlib.createInflate(),
  encoder: () => zlib.createDeflate({ flush: Z_SYNC_FLUSH }),
  decode: (bytes, maxOutputLength) => zlib.inflateSync(bytes, { maxOutputLength }),
  encode: (bytes) => zlib.deflateSync(bytes),
}

const brotli: Coding = {
  decoder: () => zlib.createBrotliDecompress(),
  encoder: () => zlib.createBrotliCompress({ ...BROTLI, flush: BROTLI_OPERATION_FLUSH }),
  decode: (bytes, maxOutputLength) => zlib.brotliDecompressSync(bytes, { maxOutputLength }),
  encode: (bytes) => zlib.brotliCompressSync(bytes, BROTLI),
}

/** What `node:zlib` has of Zstandard since Node 22.15, in the parts that are used here. */
interface Zstandard {
  readonly constants: { readonly ZSTD_e_flush: number }
  createZstdDecompress(): Transform
  createZstdCompress(options: { readonly flush: number }): Transform
  zstdDecompressSync(bytes: Uint8Array, options: { readonly maxOutputLength: number }): Buffer
  zstdCompressSync(bytes: Uint8Array): Buffer
}

function zstandard(): Readonly<Record<string, Coding>> {
  if (!('createZstdDecompress' in zlib)) return {}
  const library = zlib as unknown as Zstandard
  const zstd: Coding = {
    decoder: () => library.createZstdDecompress(),
    encoder: () => library.createZstdCompress({ flush: library.constants.ZSTD_e_flush }),
    decode: (bytes, maxOutputLength) => library.zstdDecompressSync(bytes, { maxOutputLength }),
    encode: (bytes) => library.zstdCompressSync(bytes),
  }
  return { zstd }
}

const CODINGS: Readonly<Record<string, Coding>> = {
  gzip,
  'x-gzip': gzip,
  deflate,
  br: brotli,
  ...zstandard(),
}

/** The encodings of a Content-Encoding, in the order they were applied; undefined when one of them is unknown. */
export function codingsOf(contentEncoding: string): readonly Coding[] | undefined {
  const codings: Coding[] = []
  for (const name of contentEncoding.toLowerCase().split(',')) {
    const trimmed = name.trim()
    if (trimmed === '' || trimmed === 'identity') continue
    const coding = Object.hasOwn(CODINGS, trimmed) ? CODINGS[trimmed] : undefined
    if (!coding) return undefined
    codings.push(coding)
  }
  return codings
}
