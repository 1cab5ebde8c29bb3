import { z } from 'zod';
import { anyText, id, plainText, webAddress } from './text.js';

/** The dialog that asks before an action is sent. */
const confirm = z.strictObject({
  title: plainText(100).optional(),
  text: anyText(300),
  confirm: plainText(30).optional(),
  deny: plainText(30).optional(),
  style: z.enum(['primary', 'danger']).optional(),
});

export const actionable = { action_id: id.optional() };
export const confirmable = { confirm: confirm.optional() };
export const focusable = { focus_on_load: z.boolean().optional() };
export const placeholdable = { placeholder: plainText(150).optional() };
export const dispatchable = {
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z
        .array(z.enum(['on_enter_pressed', 'on_character_entered']))
        .min(1)
        .optional(),
    })
    .optional(),
};
export const blockId = { block_id: z.string().max(255).optional() };

const picture = {
  image_url: webAddress.optional(),
  slack_file: z.union([z.strictObject({ url: z.string() }), z.strictObject({ id: z.string() })]).optional(),
};
/** Exactly one of an address and a file. */
const onePicture = (image: { image_url?: unknown; slack_file?: unknown }) =>
  (image.image_url === undefined) !== (image.slack_file === undefined);

export const imageElement = z
  .strictObject({ type: z.literal('image'), ...picture, alt_text: z.string().max(2000) })
  .refine(onePicture, { error: 'must define either `image_url` or `slack_file`' });

export const imageBlock = z
  .strictObject({
    type: z.literal('image'),
    ...blockId,
    ...picture,
    alt_text: z.string().min(1).max(2000),
    title: plainText(2000).optional(),
  })
  .refine(onePicture, { error: 'must define either `image_url` or `slack_file`' });
