import { z } from 'zod';
import { actionable, confirmable, dispatchable, focusable, placeholdable } from './common.js';
import { hasItsInitials, richOption } from './options.js';
import { richText } from './rich-text.js';

const typed = { ...actionable, ...dispatchable, ...focusable, ...placeholdable };
const picked = { ...actionable, ...confirmable, ...focusable };
const numeric = z.string().regex(/^-?\d+(\.\d+)?$/, { error: 'must be a number in a string' });
const itsInitials = { error: 'initial option must match one of the options' };

const checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    ...picked,
    options: z.array(richOption).min(1).max(10),
    initial_options: z.array(richOption).min(1).max(10).optional(),
  })
  .refine(hasItsInitials, itsInitials);

const radioButtons = z
  .strictObject({
    type: z.literal('radio_buttons'),
    ...picked,
    options: z.array(richOption).min(1).max(10),
    initial_option: richOption.optional(),
  })
  .refine(hasItsInitials, itsInitials);

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, { error: 'must be a date as YYYY-MM-DD' });
const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time as HH:mm' });

export const pickers = [
  z.strictObject({ type: z.literal('datepicker'), ...picked, ...placeholdable, initial_date: day.optional() }),
  z.strictObject({
    type: z.literal('timepicker'),
    ...picked,
    ...placeholdable,
    initial_time: hour.optional(),
    timezone: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('datetimepicker'),
    ...picked,
    initial_date_time: z.number().int().min(1_000_000_000).max(9_999_999_999).optional(),
  }),
  checkboxes,
  radioButtons,
] as const;

const plainTextInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    ...typed,
    multiline: z.boolean().optional(),
    min_length: z.number().int().min(0).max(3000).optional(),
    max_length: z.number().int().min(1).max(3000).optional(),
    initial_value: z.string().max(3000).optional(),
  })
  .refine((input) => (input.min_length ?? 0) <= (input.max_length ?? 3000), {
    error: '`min_length` must not exceed `max_length`',
  })
  .refine((input) => (input.initial_value ?? '').length <= (input.max_length ?? 3000), {
    error: '`initial_value` must not be longer than `max_length`',
  });

export const textInputs = [
  plainTextInput,
  z.strictObject({ type: z.literal('email_text_input'), ...typed, initial_value: z.string().optional() }),
  z.strictObject({ type: z.literal('url_text_input'), ...typed, initial_value: z.string().optional() }),
  z.strictObject({
    type: z.literal('number_input'),
    ...typed,
    is_decimal_allowed: z.boolean(),
    initial_value: numeric.optional(),
    min_value: numeric.optional(),
    max_value: numeric.optional(),
  }),
] as const;

export const richTextInput = z.strictObject({
  type: z.literal('rich_text_input'),
  ...typed,
  initial_value: richText.optional(),
  min_lines: z.number().int().min(1).optional(),
  max_lines: z.number().int().min(1).optional(),
});

export const fileInput = z.strictObject({
  type: z.literal('file_input'),
  ...actionable,
  filetypes: z.array(z.string()).min(1).optional(),
  max_files: z.number().int().min(1).max(10).optional(),
});
