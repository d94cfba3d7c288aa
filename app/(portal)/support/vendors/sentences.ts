import type { FinishMigrationRefusal } from '@/lib/vendor-migration/finish-migration'
import type { BackRefusal } from '@/lib/vendor-migration/roll-back'
import type { MigrationAct } from '@/lib/vendor-migration/schema'
import type { StartRefusal } from '@/lib/vendor-migration/start-migration'

type MigrationRefusal = Exclude<StartRefusal | FinishMigrationRefusal | BackRefusal, 'proof-needed'>

export const migrationSentences: Record<MigrationRefusal, string> = {
  'no-service': 'The portal has no Twilio Verify service in its settings, so nobody can be moved to it.',
  'not-found': 'That firm is no longer here.',
  'not-started': 'The move of this firm has not started yet.',
  'not-moving': 'Only a move that has started and is not finished can be taken back.',
}

export const doneSentences: Record<MigrationAct, string> = {
  start: 'The move has started. People are moved one after the other, and each is told.',
  finish:
    'Authy is being left, person by person. Who has no other way in keeps it and stands on the list below.',
  back: 'The move is being taken back. Nobody has lost anything.',
}

/** What each button does, in the words beside it. */
export const actWords: Record<MigrationAct, { button: string; title: string; about: string }> = {
  start: {
    button: 'Start the move',
    title: 'Start',
    about:
      'Texts go by Twilio Verify from now on, for new people and for everybody else. Requests in the Authy app and its tokens go on working. Everybody who moves gets a mail that asks for an app or a passkey.',
  },
  finish: {
    button: 'Finish the move',
    title: 'Finish',
    about:
      'Authy forgets everybody who has another way in. Their requests in the Authy app and tokens from it end at once, and this cannot be taken back. Who would be left without a way in keeps Authy.',
  },
  back: {
    button: 'Take the move back',
    title: 'Back',
    about: 'Texts go by Authy again. People who came meanwhile are registered there now.',
  },
}
