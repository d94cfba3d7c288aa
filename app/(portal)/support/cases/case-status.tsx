import { Status } from '@/components/ui/status'
import type { CaseState } from '@/prisma/client/enums'
import { stateWords } from './sentences'

export function CaseStatus({ state }: { state: CaseState }) {
  const { word, tone, icon } = stateWords[state]

  return (
    <Status tone={tone} icon={icon}>
      {word}
    </Status>
  )
}
