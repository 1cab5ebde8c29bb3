import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { actions, button, context, divider, modal, section } from '../../../../platform/blocks.js';
import { claimOf } from '../../../../platform/claims.js';
import { mention } from '../../../../platform/mrkdwn.js';
import { Temporal } from '../../../../platform/time.js';
import { hoursText } from '../../../../platform/words/dates.js';
import { ids, numbered } from '../ids.js';
import { isMissing, type Member, type Team } from '../service/team.js';
import { no, type Say } from '../words.js';
import { writePlace } from './claims.js';
import { periodText, stateText } from './texts.js';

const PAGE = 30;

const place = z.object({
  day: z.iso.date().transform((text) => Temporal.PlainDate.from(text)),
  onlyMissing: z.boolean(),
  page: z.int().nonnegative().max(1000),
});
/** Which period of the team's, whether all or only who is missing, and which page. */
export type TeamPlace = z.output<typeof place>;

export const writeTeamPlace = ({ day, ...rest }: TeamPlace): string => JSON.stringify({ day: day.toString(), ...rest });

export function readTeamPlace(value: string): TeamPlace {
  const read = claimOf(place, value);
  if (read === null) throw no('refused.gone');
  return read;
}

/** Who has come how far with a period's hours. */
export function teamView(say: Say, team: Team, at: TeamPlace, notice?: string): ModalView {
  const shown = at.onlyMissing ? team.members.filter(isMissing) : team.members;
  const last = Math.max(0, Math.ceil(shown.length / PAGE) - 1);
  const page = Math.min(at.page, last);
  const missing = team.members.filter(isMissing).length;
  return modal({
    callbackId: ids.teamView,
    title: say.plain('team.title'),
    close: say.plain('form.close'),
    metadata: writeTeamPlace(at),
    blocks: [
      section(
        `*${periodText(say, team.period)}*\n${say('team.count', { count: team.members.length })} · ${say('team.missing', { count: missing })}`,
      ),
      ...(notice ? [context(notice)] : []),
      divider(),
      ...(shown.length > 0
        ? shown.slice(page * PAGE, (page + 1) * PAGE).map((member) => row(say, member, team))
        : [section(say(at.onlyMissing ? 'team.nobodyMissing' : 'team.nobody'))]),
      actions('team', [...turning(say, team, at), ...paging(say, at, page, last), ...remind(say, at, missing)]),
    ],
  });
}

const row = (say: Say, { person, state, minutes }: Member, { period }: Team): KnownBlock =>
  section(
    `${mention(person.id)} · ${stateText(say, state)} · ${hoursText(minutes)}`,
    button(ids.open, say.plain('button.open'), { value: writePlace({ ownerId: person.id, day: period.first }) }),
  );

const turning = (say: Say, { before, after }: Team, at: TeamPlace) => [
  button(numbered(ids.team, 'before'), say.plain('button.before'), {
    value: writeTeamPlace({ ...at, day: before, page: 0 }),
  }),
  button(numbered(ids.team, 'after'), say.plain('button.after'), {
    value: writeTeamPlace({ ...at, day: after, page: 0 }),
  }),
  button(numbered(ids.team, 'which'), say.plain(at.onlyMissing ? 'team.showAll' : 'team.showMissing'), {
    value: writeTeamPlace({ ...at, onlyMissing: !at.onlyMissing, page: 0 }),
  }),
];

const paging = (say: Say, at: TeamPlace, page: number, last: number) => [
  ...(page > 0
    ? [button(numbered(ids.team, 'back'), say.plain('team.back'), { value: writeTeamPlace({ ...at, page: page - 1 }) })]
    : []),
  ...(page < last
    ? [button(numbered(ids.team, 'on'), say.plain('team.on'), { value: writeTeamPlace({ ...at, page: page + 1 }) })]
    : []),
];

const remind = (say: Say, at: TeamPlace, missing: number) =>
  missing > 0
    ? [button(ids.remind, say.plain('button.remindAll'), { value: writeTeamPlace(at), style: 'primary' })]
    : [];
