import { z } from 'zod';
import { blockId } from './common.js';
import { richText } from './rich-text.js';

const cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: z.string() }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string() }),
  richText,
]);
const rows = z.array(z.array(cell).min(1).max(20)).min(1).max(100);

const charactersIn = (table: unknown) =>
  [...JSON.stringify(table).matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].reduce(
    (sum, [, text]) => sum + (text?.length ?? 0),
    0,
  );

export const table = z
  .strictObject({
    type: z.literal('table'),
    ...blockId,
    rows,
    column_settings: z
      .array(
        z.strictObject({
          align: z.enum(['left', 'center', 'right']).optional(),
          is_wrapped: z.boolean().optional(),
        }),
      )
      .max(20)
      .optional(),
  })
  .refine((block) => charactersIn(block.rows) <= 10_000, { error: 'table must not have more than 10000 characters' });

export const dataTable = z.strictObject({
  type: z.literal('data_table'),
  ...blockId,
  caption: z.string().min(1),
  rows,
  page_size: z.number().int().min(1).max(100).optional(),
  row_header_column_index: z.number().int().min(0).max(19).optional(),
});
