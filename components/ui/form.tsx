'use client'

import { type ComponentProps, type RefObject, useActionState, useEffect, useRef } from 'react'
import { SignInMarkField } from '@/components/sign-in-mark'
import { Alert } from '@/components/ui/alert'

/** What an action answers. `failure`: it did not get to answer, and `unsent` still holds everything that was typed. */
type Answer = {
  errors: Record<string, string>
  values: Record<string, string>
  failure?: string
  tone?: 'ok' | 'warn' | 'danger'
  unsent?: FormData
}
type Act<State> = (state: State, form: FormData) => Promise<State>

export const isServer = typeof window === 'undefined'

/**
 * `useActionState` for a form that survives whatever keeps its action from answering. Without script the browser posts to the
 * action itself, so the server must render that one.
 */
export function useForm<State extends Answer>(act: Act<State>, initial: Awaited<State>, failed?: string) {
  const send: Act<State> = async ({ failure: _, unsent, ...state }, form) => {
    setKey(form, unsent)
    const answer = await deliver(() => act(state as State, form), failed)
    if (answer.failure) return { ...state, ...answer, errors: {}, unsent: form } as State
    return answer as State
  }
  return useActionState<State, FormData>(isServer ? act : send, initial)
}

type FormProps = Omit<ComponentProps<'form'>, 'ref'> & {
  state: Answer
  ref?: RefObject<HTMLFormElement | null>
}

/** A form of `useForm`: keeps what was typed when nothing was answered, and moves the focus to what was refused. */
export function Form({ state, ref, children, ...rest }: FormProps) {
  const own = useRef<HTMLFormElement>(null)
  const form = ref ?? own
  const shown = useRef(state)

  useEffect(() => {
    if (!form.current) return
    if (state.unsent) refill(form.current, state.unsent)
    if (state !== shown.current) focusOnAnswer(form.current)
    shown.current = state
  }, [state, form])

  return (
    <form ref={form} noValidate {...rest}>
      <SignInMarkField />
      <FormKey kept={state.failure && state.values.formKey} />
      <Failure tone={state.tone}>{state.failure}</Failure>
      {children}
    </form>
  )
}

/** For a browser without script, which sends the key that the page was made with. */
export function FormKey({ kept }: { kept?: string }) {
  const key = isServer ? kept || crypto.randomUUID() : undefined
  return <input type="hidden" name="formKey" defaultValue={key} suppressHydrationWarning />
}

/** A new attempt, or again the one that was not answered: what was saved is not saved twice. */
export function setKey(form: FormData, unsent?: FormData) {
  form.set('formKey', unsent?.get('formKey') ?? crypto.randomUUID())
}

export function Failure({ tone = 'danger', children }: { tone?: Answer['tone']; children?: string }) {
  return (
    children && (
      <Alert tone={tone} role="alert">
        {children}
      </Alert>
    )
  )
}

/** Redirects and "not found" are answers that Next throws. */
export async function deliver<Answered>(act: () => Promise<Answered>, failed = "Couldn't save.") {
  const wasOffline = !navigator.onLine
  try {
    return await act()
  } catch (error) {
    if (String(Object(error).digest).startsWith('NEXT_')) throw error
    return { tone: 'danger' as const, failure: `${failed} ${sentenceFor(error, wasOffline)}` }
  }
}

function sentenceFor(error: unknown, wasOffline: boolean): string {
  if (Object(error).name === 'UnrecognizedActionError') return 'The portal was updated. Reload to continue.'
  if (wasOffline) return 'Nothing was changed. Check your connection and try again.'
  return 'Try again in a moment. Nothing is saved twice.'
}

/** After React has reset the form. Also what the server never sends back: a password that was not checked is no secret here. */
function refill(form: HTMLFormElement, unsent: FormData) {
  for (const field of form.elements as Iterable<Element> as Iterable<HTMLInputElement>) {
    if (!field.matches('input, textarea')) continue
    const values = unsent.getAll(field.name)
    if (/radio|checkbox/.test(field.type)) field.checked = values.includes(field.value)
    else if (field.type !== 'hidden' && values.length) field.value = values[0] as string
  }
}

/** The first wrong field. If the button that was pressed is gone, what is said in its place. */
function focusOnAnswer(form: HTMLFormElement) {
  const wrong = form.querySelector<HTMLElement>(
    '[aria-invalid=true],fieldset[aria-describedby$=-error] input',
  )
  if (wrong) return wrong.focus()
  if (document.activeElement !== document.body) return
  const said = form.querySelector<HTMLElement>('[role=alert],[role=status]:not(:empty)')
  if (!said) return
  said.tabIndex = -1
  said.focus()
}
