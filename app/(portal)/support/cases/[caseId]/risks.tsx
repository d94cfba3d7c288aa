import { Card } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import { isRisk, riskWords } from '../sentences'

/** What the portal itself has recorded: facts, never a score. */
export function Risks({ risks }: { risks: string[] }) {
  return (
    <Card title="Risk signals">
      {risks.length === 0 && <p className="text-text-muted">None</p>}
      <ul className="grid gap-2.5">
        {risks.map((risk) => (
          <li key={risk} className="flex gap-2.5">
            <Icon name="triangle-exclamation-point" className="h-lh text-warn-fg" />
            <span>
              {isRisk(risk) ? (
                <>
                  <span className="font-medium">{riskWords[risk].short}.</span>{' '}
                  <span className="text-text-muted">{riskWords[risk].fact}</span>
                </>
              ) : (
                risk
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
