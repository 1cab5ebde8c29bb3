import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { EventVisit } from '../../platform/doors/doors.js';
import type { Person } from '../../platform/people/person.js';
import { AlreadyHandled, UserError } from '../../platform/user-error.js';
import { tell } from '../answers/tell.js';
import { faultOf, report, sentenceFor } from '../errors.js';
import { eventPayload } from '../wire/payloads.js';
import { served } from './attend.js';
import { noteOfficeEvent } from './office-events.js';
import type { Attended, Reception } from './reception.js';

type SlackEvent = EventVisit['event'];

/** Slack doesn't repeat an event that was acknowledged, so what failed is tried again here; desks do it once by its key. */
const PAUSES_MS = [1_000, 5_000];

/** Something that happened in the workspace, acknowledged already. */
export async function onEvent(reception: Reception, body: unknown): Promise<void> {
  const { event_id, event } = eventPayload.parse(body);
  const hearing = () => reception.repetitions.once(event_id, () => hear(reception, event, event_id));
  await served(reception, `event ${event.type}`, hearing);
}

async function hear(reception: Reception, event: SlackEvent, key: string): Promise<void> {
  for (const wait of [...PAUSES_MS, null]) {
    try {
      return await reception.eventsInTurn(() => handOn(reception, event, key));
    } catch (error) {
      if (error instanceof AlreadyHandled) return;
      if (error instanceof UserError || wait === null) return giveUp(reception, event, key, error);
      await pause(wait);
    }
  }
}

async function handOn(reception: Reception, event: SlackEvent, key: string): Promise<void> {
  await noteOfficeEvent(reception, event);
  const desks = reception.doors.events.get(event.type) ?? [];
  if (desks.length === 0 || isFromApps(event, reception.bot)) return;
  const person = await whoCaused(reception, event);
  if (person?.isBot && event.type !== 'member_joined_channel') return;
  const visit: EventVisit = { event, person: person?.isBot ? null : person, now: reception.clock.now(), key };
  for (const { door } of desks) {
    if (await door(visit)) return;
  }
}

/** What the bot and other apps say is nobody's request: answering it could go round in circles. */
function isFromApps(event: SlackEvent, bot: Reception['bot']): boolean {
  const inner = [event, event.message, event.previous_message].flatMap(
    (part) => authorShape.safeParse(part).data ?? [],
  );
  if (event.type !== 'message') return event.type !== 'member_joined_channel' && inner[0]?.user === bot.userId;
  return inner.some(({ bot_id, user, subtype }) => bot_id || subtype === 'bot_message' || user === bot.userId);
}

const authorShape = z.object({
  user: z.string().optional().catch(undefined),
  bot_id: z.string().optional().catch(undefined),
  subtype: z.string().optional().catch(undefined),
});

async function whoCaused(reception: Reception, event: SlackEvent): Promise<Person | null> {
  const id = authorShape.parse(event).user ?? authorShape.safeParse(event.message).data?.user;
  return id && id !== reception.bot.userId ? reception.people.meet(id) : null;
}

/** A person who wrote to the bot is told; others don't know that anything was to happen. */
async function giveUp(reception: Reception, event: SlackEvent, key: string, error: unknown): Promise<void> {
  const door = `event ${event.type}`;
  try {
    const person = await whoCaused(reception, event);
    if (!person || (!(error instanceof UserError) && !isToTheBot(event))) {
      report(reception, door, error);
      return;
    }
    const { language } = person;
    const request: Attended = { door, key, personId: person.id, person, language, ...placeOf(event) };
    await tell(reception, request, { text: sentenceFor(reception, request, error) });
  } catch (failure) {
    reception.log.error({ door, fault: faultOf(error), second: faultOf(failure) }, 'the person could not be told');
  }
}

const isToTheBot = (event: SlackEvent): boolean => event.type === 'app_mention' || event.channel_type === 'im';

/** In a direct message an ordinary reply stays; elsewhere only the person sees it. */
const placeOf = ({ channel, channel_type }: SlackEvent): Pick<Attended, 'channel'> =>
  typeof channel === 'string' && channel_type !== 'im' ? { channel: { id: channel } } : {};
