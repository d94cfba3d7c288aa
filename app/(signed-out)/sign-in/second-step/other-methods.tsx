import type { LatestText } from '@/lib/sign-in-methods/tokens/queries'
import { sendTokenAction } from './actions'
import type { OtherMethod } from './blocks'
import { PasskeyButton } from './passkey-button'
import { PushAgainForm } from './push-again-form'
import { TextForm } from './text-form'

type OtherMethodsProps = {
  others: OtherMethod[]
  text: LatestText | null
  phone: string | null
  isForCode: boolean
  hasTokens: boolean
}

/** One line: what else signs in. */
export function OtherMethods({ others, text, phone, isForCode, hasTokens }: OtherMethodsProps) {
  const shown = others.filter((method) => {
    if (method === 'text') return !isForCode
    return method !== 'recovery-code' || hasTokens || !isForCode
  })
  if (shown.length === 0) return null

  return (
    <section aria-label="Other methods" className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {shown.map((method) => {
        if (method === 'push') return <PushAgainForm key={method} label="Send a OneTouch alert" look="link" />
        if (method === 'passkey') return <PasskeyButton key={method} look="link" />
        if (method === 'recovery-code') return <CodeLink key={method} isForCode={isForCode} />
        return <TextForm key={method} text={text} phone={phone} action={sendTokenAction} inLine />
      })}
    </section>
  )
}

function CodeLink({ isForCode }: { isForCode: boolean }) {
  return isForCode ? (
    <a href="/sign-in/second-step" className="text-link">
      Back to tokens
    </a>
  ) : (
    <a href="/sign-in/second-step?code=1" className="text-link">
      Use a recovery code
    </a>
  )
}
