/** The search attributes that workflows carry, for `temporal workflow list` and the Temporal UI; nothing personal. */
export const SEARCH_ATTRIBUTES = {
  Track: 'KEYWORD',
  Edition: 'KEYWORD',
  State: 'KEYWORD',
  Company: 'KEYWORD',
  Stage: 'INT',
  NextDue: 'DATETIME',
} as const;
