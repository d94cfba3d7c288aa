import type { findByStopLink } from '@/lib/cases/find-case'

/** What a stop link is about, and the few words that may be said about the person. */
export type StopNotice = NonNullable<Awaited<ReturnType<typeof findByStopLink>>>

export const nameOf = ({ case: { kind, number } }: StopNotice) =>
  `${kind === 'lost_phone' ? 'LP' : 'NC'}-${number}`
export const isPerson = (notice: StopNotice) => notice.employeeId === notice.case.employeeId
export const firstName = (notice: StopNotice) =>
  notice.case.employee.name.trim().split(/\s/)[0] ?? 'the person'
export const ownerOf = (notice: StopNotice) => (isPerson(notice) ? 'your' : `${firstName(notice)}’s`)
