import { dataKeysIn } from '../../../src/platform/encryption/data-keys.js';
import { readKeys } from '../../../src/platform/encryption/keys.js';
import { rotateKeys } from '../../../src/platform/encryption/rotate.js';
import { sealsWith } from '../../../src/platform/encryption/seals.js';
import { type TestDatabase, testDatabase } from '../../support/database.js';

const key = (id: string) => `${id}:${Buffer.alloc(32, id).toString('base64')}`;
const [old, both, onlyNew] = [readKeys(key('old')), readKeys(`${key('new')},${key('old')}`), readKeys(key('new'))];
const place = { table: 'Complaint', row: '1', field: 'content' };

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(() => database.empty());
afterAll(() => database.close());

const keysWith = (ring: typeof old) => dataKeysIn({ db: database.prisma, seals: sealsWith(ring) });

describe('the keys of cases', () => {
  it('open nothing but their own case', async () => {
    const [one, other] = [await keysWith(old).make('one'), await keysWith(old).make('other')];
    const envelope = one.seal('what happened', place);
    expect(one.open(envelope, place)).toBe('what happened');
    expect(() => other.open(envelope, place)).toThrow('altered');
    expect(() => one.open(envelope, { ...place, row: '2' })).toThrow('altered');
    expect(() => one.open(envelope, { ...place, field: 'parties' })).toThrow('altered');
    expect(one.tag('1234')).not.toBe(other.tag('1234'));
  });

  it('are gone with their row, and can’t be exchanged for another’s', async () => {
    await keysWith(old).make('one');
    await keysWith(old).make('other');
    const { wrapped } = await database.prisma.dataKey.findUniqueOrThrow({ where: { id: 'other' } });
    await database.prisma.dataKey.update({ where: { id: 'one' }, data: { wrapped } });
    expect(await keysWith(old).get('one')).toBeNull();
    await keysWith(old).destroy('other');
    expect(await keysWith(old).get('other')).toBeNull();
  });

  it('are made once, however many ask for the same at the same time', async () => {
    const made = await Promise.all(
      Array.from({ length: 4 }, () =>
        database.prisma.$transaction(async (db) => dataKeysIn({ db, seals: sealsWith(old) }).one('receipts')),
      ),
    );
    expect(new Set(made.map((one) => one.tag('x'))).size).toBe(1);
  });
});

describe('changing the office’s keys', () => {
  it('wraps everything anew, so that the old key can go; what was sealed opens as before', async () => {
    const envelopes = new Map<string, string>();
    for (let count = 0; count < 450; count++) {
      const made = await keysWith(old).make(`case ${count}`);
      envelopes.set(`case ${count}`, made.seal(`text ${count}`, place));
    }
    const [cases] = await rotateKeys(database.prisma, both);
    expect(cases).toEqual({ table: 'DataKey', sealedAnew: 450, broken: 0 });
    const opened = await keysWith(onlyNew).many([...envelopes.keys()]);
    for (const [id, envelope] of envelopes) expect(opened.get(id)?.open(envelope, place)).toBe(`text ${id.slice(5)}`);
    expect(await keysWith(old).get('case 1')).toBeNull();
  });

  it('goes on where it was broken off, and leaves what it can’t open', async () => {
    await keysWith(old).make('one');
    await keysWith(onlyNew).make('two');
    await keysWith(readKeys(key('lost'))).make('three');
    expect(await rotateKeys(database.prisma, both)).toContainEqual({ table: 'DataKey', sealedAnew: 1, broken: 1 });
    expect(await rotateKeys(database.prisma, both)).toContainEqual({ table: 'DataKey', sealedAnew: 0, broken: 1 });
  });
});
