import { packTar, type TarEntry } from 'modern-tar'
import yazl from 'yazl'

/** Files of an archive by their names, in order. */
export type Files = Readonly<Record<string, string | Uint8Array>>

const bufferOf = (content: string | Uint8Array): Buffer =>
  typeof content === 'string' ? Buffer.from(content) : Buffer.from(content)

/** A zip of files. */
export async function zipOf(files: Files, options: { readonly compress?: boolean } = {}): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [name, content] of Object.entries(files)) {
    zip.addBuffer(bufferOf(content), name, { mtime: new Date(0), compress: options.compress ?? true })
  }
  zip.end()
  return gathered(zip.outputStream)
}

/** A zip as it is written to a pipe: the size of each file is told behind it. */
export async function streamedZipOf(files: Files, compress = true): Promise<Buffer> {
  const { Readable } = await import('node:stream')
  const zip = new yazl.ZipFile()
  for (const [name, content] of Object.entries(files)) {
    zip.addReadStream(Readable.from([bufferOf(content)]), name, { mtime: new Date(0), compress })
  }
  zip.end()
  return gathered(zip.outputStream)
}

/** A tar of files. */
export const tarOf = (files: Files): Promise<Buffer> =>
  tarOfEntries(
    Object.entries(files).map(([name, content]) => {
      const body = bufferOf(content)
      return { header: { name, size: body.length, type: 'file', mtime: new Date(0) }, body }
    }),
  )

export const tarOfEntries = async (entries: TarEntry[]): Promise<Buffer> =>
  Buffer.from(await packTar(entries))

export async function gathered(chunks: AsyncIterable<unknown>): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const chunk of chunks) pieces.push(chunk as Buffer)
  return Buffer.concat(pieces)
}
