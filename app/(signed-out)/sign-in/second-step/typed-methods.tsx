import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import type { Offer, SecondStep } from '@/lib/sign-in/second-step'
import { sendTokenAction } from './actions'
import { TextForm } from './text-form'
import { TokenForm } from './token-form'

type TypedWaysProps = {
  pending: PendingSignIn
  offer: Offer
  text: SecondStep['text']
  phone: string | null
  /** A recovery code is to be typed: the person has said so, or there is nothing else to type. */
  isForCode: boolean
  hasTokens: boolean
  rememberDays: number
  isFirst: boolean
}

/** One field for texts, apps and recovery codes; who usually asks for a text finds that first. */
export function TypedWays(props: TypedWaysProps) {
  const { pending, offer, text, phone, isForCode, hasTokens, rememberDays, isFirst } = props
  const { ways, own } = offer
  const left = own.recoveryCodesLeft
  const isTextFirst = isFirst && ways[0] === 'text' && !isForCode
  const isTextNext = isTextFirst && !text
  const isPasskeyNext = !isFirst && ways[0] === 'passkey'
  const isFieldNext = !isTextNext && !isPasskeyNext
  const textForm = ways.includes('text') && !isForCode && (
    <TextForm text={text} phone={phone} action={sendTokenAction} isMain={isTextNext} />
  )

  return (
    <>
      {isTextFirst && textForm}
      <TokenForm
        hint={isForCode ? codeHint(left) : tokenHint(pending, offer)}
        isForCode={isForCode}
        rememberDays={rememberDays}
        autoFocus={isFieldNext}
        isMain={isFieldNext}
      />
      {!isTextFirst && textForm}
      {ways.includes('recovery-code') && hasTokens && (
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
  return `A recovery code, 15 letters and digits; dashes and capitals do not matter. You have ${left} left.`
}

function tokenHint({ tokensLockedUntil }: PendingSignIn, { ways, own }: Offer): string {
  if (tokensLockedUntil) {
    return `Too many wrong tokens: this field takes the next one at ${tokensLockedUntil.toISOString().slice(11, 16)} UTC.`
  }
  const hasApp = ways.includes('app')
  const sources = [
    ways.includes('text') ? ['a text'] : [],
    hasApp && own.authenticators > 0 ? ['your authenticator app'] : [],
    hasApp && own.hasVendorApp ? ['the Authy app'] : [],
  ].flat()
  return `From ${new Intl.ListFormat('en', { type: 'disjunction' }).format(sources)}.`
}
