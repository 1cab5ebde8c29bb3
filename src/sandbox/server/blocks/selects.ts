import { z } from 'zod';
import { actionable, confirmable, focusable, placeholdable } from './common.js';
import { hasItsInitials, hasOneList, optionGroups, options, plainOption } from './options.js';

const one = { ...actionable, ...confirmable, ...focusable, ...placeholdable };
const many = { ...one, max_selected_items: z.number().int().min(1).optional() };
const ids = z.array(z.string()).min(1).optional();

const kinds = z.enum(['im', 'mpim', 'private', 'public']);
const filter = z
  .strictObject({
    include: z.array(kinds).min(1).optional(),
    exclude_external_shared_channels: z.boolean().optional(),
    exclude_bot_users: z.boolean().optional(),
  })
  .refine((given) => Object.keys(given).length > 0, { error: 'must define at least one field of the filter' })
  .optional();
const conversations = { default_to_current_conversation: z.boolean().optional(), filter };
const answerable = { response_url_enabled: z.boolean().optional() };
const search = { min_query_length: z.number().int().min(0).optional() };
const lists = { options: options.optional(), option_groups: optionGroups.optional() };

const oneList = { error: 'must define either `options` or `option_groups`' };
const itsInitials = { error: 'initial option must match one of the options' };

const staticSelect = z
  .strictObject({ type: z.literal('static_select'), ...one, ...lists, initial_option: plainOption.optional() })
  .refine(hasOneList, oneList)
  .refine(hasItsInitials, itsInitials);

const multiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...many,
    ...lists,
    initial_options: z.array(plainOption).min(1).max(100).optional(),
  })
  .refine(hasOneList, oneList)
  .refine(hasItsInitials, itsInitials);

export const selects = [
  staticSelect,
  z.strictObject({ type: z.literal('external_select'), ...one, ...search, initial_option: plainOption.optional() }),
  z.strictObject({ type: z.literal('users_select'), ...one, initial_user: z.string().optional() }),
  z.strictObject({
    type: z.literal('conversations_select'),
    ...one,
    ...conversations,
    ...answerable,
    initial_conversation: z.string().optional(),
  }),
  z.strictObject({ type: z.literal('channels_select'), ...one, ...answerable, initial_channel: z.string().optional() }),
] as const;

export const multiSelects = [
  multiStaticSelect,
  z.strictObject({
    type: z.literal('multi_external_select'),
    ...many,
    ...search,
    initial_options: z.array(plainOption).min(1).max(100).optional(),
  }),
  z.strictObject({ type: z.literal('multi_users_select'), ...many, initial_users: ids }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    ...many,
    ...conversations,
    initial_conversations: ids,
  }),
  z.strictObject({ type: z.literal('multi_channels_select'), ...many, initial_channels: ids }),
] as const;
