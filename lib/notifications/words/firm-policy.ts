import { changesBetween } from '@/lib/access/firm-policy-words'
import type { Fact, Links, NotificationOf, Words } from './parts'
import { oneLine, timeInWords } from './plain-text'

export function policyChanged(
  notification: NotificationOf<'policy-changed'>,
  links: Links,
  firm: string,
): Words {
  const changes = changesBetween(notification.before, notification.after).map(
    ({ label, before, after }): Fact => [label, `${before} before, ${after} now`],
  )
  return {
    subject: `The second steps of ${firm} were changed`,
    paragraphs: [
      'An admin has changed which second steps your firm takes. It counts from the next sign-in of each person; nobody is signed out.',
    ],
    facts: [['When', timeInWords(notification.at)], ['By', oneLine(notification.by)], ...changes],
    button: { words: 'Manage Employees', url: links.employees },
    after: ['If you did not expect this, change it back and ask the other admins of your firm.'],
  }
}
