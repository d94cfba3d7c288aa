import { runWorker } from '@/lib/worker/worker'

await runWorker()
