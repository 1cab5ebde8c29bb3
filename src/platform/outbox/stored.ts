import type { KnownBlock } from '@slack/types';
import { z } from 'zod';

const block = z.custom<KnownBlock>((value) => z.looseObject({ type: z.string() }).safeParse(value).success);
const said = { text: z.string(), blocks: z.array(block).exactOptional() };

/** What is kept of a letter, by kind. Who it goes to and what it hangs on are columns, since the queue is ordered by them. */
export const storedLetter = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('post'),
    ...said,
    threadTs: z.string().exactOptional(),
    broadcast: z.boolean().exactOptional(),
  }),
  z.object({ kind: z.literal('change'), ...said }),
  z.object({ kind: z.literal('withdraw') }),
  z.object({ kind: z.literal('whisper'), ...said, person: z.string(), threadTs: z.string().exactOptional() }),
  z.object({
    kind: z.literal('file'),
    fileId: z.string(),
    text: z.string().exactOptional(),
    threadTs: z.string().exactOptional(),
  }),
  z.object({
    kind: z.literal('document'),
    text: z.string(),
    source: z.string(),
    ref: z.string(),
    uploads: z.array(z.string()).exactOptional(),
  }),
  z.object({ kind: z.literal('home'), person: z.string() }),
]);
export type StoredLetter = z.output<typeof storedLetter>;
