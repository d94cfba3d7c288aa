import type { Metadata } from 'next'
import { SignedOutShell } from '@/components/signed-out-shell'
import { maskEmail } from '@/lib/contact/email-address'
import { maskMobileNumber } from '@/lib/contact/mobile-number'
import {
  findNumberLink,
  findNumberProof,
  type NumberProof,
  wasConfirmedHere,
} from '@/lib/phone-enrollment/find-number-link'
import { readPendingId } from '@/lib/session/guards'
import { findLatestText } from '@/lib/sign-in-methods/tokens/queries'
import { TextForm } from '../../sign-in/second-step/text-form'
import { textNumberTokenAction } from './actions'
import { Confirmed, LinkEnded, PasswordFirst } from './endings'
import { PasswordForm } from './password-form'
import { TokenForm } from './token-form'

export const metadata: Metadata = { title: 'Confirm your number', robots: { index: false, follow: false } }

/** First the password, then a token to the number. Before the password the page shows nothing but a masked address. */
export default async function ConfirmNumberPage({ params }: PageProps<'/confirm-number/[link]'>) {
  const { link } = await params
  const pendingId = await readPendingId()
  const found = await findNumberLink(link)
  if (!found) return pendingId && (await wasConfirmedHere(pendingId, link)) ? <Confirmed /> : <LinkEnded />
  if (!found.hasPassword) return <PasswordFirst />
  const proof = pendingId ? await findNumberProof(pendingId) : null
  if (proof?.linkId === found.linkId) return <TokenStep proof={proof} link={link} />

  return (
    <SignedOutShell
      title="Confirm your number"
      about={
        <p>
          For the account {maskEmail(found.email)}. Enter your password; then we'll text a token to the number
          on file.
        </p>
      }
      otherMethods={
        <a href="/forgot-password" className="text-link">
          Forgot your password?
        </a>
      }
    >
      <PasswordForm link={link} />
    </SignedOutShell>
  )
}

async function TokenStep({ proof, link }: { proof: NumberProof; link: string }) {
  const text = await findLatestText(proof)
  const phone = maskMobileNumber(proof.mobileNumber)
  return (
    <SignedOutShell
      title="Confirm your number"
      about={<p>Enter a token to confirm that the number {phone} is yours.</p>}
      otherMethods={
        <p className="text-text-muted">Not your number? Close this page and contact an admin at your firm.</p>
      }
    >
      <TextForm text={text} phone={phone} action={textNumberTokenAction} />
      <TokenForm link={link} news={String(text?.sentInWindow)} />
    </SignedOutShell>
  )
}
