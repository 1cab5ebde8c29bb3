import type { CommandDoor, CommandVisit, Subcommand } from '../../../platform/doors/doors.js';
import { type Room, standingsOf } from './desk.js';
import { words } from './words.js';

interface Part {
  subcommands: Subcommand[];
}

/** `/payroll` and what can follow it. Nothing typed: who keeps the payroll sees its people, everybody else what it is. */
export function payrollCommand(room: Room, parts: readonly Part[]): CommandDoor {
  const subcommands = parts.flatMap((part) => part.subcommands);
  const list = subcommands.find(({ name }) => name === 'people');
  const otherwise = async (visit: CommandVisit) => {
    const standings = await room.desk.look((at) => standingsOf(at, visit.person.id));
    if (standings.size > 0 && list) return list.run(visit);
    return { say: { text: words.in(visit.language)('usage.employee') } };
  };
  return { command: '/payroll', summary: 'about', subcommands, otherwise };
}
