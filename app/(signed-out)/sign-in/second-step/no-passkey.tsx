import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { listAdmins } from '@/lib/sign-in/second-step'

/** Where the firm asks for a passkey: what to do without it. */
export async function NoPasskey({ pending, codesLeft }: { pending: PendingSignIn; codesLeft: number }) {
  const admins = await listAdmins(pending)
  return (
    <details className="text-sm">
      <summary className="text-link cursor-pointer text-base">I can't use my passkey</summary>
      <ul className="mt-3 grid list-disc gap-2 pl-5">
        <li>
          Is it on your phone or on a security key? Select <em>Use a passkey</em>, then choose another device.
        </li>
        {codesLeft > 0 && (
          <li>
            <a href="/sign-in/second-step?code=1" className="text-link">
              Use a recovery code
            </a>{' '}
            ({codesLeft} left), then add a new passkey.
          </li>
        )}
        <li>
          {admins.length > 0
            ? `Ask an admin at ${pending.firmName} for a one-time pass: ${list(admins.map(({ name }) => name))}. `
            : 'No one else at your firm can create a one-time pass for you. '}
          <a href="/lost-phone" className="text-link">
            Enter a one-time pass or get help from support
          </a>
        </li>
      </ul>
    </details>
  )
}

function list(names: string[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(names)
}
