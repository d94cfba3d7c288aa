import type { Role } from '@/lib/access/policy'

export const roleWords: Record<Role, string> = { admin: 'Admin', tech: 'Tech', support: 'Support' }
