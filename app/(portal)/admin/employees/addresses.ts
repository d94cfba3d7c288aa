import type { Route } from 'next'
import { type ListView, listQuery, readListView } from '@/lib/employees/schema'

export function listAddress(view: ListView): Route {
  const query = listQuery(view)
  return query ? `/admin/employees?${query}` : '/admin/employees'
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
