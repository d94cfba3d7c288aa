import { env } from '@/lib/env'
import { writeOutputAsJson } from '@/lib/json-output'
import { log } from '@/lib/log'
import { runWorker } from '@/lib/worker/worker'

if (env.NODE_ENV === 'production') {
  writeOutputAsJson()
  process.once('uncaughtException', ({ stack }) => {
    log.fatal({ message: stack }, 'The worker failed')
    process.exit(1)
  })
}
await runWorker()
