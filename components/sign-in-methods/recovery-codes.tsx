'use client'

import { useEffect, useRef } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { useScript } from '@/components/ui/use-script'
import { codesPerSet, type GenerateCodesState, nothingMade } from '@/lib/sign-in-methods/recovery-codes/rules'
import { CopyButton } from './copy-button'
import './recovery-codes.css'

type RecoveryCodesFormProps = {
  make: (state: GenerateCodesState, form: FormData) => Promise<GenerateCodesState>
  /** The address of *I've saved them*. */
  done: string
  /** Codes of the current set that still work. */
  left: number
  large?: boolean
}

/** Generates ten codes and shows them once. The form is gone then: React would send its last answer along with the next one. */
export function RecoveryCodesForm({ make, done, left, large }: RecoveryCodesFormProps) {
  const [state, action] = useForm(make, nothingMade)
  if (state.codes) return <NewCodes codes={state.codes} done={done} large={large} />

  return (
    <Form state={state} action={action} className="grid gap-4">
      {state.message && (
        <Alert tone="danger" role="alert">
          {state.message}
        </Alert>
      )}
      <p>
        Use these {codesPerSet} codes if you can't get to your phone. Each works once. Store them somewhere
        safe that isn't your phone.
      </p>
      {left > 0 && (
        <Alert
          tone="warn"
          title={left === 1 ? 'Your last code will stop working' : `Your ${left} old codes will stop working`}
        >
          <p>Generating new codes turns off the old ones.</p>
        </Alert>
      )}
      <div>
        <SubmitButton large={large}>
          {left > 0 ? 'Generate new recovery codes' : 'Generate recovery codes'}
        </SubmitButton>
      </div>
    </Form>
  )
}

function NewCodes({ codes, done, large }: { codes: string[]; done: string; large?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const scripted = useScript()
  const text = codes.join('\r\n')

  useEffect(() => heading.current?.focus(), [])

  return (
    <div className="grid gap-4">
      <Alert tone="warn" role="status" title="Save these codes now">
        <p>You won't see them again, and support can't show them to you.</p>
      </Alert>
      <section className="recovery-codes rounded-card border border-border bg-bg p-4">
        <h2 ref={heading} tabIndex={-1} className="mb-3 text-base">
          Recovery codes for the Partner Portal
        </h2>
        <ol className="grid gap-x-8 gap-y-1.5 font-mono text-base select-all sm:grid-cols-2">
          {codes.map((code) => (
            <li key={code} className="whitespace-nowrap">
              {code}
            </li>
          ))}
        </ol>
      </section>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={text}>Copy</CopyButton>
        <a
          className="button button-secondary"
          download="partner-portal-recovery-codes.txt"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(fileText(text))}`}
        >
          Download
        </a>
        {scripted && <Button onClick={() => window.print()}>Print</Button>}
      </div>
      <p className="text-text-muted">
        Use a password manager or paper at home. Don't keep a photo of them on your phone.
      </p>
      <div>
        <a href={done} className={large ? 'button button-primary roomy' : 'button button-primary'}>
          I've saved them
        </a>
      </div>
    </div>
  )
}

function fileText(codes: string): string {
  return `Recovery codes for the Partner Portal\r\nEach works once, in place of your phone.\r\n\r\n${codes}\r\n`
}
