import { inject } from 'vitest'

// Before any module of the portal is loaded, since these read their settings while they load.
Object.assign(process.env, inject('portalEnvironment'), { LOG_LEVEL: 'silent' })
