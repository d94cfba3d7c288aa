import type { Colleague } from './employee-form-state'

/** Which colleague has the address, who may be hidden among the inactive. */
export function AddressTaken({ colleague: { id, name, active } }: { colleague: Colleague }) {
  return (
    <>
      {name} already has this email address{active ? '.' : ', and this account is disabled.'}{' '}
      <a href={`/admin/employees/${id}/edit`} className="text-link">
        Edit {name}
      </a>
    </>
  )
}
