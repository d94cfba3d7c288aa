'use client'

import { type ComponentProps, useState } from 'react'
import { SignInMarkField } from '@/components/sign-in-mark'
import { deliver, Failure, isServer } from '@/components/ui/form'

type PostFormProps = Omit<ComponentProps<'form'>, 'action'> & { action: (form: FormData) => Promise<void> }

/** A form whose action always leads to another page. */
export function PostForm({ action, children, ...rest }: PostFormProps) {
  const [failure, setFailure] = useState<string>()

  const send = async (form: FormData) => {
    const answer = await deliver(() => action(form))
    setFailure(answer?.failure)
  }
  return (
    <form action={isServer ? action : send} {...rest}>
      <SignInMarkField />
      <Failure>{failure}</Failure>
      {children}
    </form>
  )
}
