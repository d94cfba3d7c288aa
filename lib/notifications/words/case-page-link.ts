import { casePageAddress } from '@/lib/mail-links/case-links'
import { secureAccount } from './own-act'
import type { AllWords } from './parts'

export const casePageLink = {
  'case-page-link': ({ caseId, number }, to) => ({
    subject: `LP-${number}: link to your request`,
    paragraphs: [
      `You asked for the link to request LP-${number} again. It shows the status of your request without signing in.`,
    ],
    button: { words: 'View your request', url: casePageAddress(caseId) },
    links: [secureAccount(to)],
    after: [
      "Don't share this link: anyone who has it can withdraw the request.",
      'If you didn\'t ask for it, someone knows your password. Select "Secure your account" to block it and get a link to set a new one.',
    ],
  }),
} satisfies Partial<AllWords>
