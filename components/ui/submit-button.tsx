'use client'

import type { ComponentProps } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from '@/components/ui/button'

/** Shows that its form is being sent. In a form with several named buttons only the pressed one does. */
export function SubmitButton({ look = 'primary', onClick, ...rest }: ComponentProps<typeof Button>) {
  const { pending, data } = useFormStatus()
  const pressed = pending && (!rest.name || data?.get(rest.name) === rest.value)

  return (
    <Button
      type="submit"
      look={look}
      pending={pressed}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
      {...rest}
    />
  )
}
