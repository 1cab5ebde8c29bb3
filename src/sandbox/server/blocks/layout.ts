import { z } from 'zod';
import { button, feedbackButtons, iconButton, overflow } from './buttons.js';
import { blockId, imageBlock, imageElement } from './common.js';
import { fileInput, pickers, richTextInput, textInputs } from './inputs.js';
import { richText } from './rich-text.js';
import { multiSelects, selects } from './selects.js';
import { anyText, mrkdwn, plainText } from './text.js';

export const actions = z.strictObject({
  type: z.literal('actions'),
  ...blockId,
  elements: z
    .array(z.discriminatedUnion('type', [button, overflow, ...pickers, ...selects, ...multiSelects, richTextInput]))
    .min(1)
    .max(25),
});

export const context = z.strictObject({
  type: z.literal('context'),
  ...blockId,
  elements: z
    .array(z.discriminatedUnion('type', [imageElement, plainText(3000), mrkdwn(3000)]))
    .min(1)
    .max(10),
});

export const contextActions = z.strictObject({
  type: z.literal('context_actions'),
  ...blockId,
  elements: z
    .array(z.discriminatedUnion('type', [feedbackButtons, iconButton]))
    .min(1)
    .max(5),
});

export const divider = z.strictObject({ type: z.literal('divider'), ...blockId });

export const header = z.strictObject({
  type: z.literal('header'),
  ...blockId,
  text: plainText(150),
  level: z.number().int().min(1).max(4).optional(),
});

export const section = z
  .strictObject({
    type: z.literal('section'),
    ...blockId,
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: z
      .discriminatedUnion('type', [button, overflow, imageElement, ...pickers, ...selects, ...multiSelects])
      .optional(),
    expand: z.boolean().optional(),
  })
  .refine((block) => block.text !== undefined || block.fields !== undefined, {
    error: 'must define either `text` or `fields`',
  });

export const input = z.strictObject({
  type: z.literal('input'),
  ...blockId,
  label: plainText(2000),
  hint: plainText(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: z.discriminatedUnion('type', [
    ...textInputs,
    ...pickers,
    ...selects,
    ...multiSelects,
    richTextInput,
    fileInput,
  ]),
});

export const markdown = z.strictObject({
  type: z.literal('markdown'),
  ...blockId,
  text: z.string().min(1).max(12_000),
});

export const file = z.strictObject({
  type: z.literal('file'),
  ...blockId,
  external_id: z.string().min(1),
  source: z.literal('remote'),
});

export { imageBlock, richText };
