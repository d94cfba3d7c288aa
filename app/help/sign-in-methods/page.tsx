import { articles } from '@/lib/help-articles/articles'
import { getActor } from '@/lib/session/guards'
import { Article } from '../article'
import Text from './text.mdx'

const name = 'sign-in-methods'

export const metadata = { title: articles[name].title, description: articles[name].about }

/** Open to everyone: it helps most at the door. */
export default async function MethodsArticlePage() {
  const actor = await getActor()
  return <Article name={name} Text={Text} actor={actor} />
}
