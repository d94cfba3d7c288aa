import type { Tone } from '@/components/ui/alert'
import type { IconName } from '@/components/ui/icon'
import type { FirmCase } from '@/lib/cases/firm/list-firm-cases'

type Look = { tone: Tone | 'neutral'; icon: IconName; word: string }

/** Where a case stands, for the admins of the firm. */
export function caseLook({ kind, state }: FirmCase): Look {
  if (kind === 'number_change' && state === 'waiting') {
    return { tone: 'info', icon: 'clock', word: 'Waits for the person' }
  }
  return looks[state]
}

const looks: Record<FirmCase['state'], Look> = {
  received: { tone: 'info', icon: 'clock', word: 'Received' },
  checking: { tone: 'info', icon: 'search', word: 'Being checked' },
  asked: { tone: 'warn', icon: 'circle-question-mark', word: 'Question to the person' },
  seconding: { tone: 'info', icon: 'search', word: 'Checked a second time' },
  waiting: { tone: 'warn', icon: 'clock', word: 'Approved, waiting' },
  ready: { tone: 'warn', icon: 'smartphone', word: 'Ready to set up' },
  done: { tone: 'ok', icon: 'check', word: 'Done' },
  stopped: { tone: 'danger', icon: 'ban', word: 'Stopped' },
  withdrawn: { tone: 'neutral', icon: 'x', word: 'Withdrawn' },
  declined: { tone: 'neutral', icon: 'x', word: 'Declined' },
  found: { tone: 'ok', icon: 'smartphone', word: 'Phone found' },
}

/** "LP-12", as in every mail. */
export function caseName({ kind, number }: FirmCase): string {
  return `${kind === 'lost_phone' ? 'LP' : 'NC'}-${number}`
}

export const lossWords: Record<NonNullable<FirmCase['reason']>, string> = {
  lost: 'Phone lost',
  stolen: 'Phone stolen',
  broken: 'Phone broken',
  new_number: 'New phone number',
}
