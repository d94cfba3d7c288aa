import type { ReactNode } from 'react'
import type { FormState } from '@/lib/form'

const headings = {
  'same-number': ['/help/lost-phone#same-number', 'New phone with the same number'],
  'new-number': ['/help/lost-phone#new-number', 'How a phone reset works'],
  code: ['/help/lost-phone#code', 'About the code'],
  'case-page': ['/help/lost-phone#case-page', 'About the request page'],
  stop: ['/help/lost-phone#stop', 'About canceling a request'],
  'one-time-pass': ['/help/lost-phone#one-time-pass', 'About one-time passes'],
  'new-phone': ['/help/lost-phone#new-phone', 'Help with setting up a phone'],
  declined: ['/help/lost-phone#declined', 'If a request was declined or canceled'],
  'mail-reset': ['/help/lost-phone#mail-reset', 'Why an admin must confirm'],
  stolen: ['/help/lost-phone#stolen', 'If the phone was stolen'],
  limits: ['/help/lost-phone#limits', 'The limits'],
  'for-admins': ['/help/lost-phone#for-admins', 'For admins'],
} as const

export type HelpHeading = keyof typeof headings

/** What an action of these pages answers: an error comes with the part of the help article that explains it. */
export type AidedState = FormState & { help?: HelpHeading }

export function HelpLink({ to }: { to: HelpHeading }) {
  const [href, words] = headings[to]
  return (
    <a href={href} className="text-link">
      {words}
    </a>
  )
}

/** An error with a link to its explanation; nothing without an error. */
export function withRecovery(error: string | undefined, to: HelpHeading): ReactNode {
  if (!error) return undefined
  return (
    <>
      {error} <HelpLink to={to} />
    </>
  )
}
