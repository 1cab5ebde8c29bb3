import type { Block } from '../../../src/sandbox/protocol.js';
import { hold, initialValue, isEmpty } from '../../../src/sandbox/web/blocks/values/initial.js';
import { put, settle } from '../../../src/sandbox/web/blocks/values/settle.js';
import { slotsOf } from '../../../src/sandbox/web/blocks/values/slots.js';

const option = (value: string) => ({ text: { type: 'plain_text', text: value.toUpperCase() }, value });
const input = (block_id: string, element: object, more: object = {}): Block => ({
  type: 'input',
  block_id,
  label: { type: 'plain_text', text: block_id },
  element: { action_id: 'a', ...element },
  ...more,
});

describe('before anyone touched it', () => {
  it.each([
    [{ type: 'plain_text_input' }, { value: null }],
    [{ type: 'number_input', initial_value: '3' }, { value: '3' }],
    [{ type: 'static_select', initial_option: option('a') }, { selected_option: option('a') }],
    [{ type: 'external_select' }, { selected_option: null }],
    [{ type: 'multi_static_select', initial_options: [option('a')] }, { selected_options: [option('a')] }],
    [{ type: 'multi_users_select' }, { selected_users: [] }],
    [{ type: 'users_select', initial_user: 'U1' }, { selected_user: 'U1' }],
    [{ type: 'multi_channels_select', initial_channels: ['C1'] }, { selected_channels: ['C1'] }],
    [{ type: 'conversations_select', initial_conversation: 'D1' }, { selected_conversation: 'D1' }],
    [{ type: 'checkboxes' }, { selected_options: [] }],
    [{ type: 'radio_buttons' }, { selected_option: null }],
    [{ type: 'datepicker', initial_date: '2026-01-05' }, { selected_date: '2026-01-05' }],
    [
      { type: 'timepicker', initial_time: '10:00', timezone: 'Europe/London' },
      { selected_time: '10:00', timezone: 'Europe/London' },
    ],
    [{ type: 'datetimepicker', initial_date_time: 1767600000 }, { selected_date_time: 1767600000 }],
    [{ type: 'file_input' }, { files: [] }],
    [{ type: 'rich_text_input' }, {}],
  ])('%j holds %j', (element, value) => {
    expect(initialValue(element)).toEqual({ type: element.type, ...value });
  });

  it('is the conversation one stands in, where the app asks for it', () => {
    const element = { type: 'multi_conversations_select', default_to_current_conversation: true };
    expect(initialValue(element, { conversation: 'C1' })).toEqual({
      type: element.type,
      selected_conversations: ['C1'],
    });
    expect(initialValue(element)).toEqual({ type: element.type, selected_conversations: [] });
  });
});

it('counts blanks as nothing', () => {
  expect(isEmpty(hold({ type: 'plain_text_input' }, '  \n'))).toBe(true);
  expect(isEmpty(hold({ type: 'checkboxes' }, []))).toBe(true);
  expect(isEmpty(hold({ type: 'datetimepicker' }, 0))).toBe(false);
});

it('finds what holds a value in inputs, sections, actions and containers', () => {
  const blocks: Block[] = [
    input('one', { type: 'plain_text_input' }, { optional: true }),
    { type: 'section', block_id: 'two', accessory: { type: 'static_select', action_id: 'b' } },
    {
      type: 'actions',
      block_id: 'three',
      elements: [
        { type: 'button', action_id: 'c' },
        { type: 'datepicker', action_id: 'd' },
      ],
    },
    { type: 'container', child_blocks: [input('four', { type: 'checkboxes' })] },
    { type: 'section', block_id: 'five', text: { type: 'mrkdwn', text: 'x' } },
  ];
  const found = slotsOf(blocks).map(({ blockId, actionId, required }) => [blockId, actionId, required]);
  expect(found).toEqual([
    ['one', 'a', false],
    ['two', 'b', false],
    ['three', 'd', false],
    ['four', 'a', true],
  ]);
});

describe('when the app sends the view anew', () => {
  const first = [input('what', { type: 'plain_text_input' }), input('who', { type: 'users_select' })];
  const typed = put(settle({}, first), 'what', 'a', { type: 'plain_text_input', value: 'Till 3' });

  it('keeps what was typed where block and action are the same', () => {
    const values = settle(typed, [input('what', { type: 'plain_text_input', initial_value: 'other' })]);
    expect(values).toEqual({ what: { a: { type: 'plain_text_input', value: 'Till 3' } } });
  });

  it('starts anew where the block has another id', () => {
    const values = settle(typed, [input('what-2', { type: 'plain_text_input', initial_value: 'other' })]);
    expect(values).toEqual({ 'what-2': { a: { type: 'plain_text_input', value: 'other' } } });
  });

  it('starts anew where another kind of element stands there', () => {
    expect(settle(typed, [input('what', { type: 'datepicker' })])).toEqual({
      what: { a: { type: 'datepicker', selected_date: null } },
    });
  });

  it('forgets an option that is no longer offered, and keeps one that is', () => {
    const select = (...values: string[]) => [input('cat', { type: 'static_select', options: values.map(option) })];
    const chosen = put(settle({}, select('a', 'b')), 'cat', 'a', {
      type: 'static_select',
      selected_option: option('a'),
    });
    expect(settle(chosen, select('a', 'c')).cat?.a?.selected_option).toEqual(option('a'));
    expect(settle(chosen, select('b', 'c')).cat?.a?.selected_option).toBeNull();
  });
});
