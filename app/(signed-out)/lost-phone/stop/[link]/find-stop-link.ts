import type { findByStopLink } from '@/lib/cases/find-case'

/** What a cancel link is about, and what may be said about the person. */
export type StopLink = NonNullable<Awaited<ReturnType<typeof findByStopLink>>>

export const nameOf = ({ case: { kind, number } }: StopLink) =>
  `${kind === 'lost_phone' ? 'LP' : 'NC'}-${number}`
export const isPerson = (notification: StopLink) => notification.employeeId === notification.case.employeeId
export const firstName = (notification: StopLink) =>
  notification.case.employee.name.trim().split(/\s/)[0] ?? 'the person'
export const ownerOf = (notification: StopLink) =>
  isPerson(notification) ? 'your' : `${firstName(notification)}'s`
