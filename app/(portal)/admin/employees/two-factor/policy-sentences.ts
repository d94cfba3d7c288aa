import type { PolicyRefusal } from '@/lib/firms/set-policy'

export const policySentences: Record<Exclude<PolicyRefusal, 'proof-needed'>, string> = {
  'operator-firm': 'What this firm takes cannot be changed.',
  'no-method-left':
    'Nothing would be left for some people. Leave on a way that is enough for them, or ask them for a passkey.',
  'own-method-missing':
    'You have nothing yourself that would still be enough. Add it in Account, Security first, so that you do not lock yourself out.',
  'changed-meanwhile':
    'Another admin has changed this in the meantime. Look at what would change now, and save again.',
}
