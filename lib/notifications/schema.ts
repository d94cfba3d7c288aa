import { z } from 'zod'

export const notMeForm = z.strictObject({ link: z.string().regex(/^[\w-]{43}$/) })

export const ownNotificationForm = z.strictObject({ notificationId: z.uuid() })

/** Notifications newer than the last one shown stay unread. */
export const markReadForm = z.strictObject({ until: z.iso.datetime().transform((text) => new Date(text)) })

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
