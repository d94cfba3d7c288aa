import { Card } from '@/components/ui/card'

/** What to say on the telephone, and what never to ask. */
export function PhoneScript() {
  return (
    <Card title="On the telephone">
      <p>Call the main line yourself. A call that came in proves nothing, whatever number it showed.</p>
      <ol className="mt-3 grid list-decimal gap-2 pl-5">
        <li>“This is partner support. May I speak to the person whose portal account this is about?”</li>
        <li>“Did you ask us for a new phone? When was that, and what happened to the old one?”</li>
        <li>“Who in your firm could confirm this in the portal?”</li>
        <li>“You will get a mail and a text at the old number. If it was not you, press Stop there.”</li>
      </ol>
      <p className="mt-4 font-medium text-danger-fg">
        Never ask for a password, a token or a code, and never read one out.
      </p>
      <h3 className="mt-4 border-t border-border pt-4 font-medium">To say no</h3>
      <ul className="mt-2 grid list-disc gap-2 pl-5">
        <li>
          “I believe you, and I still need the second check. It protects you from the person who is not you.”
        </li>
        <li>“I cannot make it faster, and nobody here can. You have our answer within 72 hours.”</li>
        <li>“I cannot call the new number: anybody could have typed it. I call your firm’s main line.”</li>
      </ul>
    </Card>
  )
}
