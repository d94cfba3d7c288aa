import { changesBetween } from '@/lib/access/firm-policy-words'
import type { AllWords, Fact } from './parts'
import { oneLine, timeInWords } from './plain-text'

export const firmPolicy = {
  'policy-changed': (notification, to) => {
    const changes = changesBetween(notification.before, notification.after).map(
      ({ label, before, after }): Fact => [label, `${before} before, ${after} now`],
    )
    return {
      subject: `The second steps of ${to.firmName} were changed`,
      paragraphs: [
        'An admin has changed which second steps your firm takes. It counts from the next sign-in of each person; nobody is signed out.',
      ],
      facts: [['When', timeInWords(notification.at)], ['By', oneLine(notification.by)], ...changes],
      button: { words: 'Manage Employees', url: to.employees },
      after: ['If you did not expect this, change it back and ask the other admins of your firm.'],
    }
  },
} satisfies Partial<AllWords>
