import { setTimeout as wait } from 'node:timers/promises'
import { createTransport } from 'nodemailer'

export type Mail = {
  to: string
  subject: string
  text: string
  html: string
  /** `<unique@host>`: the same for every attempt at one mail, so that a mailbox shows it once. */
  messageId?: string
}

export type Mailer = {
  /**
   * `refused`: the server says that this mailbox will never take mail, so trying again is no use. Throws when the mail could
   * not be handed over, with a message that holds no address: the sending job tries again.
   */
  sendMail(mail: Mail): Promise<'sent' | 'refused'>
}

/** `url` is `smtp://host:port` or `smtps://…`, `from` is `Name <address>`. Gives up after 8 seconds in all. */
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

// socketTimeout starts anew with every byte; the race above bounds the whole.
const limits = { dnsTimeout: 2000, connectionTimeout: 2000, greetingTimeout: 2000, socketTimeout: 5000 }

function isOneAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s,;:<>"()[\]\\@]+@[^\s,;:<>"()[\]\\@]+$/.test(text)
}

/**
 * The status of a final no that is about the mailbox. Many servers answer RCPT with a 5xx to say that they do not like the
 * sender (530, 554, or class 5.7): that can be mended, and must not look as if nobody could be told.
 */
function statusOfNoMailbox(error: unknown): number | null {
  const { command, responseCode, response } = Object(error)
  if (command !== 'RCPT TO' || !aboutMailbox.has(responseCode)) return null
  const [, enhanced] = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(String(response)) ?? []
  return enhanced === undefined || /^5\.[12]\./.test(enhanced) ? responseCode : null
}

const aboutMailbox = new Set<unknown>([550, 551, 553, 556])

/** The library's errors hold the addresses and the server's words; only their code goes on. */
function codeOf(error: unknown): string {
  const code = Object(error).code
  return typeof code === 'string' && /^[A-Z_]{1,30}$/.test(code) ? code : 'unknown trouble'
}
