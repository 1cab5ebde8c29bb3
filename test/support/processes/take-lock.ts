// Takes the lock of the folder given and keeps it until it is killed.
import { setInterval } from 'node:timers';
import { lockFolder } from '../../../src/platform/database/lock.js';
import { messageOf } from '../../../src/platform/errors/caught.js';

try {
  lockFolder(process.argv[2] ?? '');
  console.log('taken');
} catch (error) {
  console.log(messageOf(error));
}
setInterval(() => undefined, 1_000);
