import { raiseStack } from '../stack'

/** Once for a run: the workers inherit the environment. */
export default async function beforeAll() {
  const { environment, lower } = await raiseStack(1)
  Object.assign(process.env, environment)
  return lower
}
