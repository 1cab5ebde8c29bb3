import { postSeal } from '../../../../src/departments/office/hub/service/seal.js';
import { auditHead } from '../../../../src/platform/audit/head.js';
import { verifyAudit } from '../../../../src/platform/audit/verify.js';
import { officeSettings } from '../../../../src/platform/settings/office-settings.js';
import { type TestDatabase, testDatabase } from '../../../support/database.js';
import { channelled, openReception, picked, type Reception, typed } from './reception.js';

let database: TestDatabase;
let at: Reception;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  at = await openReception(database);
});

const zone = { 'office.hub.zones': { type: 'external_select', selected_option: { value: 'Europe/Bucharest' } } };
const chooseChannel = (channel: string | null) =>
  at.submit('UADA', 'office.hub.office-form', {
    zone,
    language: picked('en'),
    keep: typed('10'),
    'hours.1': typed('9-17'),
    seal: channelled(channel),
  });
const chosen = async () => (await at.look(({ settings }) => settings.get('office', officeSettings))).sealChannel;
const seal = () => at.office.transact((tx) => postSeal(tx));
const said = async () => {
  const rows = await database.prisma.letter.findMany({ where: { lane: 'CSHOP' }, orderBy: { id: 'asc' } });
  return rows.map(({ payload }) => JSON.stringify(payload));
};

describe('the seal of the record', () => {
  it('stands in the channel that an admin chose, and an auditor can hold the record against it', async () => {
    await chooseChannel('CSHOP');
    await seal();
    const [letter] = await said();
    const [, seq, hash] = /audit:verify -- (\d+):([0-9a-f]{64})/.exec(letter ?? '') ?? [];
    expect(await auditHead(database.prisma)).toEqual({ seq: BigInt(seq ?? 0), hash });
    const verdict = await verifyAudit(database.prisma, { seq: BigInt(seq ?? 0), hash: hash ?? '' });
    expect(verdict.intact).toBe(true);
  });

  it('is said once while nothing is recorded, and again when something was', async () => {
    await chooseChannel('CSHOP');
    await seal();
    const before = (await said()).length;
    await seal();
    expect(await said()).toHaveLength(before);
    await chooseChannel('CSHOP');
    await seal();
    expect(await said()).toHaveLength(before + 1);
  });

  it('is said nowhere when no channel is chosen, or none any more', async () => {
    const before = (await said()).length;
    await seal();
    expect(await said()).toHaveLength(before);
    await chooseChannel('CSHOP');
    await chooseChannel(null);
    expect(await chosen()).toBeNull();
    await seal();
    expect(await said()).toHaveLength(before);
  });

  it('goes to no channel that I am not in: the form says how to invite me', async () => {
    const answer = await chooseChannel('CNOWHERE');
    expect(answer?.errors).toEqual({ seal: expect.stringContaining('/invite @') });
    expect(await chosen()).toBeNull();
  });
});
