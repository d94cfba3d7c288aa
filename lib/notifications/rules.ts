/** How long *This was not me* works after a notice. */
export const notMeDays = 30
/** How long an unread notice is counted in the top bar. */
export const unreadDays = 30
/** How long the portal shows what somebody was told. */
export const keptDays = 400
