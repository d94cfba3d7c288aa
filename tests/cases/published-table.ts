import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CaseAct, CaseParty } from '@/lib/cases/rules'
import type { CaseKind, CaseState } from '@/prisma/client/enums'
import { root } from '@/scripts/settings'

export const states = [
  'received',
  'checking',
  'asked',
  'seconding',
  'waiting',
  'ready',
  'done',
  'stopped',
  'withdrawn',
  'declined',
  'found',
] as const satisfies readonly CaseState[]
const acts = [
  'taken',
  'released',
  'asked',
  'answered',
  'approved',
  'declined',
  'stopped',
  'withdrawn',
  'found',
  'completed',
  'enrolled',
] as const satisfies readonly CaseAct[]
const kinds = { 'lost phone': 'lost_phone', 'number change': 'number_change' } as const
const parties = {
  'an agent': 'supporter',
  'its agent': 'owner',
  'the request page': 'page',
  'a cancel link': 'stop-link',
  'an admin of the firm': 'firm-admin',
  'the portal': 'portal',
  'the new phone': 'enrolled',
} as const satisfies Record<string, CaseParty>

export type Step = { act: CaseAct; kind: CaseKind; from: CaseState; to: CaseState; by: CaseParty }

/** Every single step of the table in docs/state-machines.md, the one that people read. */
export function publishedSteps(): Step[] {
  const document = readFileSync(join(root, 'docs/state-machines.md'), 'utf8')
  const section = document.split(/^#{2,3} /m).find((part) => part.startsWith('Case (`reset_case`)')) ?? ''
  const [head, , ...rows] = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  if (head?.join() !== 'Step,Kind,From,To,Who') throw new Error(`The table has other columns: ${head}`)
  return rows.flatMap(([act = '', kind = '', from = '', to = '', who = '']) =>
    from.split(', ').flatMap((one) =>
      who.split(', ').map((party) => ({
        act: oneOf(acts, act),
        kind: kinds[oneOf(Object.keys(kinds) as Array<keyof typeof kinds>, kind)],
        from: oneOf(states, one),
        to: oneOf(states, to),
        by: parties[oneOf(Object.keys(parties) as Array<keyof typeof parties>, party)],
      })),
    ),
  )
}

function oneOf<Word extends string>(words: readonly Word[], word: string): Word {
  const found = words.find((one) => one === word)
  if (!found) throw new Error(`"${word}" is none of ${words.join(', ')}`)
  return found
}
