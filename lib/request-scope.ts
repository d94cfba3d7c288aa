import { AsyncLocalStorage } from 'node:async_hooks'

export type RequestScope = { isActionRunning: boolean; isUnreadable: boolean; isOutage: boolean }

// The framework loads a module more than once in a process.
const kept = globalThis as { requestScope?: AsyncLocalStorage<RequestScope> }
kept.requestScope ??= new AsyncLocalStorage<RequestScope>()

export const requestScope = kept.requestScope
