'use client'

import { useEffect, useRef } from 'react'
import { Alert } from '@/components/ui/alert'
import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { TokenInput } from '@/components/ui/token-input'
import {
  nothingStarted,
  type QrCode,
  type ShownApp,
  type StartAppState,
} from '@/lib/sign-in-methods/totp/rules'
import { CopyButton } from './copy-button'

type AppEnrollmentProps = {
  start: (state: StartAppState, form: FormData) => Promise<StartAppState>
  /** Redirects when the token was right. */
  confirm: (state: StartAppState, form: FormData) => Promise<StartAppState>
  /** The address of this page: loading it again starts over. */
  page: string
  name?: string
  large?: boolean
  /** Where to go once the token was right. */
  next?: string
}

/**
 * Two steps on one page. Once a code is shown, the form that made it is gone: React would send its last answer, secret and
 * all, along with the next one. So *Start over* is a link.
 */
export function AppEnrollment({ start, confirm, page, name, large, next }: AppEnrollmentProps) {
  const [started, startAction] = useForm(start, nothingStarted)
  const [confirmed, stepUpAction] = useForm(confirm, nothingStarted)
  const { app } = started
  const appId = confirmed.message ? undefined : (confirmed.values.appId ?? app?.appId)

  if (confirmed.message) {
    return (
      <div className="grid justify-items-start gap-4">
        <Alert tone="danger" role="alert">
          {confirmed.message}
        </Alert>
        <StartOver page={page} />
      </div>
    )
  }
  if (!appId) {
    return <NameForm state={started} action={startAction} name={name} large={large} />
  }
  return (
    <div className="grid gap-6">
      {app ? (
        <ScanStep app={app} />
      ) : (
        <p>The account is already in your app. Wait for the next token and enter it here.</p>
      )}
      <TokenForm appId={appId} state={confirmed} action={stepUpAction} large={large} next={next} />
      <StartOver page={page} />
    </div>
  )
}

type NameFormProps = {
  state: StartAppState
  action: (form: FormData) => void
  name?: string
  large?: boolean
}

function NameForm({ state, action, name = 'My phone', large }: NameFormProps) {
  return (
    <Form state={state} action={action} className="grid max-w-md gap-4">
      {state.message && (
        <Alert tone="danger" role="alert">
          {state.message}
        </Alert>
      )}
      <TextInput
        name="name"
        label="Name"
        hint="The device the app is on, so you can recognize it in your list."
        autoComplete="off"
        defaultValue={state.values.name ?? name}
        error={state.errors.name}
      />
      <div>
        <SubmitButton large={large}>Show QR code</SubmitButton>
      </div>
    </Form>
  )
}

function ScanStep({ app }: { app: ShownApp }) {
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => heading.current?.focus(), [])

  return (
    <section className="grid gap-4">
      <h2 ref={heading} tabIndex={-1} className="text-base">
        1. Scan this QR code with your app
      </h2>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-4">
        <QrPicture qr={app.qr} />
        <div className="grid min-w-0 flex-1 basis-56 gap-4">
          <p>
            In your authenticator app, add an account, then point the camera at the code. You won't see this
            code again.
          </p>
          <p>
            App on this device?{' '}
            <a href={app.uri} className="text-link">
              Open it
            </a>
          </p>
        </div>
      </div>
      <div className="grid gap-1.5">
        <h3 className="font-medium">Or enter this key in the app</h3>
        <div className="flex flex-wrap gap-2">
          <code className="rounded-control border border-border bg-bg px-3 py-1.5 font-mono text-base select-all">
            {app.key}
          </code>
          <CopyButton text={app.key.replaceAll(' ', '')}>Copy key</CopyButton>
        </div>
        <p className="text-text-muted">Time-based, 6 digits. Not case-sensitive.</p>
      </div>
    </section>
  )
}

/** Dark on light in both themes: not every camera reads it the other way round. */
function QrPicture({ qr: { size, path } }: { qr: QrCode }) {
  return (
    <svg
      role="img"
      aria-label="QR code for your authenticator app"
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-52 shrink-0 rounded-control border border-border"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

type TokenFormProps = {
  appId: string
  state: StartAppState
  action: (form: FormData) => void
  large?: boolean
  next?: string
}

function TokenForm({ appId, state, action, large, next }: TokenFormProps) {
  return (
    <Form state={state} action={action} className="grid max-w-md gap-4">
      <h2 className="text-base">2. Enter the token that the app shows</h2>
      <input type="hidden" name="appId" value={appId} />
      {next && <input type="hidden" name="next" value={next} />}
      <TokenInput
        name="token"
        label="Token"
        hint="6 digits, new every 30 seconds."
        error={state.errors.token}
        defaultValue={state.values.token}
      />
      <div>
        <SubmitButton large={large}>Confirm</SubmitButton>
      </div>
    </Form>
  )
}

function StartOver({ page }: { page: string }) {
  return (
    <a href={page} className="text-link">
      Start over with a new QR code
    </a>
  )
}
