/** Names under which a page's two fonts are registered. */
export const BODY = 'body';
export const STRONG = 'strong';

export const MARGIN = 56;
export const INK = '#1d1c1d';
/** For what explains: still seven times darker than the paper. */
export const SOFT = '#505050';
export const RULE = '#c8c8c8';
