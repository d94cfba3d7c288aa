import Link from 'next/link'
import { Time } from '@/components/time'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { PostForm } from '@/components/ui/post-form'
import { Segmented } from '@/components/ui/segmented'
import { countedAtMost } from '@/lib/employees/queries'
import type { ListView } from '@/lib/employees/schema'
import type { FirmPanel } from '@/lib/firms/queries'
import { answerRuleAction } from './actions'
import { NumbersMissing } from './numbers-missing'
import { RuleAlert } from './rule-alert'

type TwoFactorPanelProps = {
  firm: FirmPanel
  missing: { id: string; name: string }[]
  /** By the firm's policy, up to `countedAtMost`. */
  notReady: number
  view: ListView
  /** What the last action made of the question. */
  answered: 'on' | 'off' | undefined
}

/** The question, what the answer would change, and what is still missing. */
export function TwoFactorPanel({ firm, missing, notReady, view, answered }: TwoFactorPanelProps) {
  const isOn = firm.requiresSecondFactor

  return (
    <Card
      className="mb-6"
      title={<span id="rule-question">Enable two-factor authentication for your partner account?</span>}
      action={
        <PostForm action={answerRuleAction}>
          <Segmented
            name="answer"
            labelledBy="rule-question"
            options={answers}
            chosen={isOn ? 'yes' : 'no'}
          />
        </PostForm>
      }
    >
      <div className="grid gap-4">
        <RuleAlert firm={firm} rule={answered ?? view.rule} />
        {missing.length > 0 && (
          <NumbersMissing missing={missing} total={firm.activeWithoutNumber} view={view} />
        )}
        <div className="grid gap-2">
          <PolicyImpact firm={firm} />
          <BelowMinimum
            firm={firm}
            count={notReady - firm.activeWithoutNumber}
            isCapped={notReady >= countedAtMost}
          />
        </div>
        {!isOn && firm.activeAdmins === 1 && (
          <Alert tone="warn">
            You're the only admin. Make another person an admin first. If you lose your phone, nobody else in
            your firm can help you.
          </Alert>
        )}
        <p>
          <Link href="/admin/employees/two-factor" prefetch={false} className="text-link">
            Sign-in policy
          </Link>
        </p>
      </div>
    </Card>
  )
}

const answers = [
  { value: 'yes', label: 'Yes', id: 'answer-yes' },
  { value: 'no', label: 'No', id: 'answer-no' },
]

type BelowMinimumProps = { firm: FirmPanel; count: number; isCapped: boolean }

/** The people who have to add a method at their next sign-in, by the firm's policy. */
function BelowMinimum({ firm, count, isCapped }: BelowMinimumProps) {
  if (count <= 0) return null
  const people = isCapped ? 'Many people' : count === 1 ? '1 person' : `${count.toLocaleString('en')} people`
  const verb = count === 1 && !isCapped ? 'has' : 'have'
  const needsPasskey = firm.minimumTech === 'passkey' && firm.minimumAdmin === 'passkey'
  return (
    <p className="max-w-xl">
      {people} {verb} {needsPasskey ? 'no passkey' : "no sign-in method that meets your firm's minimum"} and
      will add one at the next sign-in.{' '}
      <a href="/admin/employees?show=not-ready" data-soft className="text-link">
        See who
      </a>
    </p>
  )
}

function PolicyImpact({ firm }: { firm: FirmPanel }) {
  const people =
    firm.activeEmployees === 1 ? '1 person' : `${firm.activeEmployees.toLocaleString('en')} people`
  if (firm.requiresSecondFactor) {
    return (
      <p className="max-w-xl">
        {firm.ruleChangedAt && (
          <>
            On since <Time at={firm.ruleChangedAt} />
            {firm.ruleChangedBy && `, by ${firm.ruleChangedBy}`}.{' '}
          </>
        )}
        {people} {firm.activeEmployees === 1 ? 'needs' : 'need'} a second step to sign in. If you choose No,
        people can sign in with just a password. We'll notify all admins.
      </p>
    )
  }
  const missing = firm.activeWithoutNumber
  return (
    <p className="max-w-xl">
      {missing > 0
        ? `Add a mobile number for ${missing.toLocaleString('en')} more ${missing === 1 ? 'employee' : 'employees'} to turn this on. `
        : 'Everyone has a mobile number. '}
      {firm.activeEmployees === 1 ? people : `All ${people}`} will then need a second step at sign-in,
      including anyone signed in now.
    </p>
  )
}
