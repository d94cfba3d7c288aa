/** How long *This was not me* works after a notification. */
export const notMeDays = 30
/** How long an unread notification is counted in the top bar. */
export const unreadDays = 30
/** How long the portal shows a notification. */
export const keptDays = 400
