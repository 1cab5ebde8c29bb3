import { readFileSync } from 'node:fs';
import { type Journey, openJourney, staffDesk } from '../support/journey.js';

let office: Journey;
beforeAll(async () => {
  office = await openJourney();
}, 60_000);
afterAll(() => office.close());

describe('putting a company on the payroll', () => {
  it('begins with a list: looked at, imported, and gone from the database’s plain sight', async () => {
    await staffDesk(office, 'accounting.payroll', 'Payroll', {
      'Payroll officers': ['rowan'],
      'Pay run approvers': ['wren'],
    });
    const rowan = await office.person('rowan');
    const file = await rowan.uploads('people.csv', readFileSync('samples/people.csv'));
    await rowan.types('general', '/payroll import');
    const upload = await rowan.modal('Upload people');
    await upload.fill('List of people (CSV)', [file]);
    expect(await upload.submit()).toEqual({ closed: false });
    const preview = await rowan.modal('What it would change');
    expect(preview.text()).toContain('12 new · 0 changed · 0 unchanged');
    expect(preview.text()).toContain('Toma Turcoaz');
    // Real Slack refuses to let a bot delete what people uploaded, and so does the sandbox: the person is told.
    expect(preview.text()).toContain('delete it yourself');
    expect(await preview.submit()).toEqual({ closed: true });
    await rowan.sees('Imported: 12 new, 0 changed.', { in: 'app' });
    const toma = await office.office.database.prisma.employee.findUnique({ where: { number: '1012' } });
    expect(toma?.personId).toMatch(/^U/);
    expect(office.logged()).not.toMatch(/165,00|DEMO0000|RO\d\dDEMO/);
  });

  it('goes on in forms: a raise from a day, seen by those who may', async () => {
    const rowan = await office.person('rowan');
    await rowan.types('general', '/payroll people toma');
    const list = await rowan.sees('Toma Turcoaz', { in: 'general' });
    await list.press('Open');
    const form = await rowan.modal('Employee');
    expect(form.text()).toContain('Cashier, 42.50 RON an hour, 40 hours a week');
    await form.fill('Rate of one hour', '44,00');
    expect(await form.submit()).toMatchObject({
      errors: { 'These terms hold from': expect.stringContaining('since when') },
    });
    await form.fill('These terms hold from', '2026-12-01');
    expect(await form.submit()).toEqual({ closed: true });
    await rowan.sees('Saved: Toma Turcoaz.', { in: 'app' });
  });

  it('is closed to everybody else, the admin too', async () => {
    const hazel = await office.person('hazel');
    await hazel.types('general', '/payroll people');
    await hazel.sees('Only those who keep the payroll can do this', { in: 'general' });
    const ana = await office.person('ana');
    await ana.types('general', '/payroll import');
    await ana.sees('Doar cei care țin salarizarea', { in: 'general' });
    await ana.types('general', '/payroll');
    await ana.sees('Fluturașul tău vine ca mesaj privat', { in: 'general' });
  });
});
