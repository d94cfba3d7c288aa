import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import { UtcTime } from '@/components/utc-time'
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
  /** How many devices have the app; null while the vendor does not answer. */
  devices: number | null
}

/** Only for the supporter who has taken the case. */
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
              Ask for more
            </h3>
            <p className="text-text-muted">
              The person gets a mail and answers on the request’s own page. Until then the clock stands still.
            </p>
            <AskMoreForm caseId={found.id} />
          </section>
        )}
        <section aria-labelledby="decline-heading" className="grid gap-3 border-t border-border pt-5">
          <h3 id="decline-heading" className="font-medium">
            Decline
          </h3>
          <p className="text-text-muted">
            The old phone stays in force. The person reads the sentence of the chosen reason, and how to
            appeal.
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
    <Alert tone="warn" title="Two supporters have to approve">
      {first && found.firstApprovedBy ? (
        <p>
          {first.actorName} approved first, <UtcTime at={first.at} />. Yours is the second.
        </p>
      ) : (
        <p>Yours is the first approval. It starts nothing: a colleague has to check and approve too.</p>
      )}
    </Alert>
  )
}

type ObstacleFacts = Pick<DecisionProps, 'found' | 'facts' | 'notifications'>

/** What keeps *Approve* off, in words; the verb checks all of it again. */
function obstaclesOf({ found, facts, notifications }: ObstacleFacts): string[] {
  const { waiting, sent } = notifiedOfOpening(notifications)
  return [
    missingEvidence(facts).length > 0 && 'Not verified: see what is missing under Evidence.',
    found.state === 'seconding' &&
      !hasCheckedToo(found) &&
      'Tick something that you have checked yourself: the second approval is worth a second look.',
    waiting > 0 &&
      `${waiting === 1 ? '1 notice' : `${waiting} notices`} of the request still on the way: whoever could object has to be told first.`,
    waiting === 0 && sent === 0 && 'Every notice of the request was refused, so nobody could object.',
  ].filter((one) => one !== false)
}

function hasCheckedToo({ evidence, ownerId }: CaseDetails): boolean {
  return evidence.some(({ kind, byId }) => byId === ownerId && (kind === 'call_back' || kind === 'documents'))
}

function whatFollows(found: CaseDetails, facts: ProofFacts, devices: number | null): string {
  if (found.state === 'checking' && needsSecond(found.role, found.risks))
    return 'After the second approval the protective wait starts.'
  const adminConfirmed = facts.ticked.includes('admin_confirmed')
  const hours = waitHours({ role: found.role, risks: found.risks, adminConfirmed, devices: devices ?? 0 })
  return hours === 0
    ? 'There is no protective wait: an admin of the firm has confirmed it, and the account has another device.'
    : `A protective wait of ${hours} hours starts. Everybody is told, and anybody who was told can stop it.`
}
