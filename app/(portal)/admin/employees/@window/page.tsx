import { requirePermission } from '@/lib/session/guards'

/** Back at the list, the window closes. */
export default async function NoWindow() {
  await requirePermission('employees.view')
  return null
}
