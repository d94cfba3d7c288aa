'use client'

import { useEffect } from 'react'

/** Each key presses a link or button that Tab reaches too. Enter is the browser's own. */
export function QueueKeys() {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return
      const act = keys[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])

  return null
}

const keys: Record<string, () => void> = {
  j: () => move(1),
  k: () => move(-1),
  t: () => presentRow()?.querySelector<HTMLElement>('.take-case')?.click(),
  n: () => document.querySelector<HTMLElement>('.next-case')?.click(),
  // By its button, which positions the menu.
  '?': () => document.querySelector<HTMLElement>('[popovertarget="queue-keys"]')?.click(),
}

function move(step: number) {
  const links = [...document.querySelectorAll<HTMLElement>('#queue [data-case]')]
  const present = links.findIndex((link) => link.closest('tr') === presentRow())
  const wanted = present < 0 ? 0 : present + step
  links[Math.min(Math.max(wanted, 0), links.length - 1)]?.focus()
}

function presentRow(): Element | null {
  return document.activeElement?.closest('#queue tr') ?? null
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null
}
