import type { Job, OnAction, OnForm, Subcommand } from '../../../../platform/doors/doors.js';
import type { Room } from '../desk.js';
import { importHandlers } from '../handlers/import.js';
import { peopleHandlers } from '../handlers/people.js';
import { settingsHandlers } from '../handlers/settings.js';
import { peopleIds } from '../people-ids.js';
import { tidyPeople } from '../service/tidy.js';
import { DESK } from '../settings.js';

/** Whoever comes into Slack after they came onto the payroll is found there; lists that nobody said yes to are forgotten. */
const jobs: readonly Job[] = [
  { name: `${DESK}.tidy-people`, when: { everyMinutes: 60 }, catchUp: 'once', windowMinutes: 120, run: tidyPeople },
];

/** The doors of this part of the payroll. */
export function peopleDoors(room: Room) {
  const people = peopleHandlers(room);
  const lists = importHandlers(room);
  const settings = settingsHandlers(room);
  const subcommands: Subcommand[] = [
    { name: 'people', aliases: ['oameni', 'angajati'], shown: 'people …', usage: 'usage.people', run: people.list },
    { name: 'add', aliases: ['adauga'], usage: 'usage.add', opensForm: true, run: people.add },
    { name: 'import', aliases: ['importa'], usage: 'usage.import', opensForm: true, run: lists.open },
    { name: 'settings', aliases: ['setari'], usage: 'usage.settings', opensForm: true, run: settings.show },
  ];
  const forms: Record<string, OnForm> = {
    [peopleIds.importForm]: lists.look,
    [peopleIds.importConfirm]: lists.confirm,
    [peopleIds.employeeForm]: people.save,
    [peopleIds.settingsForm]: settings.save,
  };
  const actions: Record<string, OnAction> = {
    [peopleIds.openEmployee]: people.open,
    [peopleIds.addEmployee]: people.add,
    [peopleIds.openImport]: lists.open,
    [peopleIds.peoplePage]: people.turnPage,
  };
  return {
    subcommands,
    forms,
    actions,
    jobs,
    opensForm: [peopleIds.openEmployee, peopleIds.addEmployee, peopleIds.openImport],
  };
}
