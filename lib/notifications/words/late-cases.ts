import { casePageAddress } from '@/lib/mail-links/case-links'
import type { AllWords } from './parts'
import { oneLine } from './plain-text'

export const lateCases = {
  'case-late': ({ number, firm, isBreach }, to) => ({
    subject: isBreach ? `LP-${number}: 72 hours without an answer` : `LP-${number} has no answer yet`,
    paragraphs: [
      isBreach
        ? `Nobody has decided request LP-${number} of ${oneLine(firm)} within 72 hours. We have broken our word to the person.`
        : `The time for answering request LP-${number} of ${oneLine(firm)} is over, and nobody has decided it. The person was told that we are late.`,
      'Please take it now. Being late makes no proof weaker: what is not verified stays not approved.',
    ],
    button: { words: 'Open the queue', url: to.cases },
  }),

  'case-answer-late': ({ caseId, number }, to) => ({
    subject: `LP-${number}: we are late, and sorry`,
    paragraphs: [
      `You were promised an answer to request LP-${number} by now, and have none. We are sorry. Every supporter was told, and your request comes first.`,
      'Nothing is lost and there is nothing for you to do: a new request would not be quicker.',
    ],
    button: { words: 'See where your request stands', url: casePageAddress(caseId) },
    after: [`If you have to get in at once, an admin of ${to.firmName} can give you a one-time pass.`],
  }),

  'enrollment-unused': ({ caseId, number }, to) => ({
    subject: `LP-${number}: your new phone is not set up yet`,
    paragraphs: [
      `Request LP-${number} was carried out a day ago, and your new phone is still not set up. Until then you cannot sign in.`,
      'The link that was mailed to you has run out. Ask for a fresh one on the page of your request: it comes to this address, works once and asks for your password.',
    ],
    button: { words: 'Get a fresh link', url: casePageAddress(caseId) },
    after: [
      `If you did not ask for another phone, stop the request with the link in the mails about LP-${number}, and tell an admin of ${to.firmName}.`,
    ],
  }),
} satisfies Partial<AllWords>
