import type { ModalView } from '@slack/types';
import { approvals } from '../../../../src/departments/office/approvals/index.js';
import type { ApprovalKind } from '../../../../src/platform/approvals/approvals.js';
import { askApproval } from '../../../../src/platform/approvals/ask.js';
import { section } from '../../../../src/platform/blocks.js';
import { createOffice } from '../../../../src/platform/create-office.js';
import type { ActionVisit, Desk, FormVisit, StateValues, Visit } from '../../../../src/platform/doors/doors.js';
import { outboxIn } from '../../../../src/platform/outbox/write.js';
import { OFFICE } from '../../../../src/platform/settings/office-settings.js';
import { Temporal } from '../../../../src/platform/time.js';
import { UserError } from '../../../../src/platform/user-error.js';
import { defineWords } from '../../../../src/platform/words/define.js';
import { testDatabase } from '../../../support/database.js';
import { testKeys } from '../../../support/keys.js';
import { refusal, refusedAt } from '../../../support/visits.js';

export const ANA = 'U0ANA';
export const BOGDAN = 'U0BOGDAN';
export const CORA = 'U0CORA';
export const DAN = 'U0DAN';

const people = [
  { id: ANA, name: 'Ana' },
  { id: BOGDAN, name: 'Bogdan', managerId: ANA },
  { id: CORA, name: 'Cora', locale: 'ro-RO' },
  { id: DAN, name: 'Dan' },
];

/** What was decided, as a desk would hear of it. */
export const heard: string[] = [];

/** A small thing to be approved, as a desk would have one: days off that somebody asks for. */
const dayOff: ApprovalKind = {
  name: 'test.days.off',
  undoMinutes: 15,
  show: async (_look, { subject, requesterId }) =>
    subject === 'gone'
      ? null
      : { title: `Day off ${subject} of <@${requesterId}>`, facts: ['One day'], details: [section('All about it')] },
  decided: async (_tx, { subject, state }) => {
    heard.push(`${subject} ${state}`);
    if (subject === 'impossible') throw new UserError('impossible', () => 'That day is taken.');
    if (subject === 'broken') throw new Error('the calendar is lost');
  },
  undone: async (_tx, { subject }) => void heard.push(`${subject} undone`),
  decidersFor: async () => [DAN],
};

const words = defineWords('test.days', {
  en: { title: 'Days', about: 'Days off' },
  ro: { title: 'Zile', about: 'Zile libere' },
});
const askingDesk: Desk = { name: 'test.days', words, title: 'title', about: 'about', approvals: [dayOff] };

export type OpenRequests = Awaited<ReturnType<typeof openRequests>>;

/** A queue of approvals over a real database, on a Monday at ten in Bucharest, with a clock that tests move. */
export async function openRequests() {
  const database = await testDatabase();
  const { prisma } = database;
  let now = Temporal.Instant.from('2026-03-02T08:00:00Z');
  const workspace = {
    ...{ permalink: async () => null, thread: async () => [], channel: async () => null },
    ...{
      file: async () => null,
      presence: async () => new Map(),
      discardFile: async () => false,
      botUserId: () => 'U0BOT',
    },
  };
  const clock = { now: () => now, onMove: () => () => undefined };
  const office = createOffice({
    ...{ database, clock, workspace, outbox: outboxIn, keys: testKeys },
    afterCommit: () => undefined,
  });
  const desk = approvals(office, [askingDesk]);
  let count = 0;
  const visitBy = async (id: string): Promise<Visit> => {
    const person = await office.read((look) => look.people.get(id));
    if (!person) throw new Error(`nobody is ${id}`);
    return { person, language: person.language, now, key: `key-${++count}` };
  };
  const viewOf = (view: ModalView, values: StateValues) => ({
    ...{ id: 'V1', hash: `h${count}`, callbackId: view.callback_id ?? '', values },
    ...{ privateMetadata: view.private_metadata ?? '', blocks: view.blocks as never },
  });

  return {
    database,
    prisma,
    office,
    desk,
    now: () => now,
    at: (moment: string) => {
      now = Temporal.Instant.from(moment);
    },
    later: (minutes: number) => {
      now = now.add({ minutes });
    },

    async begin() {
      await database.empty();
      heard.length = 0;
      now = Temporal.Instant.from('2026-03-02T08:00:00Z');
      const syncedAt = new Date(now.epochMilliseconds);
      await prisma.person.createMany({
        data: people.map((person) => ({ timeZone: 'Europe/Bucharest', ...person, syncedAt })),
      });
      await office.transact((tx) => tx.settings.set(OFFICE, { timeZone: 'Europe/Bucharest', holidays: [] }, ANA));
    },

    /** Bogdan asks, Ana decides, unless said otherwise. */
    async ask(
      subject: string,
      more: { by?: string; deciders?: string[]; barred?: string[]; version?: number; level?: number } = {},
    ) {
      const { by = BOGDAN, deciders = [ANA], barred = [], version = 1, level = 1 } = more;
      const request = { subject, version, level, requesterId: by, barredIds: barred, deciderIds: deciders };
      return (await office.transact((tx) => askApproval(tx, dayOff, request))).id;
    },

    async press(by: string, actionId: string, value = '', view?: ModalView) {
      const visit: ActionVisit = {
        ...(await visitBy(by)),
        ...{ actionId, blockId: 'b', value, values: [value], onHome: false },
        ...(view ? { view: viewOf(view, {}) } : { message: { channel: 'D1', ts: '1.1', isPrivate: false } }),
      };
      return desk.actions?.[actionId]?.(visit);
    },

    async send(by: string, view: ModalView, values: Record<string, string | string[]>) {
      const typed: StateValues = Object.fromEntries(
        Object.entries(values).map(([block, value]) => [
          block,
          {
            answer: Array.isArray(value)
              ? { type: 'checkboxes', selected_options: value.map((one) => ({ value: one })) }
              : { type: 'plain_text_input', value },
          },
        ]),
      );
      const visit: FormVisit = { ...(await visitBy(by)), view: viewOf(view, typed) };
      return desk.forms?.[view.callback_id ?? '']?.(visit);
    },

    visitBy,
    async said(id: string): Promise<string[]> {
      const rows = await prisma.letter.findMany({ where: { lane: id, kind: 'post' }, orderBy: { id: 'asc' } });
      return rows.map(({ payload }) => JSON.stringify(payload));
    },
    /** How somebody's cards look now, unsaid or changed. */
    async cardsOf(id: string): Promise<string> {
      const rows = await prisma.letter.findMany({ where: { lane: id, kind: { in: ['post', 'change'] } } });
      return JSON.stringify(rows.map(({ payload }) => payload));
    },
    refusal,
    refusedAt,
  };
}
