/** What the portal needs from a vendor of second factors, in our words. Adapters turn every vendor answer into one of these. */
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
  /** Shown in the notice on the phone: 1 to 144 characters. */
  message: string
  /** Shown inside the app, in this order. Keys up to 20 characters, values up to 200. */
  details: Record<string, string>
  expiresInSeconds: number
}

export interface SecondFactorProvider {
  /** Makes the person known to the vendor. Idempotent by number. `reason` is a sentence for the admin. */
  register(person: { email: string; mobileNumber: string }): Promise<Registration>
  /** ok also when the vendor did not know the person: gone is gone. */
  remove(vendorUserId: string): Promise<VendorAnswer>
  /** Rings the phone; never repeat it by yourself. `unclear`: it may have rung, but the answer got lost. Returns the vendor's id of the request. */
  startPush(vendorUserId: string, push: PushDetails): Promise<VendorAnswer<string>>
  /** `vendorUserId` must be the one the push was sent to: an answer about anybody else is `unclear`. */
  readPush(vendorUserId: string, vendorRequestId: string): Promise<VendorAnswer<PushState>>
  /** `ignored`: the vendor sent no text because the person has its app. `unclear`: a text may be on its way. */
  sendToken(vendorUserId: string): Promise<VendorAnswer<'sent' | 'ignored'>>
  /** `token`: 6 to 8 digits. ok means exactly: right, for this person, now. */
  checkToken(vendorUserId: string, token: string): Promise<VendorAnswer>
  /** The devices on which the person has the vendor's app, in the vendor's words: `iphone`, `ipad`, `android`, … Empty without the app. */
  listDevices(vendorUserId: string): Promise<VendorAnswer<string[]>>
}

export type Registration =
  | { ok: true; vendorUserId: string }
  | { ok: false; failure: VendorFailure; reason: string }
