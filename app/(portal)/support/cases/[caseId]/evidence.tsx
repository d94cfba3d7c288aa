import { Time } from '@/components/time'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import { PostForm } from '@/components/ui/post-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { isToDecide, missingEvidence, type ProofFacts, requiredEvidence } from '@/lib/cases/rules'
import type { CaseDetails } from '@/lib/cases/support/get-case'
import { formatMobileNumber } from '@/lib/contact/mobile-number'
import type { EvidenceKind } from '@/prisma/client/enums'
import { evidenceWords } from '../sentences'
import { untickEvidenceAction } from './actions'
import { TickForm } from './evidence-form'

type EvidenceProps = { found: CaseDetails; facts: ProofFacts; admins: string[]; canWork: boolean }

/** Before the decision: which checks this case needs, and whether they are complete. After it: what was checked. */
export function Evidence({ found, facts, admins, canWork }: EvidenceProps) {
  const isUndecided = isToDecide(found.state)
  const alternatives = requiredEvidence(facts)
  const kinds = order.filter(
    (kind) =>
      facts.ticked.includes(kind) || (isUndecided && alternatives.some((items) => items.includes(kind))),
  )

  return (
    <Card title="Evidence">
      <div id="evidence" className="grid gap-5">
        {isUndecided && <Verdict facts={facts} />}
        {kinds.length === 0 ? (
          <p className="text-text-muted">No evidence was added.</p>
        ) : (
          <ul className="grid divide-y divide-border">
            {kinds.map((kind) => (
              <Item key={kind} kind={kind} found={found} facts={facts} admins={admins} canWork={canWork} />
            ))}
          </ul>
        )}
      </div>
    </Card>
  )
}

const order: EvidenceKind[] = ['call_back', 'admin_confirmed', 'colleague_vouched', 'documents']

function Verdict({ facts }: { facts: ProofFacts }) {
  if (missingEvidence(facts).length > 0) {
    return (
      <Alert tone="danger" title="Not verified">
        <NotEnough facts={facts} />
      </Alert>
    )
  }
  return (
    <Alert tone="ok" title="Verified">
      <p>The evidence is complete.</p>
    </Alert>
  )
}

/** For each alternative, what is still missing. */
function NotEnough({ facts }: { facts: ProofFacts }) {
  const missing = missingEvidence(facts)
  const [only] = missing
  if (missing.length === 1 && only) return <p>Still missing: {only.map(short).join(' and ')}.</p>
  return (
    <>
      <p>Still missing, one of these:</p>
      <ul className="grid list-disc gap-1 pl-5">
        {missing.map((items) => (
          <li key={items.join()}>{items.map(short).join(' and ')}</li>
        ))}
      </ul>
    </>
  )
}

function short(kind: EvidenceKind): string {
  return shortWords[kind]
}

const shortWords: Record<EvidenceKind, string> = {
  call_back: "a callback to the firm's main line",
  admin_confirmed: 'confirmation by an admin at the firm',
  colleague_vouched: 'a colleague to vouch',
  documents: 'an identity document',
}

type ItemProps = EvidenceProps & { kind: EvidenceKind }

function Item({ kind, found, facts, admins, canWork }: ItemProps) {
  const givers = found.evidence.filter((one) => one.kind === kind)
  const isGiven = givers.length > 0
  const isOwn = givers.some(({ byId }) => byId === found.ownerId)
  const tickable = kind === 'documents' || (kind === 'call_back' && facts.canCallBack) ? kind : null
  // The second of two agents repeats the checks of the first.
  const mayTick = canWork && tickable && !isOwn && (!isGiven || found.state === 'seconding')

  return (
    <li className="flex gap-3 py-3 first:pt-0 last:pb-0">
      <span
        className={`mt-px grid size-5 shrink-0 place-items-center rounded-xs border ${isGiven ? 'border-ok-border bg-ok-bg text-ok-fg' : 'border-border-strong'}`}
      >
        {isGiven && <Icon name="check" size={14} />}
      </span>
      <div className="grid min-w-0 grow gap-1.5">
        <p className="font-medium">
          {evidenceWords[kind]}
          <span className="sr-only">{isGiven ? ': done' : ': missing'}</span>
        </p>
        {!isGiven && <p className="text-text-muted">{howTo(kind, found, facts, admins)}</p>}
        {givers.map((given) => (
          <div key={given.byId}>
            <p className="text-text-muted">
              By {given.byName}, <Time at={given.at} />
            </p>
            {given.note && <p className="whitespace-pre-line">{given.note}</p>}
          </div>
        ))}
        {canWork && tickable && isOwn && (
          <PostForm action={untickEvidenceAction}>
            <input type="hidden" name="caseId" value={found.id} />
            <SubmitButton
              look="link"
              name="kind"
              value={kind}
              aria-label={`Remove evidence: ${evidenceWords[kind]}`}
            >
              Remove
            </SubmitButton>
          </PostForm>
        )}
        {mayTick && (
          <TickForm
            caseId={found.id}
            kind={tickable}
            label={
              kind === 'call_back'
                ? 'Who did you speak to, and what did they say?'
                : 'What did you check, and how?'
            }
          />
        )}
      </div>
    </li>
  )
}

function howTo(kind: EvidenceKind, found: CaseDetails, facts: ProofFacts, admins: string[]): string {
  const { mainLine } = found.employee.firm
  if (kind === 'call_back') {
    return facts.canCallBack && mainLine
      ? `Call ${formatMobileNumber(mainLine)} and ask for the person. Never call the lost or the requested number.`
      : "No number to call: the main line is missing, or it's the lost or the requested number."
  }
  if (kind === 'admin_confirmed') {
    return admins.length > 0
      ? `Checked automatically when ${admins.slice(0, 3).join(' or ')} confirms it under Admin > Requests.`
      : 'The firm has no other admin.'
  }
  if (kind === 'colleague_vouched') {
    return 'Checked automatically when a colleague at the firm signs in, confirms their identity and vouches.'
  }
  return "Check it in a video call or in person. Don't keep a copy."
}
