import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import type { Standing } from '@/lib/account/queries'
import { methodsSentence, ownSecondFactor } from '@/lib/account/rules'
import { MethodsReminder } from './methods-reminder'
import { secondStepWords } from './words'

type StandingCardProps = { title: string; standing: Standing; children: ReactNode }

/** Whether the person has a second factor, which one, and what to add; then the rest of the page's own card. */
export function StandingCard({ title, standing, children }: StandingCardProps) {
  const { tone, icon, word, sentence } = secondStepWords(standing)

  return (
    <Card
      title={title}
      action={
        <Status tone={tone} icon={icon}>
          {word}
        </Status>
      }
    >
      <div className="grid gap-4">
        <p>
          {ownSecondFactor(standing) === 'on' && (
            <strong className="font-semibold">{methodsSentence(standing)} </strong>
          )}
          {sentence}
        </p>
        <MethodsReminder standing={standing} />
        {children}
      </div>
    </Card>
  )
}
