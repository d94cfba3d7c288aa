import { articles } from '@/lib/help-articles/articles'
import { getActor } from '@/lib/session/guards'
import { Article } from '../article'
import Text from './text.mdx'

const name = 'two-factor-authentication'

export const metadata = { title: articles[name].title, description: articles[name].about }

/** Open to everyone; only voting needs a sign-in. */
export default async function TwoFactorAuthenticationPage() {
  const actor = await getActor()
  return <Article name={name} Text={Text} actor={actor} />
}
