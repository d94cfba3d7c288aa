import { receiveCallback } from '@/lib/sign-in-methods/push/receive-callback'

export async function POST(request: Request): Promise<Response> {
  const outcome = await receiveCallback(request.headers, await readBody(request))
  return new Response(null, { status: statuses[outcome] })
}

// Duplicates, late ones and unknown requests change nothing and are answered like the rest, or the vendor would repeat them.
const statuses = { accepted: 204, ignored: 204, refused: 403, unreadable: 400 } as const

const maxBytes = 32 * 1024

/** The raw body, or null when it is longer than any callback: read piece by piece, whatever the header says. */
async function readBody(request: Request): Promise<string | null> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of request.body ?? []) {
    size += piece.length
    if (size > maxBytes) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}
