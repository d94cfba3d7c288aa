import { notMeSecret } from '@/lib/mail-links/not-me-link'
import { isOwner, type VisitorName, type World } from './world'

/** The address behind a name of the table, in this world; what is everybody's own is the visitor's. */
export function addressOf(name: string, world: World, visitor: VisitorName = 'tech'): string {
  const { firm, victim, lost } = world
  return name
    .replace('[employeeId]', victim.id)
    .replace('[caseId]', lost.id)
    .replace('[firmId]', firm.id)
    .replace('[methodId]', world.owned[isOwner(visitor) ? visitor : 'tech'].methodId)
    .replace('/one-touch', '/one-touch?pushMode=typed')
    .replace('[link]', linkOf(name, world))
}

function linkOf(name: string, { link, numberLink, emailLink, notified }: World): string {
  if (name.startsWith('/confirm-number')) return numberLink
  if (name.startsWith('/confirm-email')) return emailLink
  return name.startsWith('/not-me') ? notMeSecret(notified.id) : link
}
