import type { Route } from 'next'
import { type ListView, listQuery, readListView } from '@/lib/employees/schema'

type Done = 'saved' | 'pending' | 'number-kept' | 'unlocked' | 'unchanged' | 'added' | 'retried' | 'one-touch'

/** The list as it is in `view`, with what has just been done. */
export function listAddress(view: ListView, step?: { done: Done; who?: string }): Route {
  const query = new URLSearchParams(listQuery(view))
  if (step) query.set('done', step.done)
  if (step?.who) query.set('who', step.who)
  return query.size > 0 ? `/admin/employees?${query}` : '/admin/employees'
}

/** The same with one number shown in full. */
export function revealAddress(view: ListView, employeeId: string): Route {
  return `/admin/employees?${new URLSearchParams([...new URLSearchParams(listQuery(view)), ['reveal', employeeId]])}`
}

export function editAddress(employeeId: string, view: ListView): string {
  return `/admin/employees/${employeeId}/edit${backQuery(view)}`
}

export function addAddress(view: ListView): Route {
  return `/admin/employees/add${backQuery(view)}`
}

/** The list that a window came from. Whatever the address bar says, it can only be the list. */
export function readBack(back: unknown): ListView {
  return readListView(Object.fromEntries(new URLSearchParams(typeof back === 'string' ? back : '')))
}

function backQuery(view: ListView): '' | `?back=${string}` {
  const query = listQuery(view)
  return query ? `?back=${encodeURIComponent(query)}` : ''
}
