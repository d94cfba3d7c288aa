import { articles } from '@/lib/help-articles/articles'
import { getActor } from '@/lib/session/guards'
import { Article } from '../article'
import Text from './text.mdx'

const name = 'lost-phone'

export const metadata = { title: articles[name].title, description: articles[name].about }

/** Open to everyone: a person without a phone can't sign in. */
export default async function LostPhoneArticlePage() {
  const actor = await getActor()
  return <Article name={name} Text={Text} actor={actor} />
}
