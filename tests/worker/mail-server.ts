import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { smtpMailer } from '@/lib/providers/mail'

export type Received = { to: string; subject: string; text: string; html: string }

/** A mail server on this machine that keeps what it gets. `refuse` makes it turn everything away. */
export async function startMailServer() {
  const received: Received[] = []
  const state = { refuse: false }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onMailFrom: (_address, _session, done) => done(state.refuse ? new Error('not now') : null),
    onData(stream, session, done) {
      const to = session.envelope.rcptTo.map(({ address }) => address).join()
      simpleParser(stream).then((mail) => {
        received.push({ to, subject: mail.subject ?? '', text: mail.text ?? '', html: mail.html || '' })
        done()
      }, done)
    },
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    state,
    mailer: smtpMailer(`smtp://127.0.0.1:${port}`, 'Partner Portal <portal@portal.example>'),
    mailsTo: (email: string) => received.filter((mail) => mail.to === email),
    stop: () => new Promise<void>((stopped) => server.close(stopped)),
  }
}
