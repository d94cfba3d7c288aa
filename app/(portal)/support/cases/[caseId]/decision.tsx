import { Time } from '@/components/time'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import { missingEvidence, needsSecond, type ProofFacts, waitHours } from '@/lib/cases/rules'
import type { CaseDetails } from '@/lib/cases/support/get-case'
import { type NotificationRow, notifiedOfOpening } from '@/lib/cases/support/get-case'
import { ApproveForm } from './approve-form'
import { AskMoreForm } from './ask-more-form'
import { DeclineForm } from './decline-form'

type DecisionProps = {
  found: CaseDetails
  facts: ProofFacts
  notifications: NotificationRow[]
  /** How many devices have the Authy app; null when the vendor did not respond. */
  devices: number | null
}

/** Shown only to the support agent who has taken the case. */
export function Decision({ found, facts, notifications, devices }: DecisionProps) {
  const obstacles = obstaclesOf({ found, facts, notifications })

  return (
    <Card title="Decision">
      <div className="grid gap-6">
        <section aria-labelledby="approve-heading" className="grid gap-3">
          <h3 id="approve-heading" className="font-medium">
            Approve
          </h3>
          <SecondNeeded found={found} />
          <p className="text-text-muted">{whatFollows(found, facts, devices)}</p>
          {obstacles.length > 0 ? (
            <>
              <ul id="approve-obstacles" className="grid gap-1.5">
                {obstacles.map((obstacle) => (
                  <li key={obstacle} className="flex gap-2">
                    <Icon name="ban" className="h-lh text-text-muted" />
                    <span>{obstacle}</span>
                  </li>
                ))}
              </ul>
              <div>
                <Button disabled aria-describedby="approve-obstacles">
                  Approve
                </Button>
              </div>
            </>
          ) : (
            <ApproveForm caseId={found.id} />
          )}
        </section>
        {found.state === 'checking' && (
          <section aria-labelledby="ask-heading" className="grid gap-3 border-t border-border pt-5">
            <h3 id="ask-heading" className="font-medium">
              Ask a question
            </h3>
            <p className="text-text-muted">
              We email the person, who answers on the request page. The deadline is paused until then.
            </p>
            <AskMoreForm caseId={found.id} />
          </section>
        )}
        <section aria-labelledby="decline-heading" className="grid gap-3 border-t border-border pt-5">
          <h3 id="decline-heading" className="font-medium">
            Decline
          </h3>
          <p className="text-text-muted">
            The old phone keeps working. We'll send the reason below and how to appeal.
          </p>
          <DeclineForm caseId={found.id} />
        </section>
      </div>
    </Card>
  )
}

function SecondNeeded({ found }: { found: CaseDetails }) {
  if (!needsSecond(found.role, found.risks)) return null
  const first = found.events.find(({ act, toState }) => act === 'approved' && toState === 'seconding')
  return (
    <Alert tone="warn" title="Two approvals required">
      {first && found.firstApprovedBy ? (
        <p>
          {first.actorName} approved first, <Time at={first.at} />. Yours is the second approval.
        </p>
      ) : (
        <p>Yours is the first approval. Nothing happens until another agent checks and approves too.</p>
      )}
    </Alert>
  )
}

type ObstacleFacts = Pick<DecisionProps, 'found' | 'facts' | 'notifications'>

/** Why *Approve* is disabled; the verb checks all of it again. */
function obstaclesOf({ found, facts, notifications }: ObstacleFacts): string[] {
  const { waiting, sent } = notifiedOfOpening(notifications)
  return [
    missingEvidence(facts).length > 0 && "Not verified. See what's missing under Evidence.",
    found.state === 'seconding' &&
      !hasCheckedToo(found) &&
      'Add at least one check of your own before approving.',
    waiting > 0 &&
      `${waiting === 1 ? '1 notification is' : `${waiting} notifications are`} still being sent. You can approve after they've gone out.`,
    waiting === 0 &&
      sent === 0 &&
      'No notification about this request was delivered, so nobody could cancel it.',
  ].filter((one) => one !== false)
}

function hasCheckedToo({ evidence, ownerId }: CaseDetails): boolean {
  return evidence.some(({ kind, byId }) => byId === ownerId && (kind === 'call_back' || kind === 'documents'))
}

function whatFollows(found: CaseDetails, facts: ProofFacts, devices: number | null): string {
  if (found.state === 'checking' && needsSecond(found.role, found.risks))
    return 'The security hold starts after the second approval.'
  const adminConfirmed = facts.ticked.includes('admin_confirmed')
  const hours = waitHours({ role: found.role, risks: found.risks, adminConfirmed, devices: devices ?? 0 })
  return hours === 0
    ? 'No security hold: an admin at the firm confirmed the request, and the account has another device.'
    : `A security hold of ${hours} hours starts. During the hold, anyone we notified can cancel the request.`
}
