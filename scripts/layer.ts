import { runLayer } from './layers'
import { main } from './problem'

/** One layer of `npm test` in a process of its own, which `test.ts` starts and hears the result of. */
await main(async () => {
  const result = await runLayer(process.argv[2] ?? '')
  await new Promise((sent) => process.send?.(result, undefined, undefined, sent))
  return 0
})
