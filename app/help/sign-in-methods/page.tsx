import { articles } from '@/lib/help-articles/articles'
import { getActor } from '@/lib/session/guards'
import { Article } from '../article'
import Text from './text.mdx'

const name = 'sign-in-methods'

export const metadata = { title: articles[name].title, description: articles[name].about }

/** Open to everyone: people need it before they are signed in. */
export default async function MethodsArticlePage() {
  const actor = await getActor()
  return <Article name={name} Text={Text} actor={actor} />
}
