export const plain = (text: string) => ({ type: 'plain_text' as const, text });
export const option = (name: string) => ({ text: plain(name), value: name.toLowerCase() });
const options = ['North', 'South', 'West'].map(option);

/** Label → the element under it: every one that a form may have. */
const elements: Record<string, Record<string, unknown>> = {
  Line: { type: 'plain_text_input', max_length: 20 },
  Story: { type: 'plain_text_input', multiline: true },
  Letter: { type: 'rich_text_input' },
  Address: { type: 'email_text_input' },
  Site: { type: 'url_text_input' },
  Amount: { type: 'number_input', is_decimal_allowed: false, min_value: '1', max_value: '10' },
  Day: { type: 'datepicker' },
  Hour: { type: 'timepicker' },
  Moment: { type: 'datetimepicker' },
  One: { type: 'static_select', options },
  Grouped: { type: 'static_select', option_groups: [{ label: plain('Sides'), options }] },
  Found: { type: 'external_select', min_query_length: 1 },
  Person: { type: 'users_select' },
  Channel: { type: 'channels_select' },
  Here: { type: 'conversations_select', default_to_current_conversation: true },
  Several: { type: 'multi_static_select', options },
  Searched: { type: 'multi_external_select', min_query_length: 1 },
  People: { type: 'multi_users_select' },
  Channels: { type: 'multi_channels_select' },
  Places: { type: 'multi_conversations_select' },
  Ticks: { type: 'checkboxes', options },
  Choice: { type: 'radio_buttons', options },
  Papers: { type: 'file_input', filetypes: ['txt'], max_files: 2 },
};

/** A block for each, with the label as its id. */
export const inputs = Object.entries(elements).map(([label, element]) => ({
  type: 'input',
  block_id: label,
  label: plain(label),
  element: { action_id: 'v', ...element },
}));
