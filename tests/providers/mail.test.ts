import net from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { smtpMailer } from '@/lib/providers/mail'

const from = 'Partner portal <portal@portal.example>'
const mail = { to: 'tess@harbor.example', subject: 'Ünïted', text: 'Hello', html: '<p>Hello</p>' }
const open: { close(): unknown }[] = []
afterEach(() => open.splice(0).map((server) => server.close()))

async function mailServer() {
  const received: { mail: ParsedMail; recipients: string[] }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _, done) => {
      const responseCode = Number(/^no(\d{3})@/.exec(address)?.[1])
      done(responseCode ? Object.assign(new Error(`no such ${address}`), { responseCode }) : null)
    },
    onData(stream, { envelope }, done) {
      const recipients = envelope.rcptTo.map(({ address }) => address)
      simpleParser(stream).then((parsed) => {
        received.push({ mail: parsed, recipients })
        done()
      }, done)
    },
  })
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: urlOf(server.server.address()), received }
}

async function socketServer(greet: (socket: net.Socket) => void) {
  const sockets: net.Socket[] = []
  const server = net.createServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => undefined)
    greet(socket)
  })
  open.push(server, { close: () => sockets.map((socket) => socket.destroy()) })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return urlOf(server.address())
}

function urlOf(address: string | net.AddressInfo | null) {
  return `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

test('a mail arrives whole and says that a machine wrote it', async () => {
  const { url, received } = await mailServer()
  await smtpMailer(url, from).sendMail(mail)

  expect(received[0]?.recipients).toEqual(['tess@harbor.example'])
  expect(received[0]?.mail).toMatchObject({ subject: 'Ünïted', html: '<p>Hello</p>' })
  expect(received[0]?.mail.text?.trim()).toBe('Hello')
  expect(received[0]?.mail.from?.text).toBe('"Partner portal" <portal@portal.example>')
  expect(received[0]?.mail.headers.get('auto-submitted')).toBe('auto-generated')
})

test.each([
  { to: 'tess@harbor.example\r\nBcc: eve@evil.example' },
  { to: 'tess@harbor.example, eve@evil.example' },
  { to: 'tess@harbor.example;eve@evil.example' },
  { to: 'Tess <tess@harbor.example>' },
  { to: 'tess@harbor.example eve@evil.example' },
  { to: 'tess' },
  { to: '' },
  { subject: 'Hello\r\nBcc: eve@evil.example' },
  { subject: 'Hello\nBcc: eve@evil.example' },
])('a mail with %j does not leave', async (changes) => {
  const { url, received } = await mailServer()
  await expect(smtpMailer(url, from).sendMail({ ...mail, ...changes })).rejects.toThrow('Mail not sent')
  expect(received).toEqual([])
})

test.each(['info@xn--e1afmkfd.xn--p1ai', "o'hara+a/b=c!#$%&*?^_`{|}~-@harbor.example"])(
  'the server is given the address %s as it is stored',
  async (to) => {
    let said = ''
    const url = await socketServer((socket) => {
      socket.write('220 here\r\n')
      socket.on('data', (data) => {
        said += data
        if (said.endsWith('DATA\r\n')) socket.write('354 go on\r\n')
        else if (!said.includes('DATA\r\n') || said.endsWith('\r\n.\r\n')) socket.write('250 fine\r\n')
      })
    })
    expect(await smtpMailer(url, from).sendMail({ ...mail, to })).toBe('sent')
    expect(said).toContain(`\r\nRCPT TO:<${to}>\r\n`)
    expect(said).toContain(`\r\nTo: ${to}\r\n`)
  },
)

test('an unknown mailbox is refused for good, and reported without the address', async () => {
  const { url, received } = await mailServer()
  const reports: unknown[] = []
  const mailer = smtpMailer(url, from, (refusal) => reports.push(refusal))
  expect(await mailer.sendMail({ ...mail, to: 'no550@harbor.example' })).toBe('refused')
  expect(reports).toEqual([{ status: 550 }])
  expect(received).toEqual([])
})

test.each([450, 451, 452, 530, 552, 554])(
  'the answer %i for a recipient may change: it is tried again',
  async (status) => {
    const { url } = await mailServer()
    const sent = smtpMailer(url, from).sendMail({ ...mail, to: `no${status}@harbor.example` })
    await expect(sent).rejects.toThrow(/^Mail not sent: EENVELOPE\.$/)
  },
)

test.each(['MAIL', 'RCPT', 'DATA'])(
  'a server that does not like us at %s says nothing about the mailbox',
  async (command) => {
    const url = await socketServer((socket) => {
      socket.write('220 here\r\n')
      socket.on('data', (data) => {
        const isDisliked = String(data).startsWith(command)
        socket.write(isDisliked ? '550 5.7.1 Service unavailable, client host blocked\r\n' : '250 fine\r\n')
      })
    })
    await expect(smtpMailer(url, from).sendMail(mail)).rejects.toThrow(/^Mail not sent: [A-Z]+\.$/)
  },
)

test('every attempt at a mail can carry the same name', async () => {
  const { url, received } = await mailServer()
  const messageId = '<mail-1@portal.example>'
  expect(await smtpMailer(url, from).sendMail({ ...mail, messageId })).toBe('sent')
  expect(await smtpMailer(url, from).sendMail({ ...mail, messageId })).toBe('sent')
  expect(received.map(({ mail: { messageId } }) => messageId)).toEqual([messageId, messageId])
})

test('a server that is not there is reported', async () => {
  await expect(smtpMailer('smtp://127.0.0.1:1', from).sendMail(mail)).rejects.toThrow(
    /^Mail not sent: [A-Z]+\.$/,
  )
})

test('a server that says nothing is given up after two seconds', async () => {
  const url = await socketServer(() => undefined)
  const start = performance.now()
  await expect(smtpMailer(url, from).sendMail(mail)).rejects.toThrow(/^Mail not sent: [A-Z]+\.$/)
  expect(performance.now() - start).toBeLessThan(7000)
})

test('a server that talks for ever is given up after eight seconds', async () => {
  const url = await socketServer((socket) => {
    socket.write('220 here\r\n')
    const chatter = setInterval(() => socket.write('250-and more\r\n'), 100)
    socket.on('close', () => clearInterval(chatter))
  })
  const start = performance.now()
  await expect(smtpMailer(url, from).sendMail(mail)).rejects.toThrow('Mail not sent: ETIMEDOUT.')
  expect(performance.now() - start).toBeLessThan(30_000)
})
