// Opens the embedded database in the folder given, writes settings until it is stopped, and prints each that was
// acknowledged. Says why where it may not open it.
import { openDatabase } from '../../../src/platform/database/database.js';
import { messageOf } from '../../../src/platform/errors/caught.js';

const [folder = '', name = ''] = process.argv.slice(2);
try {
  const { prisma } = await openDatabase({ kind: 'pglite', folder });
  console.log('open');
  for (let count = 0; ; count++) {
    const key = `${name}-${count}`;
    await prisma.setting.create({ data: { key, value: {}, updatedBy: name, updatedAt: new Date() } });
    console.log(key);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
} catch (error) {
  console.log(`refused: ${messageOf(error)}`);
  process.exit(1);
}
