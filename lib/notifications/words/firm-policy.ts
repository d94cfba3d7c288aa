import { changesBetween } from '@/lib/access/firm-policy-words'
import type { AllWords, Fact } from './parts'
import { oneLine, timeInWords } from './plain-text'

export const firmPolicy = {
  'policy-changed': (notification, to) => {
    const changes = changesBetween(notification.before, notification.after).map(
      ({ label, before, after }): Fact => [label, `${after} (was: ${before})`],
    )
    return {
      subject: `Sign-in policy changed for ${to.firmName}`,
      paragraphs: [
        'An admin changed which sign-in methods your firm allows. The change applies from the next sign-in; nobody is signed out.',
      ],
      facts: [['When', timeInWords(notification.at)], ['By', oneLine(notification.by)], ...changes],
      button: { words: 'Manage Employees', url: to.employees },
      after: ["Didn't expect this? Change it back and check with your firm's other admins."],
    }
  },
} satisfies Partial<AllWords>
