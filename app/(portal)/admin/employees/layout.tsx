import type { ReactNode } from 'react'

/** The list, and over it the window that a pencil opens. Opened by its address, the same window is a page of its own. */
export default function EmployeesLayout({ children, window }: { children: ReactNode; window: ReactNode }) {
  return (
    <>
      {children}
      {window}
    </>
  )
}
