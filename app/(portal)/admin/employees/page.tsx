import type { Metadata } from 'next'
import Link from 'next/link'
import { ButtonLink } from '@/components/ui/button-link'
import { Icon } from '@/components/ui/icon'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { UnreadablePosition } from '@/components/ui/unreadable-position'
import type { Actor } from '@/lib/access/policy'
import {
  countByFilter,
  countedAtMost,
  type EmployeeDetails,
  getEmployee,
  listEmployees,
  listWithoutNumber,
} from '@/lib/employees/queries'
import { askToConfirmRefusal } from '@/lib/employees/rules'
import { employeeId, readListView } from '@/lib/employees/schema'
import { getFirm } from '@/lib/firms/queries'
import { readFlash } from '@/lib/session/flash'
import { requirePermission } from '@/lib/session/guards'
import { addAddress, listAddress } from './addresses'
import { DoneAlert } from './done-alert'
import { EmployeeFilters } from './employee-filters'
import { EmployeeTable, pencilId } from './employee-table'
import { NoEmployees } from './no-employees'
import { type EmployeesFlash, employeesFlashes, ruleAnswers } from './sentences'
import { SoftLinks } from './soft-links'
import { TwoFactorPanel } from './two-factor/two-factor-panel'

export const metadata: Metadata = { title: 'Manage Employees' }

export default async function ManageEmployeesPage({ searchParams }: PageProps<'/admin/employees'>) {
  const actor = await requirePermission('employees.view')
  const params = await searchParams
  const view = readListView(params)
  const flash = await readFlash(employeesFlashes)
  const who = employeeId.safeParse(flash?.about).data
  const firm = await getFirm(actor)
  const [counts, list, person] = await Promise.all([
    countByFilter(actor, firm),
    listEmployees(actor, view),
    who ? getEmployee(actor, who) : null,
  ])
  const wasRefused = view.rule === 'numbers-missing' && !firm.requiresSecondFactor
  const missing = wasRefused && firm.activeWithoutNumber > 0 ? await listWithoutNumber(actor) : []
  const now = new Date()
  const becameReady = wasRefused && firm.activeWithoutNumber === 0

  return (
    <Page>
      <PageHeader
        title="Manage Employees"
        action={
          <ButtonLink href={addAddress(view)} look="primary">
            <Icon name="user-plus" />
            Add employee
          </ButtonLink>
        }
        about={
          <>
            {readyWords(firm.activeEmployees, counts['not-ready'])}{' '}
            {counts['not-ready'] > 0 && (
              <Link href="/admin/employees?show=not-ready" prefetch={false} className="text-link">
                See who isn't ready
              </Link>
            )}
          </>
        }
      />
      <SoftLinks focusOn={becameReady ? 'answer-yes' : who && pencilId(who)} renderedAt={now.getTime()} />
      <DoneAlert done={flash?.key} person={person && { ...person, canBeAsked: canBeAsked(person, actor) }} />
      <TwoFactorPanel
        firm={firm}
        missing={missing}
        notReady={counts['not-ready']}
        view={view}
        answered={flash ? ruleOf(flash.key) : undefined}
      />
      <EmployeeFilters view={view} counts={counts} />
      {list.isUnreadable ? (
        <UnreadablePosition first={listAddress({ ...view, after: undefined, before: undefined })} />
      ) : list.rows.length === 0 ? (
        <NoEmployees view={view} />
      ) : (
        <>
          <EmployeeTable
            rows={list.rows}
            policy={firm}
            view={view}
            revealed={asText(params.reveal)}
            marked={who}
          />
          <Pagination
            summary={summaryOf(list.rows.length, firm.activeEmployees, view.show === 'active' && !view.q)}
            previous={
              list.previous ? listAddress({ ...view, before: list.previous, after: undefined }) : null
            }
            next={list.next ? listAddress({ ...view, after: list.next, before: undefined }) : null}
          />
        </>
      )}
    </Page>
  )
}

/** An admin's own number is confirmed in the admin's own Edit Employee window. */
function canBeAsked(person: EmployeeDetails, actor: Actor): boolean {
  return person.id !== actor.employeeId && askToConfirmRefusal(person) === null
}

function ruleOf(key: EmployeesFlash): 'on' | 'off' | undefined {
  return key === 'rule-on' || key === 'rule-off' ? ruleAnswers[key] : undefined
}

function readyWords(active: number, notReady: number): string {
  if (notReady >= countedAtMost)
    return `More than ${(countedAtMost - 1).toLocaleString('en')} employees aren't ready for two-factor sign-in.`
  return `${(active - notReady).toLocaleString('en')} of ${active.toLocaleString('en')} employees are ready for two-factor sign-in.`
}

function summaryOf(shown: number, active: number, isWholeList: boolean): string {
  if (isWholeList) return `${shown} of ${active.toLocaleString('en')} active employees`
  return shown === 1 ? '1 employee' : `${shown} employees`
}

function asText(param: string | string[] | undefined): string | undefined {
  return typeof param === 'string' ? param : undefined
}
