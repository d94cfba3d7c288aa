// Keeps a page of the phones live: asks every second for its sections and replaces those that changed.

const keys = new Map()
let asking = false

async function refresh() {
  if (asking || document.hidden) return
  asking = true
  try {
    const response = await fetch(`/live${location.pathname}${location.search}`)
    if (response.ok) for (const section of await response.json()) show(section)
    document.body.removeAttribute('data-away')
  } catch {
    document.body.setAttribute('data-away', '')
  } finally {
    asking = false
  }
}

function show({ name, key, html }) {
  const place = document.querySelector(`[data-live="${name}"]`)
  if (!place || keys.get(name) === key) return
  const isFirst = !keys.has(name)
  keys.set(name, key)
  const focused = place.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null
  place.innerHTML = html
  if (!isFirst) place.firstElementChild?.classList.add('arrived')
  if (focused) place.querySelector(`[href="${focused}"]`)?.focus()
  tick()
}

function tick() {
  for (const element of document.querySelectorAll('[data-until]')) {
    const seconds = secondsUntil(element.dataset.until)
    element.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  }
  for (const element of document.querySelectorAll('[data-seconds-until]')) {
    const seconds = secondsUntil(element.dataset.secondsUntil)
    element.textContent = String(seconds)
    if (seconds === 0) void refresh()
  }
  for (const element of document.querySelectorAll('[data-clock]')) {
    const time = new Date(element.dateTime)
    element.textContent = time.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
    element.title = time.toLocaleString()
  }
}

function secondsUntil(moment) {
  return Math.max(0, Math.ceil((Date.parse(moment) - Date.now()) / 1000))
}

document.addEventListener('submit', async (event) => {
  const form = event.target.closest('form[data-quiet]')
  if (!form) return
  event.preventDefault()
  await fetch(form.action, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams([[event.submitter.name, event.submitter.value]]),
  })
  await refresh()
})

document.addEventListener('click', async (event) => {
  const digits = event.target.closest('[data-copy]')
  if (!digits) return
  await navigator.clipboard?.writeText(digits.dataset.copy)
  digits.setAttribute('data-copied', '')
  setTimeout(() => digits.removeAttribute('data-copied'), 1200)
})

document.addEventListener('visibilitychange', refresh)
setInterval(refresh, 1000)
setInterval(tick, 250)
void refresh()
tick()
