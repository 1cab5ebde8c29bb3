import { section } from '../../../platform/blocks.js';
import type { Desk } from '../../../platform/doors/doors.js';
import { channelLink } from '../../../platform/mrkdwn.js';
import type { Transaction } from '../../../platform/office.js';
import type { Person } from '../../../platform/people/person.js';
import { listOf } from './phrases.js';
import type { DeskChange } from './service/desk.js';
import type { ForgetReport } from './service/forget.js';
import type { Departure, LostChannel } from './service/watch.js';
import { reportBlocks } from './views/forget.js';
import { aboutOf, titleOf } from './views/offers.js';
import { setupButton } from './views/setup-gaps.js';
import { words } from './words.js';

/** Whoever is new at a desk hears of it once, with all the roles that they were given. */
export async function welcomeStaff(tx: Transaction, { desk, roles }: DeskChange): Promise<void> {
  const newcomers = await tx.people.many([...new Set(roles.flatMap(({ added }) => added))]);
  for (const person of newcomers) {
    const labels = roles.filter(({ added }) => added.includes(person.id)).map(({ label }) => label);
    await tx.outbox.post({
      to: person.id,
      text: welcomeText(desk, labels, person),
      // Somebody who left the desk and is appointed again is welcomed again.
      once: `office.hub.welcome/${desk.name}/${person.id}/${tx.now.toString()}`,
    });
  }
}

function welcomeText(desk: Desk, labels: readonly string[], { language }: Person): string {
  const say = words.in(language);
  const deskWords = desk.words.in(language);
  const command = desk.commands?.[0]?.command;
  const roles = listOf(
    labels.map((label) => deskWords.plain(label)),
    language,
  );
  const next = command ? say('welcome.next', { command }) : say('welcome.nextHome');
  return `${say('welcome.text', { desk: titleOf(desk, language), roles, about: aboutOf(desk, language) })}\n${next}`;
}

export type ChannelFate = 'left' | 'archived' | 'deleted' | 'unarchived';

export interface ChannelNews {
  fate: ChannelFate;
  channel: string;
  bot: string;
  /** The event that told us: each admin hears of it once. */
  key: string;
}

export async function tellOfChannel(
  tx: Transaction,
  news: ChannelNews,
  lost: readonly LostChannel[],
  admins: readonly Person[],
): Promise<void> {
  for (const admin of admins) {
    const say = words.in(admin.language);
    for (const { desk, label } of lost) {
      const text = say(`notice.${news.fate}`, {
        channel: channelLink(news.channel),
        desk: titleOf(desk, say.language),
        label: desk.words.in(say.language).plain(label),
        bot: news.bot,
      });
      await tellAdmin(tx, admin, text, `office.hub.channel/${news.key}/${desk.name}/${label}/${admin.id}`);
    }
  }
}

export async function tellOfDeparture(
  tx: Transaction,
  name: string,
  { desk, roles, staffed, tell }: Departure,
  key: string,
): Promise<void> {
  for (const person of tell) {
    const say = words.in(person.language);
    const labels = roles.map((label) => desk.words.in(say.language).plain(label));
    const text = say(staffed ? 'notice.personLeft' : 'notice.personLeftNobody', {
      name,
      desk: titleOf(desk, say.language),
      roles: listOf(labels, say.language),
    });
    await tellAdmin(tx, person, text, `office.hub.departure/${key}/${desk.name}/${person.id}`);
  }
}

/** A lead who is no admin can't set up, and gets no button for it. */
async function tellAdmin(tx: Transaction, person: Person, text: string, once: string): Promise<void> {
  const blocks = person.isAdmin ? [section(text), setupButton(words.in(person.language))] : [section(text)];
  await tx.outbox.post({ to: person.id, text, blocks, once });
}

/** What was erased of somebody and what has to stay, without their name, for whoever had it done and may have to show it. */
export async function reportForgotten(tx: Transaction, report: ForgetReport, admin: Person): Promise<void> {
  const say = words.in(admin.language);
  const { id } = report.person;
  await tx.outbox.post({
    to: admin.id,
    text: say('forget.reported', { id }),
    blocks: reportBlocks(report, say, 'was'),
    once: `office.hub.forgot/${id}/${tx.now}`,
  });
}
