import { z } from 'zod'

export const notMeForm = z.strictObject({ link: z.string().regex(/^[\w-]{43}$/) })

export const ownNotificationForm = z.strictObject({ notificationId: z.uuid() })

const instant = z.iso.datetime().transform((text) => new Date(text))

/** Notifications newer than the last one shown stay unread, and with `since` those on older pages. */
export const markReadForm = z.strictObject({ since: instant.optional(), until: instant })

export type MarkRead = z.output<typeof markReadForm>

export const notificationsView = z.object({
  before: z
    .string()
    .regex(/^\d{13}\.[0-9a-f-]{36}$/)
    .transform((text) => {
      const [time = '', id = ''] = text.split('.')
      return { at: new Date(Number(time)), id }
    })
    .refine(({ id }) => z.uuid().safeParse(id).success)
    .nullish()
    .catch(null),
})

export type NotificationsView = z.output<typeof notificationsView>

export function writePosition({ at, id }: { at: Date; id: string }): string {
  return `${at.getTime()}.${id}`
}
