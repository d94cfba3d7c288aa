import type { FinishMigrationRefusal } from '@/lib/vendor-migration/finish-migration'
import type { BackRefusal } from '@/lib/vendor-migration/roll-back'
import type { MigrationAct } from '@/lib/vendor-migration/schema'
import type { StartRefusal } from '@/lib/vendor-migration/start-migration'

type MigrationRefusal = Exclude<StartRefusal | FinishMigrationRefusal | BackRefusal, 'proof-needed'>

export const migrationSentences: Record<MigrationRefusal, string> = {
  'no-service': "Twilio Verify isn't set up for this portal. Add its settings, then start again.",
  'not-found': 'That firm was not found.',
  'not-started': "This firm's migration hasn't started yet.",
  'not-moving': "You can only roll back a migration that has started and isn't finished.",
}

export const doneSentences: Record<MigrationAct, string> = {
  start: 'Migration started. We migrate people one at a time and notify each of them.',
  finish:
    "We're removing people from Authy. People without another method stay on Authy and are listed below.",
  back: "We're rolling back the migration. Nobody loses access.",
}

export const allFirmsSentences = {
  all: 'Migration of all firms started. Reload this page to see the progress.',
}

export type AllFirmsFlash = keyof typeof allFirmsSentences

/** Each button, with what it does. */
export const actWords: Record<MigrationAct, { button: string; title: string; about: string }> = {
  start: {
    button: 'Start migration',
    title: 'Start migration',
    about:
      "Sends text codes through Twilio Verify from now on. OneTouch alerts and tokens from the Authy app keep working. We'll email each person to add an authenticator app or a passkey.",
  },
  finish: {
    button: 'Finish migration',
    title: 'Finish migration',
    about:
      "Removes everyone with another method from Authy. Their OneTouch alerts and Authy tokens stop working at once, and you can't undo this. People without another method stay on Authy.",
  },
  back: {
    button: 'Roll back',
    title: 'Roll back',
    about:
      'Sends text codes through Authy again. People added during the migration are registered with Authy.',
  },
}
