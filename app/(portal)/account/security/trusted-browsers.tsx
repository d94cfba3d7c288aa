import { Time } from '@/components/time'
import { Card } from '@/components/ui/card'
import { PostForm } from '@/components/ui/post-form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { TrustedBrowser } from '@/lib/sign-in-methods/trusted-browsers/queries'
import { forgetAllBrowsersAction, forgetBrowserAction } from './actions'
import { BrowserRow } from './browser-row'

/** Browsers that are not asked for the second factor for some days. `days`: what the firm allows this person now. */
export function OwnBrowsers({ browsers, days }: { browsers: TrustedBrowser[]; days: number }) {
  if (browsers.length === 0 && days === 0) return null

  return (
    <Card title="Trusted browsers">
      {browsers.length === 0 ? (
        <p className="text-text-muted">
          None. At your next sign-in you can trust the browser. It then asks only for your password for{' '}
          {days === 1 ? '1 day' : `${days} days`}.
        </p>
      ) : (
        <>
          <PostForm action={forgetBrowserAction}>
            <ul className="grid divide-y divide-border">
              {browsers.map((browser) => (
                <BrowserRow
                  key={browser.id}
                  at={browser}
                  about={
                    <>
                      Last used <Time at={browser.lastUsedAt} />, trusted until <Time at={browser.endsAt} />
                    </>
                  }
                  end={
                    <SubmitButton
                      look="secondary"
                      name="browserHash"
                      value={browser.id}
                      aria-label={`Remove ${browser.browser} from ${browser.place}`}
                    >
                      Remove
                    </SubmitButton>
                  }
                />
              ))}
            </ul>
          </PostForm>
          {browsers.length > 1 && (
            <PostForm action={forgetAllBrowsersAction} className="mt-4 border-t border-border pt-4">
              <SubmitButton look="secondary">Remove all</SubmitButton>
            </PostForm>
          )}
        </>
      )}
    </Card>
  )
}
