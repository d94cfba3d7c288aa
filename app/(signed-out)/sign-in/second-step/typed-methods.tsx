import type { ReactNode } from 'react'
import { Time } from '@/components/time'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import type { Offer } from '@/lib/sign-in/second-step'
import type { LatestText } from '@/lib/sign-in-methods/tokens/queries'
import { sendTokenAction } from './actions'
import { TextForm } from './text-form'
import { TokenForm } from './token-form'

type TypedMethodsProps = {
  pending: PendingSignIn
  offer: Offer
  text: LatestText | null
  phone: string | null
  /** The field is for a recovery code: the person chose that, or there is nothing else to type. */
  isForCode: boolean
  hasTokens: boolean
  trustDays: number
  isFirst: boolean
}

/** One field for texts, apps and recovery codes; where text is the first method, its button comes first. */
export function TypedMethods(props: TypedMethodsProps) {
  const { pending, offer, text, phone, isForCode, hasTokens, trustDays, isFirst } = props
  const { methods, own } = offer
  const left = own.recoveryCodesLeft
  const isTextFirst = isFirst && methods[0] === 'text' && !isForCode
  const isTextNext = isTextFirst && !text
  const isPasskeyNext = !isFirst && methods[0] === 'passkey'
  const isFieldNext = !isTextNext && !isPasskeyNext
  const textForm = methods.includes('text') && !isForCode && (
    <TextForm text={text} phone={phone} action={sendTokenAction} isMain={isTextNext} />
  )

  return (
    <>
      {isTextFirst && textForm}
      <TokenForm
        hint={isForCode ? codeHint(left) : tokenHint(pending, offer)}
        isForCode={isForCode}
        trustDays={trustDays}
        autoFocus={isFieldNext}
        isMain={isFieldNext}
      />
      {!isTextFirst && textForm}
      {methods.includes('recovery-code') && hasTokens && (
        <p className="text-sm text-text-muted">
          {isForCode ? (
            <a href="/sign-in/second-step" className="text-link">
              Back to tokens
            </a>
          ) : (
            <>
              <a href="/sign-in/second-step?code=1" className="text-link">
                Use a recovery code
              </a>{' '}
              ({left} left)
            </>
          )}
        </p>
      )}
    </>
  )
}

function codeHint(left: number): string {
  return `Enter a recovery code: 15 letters and digits, not case-sensitive. You have ${left} left.`
}

function tokenHint({ tokensLockedUntil }: PendingSignIn, { methods, own }: Offer): ReactNode {
  if (tokensLockedUntil) {
    return (
      <>
        Too many wrong tokens. Try again <Time at={tokensLockedUntil} from={new Date()} />.
      </>
    )
  }
  const hasApp = methods.includes('app')
  const sources = [
    methods.includes('text') ? ['a text'] : [],
    hasApp && own.totpApps > 0 ? ['your authenticator app'] : [],
    hasApp && own.hasVendorApp ? ['the Authy app'] : [],
  ].flat()
  return `From ${new Intl.ListFormat('en', { type: 'disjunction' }).format(sources)}.`
}
