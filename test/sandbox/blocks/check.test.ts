import type { Block } from '../../../src/sandbox/protocol.js';
import { faultsIn } from '../../../src/sandbox/web/blocks/values/check.js';

function check(element: { type: string; [key: string]: unknown }, value: unknown, optional = true) {
  const block: Block = { type: 'input', block_id: 'b', optional, element: { action_id: 'a', ...element } };
  const field = element.type === 'datepicker' ? 'selected_date' : 'value';
  return faultsIn([block], { b: { a: { type: element.type, [field]: value } } }).b;
}

it.each([null, '', '   '])('asks for a required field that holds %j', (value) => {
  expect(check({ type: 'plain_text_input' }, value, false)).toEqual({ key: 'check.required' });
  expect(check({ type: 'plain_text_input' }, value)).toBeUndefined();
});

it('asks for a required date', () => {
  expect(check({ type: 'datepicker' }, null, false)).toEqual({ key: 'check.required' });
});

it.each([
  ['email_text_input', 'ada@example.com', undefined],
  ['email_text_input', 'ada@example', 'check.email'],
  ['email_text_input', 'ada at example.com', 'check.email'],
  ['url_text_input', 'https://example.com/a?b', undefined],
  ['url_text_input', 'example.com', 'check.url'],
  ['url_text_input', 'javascript:alert(1)', 'check.url'],
])('in %s takes %s: %s', (type, value, key) => {
  expect(check({ type }, value)?.key).toBe(key);
});

it.each([
  ['3', undefined],
  ['0', 'check.least'],
  ['11', 'check.most'],
  ['3.5', 'check.whole'],
  ['three', 'check.number'],
  ['1e9', 'check.number'],
])('among whole numbers from 1 to 10, %s: %s', (value, key) => {
  expect(check({ type: 'number_input', min_value: '1', max_value: '10' }, value)?.key).toBe(key);
});

it('takes decimals where they are allowed', () => {
  expect(check({ type: 'number_input', is_decimal_allowed: true }, '-3.5')).toBeUndefined();
});

it('says by how much a text is too long or how long it must be', () => {
  expect(check({ type: 'plain_text_input', max_length: 5 }, '1234567')).toEqual({
    key: 'check.long',
    values: { count: 2 },
  });
  expect(check({ type: 'plain_text_input', min_length: 5 }, '123')).toEqual({
    key: 'check.short',
    values: { count: 5 },
  });
  expect(check({ type: 'plain_text_input' }, 'x'.repeat(3001))).toEqual({ key: 'check.long', values: { count: 1 } });
});
