import { Time } from '@/components/time'
import { PostForm } from '@/components/ui/post-form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Actor } from '@/lib/access/policy'
import { canTake, isOpen, isToDecide, lockHours } from '@/lib/cases/rules'
import type { CaseDetails } from '@/lib/cases/support/get-case'
import { releaseCaseAction, takeCaseAction } from '../actions'
import { CaseStatus } from '../case-status'
import { DueStatus } from '../due-status'

type StandingProps = { found: CaseDetails; actor: Actor; now: Date }

/** The case's status and owner, with the buttons to take or release it. */
export function Standing({ found, actor, now }: StandingProps) {
  const isUndecided = isToDecide(found.state)
  const isMine = found.ownerId === actor.employeeId
  const lockLapsed = found.ownedAt ? now.getTime() - found.ownedAt.getTime() > lockHours * 3_600_000 : true
  const isFirstApprover = found.firstApprovedBy === actor.employeeId

  return (
    <section
      aria-label="Status"
      className="mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-card border border-border bg-surface px-5 py-4 wrap-anywhere sm:px-6"
    >
      <div className="grid gap-2">
        <p className="flex flex-wrap items-center gap-2">
          <CaseStatus state={found.state} />
          {isUndecided && <DueStatus about={found} now={now} />}
        </p>
        <p>{hands({ found, isUndecided, isMine, isFirstApprover })}</p>
        <a href="#evidence" className="text-link lg:hidden">
          Go to the evidence
        </a>
      </div>
      <div className="flex gap-2">
        {canTake({ ...found, lockLapsed, isMine, isFirstApprover }) && (
          <PostForm action={takeCaseAction}>
            <input type="hidden" name="caseId" value={found.id} />
            <SubmitButton>Take</SubmitButton>
          </PostForm>
        )}
        {isUndecided && isMine && (
          <PostForm action={releaseCaseAction}>
            <input type="hidden" name="caseId" value={found.id} />
            <SubmitButton look="secondary">Release</SubmitButton>
          </PostForm>
        )}
      </div>
    </section>
  )
}

type HandsProps = { found: CaseDetails; isUndecided: boolean; isMine: boolean; isFirstApprover: boolean }

function hands({ found, isUndecided, isMine, isFirstApprover }: HandsProps) {
  if (!isOpen(found.state)) {
    return (
      found.closedAt && (
        <>
          Closed <Time at={found.closedAt} />. It can't be changed anymore.
        </>
      )
    )
  }
  if (found.state === 'waiting' && found.waitsUntil) {
    return (
      <>
        The security hold ends <Time at={found.waitsUntil} />. Until then, the request can be canceled.
      </>
    )
  }
  if (found.state === 'ready')
    return 'The old phone was removed. The person has a link to set up the new one.'
  if (found.state === 'asked')
    return 'The deadline is paused until the person answers or an agent takes the request.'
  if (isUndecided && isMine) return "You're working on this request."
  if (found.ownerId && found.ownedAt) {
    return (
      <>
        {found.ownerName ?? 'Another agent'} has been working on this since <Time at={found.ownedAt} />.
      </>
    )
  }
  if (isFirstApprover) return 'You gave the first approval. The second must come from another agent.'
  return 'Unassigned. Take this request to decide it.'
}
