export const maxAuthenticators = 5
/** How long a QR code waits for its first token. */
export const confirmMinutes = 15
