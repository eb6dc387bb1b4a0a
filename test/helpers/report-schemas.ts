import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { validateXML } from 'xmllint-wasm'

const load = createRequire(import.meta.url)

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/schemas/${name}`, import.meta.url), 'utf8')

/** Makes what tells the errors of a document, in words. */
const validator = (ajv: Ajv, schema: object) => {
  const validate = ajv.compile(schema)
  return (document: unknown): readonly unknown[] => {
    validate(document)
    return validate.errors ?? []
  }
}

// A draft-04 schema that has nothing but its two head lines that draft-07 would read otherwise.
const {
  $schema: _draft,
  id: _id,
  ...sarifSchema
} = load('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as Record<string, unknown>
const sarifAjv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
addFormats.default(sarifAjv)

/** What the schema of SARIF 2.1.0 has against a log. */
export const sarifErrors = validator(sarifAjv, sarifSchema)

/** What the schema of GitLab's secret detection has against a report. */
export const gitlabErrors = validator(
  new Ajv({ strict: false, allErrors: true }),
  JSON.parse(fixture('gitlab-secret-detection-15.2.1.json')) as object,
)

const junitSchema = fixture('junit-10.xsd')

/** What the schema of JUnit's XML has against a report. */
export const junitErrors = async (report: string): Promise<readonly string[]> => {
  const xml = { fileName: 'report.xml', contents: report }
  const { errors } = await validateXML({ xml, schema: junitSchema })
  return errors.map(({ message }) => message)
}
