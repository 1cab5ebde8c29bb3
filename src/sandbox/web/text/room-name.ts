/** As Slack makes a channel's name of what was typed: small letters, hyphens for spaces, nothing else. */
export const roomName = (typed: string): string =>
  typed
    .trim()
    .toLowerCase()
    .replace(/^#/, '')
    .replace(/[\s.]+/g, '-')
    .replace(/[^\p{L}\p{N}_-]/gu, '')
    .slice(0, 80);
