import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type Files, tarOf } from '../../helpers/archives.ts'
import { collect, places, testKey } from '../../helpers/scanning.ts'
import { tempTree } from '../../helpers/temp-tree.ts'

const key = testKey('image')
const secret = `first\nsecond\nkey ${key}\n`
const config = JSON.stringify({
  architecture: 'amd64',
  config: {
    Env: ['PATH=/usr/bin', `API_KEY=${testKey('environment')}`],
    Labels: { build: testKey('label') },
  },
  history: [
    { created_by: 'ADD file:a in /' },
    { created_by: `RUN login \\\n --token ${testKey('command')}` },
  ],
  rootfs: { type: 'layers', diff_ids: [] },
})

const digest = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** An image of the OCI layout whose second layer deletes a file of the first. */
async function image(compress = (layer: Buffer): Buffer => layer) {
  const layers = [
    compress(await tarOf({ 'etc/app.env': secret, 'etc/hosts': 'localhost' })),
    compress(await tarOf({ 'etc/.wh.app.env': '' })),
  ]
  const blobs = [...layers, Buffer.from(config)]
  const names = blobs.map(digest)
  const manifest = {
    schemaVersion: 2,
    layers: names.slice(0, 2).map((name) => ({ digest: `sha256:${name}` })),
  }
  const files: Files = {
    'oci-layout': '{"imageLayoutVersion":"1.0.0"}',
    'manifest.json': JSON.stringify(manifest),
    ...Object.fromEntries(blobs.map((blob, index) => [`blobs/sha256/${names[index]}`, blob])),
  }
  return { files, names, short: names.map((name) => `sha256:${name.slice(0, 12)}`) }
}

const inConfig = (path: string): string[] => [
  `${path}:1:${config.indexOf(testKey('label')) + 1}`,
  `${path}!/env:2:9`,
  `${path}!/history:2:22`,
]

describe('of a container image, every layer is looked at, and what made it', () => {
  const found = async (files: Files) => places((await collect({ cwd: tempTree(files) })).findings)

  test.each([
    ['plain', (layer: Buffer) => layer],
    ['compressed', (layer: Buffer) => gzipSync(layer)],
  ])('as a tar of %s layers', async (_, compress) => {
    const { files, short } = await image(compress)
    expect(await found({ 'image.tar': await tarOf(files) })).toEqual([
      `image.tar!/${short[0]}!/etc/app.env:3:5`,
      ...inConfig(`image.tar!/${short[2]}`),
    ])
  })

  test('as a folder', async () => {
    const { files, names } = await image()
    const expected = [`blobs/sha256/${names[0]}!/etc/app.env:3:5`, ...inConfig(`blobs/sha256/${names[2]}`)]
    expect((await found(files)).sort()).toEqual(expected.sort())
  })

  test('as older engines save it', async () => {
    const id = digest(Buffer.from('layer'))
    const tar = await tarOf({
      [`${id}/layer.tar`]: await tarOf({ 'etc/app.env': secret }),
      [`${id}.json`]: config,
    })
    expect(await found({ 'image.tar': tar })).toEqual([
      `image.tar!/${id}/layer.tar!/etc/app.env:3:5`,
      ...inConfig(`image.tar!/${id}.json`),
    ])
  })
})
