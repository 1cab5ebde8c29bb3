import { z } from 'zod';
import { button } from './buttons.js';
import { blockId, imageElement } from './common.js';
import { richText } from './rich-text.js';
import { anyText, mrkdwn, plainText, webAddress, words } from './text.js';

export const video = z.strictObject({
  type: z.literal('video'),
  ...blockId,
  video_url: webAddress,
  thumbnail_url: webAddress,
  alt_text: words(2000),
  title: plainText(199),
  title_url: webAddress.optional(),
  author_name: z.string().max(49).optional(),
  provider_name: z.string().optional(),
  provider_icon_url: webAddress.optional(),
  description: plainText(200).optional(),
});

export const alert = z.strictObject({
  type: z.literal('alert'),
  ...blockId,
  text: anyText(3000),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
});

export const card = z.strictObject({
  type: z.literal('card'),
  ...blockId,
  hero_image: imageElement.optional(),
  icon: imageElement.optional(),
  title: mrkdwn(150).optional(),
  subtitle: mrkdwn(150).optional(),
  body: mrkdwn(2000).optional(),
  actions: z.array(button).min(1).max(5).optional(),
});

export const carousel = z.strictObject({
  type: z.literal('carousel'),
  ...blockId,
  elements: z.array(card).min(1).max(10),
});

const status = z.enum(['pending', 'in_progress', 'complete', 'error']);
export const taskCard = z.strictObject({
  type: z.literal('task_card'),
  ...blockId,
  task_id: words(255),
  title: words(3000),
  details: richText.optional(),
  output: richText.optional(),
  sources: z.array(z.strictObject({ type: z.literal('url'), url: webAddress, text: words(3000) })).optional(),
  status,
});

export const plan = z.strictObject({
  type: z.literal('plan'),
  ...blockId,
  title: words(3000),
  tasks: z.array(z.union([taskCard, z.record(z.string(), z.unknown())])).optional(),
});
