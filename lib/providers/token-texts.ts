import type { VendorAnswer } from './second-factor'

/** The id is null where the vendor's answer got lost; then the number identifies the token. */
export type SentToken = { mobileNumber: string; verificationId: string | null }

/** The vendor makes and checks one live token per number, so two sign-ins with one number share it. */
export interface TokenTexts {
  /** Never repeat it: `unclear` means that a text may be on its way. `locale`: a language tag like `pt-BR`. */
  send(mobileNumber: string, locale?: string): Promise<VendorAnswer<{ verificationId: string }>>
  /** `gone`: expired, used or tried too often; the vendor does not say which. `throttled`: no tries left. */
  check(sent: SentToken, token: string): Promise<VendorAnswer>
}
