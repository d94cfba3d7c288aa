export interface TextMessenger {
  /** `refused`: the vendor never texts this number. Throws, without number or text, when the outcome is unknown. */
  send(text: {
    to: string
    body: string
    /** An earlier attempt may have left, so the adapter asks the vendor before it sends again. */
    sentBefore: boolean
  }): Promise<'sent' | 'refused'>
}
