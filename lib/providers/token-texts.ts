import type { VendorAnswer } from './second-factor'

/** A token that was sent. The id is null where the vendor's answer got lost: then the number alone says which one is meant. */
export type SentToken = { mobileNumber: string; verificationId: string | null }

/**
 * A vendor that makes up a token, texts it and checks what the person types: the portal never learns the token. It stands
 * beside SecondFactorProvider for people who are known to the vendor by their number only.
 *
 * The vendor keeps one live token per number, so two sign-ins with one number share it. Who may try, how often and for
 * which sign-in is decided before and after these calls, in the database.
 */
export interface TokenTexts {
  /**
   * Texts a token; never repeat it by yourself. `locale`: a language tag like `de` or `pt-BR`, left out where the vendor has no
   * such text. `invalid`: no text will reach this number. `throttled`: too many sent, or too many at once.
   * `unclear`: a text may be on its way.
   */
  send(mobileNumber: string, locale?: string): Promise<VendorAnswer<{ verificationId: string }>>
  /**
   * ok means exactly: right, for this number and this sending, now. `invalid`: wrong. `gone`: expired, used, or tried too often,
   * the vendor does not say which. `throttled`: no more tries with this one.
   */
  check(sent: SentToken, token: string): Promise<VendorAnswer>
}
