import { z } from 'zod';
import type { Desk, DeskSetup } from '../../../../platform/doors/doors.js';
import type { Look, Office } from '../../../../platform/office.js';
import { OFFICE, type OfficeSettings, officeSettings } from '../../../../platform/settings/office-settings.js';
import type { SlackChannel, Workspace } from '../../../../platform/workspace.js';
import { officeIsSetUp } from '../store/office.js';

export type ChannelTrouble = 'notChosen' | 'gone' | 'archived' | 'notMember';

export interface ChannelState {
  key: string;
  /** Word keys of the desk. */
  label: string;
  hint: string;
  id: string | null;
  trouble: ChannelTrouble | null;
}

export interface RoleState {
  role: string;
  label: string;
  hint: string;
  people: string[];
}

export interface DeskState {
  desk: Desk;
  channels: ChannelState[];
  roles: RoleState[];
}

/** How far the office is set up, as an admin needs to see it. */
export interface OfficeState {
  stored: boolean;
  settings: OfficeSettings;
  botName: string;
  desks: DeskState[];
}

/** A desk's own settings may hold more than the hub asks for: whatever is there stays. */
export const storedSetup = z.looseObject({});

const channelId = (stored: Record<string, unknown>, key: string): string | null => {
  const id = stored[key];
  return typeof id === 'string' && id !== '' ? id : null;
};

export const hasSetup = (desk: Desk): desk is Desk & { setup: DeskSetup } => desk.setup !== undefined;

/** Reads what is stored first, and asks Slack about the channels afterwards, outside the database. */
export async function stateOf(office: Office, desks: readonly Desk[]): Promise<OfficeState> {
  const state = await office.read(async (look) => ({
    stored: await officeIsSetUp(look),
    settings: await look.settings.get(OFFICE, officeSettings),
    botName: await botName(look, office.workspace),
    desks: await oneByOne(desks.filter(hasSetup), (desk) => storedDesk(look, desk)),
  }));
  const channels = state.desks.flatMap((desk) => desk.channels);
  await Promise.all(
    channels.map(async (channel) => {
      channel.trouble = await troubleWith(office.workspace, channel.id);
    }),
  );
  return state;
}

export const botName = async (look: Look, workspace: Workspace): Promise<string> =>
  (await look.people.get(workspace.botUserId()))?.name ?? 'Switchboard';

export async function storedDesk(look: Look, desk: Desk & { setup: DeskSetup }): Promise<DeskState> {
  const stored = await look.settings.get(desk.name, storedSetup);
  const staff = await look.staff.of(desk.name);
  return {
    desk,
    channels: desk.setup.channels.map((channel) => ({
      ...channel,
      id: channelId(stored, channel.key),
      trouble: null,
    })),
    roles: desk.setup.roles.map(({ role, label, hint }) => ({
      role,
      label,
      hint,
      people: staff.filter((member) => member.role === role).map(({ personId }) => personId),
    })),
  };
}

async function troubleWith(workspace: Workspace, id: string | null): Promise<ChannelTrouble | null> {
  if (id === null) return 'notChosen';
  return troubleIn(await workspace.channel(id));
}

export function troubleIn(channel: SlackChannel | null): Exclude<ChannelTrouble, 'notChosen'> | null {
  if (!channel) return 'gone';
  if (channel.isArchived) return 'archived';
  return channel.isMember ? null : 'notMember';
}

export const isStaffed = ({ roles }: DeskState): boolean =>
  roles.length === 0 || roles.some(({ people }) => people.length > 0);

export const isReady = (desk: DeskState): boolean =>
  isStaffed(desk) && desk.channels.every(({ trouble }) => trouble === null);

/** The bot sits in no channel that any desk works in. */
export const isNowhere = ({ desks }: OfficeState): boolean => {
  const channels = desks.flatMap((desk) => desk.channels);
  return channels.length > 0 && channels.every(({ trouble }) => trouble !== null);
};

/** The database has one connection to give to a piece of work. */
async function oneByOne<In, Out>(items: readonly In[], work: (item: In) => Promise<Out>): Promise<Out[]> {
  const done: Out[] = [];
  for (const item of items) done.push(await work(item));
  return done;
}
