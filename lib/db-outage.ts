/** The database rolled back: it waited too long for a lock, or is out of connections. */
const rolledBack = ['57014', '55P03', '40P01', '40001', '25P03', '53300', 'P2024', 'P2028', 'P2034']
/** It went away, perhaps between COMMIT and its answer. */
const wentAway = ['57P01', '57P02', '57P03', 'P1001', 'P1002', 'P1008', 'P1017']
const network = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']
const saysSo =
  /connection terminated|connection error|not queryable|timeout exceeded when trying to connect|server closed the connection/i

export function isOutage(error: unknown): boolean {
  return isLostConnection(error) || codesOf(error).some((code) => rolledBack.includes(code))
}

export function isLostConnection(error: unknown): boolean {
  const isCoded = codesOf(error).some(
    (code) => wentAway.includes(code) || network.includes(code) || code.startsWith('08'),
  )
  return isCoded || saysSo.test(String(error))
}

/** The driver's, the adapter's and the client's errors are nested in each other. */
function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 5) return []
  const { code, originalCode, cause, meta, driverAdapterError } = error as Record<string, unknown>
  const own = [code, originalCode].filter((each) => typeof each === 'string')
  return [...own, ...[cause, meta, driverAdapterError].flatMap((each) => codesOf(each, depth + 1))]
}
