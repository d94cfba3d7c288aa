import { casePageAddress } from '@/lib/mail-links/case-links'
import type { Links, NotificationOf, Words } from './parts'

export function casePageLink({ caseId, number }: NotificationOf<'case-page-link'>, links: Links): Words {
  return {
    subject: `LP-${number}: the page of your request`,
    paragraphs: [
      `You asked for the link to the page of request LP-${number} once more. It shows where the request stands, without signing in.`,
    ],
    button: { words: 'See where your request stands', url: casePageAddress(caseId) },
    links: [{ words: 'This was not me', url: links.notMe }],
    after: [
      'Keep this link to yourself: who has it can withdraw the request.',
      'If you did not ask, somebody knows your password: press "This was not me", which makes it useless and mails you a link for a new one.',
    ],
  }
}
