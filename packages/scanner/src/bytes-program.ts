import { readFileSync } from 'node:fs'

// What is used of it: the types of Node leave it to those of browsers.
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: unknown }
}

/** What `assembly/index.ts` exports. Addresses and sizes are in bytes. */
export interface BytesProgram {
  readonly memory: { readonly buffer: ArrayBuffer }
  reserve(size: number): number
  makeIndex(total: number, texts: number, lengths: number, follows: number, ordinary: number): number
  findKeywords(
    origin: number,
    from: number,
    first: number,
    to: number,
    end: number,
    into: number,
    limit: number,
    any: number,
  ): number
  findSigns(
    origin: number,
    first: number,
    end: number,
    pairs: number,
    parts: number,
    into: number,
    limit: number,
  ): number
  findRuns(
    origin: number,
    first: number,
    end: number,
    shortest: number,
    values: number,
    into: number,
    limit: number,
  ): number
  stoppedAt(): number
}

// The same file from `src` as from `dist`, bundled or not.
const FILE = new URL('../dist/bytes.wasm', import.meta.url)

let module: object | undefined

/** The program with memory of its own; undefined where its file is not, or where WebAssembly is turned off. */
export function bytesProgram(): BytesProgram | undefined {
  try {
    module ??= new WebAssembly.Module(readFileSync(FILE))
    return new WebAssembly.Instance(module).exports as BytesProgram
  } catch {
    return undefined
  }
}
