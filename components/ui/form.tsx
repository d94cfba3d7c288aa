'use client'

import { type ComponentProps, type RefObject, useActionState, useEffect, useRef } from 'react'
import { SignInMarkField } from '@/components/sign-in-mark'
import { Alert } from '@/components/ui/alert'

/** What an action answers. `failure`: it did not get to answer, and `unsent` still holds everything that was typed. */
type Answer = {
  errors: Record<string, string>
  values: Record<string, string>
  failure?: string
  unsent?: FormData
}
type Act<State> = (state: State, form: FormData) => Promise<State>

export const isServer = typeof window === 'undefined'

/**
 * `useActionState` for a form that survives whatever keeps its action from answering. Without script the browser posts to the
 * action itself, so the server must render that one.
 */
export function useForm<State extends Answer>(act: Act<State>, initial: Awaited<State>, failed?: string) {
  const send: Act<State> = async ({ failure: _, unsent: __, ...state }, form) => {
    const answer = await deliver(() => act(state as State, form), failed)
    if ('failure' in answer) return { ...state, ...answer, errors: {}, unsent: form } as State
    return answer
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
      <Failure>{state.failure}</Failure>
      {children}
    </form>
  )
}

export function Failure({ children }: { children: string | undefined }) {
  return (
    children && (
      <Alert tone="danger" role="alert">
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
    return { failure: `${failed} ${sentenceFor(error, wasOffline)}` }
  }
}

function sentenceFor(error: unknown, wasOffline: boolean): string {
  if (Object(error).name === 'UnrecognizedActionError') return 'The portal was updated. Reload to continue.'
  if (wasOffline) return 'Nothing was changed. Check your connection and try again.'
  return 'It may have been saved. Check before you try again.'
}

/** After React has reset the form. Also what the server never sends back: a password that was not checked is no secret here. */
function refill(form: HTMLFormElement, unsent: FormData) {
  for (const field of form.elements as Iterable<Element> as Iterable<HTMLInputElement>) {
    if (!field.matches('input, textarea')) continue
    const values = unsent.getAll(field.name)
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = values.includes(field.value)
    else if (field.type !== 'hidden' && values.length) field.value = String(values[0])
  }
}

/** The first wrong field. If the button that was pressed is gone, what is said in its place. */
function focusOnAnswer(form: HTMLFormElement) {
  const wrong = form.querySelector<HTMLElement>(
    '[aria-invalid="true"], fieldset[aria-describedby$="-error"] input',
  )
  if (wrong) return wrong.focus()
  if (document.activeElement !== document.body) return
  const said = form.querySelector<HTMLElement>('[role="alert"], [role="status"]:not(:empty)')
  said?.setAttribute('tabindex', '-1')
  said?.focus()
}
