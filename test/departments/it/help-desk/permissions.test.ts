import {
  may,
  permissions,
  type Right,
  type Standing,
  standingsOf,
} from '../../../../src/departments/it/help-desk/permissions.js';
import { states } from '../../../../src/departments/it/help-desk/ticket.js';
import { aTicket } from './samples.js';

const table: [Right, Standing[]][] = [
  ['see', ['requester', 'beneficiary', 'assignee', 'technician', 'lead', 'admin']],
  ['seeNotes', ['assignee', 'technician', 'lead']],
  ['take', ['technician', 'lead']],
  ['assign', ['assignee', 'technician', 'lead', 'admin']],
  ['release', ['assignee', 'lead', 'admin']],
  ['ask', ['assignee', 'technician', 'lead']],
  ['reply', ['assignee', 'technician', 'lead']],
  ['note', ['assignee', 'technician', 'lead']],
  ['tell', ['requester', 'beneficiary']],
  ['sort', ['assignee', 'technician', 'lead', 'admin']],
  ['move', ['assignee', 'technician', 'lead', 'admin']],
  ['resolve', ['assignee', 'technician', 'lead']],
  ['dismiss', ['assignee', 'technician', 'lead']],
  ['withdraw', ['requester', 'beneficiary']],
  ['close', ['requester', 'beneficiary']],
  ['reopen', ['requester', 'beneficiary', 'assignee', 'technician', 'lead', 'admin']],
  ['rate', ['requester', 'beneficiary']],
  ['seeQueue', ['technician', 'lead', 'admin']],
  ['seeFigures', ['lead', 'admin']],
  ['keepReplies', ['lead', 'admin']],
  ['keepQueues', ['lead', 'admin']],
  ['keepSettings', ['lead', 'admin']],
  ['keepArticles', ['technician', 'lead', 'admin']],
];
const everyStanding: Standing[] = ['requester', 'beneficiary', 'assignee', 'technician', 'lead', 'admin'];

describe('who may do what', () => {
  it('is said of every right', () =>
    expect(table.map(([right]) => right).sort()).toEqual(Object.keys(permissions).sort()));

  it.each(table)('to %s takes one of %j', (right, allowed) => {
    expect(everyStanding.filter((standing) => may(right, new Set([standing])))).toEqual(allowed);
  });

  it('is nothing at all for somebody who has nothing to do with the ticket', () => {
    for (const [right] of table) expect(may(right, new Set())).toBe(false);
  });
});

describe('what somebody is to a ticket', () => {
  const ticket = aTicket({ requesterId: 'U1', behalfOfId: 'U2', assigneeId: 'U3' });
  const nobody = { roles: [], isAdmin: false };

  it.each([
    ['U1', ['requester']],
    ['U2', ['beneficiary']],
    ['U4', []],
  ])('follows from the ticket: %s', (id, standings) => {
    expect([...standingsOf({ id, ...nobody }, ticket)]).toEqual(standings);
  });

  it('follows from the desk, and not from what other desks call somebody', () => {
    expect([...standingsOf({ id: 'U4', roles: ['technician', 'handler'], isAdmin: true }, ticket)]).toEqual([
      'technician',
      'admin',
    ]);
  });

  it('is nothing any more for an assignee who was taken off the staff', () => {
    expect([...standingsOf({ id: 'U3', ...nobody }, ticket)]).toEqual([]);
    expect([...standingsOf({ id: 'U3', roles: ['handler'], isAdmin: false }, ticket)]).toEqual([]);
    for (const role of ['technician', 'lead'])
      expect([...standingsOf({ id: 'U3', roles: [role], isAdmin: false }, ticket)]).toEqual([role, 'assignee']);
  });

  it('doesn’t change with the ticket’s state', () => {
    for (const state of states)
      expect([...standingsOf({ id: 'U3', ...nobody, roles: ['lead'] }, { ...ticket, state })]).toEqual([
        'lead',
        'assignee',
      ]);
  });
});
