import { Table } from '@/components/ui/table'
import { articles } from '@/lib/help-articles/articles'
import type { ArticleVotes } from '@/lib/help-articles/queries'

export function VotesTable({ votes }: { votes: ArticleVotes[] }) {
  return (
    <Table
      caption="Votes by article"
      columns={[
        { label: 'Article' },
        { label: 'Yes', number: true },
        { label: 'No', number: true },
        { label: 'Helpful', number: true },
      ]}
    >
      {votes.map(({ article, yes, no }) => (
        <tr key={article}>
          <th scope="row">
            <a href={`/help/${article}`} className="text-link">
              {articles[article].title}
            </a>
          </th>
          <td className="number">
            {yes.toLocaleString('en')}
            <span className="sm:hidden"> Yes</span>
          </td>
          <td className="number">
            {no.toLocaleString('en')}
            <span className="sm:hidden"> No</span>
          </td>
          <td className="number">{shareWords(yes, yes + no)}</td>
        </tr>
      ))}
    </Table>
  )
}

function shareWords(yes: number, all: number): string {
  return all === 0 ? 'No votes yet' : `${Math.round((yes / all) * 100)}%`
}
