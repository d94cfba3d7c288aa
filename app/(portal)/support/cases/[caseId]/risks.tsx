import { Card } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import { isRisk, riskWords } from '../words'

/** What the portal itself saw when the request was opened: facts, never a score. */
export function Risks({ risks }: { risks: string[] }) {
  return (
    <Card title="Seen when it was opened">
      {risks.length === 0 && <p className="text-text-muted">Nothing out of the ordinary.</p>}
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
