import { checkBlocks } from '../../../src/sandbox/server/blocks/check.js';
import { messageBlocks, viewBlocks } from '../../../src/sandbox/server/blocks/surfaces.js';
import { checkView } from '../../../src/sandbox/server/blocks/view.js';

const of = (length: number) => 'x'.repeat(length);
const many = <T>(length: number, make: (at: number) => T) => Array.from({ length }, (_none, at) => make(at));
const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const option = (text: string, value = text) => ({ text: plain(text), value });
const button = (more: object = {}) => ({ type: 'button', text: plain('Go'), action_id: 'go', ...more });
const section = (text: string, more: object = {}) => ({ type: 'section', text: mrkdwn(text), ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const input = (element: object, more: object = {}) => ({ type: 'input', label: plain('Label'), element, ...more });
const select = (more: object = {}) => ({
  type: 'static_select',
  action_id: 's',
  options: [option('a'), option('b')],
  ...more,
});
const typed = (more: object = {}) => ({ type: 'plain_text_input', action_id: 'v', ...more });
const context = (...elements: object[]) => ({ type: 'context', elements });
const confirm = { title: plain('Sure?'), text: plain('Really'), confirm: plain('Yes'), deny: plain('No') };
const richText = (...elements: object[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});
const cell = { type: 'raw_text', text: 'x' };
const table = (rows: number, columns: number) => ({ type: 'table', rows: many(rows, () => many(columns, () => cell)) });

const message = (...blocks: object[]) => checkBlocks(messageBlocks, blocks);
const modal = (...blocks: object[]) => checkBlocks(viewBlocks, blocks);

/** What fits just so, what is a little too much, and what is said of it. */
const limits: [what: string, fits: object[], not: object[], fault: string][] = [
  [
    '50 blocks',
    many(50, () => ({ type: 'divider' })),
    many(51, () => ({ type: 'divider' })),
    'no more than 50 items allowed [json-pointer:/blocks]',
  ],
  [
    '3000 characters in a section',
    [section(of(3000))],
    [section(of(3001))],
    'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'no empty section',
    [section('x')],
    [section('')],
    'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    '10 fields',
    [{ type: 'section', fields: many(10, () => mrkdwn('x')) }],
    [{ type: 'section', fields: many(11, () => mrkdwn('x')) }],
    'no more than 10 items allowed [json-pointer:/blocks/0/fields]',
  ],
  [
    '2000 characters in a field',
    [{ type: 'section', fields: [mrkdwn(of(2000))] }],
    [{ type: 'section', fields: [mrkdwn(of(2001))] }],
    'must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]',
  ],
  [
    '150 characters in a header',
    [{ type: 'header', text: plain(of(150)) }],
    [{ type: 'header', text: plain(of(151)) }],
    'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    '25 actions',
    [actions(...many(25, (at) => button({ action_id: `${at}` })))],
    [actions(...many(26, (at) => button({ action_id: `${at}` })))],
    'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
  ],
  [
    '10 pieces of context',
    [context(...many(10, () => mrkdwn('x')))],
    [context(...many(11, () => mrkdwn('x')))],
    'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
  ],
  [
    '75 characters on a button',
    [actions(button({ text: plain(of(75)) }))],
    [actions(button({ text: plain(of(76)) }))],
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
  ],
  [
    '2000 characters behind a button',
    [actions(button({ value: of(2000) }))],
    [actions(button({ value: of(2001) }))],
    'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
  ],
  [
    '255 characters in an action id',
    [actions(button({ action_id: of(255) }))],
    [actions(button({ action_id: of(256) }))],
    'must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]',
  ],
  [
    '255 characters in a block id',
    [{ type: 'divider', block_id: of(255) }],
    [{ type: 'divider', block_id: of(256) }],
    'must be less than 256 characters [json-pointer:/blocks/0/block_id]',
  ],
  [
    '100 options',
    [actions(select({ options: many(100, (at) => option(`${at}`)) }))],
    [actions(select({ options: many(101, (at) => option(`${at}`)) }))],
    'no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]',
  ],
  [
    '75 characters in an option',
    [actions(select({ options: [option(of(75), 'v')] }))],
    [actions(select({ options: [option(of(76), 'v')] }))],
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]',
  ],
  [
    '150 characters behind an option',
    [actions(select({ options: [option('o', of(150))] }))],
    [actions(select({ options: [option('o', of(151))] }))],
    'must be less than 151 characters [json-pointer:/blocks/0/elements/0/options/0/value]',
  ],
  [
    '150 characters in a placeholder',
    [actions(select({ placeholder: plain(of(150)) }))],
    [actions(select({ placeholder: plain(of(151)) }))],
    'must be less than 151 characters [json-pointer:/blocks/0/elements/0/placeholder/text]',
  ],
  [
    '5 lines in an overflow menu',
    [actions({ type: 'overflow', options: many(5, (at) => option(`${at}`)) })],
    [actions({ type: 'overflow', options: many(6, (at) => option(`${at}`)) })],
    'no more than 5 items allowed [json-pointer:/blocks/0/elements/0/options]',
  ],
  [
    '10 radio buttons',
    [actions({ type: 'radio_buttons', options: many(10, (at) => option(`${at}`)) })],
    [actions({ type: 'radio_buttons', options: many(11, (at) => option(`${at}`)) })],
    'no more than 10 items allowed [json-pointer:/blocks/0/elements/0/options]',
  ],
  [
    'a table of 100 rows',
    [table(100, 2)],
    [table(101, 2)],
    'no more than 100 items allowed [json-pointer:/blocks/0/rows]',
  ],
  [
    'a table of 20 columns',
    [table(2, 20)],
    [table(1, 21)],
    'no more than 20 items allowed [json-pointer:/blocks/0/rows/0]',
  ],
  [
    '12000 characters of markdown',
    [{ type: 'markdown', text: of(12_000) }],
    [{ type: 'markdown', text: of(12_001) }],
    'must be less than 12001 characters [json-pointer:/blocks/0/text]',
  ],
  [
    '100 characters over a question',
    [actions(button({ confirm }))],
    [actions(button({ confirm: { ...confirm, title: plain(of(101)) } }))],
    'must be less than 101 characters [json-pointer:/blocks/0/elements/0/confirm/title/text]',
  ],
];

/** What isn't right in another way. */
const mistakes: [what: string, blocks: object[], fault: string][] = [
  ['a block of no known type', [{ type: 'chart' }], 'unsupported type: chart [json-pointer:/blocks/0/type]'],
  ['a block without a type', [{}], 'missing required field: type [json-pointer:/blocks/0]'],
  [
    'an element of no known type',
    [actions({ type: 'slider' })],
    'unsupported type: slider [json-pointer:/blocks/0/elements/0/type]',
  ],
  ['a field that is missing', [{ type: 'header' }], 'missing required field: text [json-pointer:/blocks/0]'],
  [
    'a field that is too much',
    [{ type: 'divider', colour: 'red' }],
    'invalid additional property: colour [json-pointer:/blocks/0]',
  ],
  [
    'mrkdwn in a header',
    [{ type: 'header', text: mrkdwn('x') }],
    'must be a valid enum value [json-pointer:/blocks/0/text/type]',
  ],
  [
    'a number for a text',
    [section('x', { text: { type: 'mrkdwn', text: 7 } })],
    'must provide a string [json-pointer:/blocks/0/text/text]',
  ],
  [
    'a section that says nothing',
    [{ type: 'section' }],
    'must define either `text` or `fields` [json-pointer:/blocks/0]',
  ],
  [
    'an unknown style',
    [actions(button({ style: 'loud' }))],
    'must be a valid enum value [json-pointer:/blocks/0/elements/0/style]',
  ],
  [
    'a workflow button',
    [actions({ type: 'workflow_button', text: plain('Go') })],
    'unsupported type: workflow_button [json-pointer:/blocks/0/elements/0/type]',
  ],
  ['no actions', [actions()], 'no fewer than 1 items allowed [json-pointer:/blocks/0/elements]'],
  [
    'a preselected option that is none',
    [actions(select({ initial_option: option('c') }))],
    'initial option must match one of the options [json-pointer:/blocks/0/elements/0]',
  ],
  [
    'a preselected option that is called otherwise',
    [actions(select({ initial_option: option('A', 'a') }))],
    'initial option must match one of the options [json-pointer:/blocks/0/elements/0]',
  ],
  [
    'options and groups of options',
    [actions(select({ option_groups: [{ label: plain('g'), options: [option('a')] }] }))],
    'must define either `options` or `option_groups` [json-pointer:/blocks/0/elements/0]',
  ],
  [
    'a day that is none',
    [actions({ type: 'datepicker', initial_date: 'tomorrow' })],
    'must be a date as YYYY-MM-DD [json-pointer:/blocks/0/elements/0/initial_date]',
  ],
  [
    'the same block id twice',
    [
      { type: 'divider', block_id: 'a' },
      { type: 'divider', block_id: 'a' },
    ],
    '`block_id` a already exists [json-pointer:/blocks/1/block_id]',
  ],
  [
    'the same action id twice in a block',
    [actions(button(), button())],
    '`action_id` already exists [json-pointer:/blocks/0/elements]',
  ],
  [
    'two that take the focus',
    [input(typed({ focus_on_load: true })), input(typed({ focus_on_load: true }))],
    '`focus_on_load` may be true for only one element [json-pointer:/blocks]',
  ],
  [
    'a picture without a source',
    [{ type: 'image', alt_text: 'x' }],
    'must define either `image_url` or `slack_file` [json-pointer:/blocks/0]',
  ],
  [
    'rich text with an unknown piece',
    [richText({ type: 'poem' })],
    'unsupported type: poem [json-pointer:/blocks/0/elements/0/elements/0/type]',
  ],
  [
    'a long default in a short field',
    [input(typed({ max_length: 3, initial_value: 'four' }))],
    '`initial_value` must not be longer than `max_length` [json-pointer:/blocks/0/element]',
  ],
];

describe('blocks in a message', () => {
  it.each(limits)('take %s, and no more', (_what, fits, not, fault) => {
    expect(message(...fits)).toEqual([]);
    expect(message(...not)).toEqual([`[ERROR] ${fault}`]);
  });

  it.each(mistakes)("can't have %s", (_what, blocks, fault) => {
    expect(message(...blocks)).toContain(`[ERROR] ${fault}`);
  });
});

describe('every element', () => {
  const initial = { confirm, placeholder: plain('Choose') };
  it.each([
    typed({ multiline: true, min_length: 1, max_length: 3000 }),
    {
      type: 'number_input',
      action_id: 'v',
      is_decimal_allowed: true,
      min_value: '-1.5',
      max_value: '2',
      initial_value: '0',
    },
    { type: 'email_text_input', action_id: 'v', placeholder: plain('you@') },
    { type: 'url_text_input', action_id: 'v', initial_value: 'https://example.com' },
    {
      type: 'rich_text_input',
      action_id: 'v',
      initial_value: richText({ type: 'text', text: 'x', style: { bold: true } }),
    },
    { type: 'file_input', action_id: 'v', filetypes: ['pdf'], max_files: 10 },
    { type: 'datepicker', action_id: 'v', initial_date: '2026-02-28', ...initial },
    { type: 'timepicker', action_id: 'v', initial_time: '23:59', timezone: 'Europe/Bucharest', ...initial },
    { type: 'datetimepicker', action_id: 'v', initial_date_time: 1_800_000_000, confirm },
    { type: 'checkboxes', action_id: 'v', options: [{ text: mrkdwn('*a*'), value: 'a', description: mrkdwn('why') }] },
    { type: 'radio_buttons', action_id: 'v', options: [option('a')], initial_option: option('a') },
    select({ initial_option: option('b'), ...initial }),
    {
      type: 'multi_static_select',
      option_groups: [{ label: plain('g'), options: [option('a')] }],
      initial_options: [option('a')],
      max_selected_items: 1,
    },
    { type: 'external_select', min_query_length: 0, initial_option: option('any') },
    { type: 'multi_external_select', initial_options: [option('any')] },
    { type: 'users_select', initial_user: 'U1' },
    { type: 'multi_users_select', initial_users: ['U1'] },
    {
      type: 'conversations_select',
      default_to_current_conversation: true,
      response_url_enabled: true,
      filter: { include: ['im'], exclude_bot_users: true },
    },
    { type: 'multi_conversations_select', initial_conversations: ['C1'] },
    { type: 'channels_select', initial_channel: 'C1', response_url_enabled: true },
    { type: 'multi_channels_select', initial_channels: ['C1'] },
  ])('$type stands in an input', (element) => {
    expect(modal(input(element, { hint: plain('A hint'), optional: true }))).toEqual([]);
  });

  it.each([
    [
      'a carousel of cards',
      { type: 'carousel', elements: [{ type: 'card', title: mrkdwn('A'), actions: [button()] }] },
    ],
    ['an alert', { type: 'alert', text: plain('Mind the step'), level: 'warning' }],
    [
      'a container',
      {
        type: 'container',
        title: plain('Inside'),
        child_blocks: [section('x'), { type: 'divider' }],
        is_collapsible: true,
      },
    ],
    [
      'a table of data',
      { type: 'data_table', caption: 'Prices', rows: [[cell, { type: 'raw_number', value: 1, text: '1' }]] },
    ],
    [
      'a plan',
      { type: 'plan', title: 'Plan', tasks: [{ type: 'task_card', task_id: '1', title: 'First', status: 'pending' }] },
    ],
    [
      'buttons for feedback',
      {
        type: 'context_actions',
        elements: [
          {
            type: 'feedback_buttons',
            positive_button: { text: plain('Good'), value: 'y' },
            negative_button: { text: plain('Bad'), value: 'n' },
          },
          { type: 'icon_button', icon: 'trash', text: plain('Delete') },
        ],
      },
    ],
    [
      'a video',
      {
        type: 'video',
        video_url: 'https://a.example',
        thumbnail_url: 'https://b.example',
        alt_text: 'x',
        title: plain('x'),
      },
    ],
    ['a picture', { type: 'image', slack_file: { id: 'F1' }, alt_text: 'x', title: plain('x') }],
  ])('%s is taken', (_what, block) => {
    expect(message(block)).toEqual([]);
  });
});

describe('a view', () => {
  const view = (more: object = {}) => ({
    type: 'modal',
    title: plain('Title'),
    submit: plain('Send'),
    blocks: [input(typed())],
    ...more,
  });

  it.each([
    [
      '24 characters of title',
      { title: plain(of(24)) },
      { title: plain(of(25)) },
      'must be less than 25 characters [json-pointer:/view/title/text]',
    ],
    [
      '24 characters to send',
      { submit: plain(of(24)) },
      { submit: plain(of(25)) },
      'must be less than 25 characters [json-pointer:/view/submit/text]',
    ],
    [
      '3000 characters of its own',
      { private_metadata: of(3000) },
      { private_metadata: of(3001) },
      'must be less than 3001 characters [json-pointer:/view/private_metadata]',
    ],
    [
      '255 characters of callback id',
      { callback_id: of(255) },
      { callback_id: of(256) },
      'must be less than 256 characters [json-pointer:/view/callback_id]',
    ],
    [
      '100 blocks',
      { blocks: many(100, () => ({ type: 'divider' })) },
      { blocks: many(101, () => ({ type: 'divider' })) },
      'no more than 100 items allowed [json-pointer:/view/blocks]',
    ],
    [
      '2000 characters in a label',
      { blocks: [input(typed(), { label: plain(of(2000)) })] },
      { blocks: [input(typed(), { label: plain(of(2001)) })] },
      'must be less than 2001 characters [json-pointer:/view/blocks/0/label/text]',
    ],
  ])('takes %s, and no more', (_what, fits, not, fault) => {
    expect(checkView(view(fits), 'modal')).toEqual([]);
    expect(checkView(view(not), 'modal')).toEqual([`[ERROR] ${fault}`]);
  });

  it.each([
    [
      'inputs and no way to send them',
      view({ submit: undefined }),
      'missing required field: submit [json-pointer:/view]',
    ],
    ['no title', view({ title: undefined }), 'missing required field: title [json-pointer:/view]'],
    [
      'a field that Slack does not know',
      view({ colour: 'red' }),
      'invalid additional property: colour [json-pointer:/view]',
    ],
    ['the type of a Home tab', view({ type: 'home' }), 'must be a valid enum value [json-pointer:/view/type]'],
    [
      'blocks that stand only in messages',
      view({ blocks: [{ type: 'file', external_id: 'x', source: 'remote' }] }),
      'unsupported type: file [json-pointer:/view/blocks/0/type]',
    ],
  ])("can't have %s", (_what, given, fault) => {
    expect(checkView(given, 'modal')).toContain(`[ERROR] ${fault}`);
  });

  it('for the Home tab has neither title nor buttons of its own', () => {
    expect(checkView({ type: 'home', blocks: [section('x')] }, 'home')).toEqual([]);
    expect(checkView({ type: 'home', title: plain('x'), blocks: [] }, 'home')).toEqual([
      '[ERROR] invalid additional property: title [json-pointer:/view]',
    ]);
  });
});
