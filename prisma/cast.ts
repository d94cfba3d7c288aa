/** The named people of the demo and of the browser tests. Numbers come from ranges reserved for fiction (555-01xx). */
export const castPassphrase = 'demo passphrase 2026'

export type CastMember = {
  name: string
  email: string
  role: 'admin' | 'tech' | 'support'
  mobileNumber: string | null
  /** Has never used a second step, so the first sign-in ends at the security checkup. */
  isNew?: boolean
}

export type CastFirm = {
  name: string
  isOperator: boolean
  requiresSecondFactor: boolean
  /** The number in the contract, which support calls to verify a request. */
  mainLine: string | null
  people: CastMember[]
}

export const cast: CastFirm[] = [
  {
    name: 'Harbor IT',
    isOperator: false,
    requiresSecondFactor: true,
    mainLine: '+12025550100',
    people: [
      { name: 'Ada Moreno', email: 'admin@harbor.example', role: 'admin', mobileNumber: '+12025550101' },
      { name: 'Ben Okafor', email: 'admin2@harbor.example', role: 'admin', mobileNumber: '+12025550102' },
      { name: 'Tess Lindqvist', email: 'tech1@harbor.example', role: 'tech', mobileNumber: '+12025550103' },
      { name: 'Theo Park', email: 'tech2@harbor.example', role: 'tech', mobileNumber: '+12025550104' },
      {
        name: 'Tara Singh',
        email: 'tech3@harbor.example',
        role: 'tech',
        mobileNumber: '+12025550105',
        isNew: true,
      },
    ],
  },
  {
    name: 'Summit MSP',
    isOperator: false,
    requiresSecondFactor: false,
    mainLine: '+12025550110',
    people: [
      { name: 'Anna Weiss', email: 'admin@summit.example', role: 'admin', mobileNumber: '+12025550111' },
      { name: 'Abel Costa', email: 'admin2@summit.example', role: 'admin', mobileNumber: '+12025550112' },
      { name: 'Toni Marsh', email: 'tech1@summit.example', role: 'tech', mobileNumber: '+12025550113' },
      { name: 'Tim Novak', email: 'tech2@summit.example', role: 'tech', mobileNumber: null },
      { name: 'Thea Brandt', email: 'tech3@summit.example', role: 'tech', mobileNumber: null },
    ],
  },
  {
    name: 'Portal operations',
    isOperator: true,
    requiresSecondFactor: true,
    mainLine: '+12025550120',
    people: [
      { name: 'Sam Reyes', email: 'support1@portal.example', role: 'support', mobileNumber: '+12025550121' },
      { name: 'Sofia Lang', email: 'support2@portal.example', role: 'support', mobileNumber: '+12025550122' },
      { name: 'Sven Adler', email: 'support3@portal.example', role: 'support', mobileNumber: '+12025550123' },
    ],
  },
]
