import type { ReactNode } from 'react'
import { Time } from '@/components/time'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import type { Offer } from '@/lib/sign-in/second-step'
import type { LatestText } from '@/lib/sign-in-methods/tokens/queries'
import { sendTokenAction } from './actions'
import { TextForm } from './text-form'
import { TokenForm } from './token-form'

/** The one thing on the page with a primary button. */
export type Main = 'push' | 'passkey' | 'text' | 'token'

type TypedMethodsProps = {
  pending: PendingSignIn
  offer: Offer
  text: LatestText | null
  phone: string | null
  /** The field is for a recovery code: the person chose that, or there is nothing else to type. */
  isForCode: boolean
  trustDays: number
  main: Main
  /** An open alert above asks for its code. */
  isCodeTyped: boolean
  news: string
}

/** One field for texts, apps and recovery codes; where text is the first method, its button comes first. */
export function TypedMethods(props: TypedMethodsProps) {
  const { pending, offer, text, phone, isForCode, trustDays, main, isCodeTyped, news } = props

  return (
    <>
      {offer.methods[0] === 'text' && !isForCode && (
        <TextForm text={text} phone={phone} action={sendTokenAction} isMain={main === 'text'} />
      )}
      <TokenForm
        hint={isForCode ? codeHint(offer.own.recoveryCodesLeft) : tokenHint(pending, offer, isCodeTyped)}
        isForCode={isForCode}
        trustDays={trustDays}
        isMain={main === 'token'}
        isLow={isCodeTyped}
        isTexted={text !== null && !isForCode}
        news={news}
      />
    </>
  )
}

function codeHint(left: number): string {
  return `Enter a recovery code: 15 letters and digits, not case-sensitive. You have ${left} left.`
}

function tokenHint(
  { tokensLockedUntil }: PendingSignIn,
  { methods, own }: Offer,
  isShort: boolean,
): ReactNode {
  if (tokensLockedUntil) {
    return (
      <>
        Too many wrong tokens. Try again <Time at={tokensLockedUntil} from={new Date()} />.
      </>
    )
  }
  // The alert above it says where else a token comes from.
  if (isShort) return null
  const hasApp = methods.includes('app')
  const sources = [
    methods.includes('text') ? ['a text'] : [],
    hasApp && own.totpApps > 0 ? ['your authenticator app'] : [],
    hasApp && own.hasVendorApp ? ['the Authy app'] : [],
  ].flat()
  return `From ${new Intl.ListFormat('en', { type: 'disjunction' }).format(sources)}.`
}
