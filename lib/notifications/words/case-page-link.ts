import { casePageAddress } from '@/lib/mail-links/case-links'
import type { AllWords } from './parts'

export const casePageLink = {
  'case-page-link': ({ caseId, number }, to) => ({
    subject: `LP-${number}: the page of your request`,
    paragraphs: [
      `You asked for the link to the page of request LP-${number} once more. It shows where the request stands, without signing in.`,
    ],
    button: { words: 'See where your request stands', url: casePageAddress(caseId) },
    links: [{ words: 'This was not me', url: to.notMe }],
    after: [
      'Keep this link to yourself: who has it can withdraw the request.',
      'If you did not ask, somebody knows your password: press "This was not me", which makes it useless and mails you a link for a new one.',
    ],
  }),
} satisfies Partial<AllWords>
