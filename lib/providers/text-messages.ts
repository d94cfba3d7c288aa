/** Plain texts to a phone: notices and links, never tokens of the second factor. */
export interface TextMessenger {
  /**
   * `refused`: the vendor will never send this text to this number, so trying again is no use. Throws when it is not known
   * that the text left, with a message that holds neither number nor text: the sending job tries again.
   */
  send(text: {
    /** E.164 */
    to: string
    body: string
    /** An earlier attempt may already have left: then the vendor is asked first, and nothing is sent twice. */
    sentBefore: boolean
  }): Promise<'sent' | 'refused'>
}
