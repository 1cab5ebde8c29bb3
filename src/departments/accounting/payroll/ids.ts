/** Names on the wire: doors that Slack calls back, and the blocks of the desk's forms. */
export const ids = {} as const;
