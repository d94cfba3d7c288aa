export type VendorFailure =
  | 'invalid' // the vendor says no: a wrong or expired token, a number or request it will not take
  | 'reused' // the token was right once already
  | 'throttled' // the vendor wants fewer calls
  | 'not-registered' // the vendor does not know this person, or the person has no app for a push
  | 'gone' // the push is not known any more
  | 'provider-down' // no answer, or an error on the vendor's side
  | 'unclear' // an answer that proves nothing; the action may or may not have happened

export type VendorAnswer<Value = void> = { ok: true; value: Value } | { ok: false; failure: VendorFailure }

export type PushState = 'pending' | 'approved' | 'denied' | 'expired'

export type PushDetails = {
  /** 1 to 144 characters, shown in the notification on the phone. */
  message: string
  /** Keys have up to 20 characters, values up to 200; the app shows them in this order. */
  details: Record<string, string>
  expiresInSeconds: number
}

export interface SecondFactorProvider {
  /** Idempotent by number. A refusal's `reason` is a sentence for the admin. */
  register(person: { email: string; mobileNumber: string }): Promise<Registration>
  remove(vendorUserId: string): Promise<VendorAnswer>
  /** Never repeat it: `unclear` means that the push may have arrived. Answers the vendor's id of the push. */
  startPush(vendorUserId: string, push: PushDetails): Promise<VendorAnswer<string>>
  /** `vendorUserId` is the recipient; an answer about another user is `unclear`. */
  readPush(vendorUserId: string, vendorRequestId: string): Promise<VendorAnswer<PushState>>
  /** `ignored`: the person has the vendor's app, so no text was sent. `unclear`: a text may be on its way. */
  sendToken(vendorUserId: string): Promise<VendorAnswer<'sent' | 'ignored'>>
  /** `isFromApp`: the vendor named a device, as it does where an app made the token. */
  checkToken(vendorUserId: string, token: string): Promise<VendorAnswer<{ isFromApp: boolean }>>
  listDevices(vendorUserId: string): Promise<VendorAnswer<string[]>>
}

export type Registration =
  | { ok: true; vendorUserId: string }
  | { ok: false; failure: VendorFailure; reason: string }
