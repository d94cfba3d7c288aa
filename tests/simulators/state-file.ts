import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import {
  type AuthyUser,
  type Phone,
  type Push,
  phoneOf,
  type SentText,
  type Verification,
  type World,
} from './world'

type Saved = {
  ids: [string, number][]
  users: AuthyUser[]
  /** Files of an earlier simulator have no devices, texts and verifications. */
  phones: (Omit<Phone, 'devices'> & { devices?: string[] })[]
  pushes: Push[]
  texts?: SentText[]
  verifications?: Verification[]
  mails: World['mails']
}

export type StateFile = { changed(): void; flush(): void }

const settleMs = 250

/** Keeps the world in one JSON file between restarts: written soon after a change, and whole or not at all. */
export function openStateFile(world: World, path: string | undefined): StateFile {
  if (!path) return { changed: () => {}, flush: () => {} }
  load(world, path)
  let timer: NodeJS.Timeout | undefined

  function flush() {
    if (!timer) return
    clearTimeout(timer)
    timer = undefined
    save(world, path ?? '')
  }

  return {
    changed: () => {
      timer ??= setTimeout(flush, settleMs)
    },
    flush,
  }
}

function load(world: World, path: string) {
  if (!existsSync(path)) return
  const saved: Saved = JSON.parse(readFileSync(path, 'utf8'))
  for (const [digits, id] of saved.ids) {
    world.ids.set(digits, id)
    world.takenIds.add(id)
  }
  for (const user of saved.users) world.users.set(user.id, user)
  for (const phone of saved.phones) Object.assign(phoneOf(world, phone.digits), phone)
  for (const push of saved.pushes) world.pushes.set(push.uuid, push)
  world.texts.push(...(saved.texts ?? []))
  world.verifications.push(...(saved.verifications ?? []))
  world.mails.push(...saved.mails)
}

function save(world: World, path: string) {
  const saved: Saved = {
    ids: [...world.ids],
    users: [...world.users.values()],
    phones: [...world.phones.values()],
    pushes: [...world.pushes.values()],
    texts: world.texts,
    verifications: world.verifications,
    mails: world.mails,
  }
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.new`, JSON.stringify(saved))
  renameSync(`${path}.new`, path)
}
