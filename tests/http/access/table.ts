import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '@/scripts/settings'
import { isOwner, type VisitorName, visitors } from './world'

/** What a cell of docs/roles.md may say. */
const outcomes = ['yes', 'own', 'sign-in', 'confirm', 'ended', 'home', '404', '403', 'nothing'] as const
export type Outcome = (typeof outcomes)[number]
export type Cell = { visitor: VisitorName; expected: Outcome }
export type Row = { name: string; cells: Cell[] }

/** The rows under this heading of docs/roles.md, the one table of who may do what. */
export function rowsUnder(heading: string): Row[] {
  const section =
    readFileSync(join(root, 'docs/roles.md'), 'utf8')
      .split(/^## /m)
      .find((part) => part.startsWith(heading)) ?? ''
  const [head, ...rows] = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map(cellsOf)
  if (head?.slice(1).join() !== visitors.join()) throw new Error(`"${heading}" has other columns: ${head}`)
  return rows.slice(1).map(([name = '', ...cells]) => ({
    name: name.replaceAll('`', ''),
    cells: visitors.map((visitor, column) => ({ visitor, expected: outcomeOf(name, cells[column]) })),
  }))
}

/** What people get who are not fully signed in: it distinguishes one guard from another. */
export function guardedLike(cells: Cell[]): string {
  return cells
    .filter(({ visitor }) => !isOwner(visitor))
    .map(({ expected }) => expected)
    .join(', ')
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}

function outcomeOf(name: string, cell: string | undefined): Outcome {
  const outcome = outcomes.find((one) => one === cell)
  if (!outcome) throw new Error(`${name}: "${cell}" is none of ${outcomes.join(', ')}`)
  return outcome
}
