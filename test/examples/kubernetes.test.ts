import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ExternalSecret } from '@kubernetes-models/external-secrets/external-secrets.io/v1'
import { Deployment, type IDeployment } from 'kubernetes-models/apps/v1'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { fakeSecret } from '../helpers/fake-secret.ts'
import { runCli } from '../helpers/run-cli.ts'

const folder = join(import.meta.dirname, '../../examples/kubernetes')
const manifest = <T>(name: string): T => parse(readFileSync(join(folder, name), 'utf8'), { merge: true }) as T
const deployment = manifest<IDeployment>('manifests/deployment.yaml')
const pod = deployment.spec!.template.spec!

test('the Deployment is what the API takes', () => {
  expect(() => new Deployment(deployment).validate()).not.toThrow()
  expect(() => new Deployment({ ...deployment, spec: {} as never }).validate()).toThrow()
})

test('the ExternalSecret is what its custom resource definition takes, and has every key that is used', () => {
  const external = manifest<ConstructorParameters<typeof ExternalSecret>[0]>('manifests/external-secret.yaml')
  expect(() => new ExternalSecret(external).validate()).not.toThrow()
  const keys = external?.spec?.data?.map(({ secretKey }) => secretKey)
  expect(keys).toEqual(['DATABASE_URL', 'STRIPE_KEY', 'gcloud.json'])
})

test('Reloader is told of every Secret that the Pod uses, the mounted ones too', () => {
  const named = deployment.metadata?.annotations?.['secret.reloader.stakater.com/reload']?.split(',')
  const used = new Set([
    ...pod.containers.flatMap(({ envFrom }) => envFrom?.map(({ secretRef }) => secretRef?.name) ?? []),
    ...(pod.volumes ?? []).map(({ secret }) => secret?.secretName),
  ])
  expect(new Set(named)).toEqual(used)
})

test('every mount has its volume, and none is of one key only, which would not be renewed', () => {
  const volumes = pod.volumes?.map(({ name }) => name)
  for (const { volumeMounts } of [...pod.containers, ...(pod.initContainers ?? [])]) {
    for (const { name, subPath } of volumeMounts ?? []) {
      expect(volumes).toContain(name)
      expect(subPath).toBeUndefined()
    }
  }
})

test('the values of the chart are variables that a container takes, each from a Secret', () => {
  type Values = { image: string; env: NonNullable<(typeof pod.containers)[0]['env']> }
  const { image, env } = manifest<Values>('chart/values.yaml')
  const template = readFileSync(join(folder, 'chart/templates/deployment.yaml'), 'utf8')
  // As Helm does: a dash takes the white space before away, nindent begins a line and indents each by so much.
  const text = template
    .replace(
      /\s*\{\{- toYaml \.Values\.env \| nindent (\d+) \}\}/,
      (_, width: string) =>
        `\n${stringify(env)
          .trimEnd()
          .replace(/^/gm, ' '.repeat(Number(width)))}`,
    )
    .replaceAll('{{ .Release.Name | quote }}', '"123"')
    .replaceAll('{{ .Values.image | quote }}', JSON.stringify(image))
  expect(text).not.toContain('{{')
  const rendered = parse(text) as IDeployment
  expect(() => new Deployment(rendered).validate()).not.toThrow()
  expect(rendered.spec?.template.spec?.containers[0]).toEqual({ name: 'service', image, env })
  expect(env.every(({ value, valueFrom }) => value === undefined && valueFrom?.secretKeyRef)).toBe(true)
})

test('the init container runs a command that there is, on the list of what is mounted', async () => {
  const [init] = pod.initContainers!
  const [npx, tacet, ...args] = init!.command!
  expect([npx, tacet]).toEqual(['npx', 'tacet'])
  const values = { DATABASE_URL: fakeSecret('url'), STRIPE_KEY: fakeSecret('key') }
  const { code, stdout, stderr } = await runCli(args, { cwd: join(folder, 'manifests'), env: values })
  expect(stderr).toBe('')
  expect(code).toBe(1)
  expect(stdout).toContain('3 of 5 cannot be used.')
  const paths = [...stdout.matchAll(/^(\/mnt\/\w+)\/\S+ +missing/gm)].map(([, mount]) => mount)
  expect(init?.volumeMounts?.map(({ mountPath }) => mountPath)).toEqual(expect.arrayContaining(paths))
})
