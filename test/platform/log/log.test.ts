import { createLog, type Log } from '../../../src/platform/log/log.js';

let lines: string[];
let log: Log;
const start = (logFormat: 'json' | 'pretty') => {
  lines = [];
  log = createLog({ logLevel: 'info', logFormat }, { write: (line: string) => void lines.push(line) });
};
beforeEach(() => start('json'));

const canary = 'the payroll of March is wrong';
// Put together here, so that no search for secrets stumbles over this file.
const botToken = ['xoxb', '1234', '5678', 'abcDEF'].join('-');
const appToken = ['xapp', '1', 'A1', '99', 'abcdef'].join('-');

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

it('tells what happened, where and when', () => {
  log.info({ desk: 'it.help-desk', ms: 12, count: 3n }, 'took %s', 'K7Q-42M');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-.*Z$/),
    desk: 'it.help-desk',
    ms: 12,
    count: '3',
    msg: 'took K7Q-42M',
  });
});

describe.each(['json', 'pretty'] as const)('as %s', (logFormat) => {
  beforeEach(() => start(logFormat));

  it.each<[string, () => void]>([
    ['in a message', () => log.info(`calls with ${botToken} and ${appToken}`)],
    ['as a value in a message', () => log.info('calls with %s', botToken)],
    ['in an object in a message', () => log.info({}, 'calls with %j', { given: appToken })],
    ['in a list in a field', () => log.info({ given: ['x', botToken, [appToken]] }, 'called')],
    ['in the lines of a child’s child', () => log.child({ a: 1 }).child({ who: botToken }).info('started')],
    ['in a field', () => log.info({ token: canary, nested: { given: botToken } }, 'called')],
    ['deep in a request', () => log.error({ request: { options: { headers: { authorization: canary } } } }, 'failed')],
    ['in an error', () => log.error(new Error(`invalid_auth for ${botToken}`))],
    ['in an error under another name', () => log.error({ reason: new Error(`invalid_auth for ${botToken}`) }, 'no')],
    ['in what caused an error', () => log.error(new Error('no', { cause: new Error(botToken) }))],
    ['in the lines of a child', () => log.child({ token: canary, who: botToken }).info('started')],
    ['in an address', () => log.info('opens postgresql://office:hunter2@db/switchboard, Bearer hunter2')],
    [
      'in a response address',
      () => log.info('https://hooks.slack.com/commands/T1/2/hunter2 and /actions/T1/2/hunter2'),
    ],
  ])('keeps a secret that is %s', (_, write) => {
    write();
    const line = lines.join('');
    expect(line).not.toBe('');
    for (const secret of [botToken, appToken, canary, 'hunter2', 'abcDEF']) expect(line).not.toContain(secret);
  });

  it.each<[string, () => void]>([
    ['a message', () => log.info({ message: { text: canary, blocks: [{ text: canary }] } }, 'sent')],
    ['a form', () => log.info({ view: { state: { values: { a: { b: { value: canary } } } } } }, 'submitted')],
    ['a command', () => log.info({ request: { body: canary, payload: canary } }, 'came')],
    ['an answer of Slack that an error carries', () => log.error(Object.assign(new Error('no'), { data: { canary } }))],
    ['a file that is no JSON', () => log.error(thrownBy(() => JSON.parse(canary)))],
    [
      'a value that the database refused',
      () => log.error(new Error(`invalid input syntax for type uuid: "${canary}"`)),
    ],
    [
      'something deeper than anyone looks',
      () => log.info({ a: { b: { c: { d: { e: { f: { g: canary } } } } } } }, 'x'),
    ],
  ])('keeps what people wrote in %s', (_, write) => {
    write();
    expect(lines.join('')).not.toBe('');
    expect(lines.join('')).not.toContain('payroll');
  });

  it('tells of an error its name, code, cause and where it was thrown', () => {
    const cause = Object.assign(new Error('connection reset'), { code: 'ECONNRESET' });
    log.error({ err: new TypeError('the letter was not sent', { cause }), ref: 'K7Q-42M' });
    const line = lines.join('');
    expect(line).toContain('the letter was not sent');
    expect(line).toContain('log.test');
    expect(line).toContain('K7Q-42M');
    if (logFormat === 'json') {
      expect(JSON.parse(line)).toMatchObject({ err: { type: 'TypeError', cause: { code: 'ECONNRESET' } } });
    }
  });
});
