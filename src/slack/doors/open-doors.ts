import type {
  CommandDoor,
  Desk,
  HomeSection,
  OnAction,
  OnEvent,
  OnForm,
  OnGlobalShortcut,
  OnMessageShortcut,
  OnSearch,
} from '../../platform/doors/doors.js';

/** A door, and the desk behind it. */
export interface Held<Door> {
  desk: Desk;
  name: string;
  door: Door;
}

/** Every way in, by what Slack calls it. */
export interface Doors {
  desks: readonly Desk[];
  commands: Map<string, Held<CommandDoor>>;
  globalShortcuts: Map<string, Held<OnGlobalShortcut>>;
  messageShortcuts: Map<string, Held<OnMessageShortcut>>;
  forms: Map<string, Held<OnForm>>;
  closed: Map<string, Held<OnForm>>;
  actions: Map<string, Held<OnAction>>;
  searches: Map<string, Held<OnSearch>>;
  /** Several desks may listen for the same event, in the desks' order. */
  events: Map<string, Held<OnEvent>[]>;
  sections: Held<HomeSection>[];
}

/** Opens all desks. Two desks behind one door is a mistake that names both. */
export function openDoors(desks: readonly Desk[]): Doors {
  return {
    desks,
    commands: collect('command', desks, (desk) => desk.commands?.map((door) => [door.command, door])),
    globalShortcuts: collect('global shortcut', desks, (desk) => entries(desk.globalShortcuts)),
    messageShortcuts: collect('message shortcut', desks, (desk) => entries(desk.messageShortcuts)),
    forms: collect('form', desks, (desk) => entries(desk.forms)),
    closed: collect('closed form', desks, (desk) => entries(desk.closed)),
    actions: collect('action', desks, (desk) => entries(desk.actions)),
    searches: collect('search', desks, (desk) => entries(desk.searches)),
    events: collectEvents(desks),
    sections: desks
      .flatMap((desk) => (desk.home ? [{ desk, name: `${desk.name} home`, door: desk.home }] : []))
      .sort((one, other) => one.door.order - other.door.order),
  };
}

const entries = <Door>(doors: Record<string, Door> | undefined): [string, Door][] => Object.entries(doors ?? {});

function collect<Door>(
  kind: string,
  desks: readonly Desk[],
  of: (desk: Desk) => [string, Door][] | undefined,
): Map<string, Held<Door>> {
  const held = new Map<string, Held<Door>>();
  for (const desk of desks) {
    for (const [name, door] of of(desk) ?? []) {
      const other = held.get(name);
      if (other) throw new Error(`${kind} ${name} belongs to two desks: ${other.desk.name} and ${desk.name}`);
      held.set(name, { desk, name, door });
    }
  }
  return held;
}

function collectEvents(desks: readonly Desk[]): Map<string, Held<OnEvent>[]> {
  const held = new Map<string, Held<OnEvent>[]>();
  for (const desk of desks) {
    for (const [name, door] of entries(desk.events)) {
      held.set(name, [...(held.get(name) ?? []), { desk, name, door }]);
    }
  }
  return held;
}

/**
 * Finds the desk behind an element's id. What follows a colon tells apart elements of one kind in the same block, where
 * Slack wants different ids: `it.help-desk.page:2`.
 */
export const findByElement = <Door>(doors: Map<string, Held<Door>>, actionId: string): Held<Door> | undefined =>
  doors.get(actionId) ?? doors.get(actionId.split(':', 1)[0] ?? actionId);
