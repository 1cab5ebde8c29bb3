import type { OnAction, OnForm, OnSearch, Subcommand } from '../../../../platform/doors/doors.js';
import { amountIds } from '../amount-ids.js';
import type { Room } from '../desk.js';
import { amountHandlers } from '../handlers/amounts.js';

/** The doors of allowances and deductions. */
export function amountDoors(room: Room) {
  const amounts = amountHandlers(room);
  const subcommands: Subcommand[] = [
    { name: 'amounts', aliases: ['sporuri'], usage: 'usage.amounts', opensForm: true, run: amounts.open },
  ];
  const forms: Record<string, OnForm> = { [amountIds.form]: amounts.save };
  const actions: Record<string, OnAction> = {
    [amountIds.page]: amounts.turn,
    [amountIds.add]: amounts.add,
    [amountIds.edit]: amounts.edit,
    [amountIds.remove]: amounts.remove,
  };
  const searches: Record<string, OnSearch> = { [amountIds.search]: amounts.search };
  return { subcommands, forms, actions, searches };
}
