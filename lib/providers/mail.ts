import { setTimeout as wait } from 'node:timers/promises'
import { createTransport } from 'nodemailer'

export type Mail = {
  to: string
  subject: string
  text: string
  html: string
}

/** Throws when the mail could not be handed over, with a message that holds no address: the sending job tries again. */
export type Mailer = { sendMail(mail: Mail): Promise<void> }

/** `url` is `smtp://host:port` or `smtps://…`, `from` is `Name <address>`. Gives up after 8 seconds in all. */
export function smtpMailer(url: string, from: string): Mailer {
  return {
    async sendMail({ to, subject, text, html }) {
      if (!isOneAddress(to)) throw new Error('Mail not sent: the recipient is not one plain address.')
      if (/[\r\n]/.test(subject)) throw new Error('Mail not sent: the subject has more than one line.')

      const transport = createTransport({ url, ...limits })
      const sent = transport.sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text,
        html,
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      })

      const done = new AbortController()
      const late = wait(8000, 'ETIMEDOUT', { signal: done.signal })
      const outcome = await Promise.race([sent.then(() => 'sent', codeOf), late])
      done.abort()
      transport.close()
      if (outcome !== 'sent') throw new Error(`Mail not sent: ${outcome}.`)
    },
  }
}

// socketTimeout starts anew with every byte; the race above bounds the whole.
const limits = { dnsTimeout: 2000, connectionTimeout: 2000, greetingTimeout: 2000, socketTimeout: 5000 }

function isOneAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s,;:<>"()[\]\\@]+@[^\s,;:<>"()[\]\\@]+$/.test(text)
}

/** The library's errors hold the addresses and the server's words; only their code goes on. */
function codeOf(error: unknown): string {
  const code = Object(error).code
  return typeof code === 'string' && /^[A-Z_]{1,30}$/.test(code) ? code : 'unknown trouble'
}
