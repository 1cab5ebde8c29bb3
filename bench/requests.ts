import { createHmac, randomUUID } from 'node:crypto';

export const secret = 'bench-signing-secret';

/** The callback id of the form whose work is a record in the audit and a letter, and nothing of a desk's own. */
export const pathForm = 'bench.path.ask';

/** How many people the company has: each request comes from the next one. */
export const PEOPLE = 500;
export const personId = (index: number): string => `U0BENCH${String(index).padStart(4, '0')}`;

let turn = 0;
export function nextPerson() {
  turn = (turn + 1) % PEOPLE;
  return { id: personId(turn), username: 'bench', name: 'bench', team_id: 'T0BENCH' };
}

export interface Signed {
  body: string;
  headers: Record<string, string>;
}

/** A request as Slack signs it. */
export function sign(body: string, type = 'application/x-www-form-urlencoded'): Signed {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
  };
}

export function command(): Signed {
  const person = nextPerson();
  return sign(
    new URLSearchParams({
      command: '/ithelp',
      text: 'till 3 is frozen',
      user_id: person.id,
      user_name: person.name,
      team_id: person.team_id,
      channel_id: 'C0BENCH',
      channel_name: 'general',
      api_app_id: 'A0BENCH',
      trigger_id: randomUUID(),
      response_url: 'http://127.0.0.1:9/unused',
    }).toString(),
  );
}

/** Something that happened in the workspace. */
export const event = (what: object): Signed =>
  sign(
    JSON.stringify({
      type: 'event_callback',
      team_id: 'T0BENCH',
      api_app_id: 'A0BENCH',
      event_id: `Ev${randomUUID()}`,
      event_time: Math.floor(Date.now() / 1000),
      event: what,
    }),
    'application/json',
  );

interface Element {
  type: string;
  action_id: string;
  initial_option?: object;
  initial_value?: string;
}
export interface FilledView {
  callback_id: string;
  blocks: { type: string; block_id: string; element?: Element; optional?: boolean }[];
}

const answerTo = (element: Element): object => {
  if (element.type === 'plain_text_input') return { type: element.type, value: 'till 3 is frozen' };
  if (element.initial_option) return { type: element.type, selected_option: element.initial_option };
  return { type: element.type, selected_user: null, selected_option: null, value: null };
};

/** The form that the bot opened, filled in and sent: each time another view, as if another person had sent it. */
export function submission(view: FilledView): Signed {
  const inputs = view.blocks.filter((block) => block.element);
  const values = Object.fromEntries(
    inputs.map(({ block_id, element }) => [block_id, element ? { [element.action_id]: answerTo(element) } : {}]),
  );
  const person = nextPerson();
  const payload = {
    type: 'view_submission',
    team: { id: person.team_id, domain: 'bench' },
    user: person,
    api_app_id: 'A0BENCH',
    trigger_id: randomUUID(),
    view: { ...view, id: `V${randomUUID()}`, hash: randomUUID(), team_id: person.team_id, state: { values } },
    response_urls: [],
  };
  return sign(new URLSearchParams({ payload: JSON.stringify(payload) }).toString());
}
