import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signatureOf } from '../../../../src/departments/front-desk/calls/rules/twilio.js';
import { openHealth } from '../../../../src/slack/receivers/health.js';
import { hookRoutes } from '../../../../src/slack/receivers/hooks.js';
import { CORINA, OLIVE, type OpenCalls, openCalls, TOMA } from './open-calls.js';

// What Twilio sends for a call that comes in: form parameters, and its signature over the address and all of them. Names and
// values are those of its documentation, "Twilio's Request to your Application" and "Validating Requests".
const ringing = {
  CallSid: 'CA00000000000000000000000000000001',
  AccountSid: 'AC00000000000000000000000000000001',
  From: '+40722123456',
  To: '+40213149999',
  CallStatus: 'ringing',
  ApiVersion: '2010-04-01',
  Direction: 'inbound',
  ForwardedFrom: '',
  CallerName: 'ANA CLIENT',
  CallerCity: 'București',
  CallerCountry: 'RO',
};

let open: OpenCalls;
let server: Server;
let logged: string[];
beforeAll(async () => {
  open = await openCalls();
  const log = { error: (...told: unknown[]) => void logged.push(JSON.stringify(told)) };
  const routes = hookRoutes({
    desks: [open.desk],
    clock: { now: open.now, onMove: () => () => undefined },
    log: log as never,
  });
  server = await openHealth(0, { isHealthy: () => true, hooks: routes });
});
beforeEach(async () => {
  logged = [];
  await open.begin();
  await open.rotation({ name: 'Recepție' });
});
afterAll(async () => {
  server.close();
  await open.database.close();
});

async function calls(
  fields: Record<string, string>,
  more: { query?: string; signature?: string; method?: string } = {},
) {
  const { query = '', method = 'POST' } = more;
  const body = new URLSearchParams(fields);
  const signature = more.signature ?? signatureOf(open.telephone.url + query, body, open.telephone.token);
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}/hooks/front-desk/calls/twilio${query}`, {
    method,
    headers: { 'x-twilio-signature': signature },
    ...(method === 'POST' && { body }),
  });
}

describe('a telephone system', () => {
  it('signs as its documentation shows', () => {
    const fields = new URLSearchParams({
      ...{ CallSid: 'CA1234567890ABCDE', From: '+12349013030', To: '+18005551212' },
      ...{ Caller: '+12349013030', Digits: '1234' },
    });
    expect(signatureOf('https://mycompany.com/myapp.php?foo=1&bar=2', fields, '12345')).toBe(
      '0/KCTR6DLpKmkAf8muzZqo1nDgQ=',
    );
  });

  it('hands a call over: whoever is on duty is rung, and the front desk owns the caller', async () => {
    const answer = await calls(ringing);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/xml');
    expect(await answer.text()).toContain('<Response/>');
    const call = await open.call(1);
    expect(call).toMatchObject({ callerName: 'ANA CLIENT', callerNumber: '+40722123456', ownerId: CORINA });
    expect(call.reason).toContain('+40 21 314 9999');
    expect(await open.rung(1)).toBe(TOMA);
  });

  it('hands the same call over once, also when the other leg of it rings', async () => {
    await Promise.all([calls(ringing), calls(ringing)]);
    const leg = { ...ringing, CallSid: 'CA00000000000000000000000000000002', ParentCallSid: ringing.CallSid };
    await calls({ ...leg, CallStatus: 'no-answer' });
    expect(await open.prisma.call.count()).toBe(1);
  });

  it('hands over whom nobody answered, and not whom somebody did', async () => {
    await calls({ ...ringing, CallStatus: 'in-progress', DialCallStatus: 'completed' });
    expect(await open.prisma.call.count()).toBe(0);
    await calls({ ...ringing, CallStatus: 'completed', DialCallStatus: 'no-answer' });
    expect(await open.prisma.call.count()).toBe(1);
  });

  it('says by its address to which rotation', async () => {
    await open.rotation({ name: 'Contracts', members: [OLIVE] });
    expect((await calls(ringing, { query: '?to=contracts' })).status).toBe(200);
    expect(await open.rung(1)).toBe(OLIVE);
    expect((await calls({ ...ringing, CallSid: 'CA3' }, { query: '?to=nobody' })).status).toBe(503);
  });

  it('knows who called before', async () => {
    await open.handOver(CORINA, { callerName: 'Ana Pop', callerNumber: '+40722123456', company: 'Firma' });
    await calls({ ...ringing, CallerName: '' });
    expect(await open.call(2)).toMatchObject({ callerName: 'Ana Pop', company: 'Firma', language: 'ro' });
  });

  it('may call without a number', async () => {
    expect((await calls({ ...ringing, From: 'anonymous' })).status).toBe(200);
    expect(await open.call(1)).toMatchObject({ callerNumber: null });
  });

  it('is not believed without the right signature, whatever is changed', async () => {
    const good = signatureOf(open.telephone.url, new URLSearchParams(ringing), open.telephone.token);
    const tries = [
      calls(ringing, { signature: '' }),
      calls(ringing, { signature: `${good}x` }),
      calls({ ...ringing, From: '+40700000000' }, { signature: good }),
      calls({ ...ringing, Extra: 'x' }, { signature: good }),
      calls(ringing, { signature: good, query: '?to=contracts' }),
      calls(ringing, { signature: signatureOf(open.telephone.url, new URLSearchParams(ringing), 'another token 123') }),
    ];
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
    expect(await open.prisma.call.count()).toBe(0);
  });

  it('is answered also where there is nothing to do, or nothing that can be read', async () => {
    expect((await calls({ ...ringing, CallStatus: 'completed' })).status).toBe(200);
    const { CallSid: _sid, ...none } = ringing;
    expect((await calls(none)).status).toBe(400);
    expect((await calls(ringing, { method: 'GET' })).status).toBe(405);
    expect((await calls({ ...ringing, Big: 'x'.repeat(70_000) })).status).toBe(413);
    await open.prisma.callRotation.deleteMany();
    expect((await calls(ringing)).status).toBe(503);
    expect(await open.prisma.call.count()).toBe(0);
    expect(logged).toEqual([]);
  });

  it('leaves no name and no number in the log when something breaks', async () => {
    await open.prisma.$executeRaw`ALTER TABLE "Call" RENAME TO "CallGone"`;
    try {
      expect((await calls(ringing)).status).toBe(500);
    } finally {
      await open.prisma.$executeRaw`ALTER TABLE "CallGone" RENAME TO "Call"`;
    }
    expect(logged).toHaveLength(1);
    expect(logged.join()).not.toMatch(/722123456|ANA CLIENT/);
  });
});
