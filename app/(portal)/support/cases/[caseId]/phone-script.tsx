import { Card } from '@/components/ui/card'

/** What to say on the phone, and what never to ask. */
export function PhoneScript() {
  return (
    <Card title="Call script">
      <p>Call the main line yourself. An incoming call proves nothing, whatever its caller ID.</p>
      <ol className="mt-3 grid list-decimal gap-2 pl-5">
        <li>“This is partner support. May I speak to the person whose portal account this is about?”</li>
        <li>“Did you request a phone reset? When, and what happened to your old phone?”</li>
        <li>“Who at your firm can confirm this in the portal?”</li>
        <li>
          “You'll get an email, and a text at your old number. If this wasn't you, cancel the request there.”
        </li>
      </ol>
      <p className="mt-4 font-medium text-danger-fg">
        Never ask for a password, a token or a code, and never read one aloud.
      </p>
      <h3 className="mt-4 border-t border-border pt-4 font-medium">If you need to refuse</h3>
      <ul className="mt-2 grid list-disc gap-2 pl-5">
        <li>
          “I understand, but I still need to complete the check. It protects your account from someone
          pretending to be you.”
        </li>
        <li>“Nobody here can speed this up. You'll have our answer within 72 hours.”</li>
        <li>
          “I can't call the new number, because anyone could have entered it. I can call your firm's main
          line.”
        </li>
      </ul>
    </Card>
  )
}
