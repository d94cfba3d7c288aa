import { redirect } from 'next/navigation'
import { takeOwnData } from '@/lib/account/own-data'
import { freshActorOf } from '@/lib/session/fresh-actor'
import { requirePermission } from '@/lib/session/guards'

export const dynamic = 'force-dynamic'

/** All that the portal keeps about the person who asks, as a file. It says much to a thief, so it needs a fresh proof. */
export async function GET(): Promise<Response> {
  const actor = await requirePermission('account.manage')
  if (!(await freshActorOf(actor)).ok) redirect('/step-up?next=%2Faccount%2Fsecurity')

  const today = new Date().toISOString().slice(0, 10)
  return new Response(JSON.stringify(await takeOwnData(actor), null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="partner-portal-data-${today}.json"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
