import type { Desk } from '../../../../platform/doors/doors.js';
import type { Forgotten } from '../../../../platform/doors/personal.js';
import type { Look, Office, Transaction } from '../../../../platform/office.js';
import { forgetPerson, forgottenPeople, peopleWhoLeft } from '../../../../platform/people/forget.js';
import type { Person } from '../../../../platform/people/person.js';
import { HUB } from '../ids.js';
import { reportForgotten } from '../letters.js';
import { no } from '../words.js';
import { requireAdmin } from './admins.js';

export interface DeskForgot {
  desk: Desk;
  lines: Forgotten[];
}

/** What was erased of somebody, and what has to stay. The name is as it was before. */
export interface ForgetReport {
  person: Person;
  desks: DeskForgot[];
  absences: number;
  letters: number;
}

export type Leaver = Awaited<ReturnType<typeof peopleWhoLeft>>[number];

/** As many as Slack shows in a list. */
const SHOWN = 100;

/** Those who were looked at longest ago: the night's work stays short, however many were ever forgotten. */
const PEOPLE_A_NIGHT = 50;

export async function leavers(look: Look, by: string, query = ''): Promise<Leaver[]> {
  await requireAdmin(look, by, 'forget');
  return peopleWhoLeft(look.db, query, SHOWN);
}

/** What would be erased: all of it is done, and then undone. */
export const lookAhead = (office: Office, desks: readonly Desk[], by: string, id: string): Promise<ForgetReport> =>
  office.rehearse(async (tx) => erase(tx, desks, await someoneWhoLeft(tx, by, id)));

/** Erases what the office knows of somebody who has left; it is on record, and whoever did it gets the report to keep. */
export async function forget(tx: Transaction, desks: readonly Desk[], by: string, id: string): Promise<ForgetReport> {
  const report = await erase(tx, desks, await someoneWhoLeft(tx, by, id));
  await record(tx, report, by);
  await reportForgotten(tx, report, await requireAdmin(tx, by, 'forget'));
  return report;
}

/** What had to stay for a while goes when its time has come: tickets that are finished by now, hours that are old enough. */
export async function forgetTheRest(tx: Transaction, desks: readonly Desk[]): Promise<void> {
  for (const person of await forgottenPeople(tx.db, PEOPLE_A_NIGHT)) {
    const report = await erase(tx, desks, person);
    const isNews = report.desks.some(({ lines }) => lines.some(({ fate, count }) => fate === 'erased' && count));
    if (isNews) await record(tx, report, 'system');
  }
}

async function record({ audit }: Transaction, report: ForgetReport, actor: string): Promise<void> {
  const { person, absences, letters } = report;
  const counts = report.desks.flatMap(({ desk, lines }) =>
    lines.flatMap(({ what, fate, count }) => (count ? [`${desk.name}.${what}:${fate}:${count}`] : [])),
  );
  const detail = { desks: counts, absences, letters };
  await audit.record({ actor, action: `${HUB}.forget`, object: `platform.person/${person.id}`, detail });
}

async function someoneWhoLeft(tx: Transaction, by: string, id: string): Promise<Person> {
  await requireAdmin(tx, by, 'forget');
  const person = await tx.people.get(id);
  if (!person || person.isBot) throw no('forget.unknown', {}, 'whom');
  if (!person.deactivatedAt) throw no('forget.stillHere', { name: person.name }, 'whom');
  return person;
}

async function erase(tx: Transaction, desks: readonly Desk[], person: Person): Promise<ForgetReport> {
  const forgot: DeskForgot[] = [];
  for (const desk of desks) if (desk.forget) forgot.push({ desk, lines: await desk.forget(tx, person.id) });
  return { person, desks: forgot, ...(await forgetPerson(tx.db, person.id, tx.now)) };
}
