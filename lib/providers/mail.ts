import { setTimeout as wait } from 'node:timers/promises'
import { createTransport } from 'nodemailer'

export type Mail = {
  to: string
  subject: string
  text: string
  html: string
  /** `<unique@host>`, the same for every attempt, so that a mailbox shows the mail once. */
  messageId?: string
}

export type Mailer = {
  /** `refused`: the mailbox will never take mail. Throws, without an address, when the job should try again. */
  sendMail(mail: Mail): Promise<'sent' | 'refused'>
}

/** `url`: `smtp://host:port` or `smtps://…`; `from`: `Name <address>`. Gives up after 8 seconds. */
export function smtpMailer(
  url: string,
  from: string,
  report?: (refusal: { status: number }) => void,
): Mailer {
  return {
    async sendMail({ to, subject, text, html, messageId }) {
      if (!isOneAddress(to)) throw new Error('Mail not sent: the recipient is not one plain address.')
      if (/[\r\n]/.test(subject)) throw new Error('Mail not sent: the subject has more than one line.')

      const transport = createTransport({ url, ...limits })
      const sent = transport.sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text,
        html,
        messageId,
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      })

      const done = new AbortController()
      const late = wait(8000, { code: 'ETIMEDOUT' }, { signal: done.signal })
      const trouble: unknown = await Promise.race([sent.then(() => null, Object), late])
      done.abort()
      transport.close()
      if (trouble === null) return 'sent'
      const status = statusOfNoMailbox(trouble)
      if (status === null) throw new Error(`Mail not sent: ${codeOf(trouble)}.`)
      report?.({ status })
      return 'refused'
    },
  }
}

// nodemailer restarts socketTimeout with every byte; the race above bounds the whole.
const limits = { dnsTimeout: 2000, connectionTimeout: 2000, greetingTimeout: 2000, socketTimeout: 5000 }

function isOneAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s,;:<>"()[\]\\@]+@[^\s,;:<>"()[\]\\@]+$/.test(text)
}

/** Many servers answer RCPT with 530, 554 or 5.7 to reject the sender, which is not final for the mailbox. */
function statusOfNoMailbox(error: unknown): number | null {
  const { command, responseCode, response } = Object(error)
  if (command !== 'RCPT TO' || !aboutMailbox.has(responseCode)) return null
  const [, enhanced] = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(String(response)) ?? []
  return enhanced === undefined || /^5\.[12]\./.test(enhanced) ? responseCode : null
}

const aboutMailbox = new Set<unknown>([550, 551, 553, 556])

/** The library's errors contain addresses and server text, so only the code is logged. */
function codeOf(error: unknown): string {
  const code = Object(error).code
  return typeof code === 'string' && /^[A-Z_]{1,30}$/.test(code) ? code : 'unknown trouble'
}
