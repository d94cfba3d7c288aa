import { maskMobileNumber } from '@/lib/contact/mobile-number'
import type { AllWords, Fact } from './parts'
import { oneLine, timeInWords } from './plain-text'

export const people = {
  'new-admin': (notification, to) => {
    const [about, by] = [oneLine(notification.about), oneLine(notification.by)]
    return {
      subject: `${about} is now an admin of ${to.firmName}`,
      paragraphs: [`${about} ${became[notification.how]} and can manage employees and security settings.`],
      facts: [...when(notification.at), ['Admin', about], ['By', by]],
      button: { words: 'Manage Employees', url: to.employees },
      after: ["Didn't expect this? Set the account to inactive and check with your firm's other admins."],
    }
  },

  'colleague-number-confirmed': (notification, to) => {
    const about = oneLine(notification.about)
    return {
      subject: `${about} confirmed a mobile phone number`,
      paragraphs: [
        `${about} used the mobile phone number on file for the first time. It's now a sign-in method of the account.`,
      ],
      facts: [...when(notification.at), ['Person', about], ['Number', maskMobileNumber(notification.number)]],
      button: to.isOperator ? undefined : { words: 'Manage Employees', url: to.employees },
      after: [
        `If ${about} has another phone, someone else may have confirmed it: call ${about}, then correct the number.`,
        'We email this at most once an hour. The portal lists every confirmed number under Notifications.',
      ],
    }
  },

  'address-tried': (notification, to) => {
    const firm = oneLine(notification.firm)
    return {
      subject: 'An admin tried to add your email address',
      paragraphs: [
        `An admin of ${firm} tried to add this address as an employee there. We refused it, since an address has one account. Your account at ${to.firmName} hasn't changed.`,
        `We didn't tell ${firm} your name or your firm.`,
      ],
      facts: [...when(notification.at), ['Firm', firm]],
      after: [
        `Are you moving to ${firm}? Ask an admin at ${to.firmName} to contact support.`,
        "Otherwise you don't need to do anything.",
      ],
    }
  },

  'adding-paused': (notification, to) => {
    const firm = oneLine(notification.firm)
    return {
      subject: `${firm} can't add employees today`,
      paragraphs: [
        `Admins of ${firm} tried to add five addresses that already have an account at another firm. We refused them and paused adding employees there for up to 24 hours.`,
      ],
      facts: [...when(notification.at), ['Firm', firm]],
      button: { words: 'Open the queue', url: to.cases },
      after: [`Call ${firm} if it contacts you: a mistake looks the same as testing who our customers are.`],
    }
  },
} satisfies Partial<AllWords>

const became = { added: 'was added', promoted: 'was made an admin', reactivated: 'was reactivated' }

function when(at: string): Fact[] {
  return [['When', timeInWords(at)]]
}
