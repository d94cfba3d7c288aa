import type { PolicyRefusal } from '@/lib/firms/set-policy'

export const policySentences: Record<Exclude<PolicyRefusal, 'proof-needed'>, string> = {
  'operator-firm': "This firm's policy can't be changed.",
  'no-method-left':
    'Some people would have no sign-in method left. Allow one that meets their minimum, or set the minimum to passkey only.',
  'own-method-missing':
    "You don't have a sign-in method that meets this policy. Add one in Account security first, so you don't lock yourself out.",
  'changed-meanwhile': 'Another admin changed this policy. Review the changes and save again.',
}
