/**
 * Who may do what, as a table: act → the standings that allow it. A *standing* is what a person is to the object at hand
 * (its requester, its assignee, staff of the desk, an admin), found afresh for each request; the names on buttons and in
 * forms are claims.
 */
export type Permissions<Act extends string, Standing extends string> = Readonly<Record<Act, readonly Standing[]>>;

export const isAllowed = <Act extends string, Standing extends string>(
  permissions: Permissions<Act, Standing>,
  act: Act,
  standings: ReadonlySet<Standing>,
): boolean => permissions[act].some((standing) => standings.has(standing));
