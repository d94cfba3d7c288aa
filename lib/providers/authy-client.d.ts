/** Declares what the adapter uses of authy-client 1.1.4, which ships no types. */
declare module 'authy-client' {
  type Wire = Record<
    'getAsync' | 'postAsync',
    (options: object) => PromiseLike<[response: { statusCode: number }, body: unknown]>
  >

  export class Client {
    constructor(credentials: { key: string }, options: { host: string; timeout: number })

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
    /** The package throws this before it sends; it contains the whole input, token included: never log it. */
    ValidationFailedError: new (
      ...args: never
    ) => Error & { errors: unknown }
  }
}
