import { casePageAddress } from '@/lib/mail-links/case-links'
import type { AllWords } from './parts'
import { oneLine } from './plain-text'

export const lateCases = {
  'case-late': ({ number, firm, isBreach }, to) => ({
    subject: isBreach ? `LP-${number}: no decision after 72 hours` : `LP-${number} is overdue`,
    paragraphs: [
      isBreach
        ? `No one decided request LP-${number} from ${oneLine(firm)} within 72 hours. We broke our promise to this person.`
        : `Request LP-${number} from ${oneLine(firm)} is overdue: no one decided it in time. We've told the person that we're late.`,
      "Take it now. Being late doesn't lower the bar: don't approve what you haven't verified.",
    ],
    button: { words: 'Open the queue', url: to.cases },
  }),

  'case-answer-late': ({ caseId, number }, to) => ({
    subject: `LP-${number}: sorry, we're late`,
    paragraphs: [
      `We promised you an answer to request LP-${number} by now, and we don't have one yet. We're sorry. We've notified every support agent, and your request comes first.`,
      "You don't need to do anything. A new request wouldn't be faster.",
    ],
    button: { words: 'View your request', url: casePageAddress(caseId) },
    after: [`Need to sign in right away? An admin at ${to.firmName} can give you a one-time pass.`],
  }),

  'enrollment-unused': ({ caseId, number }, to) => ({
    subject: `LP-${number}: set up your new phone`,
    paragraphs: [
      `Request LP-${number} was completed a day ago, but your new phone isn't set up yet. You can't sign in until it is.`,
      "The link we emailed you has expired. Get a new one on your request's page: we'll email it to this address, it works once, and it asks for your password.",
    ],
    button: { words: 'Get a new link', url: casePageAddress(caseId) },
    after: [
      `Didn't ask to move to another phone? Cancel the request with the link in our emails about LP-${number}, and contact an admin at ${to.firmName}.`,
    ],
  }),
} satisfies Partial<AllWords>
