import type { Calls, FileView, Outcome } from '../../protocol.js';

/** What blocks ask of the server. Every call answers with an outcome and never throws. */
export interface Interact {
  action(call: Calls['action'][0]): Promise<Outcome>;
  suggest(call: Calls['suggest'][0]): Promise<Outcome<Calls['suggest'][1]>>;
  submit(call: Calls['submit'][0]): Promise<Outcome<Calls['submit'][1]>>;
  close(call: Calls['close'][0]): Promise<Outcome>;
  upload(files: File[]): Promise<Outcome<{ files: FileView[] }>>;
}
