import { randomUUID } from 'node:crypto'
import { simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { takeFault } from './faults'
import type { World } from './world'

export type Mail = {
  id: string
  messageId: string
  to: string
  from: string
  subject: string
  text: string
  html: string | null
  receivedAt: string
}

const keptMails = 2000

/** Catches every mail. The fault "hang" keeps the sender waiting until it gives up or the simulator stops. */
export function createMailServer(world: World, changed: () => void): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 1,
    onRcptTo(address, _session, callback) {
      const fault = takeFault(world, 'smtp', { to: address.address.toLowerCase() })?.fault
      if (fault === 'hang') return
      callback(fault ? refusal(Number(fault)) : null)
    },
    onData(stream, session, callback) {
      simpleParser(stream).then(
        (parsed) => {
          for (const to of recipients(session)) {
            world.mails.unshift({
              id: randomUUID(),
              messageId: parsed.messageId ?? '',
              to,
              from: parsed.from?.text ?? '',
              subject: parsed.subject ?? '',
              text: (parsed.text ?? '').trimEnd(),
              html: parsed.html || null,
              receivedAt: new Date(world.clock.now()).toISOString(),
            })
          }
          world.mails.length = Math.min(world.mails.length, keptMails)
          changed()
          callback(null)
        },
        () => callback(refusal(451)),
      )
    },
  })
}

export function mailsTo(world: World, address: string | null): Mail[] {
  return world.mails.filter((mail) => address === null || mail.to === address.toLowerCase())
}

function recipients(session: SMTPServerSession): string[] {
  return session.envelope.rcptTo.map((address) => address.address.toLowerCase())
}

function refusal(responseCode: number) {
  const text = responseCode === 550 ? 'There is no such mailbox here' : 'Try again later'
  return Object.assign(new Error(text), { responseCode })
}
