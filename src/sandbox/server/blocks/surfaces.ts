import { z } from 'zod';
import { blockId, imageElement } from './common.js';
import {
  actions,
  context,
  contextActions,
  divider,
  file,
  header,
  imageBlock,
  input,
  markdown,
  richText,
  section,
} from './layout.js';
import { alert, card, carousel, plan, taskCard, video } from './newer.js';
import { dataTable, table } from './tables.js';
import { anyText, plainText } from './text.js';

const container = z
  .strictObject({
    type: z.literal('container'),
    ...blockId,
    title: plainText(150).optional(),
    rich_text_title: richText.optional(),
    subtitle: anyText(3000).optional(),
    child_blocks: z
      .array(
        z.discriminatedUnion('type', [
          actions,
          context,
          divider,
          file,
          header,
          imageBlock,
          input,
          richText,
          section,
          table,
          video,
        ]),
      )
      .min(1)
      .max(50),
    width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
    icon: imageElement.optional(),
    is_collapsible: z.boolean().optional(),
    default_collapsed: z.boolean().optional(),
    has_header_divider: z.boolean().optional(),
  })
  .refine((block) => block.title === undefined || block.rich_text_title === undefined, {
    error: 'must not define both `title` and `rich_text_title`',
  });

const everywhere = [
  actions,
  alert,
  card,
  carousel,
  container,
  context,
  dataTable,
  divider,
  header,
  imageBlock,
  input,
  markdown,
  richText,
  section,
  table,
  video,
] as const;

/** Which blocks may stand where. */
export const messageBlocks = z
  .array(z.discriminatedUnion('type', [...everywhere, contextActions, file, plan, taskCard]))
  .max(50);
export const viewBlocks = z.array(z.discriminatedUnion('type', [...everywhere])).max(100);
