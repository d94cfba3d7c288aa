import { db } from '@/lib/db'
import type { Operation } from './operation'
import { proveBelowMinimum, type World } from './world'

const security = () => '/account/security'
const addApp = () => '/account/security/app'
const addAppInSignIn = () => '/sign-in/add-method?method=app'
const ownMethod: Operation['ownId'] = ({ owned }, visitor) => owned[visitor].methodId

/** What people do with their sign-in methods, signed in or during the sign-in. */
export const methodOperations: Record<string, Operation> = {
  startAppAction: { page: addApp, button: 'Show QR code', done: /Scan this QR code/ },
  confirmAppAction: {
    page: addApp,
    first: { button: 'Show QR code' },
    button: 'Confirm',
    fields: () => ({ token: '000000' }),
    done: /That token is wrong/,
  },
  generateRecoveryCodesAction: {
    page: () => '/account/security/recovery-codes',
    button: 'Generate recovery codes',
    done: /Save these codes now/,
  },
  renameMethodAction: {
    page: (world) => `/account/security/methods/${world.owned.admin.methodId}`,
    button: 'Save name',
    fields: () => ({ name: 'Renamed' }),
    ownId: ownMethod,
    done: / renamed$/,
  },
  removeMethodAction: {
    page: (world) => `/account/security/methods/${world.owned.admin.methodId}`,
    button: 'Remove Work phone',
    ownId: ownMethod,
    done: / removed$/,
  },
  unlockPushesAction: {
    page: security,
    button: 'Turn OneTouch alerts back on',
    prepare: lockPushes,
    done: / pushes-on$/,
  },
  forgetBrowserAction: {
    page: security,
    holder: 'tech',
    button: 'Remove Firefox on Linux from home',
    ownId: ({ owned }, visitor) => owned[visitor].browserHash,
    done: / browser-forgotten$/,
  },
  forgetAllBrowsersAction: {
    page: security,
    holder: 'tech',
    button: 'Remove all',
    done: / browsers-forgotten$/,
  },
  startAppInSignInAction: {
    page: addAppInSignIn,
    holder: 'pending',
    button: 'Show QR code',
    prepare: proveBelowMinimum,
    done: /Scan this QR code/,
  },
  confirmAppInSignInAction: {
    page: addAppInSignIn,
    holder: 'pending',
    first: { button: 'Show QR code' },
    button: 'Confirm',
    fields: () => ({ token: '000000' }),
    prepare: proveBelowMinimum,
    done: /That token is wrong/,
  },
  generateCodesInSignInAction: {
    page: () => '/sign-in/add-method',
    holder: 'pending',
    button: 'Generate recovery codes',
    prepare: proveBelowMinimum,
    done: /Save these codes now/,
  },
}

function lockPushes({ people }: World) {
  const ids = Object.values(people).map(({ id }) => id)
  return db.employee.updateMany({ where: { id: { in: ids } }, data: { pushesLockedAt: new Date() } })
}
