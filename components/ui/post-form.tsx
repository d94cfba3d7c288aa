'use client'

import { type ComponentProps, useState } from 'react'
import { SignInMarkField } from '@/components/sign-in-mark'
import { deliver, Failure, FormKey, isServer, setKey } from '@/components/ui/form'

type PostFormProps = Omit<ComponentProps<'form'>, 'action'> & { action: (form: FormData) => Promise<void> }

/** A form whose action always leads to another page. */
export function PostForm({ action, children, ...rest }: PostFormProps) {
  const [unsent, setUnsent] = useState<{ failure: string; form: FormData }>()

  const send = async (form: FormData) => {
    setKey(form, unsent?.form)
    const answer = await deliver(() => action(form))
    setUnsent(answer ? { ...answer, form } : undefined)
  }
  return (
    <form action={isServer ? action : send} {...rest}>
      <SignInMarkField />
      <FormKey />
      <Failure>{unsent?.failure}</Failure>
      {children}
    </form>
  )
}
