export const notMeDays = 30
export const unreadDays = 30
export const keptDays = 400
