/** Buttons that are the router's own and belong to no desk. */
export const RUN_AGAIN = 'switchboard.again';
export const RUN_GUESS = 'switchboard.run';
export const GO_ON = 'switchboard.go-on';
