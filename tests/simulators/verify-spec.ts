import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import spec from './specs/verify-v2.json'

type Schemas = typeof spec.components.schemas
type AnswerName =
  | 'verify.v2.service'
  | 'verify.v2.service.verification'
  | 'verify.v2.service.verification_check'

const ajv = new Ajv({ strict: false, allErrors: true })
addFormats(ajv)
ajv.addFormat('uri-map', true)
ajv.addSchema(withoutEmptyNullables(spec), 'verify')

/** What the vendor's description objects to in an answer: wrong values, and fields too few or too many. */
export function answerProblems(name: AnswerName, body: unknown): string[] {
  const validate = ajv.getSchema(`verify#/components/schemas/${name}`)
  if (!validate) throw new Error(`The description has no ${name}.`)

  const properties: object = spec.components.schemas[name satisfies keyof Schemas].properties
  const [expected, given] = [Object.keys(properties), Object.keys(Object(body))]
  validate(body)
  return [
    ...(validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`),
    ...expected.filter((field) => !given.includes(field)).map((field) => `${field} is missing`),
    ...given.filter((field) => !expected.includes(field)).map((field) => `${field} is not described`),
  ]
}

const service = '/v2/Services/{ServiceSid}'

/** The form fields that a request may have. */
export const requestFields = {
  send: fieldsOf(spec.paths[`${service}/Verifications`].post),
  check: fieldsOf(spec.paths[`${service}/VerificationCheck`].post),
}

export const examples = {
  send: examplesOf(spec.paths[`${service}/Verifications`].post.responses[201]),
  check: examplesOf(spec.paths[`${service}/VerificationCheck`].post.responses[200]),
}

type Operation = {
  requestBody: { content: { 'application/x-www-form-urlencoded': { schema: { properties: object } } } }
}

function fieldsOf({ requestBody }: Operation): string[] {
  return Object.keys(requestBody.content['application/x-www-form-urlencoded'].schema.properties)
}

function examplesOf(response: {
  content: { 'application/json': { examples: Record<string, { value: unknown }> } }
}): unknown[] {
  return Object.values(response.content['application/json'].examples).map(({ value }) => value)
}

/** Ajv refuses `nullable` where there is no type; without a type null is allowed anyway. */
function withoutEmptyNullables(part: unknown): object {
  return JSON.parse(
    JSON.stringify(part, (_, value) => {
      if (typeof value !== 'object' || value === null || !('nullable' in value) || 'type' in value)
        return value
      const { nullable: __, ...rest } = value
      return rest
    }),
  )
}
