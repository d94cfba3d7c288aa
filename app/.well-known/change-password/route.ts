import { redirect } from 'next/navigation'

/** Where password managers look for the page that changes a password. */
export function GET() {
  redirect('/account/security')
}
