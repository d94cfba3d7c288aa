/** Only what the adapter uses of authy-client 1.1.4, which ships no types. */
declare module 'authy-client' {
  type Wire = Record<
    'getAsync' | 'postAsync',
    (options: object) => PromiseLike<[response: { statusCode: number }, body: unknown]>
  >

  export class Client {
    constructor(credentials: { key: string }, options: { host: string; timeout: number })

    /** The `request` instances that every method below goes through. Not documented by the package. */
    rpc: Wire
    onetouch: Wire

    registerUser(person: { countryCode: string; email: string; phone: string }): PromiseLike<unknown>
    deleteUser(person: { authyId: string }): PromiseLike<unknown>
    requestSms(person: { authyId: string }, options: { force: true }): PromiseLike<unknown>
    verifyToken(proof: { authyId: string; token: string }, options: { force: true }): PromiseLike<unknown>
    createApprovalRequest(
      push: { authyId: string; message: string; details: { visible: Record<string, string> } },
      options: { ttl: number },
    ): PromiseLike<unknown>
    getApprovalRequest(push: { id: string }): PromiseLike<unknown>
    getUserStatus(person: { authyId: string }): PromiseLike<unknown>
  }

  export const errors: {
    /** Thrown before anything is sent. Holds the whole input, so the token too: never log or pass it on. */
    ValidationFailedError: new (
      ...args: never
    ) => Error & { errors: unknown }
  }
}
