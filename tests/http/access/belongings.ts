import { db } from '@/lib/db'
import { newNotificationId, notMeHashOf } from '@/lib/mail-links/not-me-link'
import { newSecretId, storedId } from '@/lib/secrets/secret-id'
import { seal } from '@/lib/sign-in-methods/totp/sealed-secret'
import { newTotpSecret } from '@/lib/sign-in-methods/totp/totp'
import type { Employee } from '@/prisma/client/client'

/** What is one person's own, by the ids that a form may name. */
export type Belongings = { methodId: string; browserHash: string; notificationId: string }

export function newBelongings(): Belongings {
  return {
    methodId: crypto.randomUUID(),
    browserHash: storedId(newSecretId()),
    notificationId: newNotificationId(),
  }
}

/** Each gets two apps, so that one may go, two trusted browsers and a notification. */
export async function giveBelongings(given: Array<{ to: Employee; owned: Belongings }>): Promise<void> {
  const apps = given.flatMap(({ to, owned }) => [
    app(to, owned.methodId, 'Work phone'),
    app(to, crypto.randomUUID(), 'Tablet'),
  ])
  const expiresAt = new Date(Date.now() + 24 * 60 * 60_000)
  const browsers = given.flatMap(({ to: { id: employeeId }, owned }) => [
    { id: owned.browserHash, employeeId, expiresAt, browser: 'Firefox on Linux', place: 'home' },
    { id: storedId(newSecretId()), employeeId, expiresAt, browser: 'Chrome on Windows', place: 'home' },
  ])
  const notifications = given.map(({ to, owned }) => newBrowserNotification(to, owned.notificationId))
  await Promise.all([
    db.totpApp.createMany({ data: apps }),
    db.trustedBrowser.createMany({ data: browsers }),
    db.notification.createMany({ data: notifications }),
    db.employee.updateMany({
      where: { id: { in: given.map(({ to }) => to.id) } },
      data: { enrolledAt: new Date() },
    }),
  ])
}

/** That somebody has signed in from a new browser. */
export function newBrowserNotification({ id: employeeId }: Employee, id = newNotificationId()) {
  const [at, place, browser] = [new Date().toISOString(), 'Austin, United States', 'Chrome on Windows']
  return {
    id,
    employeeId,
    content: { kind: 'new-browser', employeeId, at, place, browser },
    notMeHash: notMeHashOf(id),
  }
}

function app({ id: employeeId }: Employee, id: string, name: string) {
  const sealedSecret = seal(newTotpSecret(), id)
  return { id, employeeId, name, sealedSecret, addedIn: 'a test', confirmedAt: new Date() }
}
