import type { z } from 'zod';
import type { Block } from '../state/state.js';
import { elementsOf } from '../workspace/view-values.js';
import { faultsOf } from './faults.js';

/** What is wrong with these blocks, in Slack's words; empty: nothing. */
export function checkBlocks(schema: z.ZodType, blocks: unknown, root = '/blocks'): string[] {
  const read = schema.safeParse(blocks, { reportInput: true });
  if (!read.success) return faultsOf(read.error, root);
  return faultsTogether(blocks as Block[], root);
}

/** Rules over all blocks: ids are unique, one element at most takes the focus. */
function faultsTogether(blocks: Block[], root: string): string[] {
  return [...repeatedBlockIds(blocks, root), ...repeatedActionIds(blocks, root), ...manyFocused(blocks, root)];
}

function repeatedBlockIds(blocks: Block[], root: string): string[] {
  return blocks.flatMap((block, at) => {
    const first = blocks.findIndex((other) => other.block_id === block.block_id);
    const repeated = block.block_id !== undefined && block.block_id !== '' && first < at;
    return repeated
      ? [`[ERROR] \`block_id\` ${block.block_id} already exists [json-pointer:${root}/${at}/block_id]`]
      : [];
  });
}

function repeatedActionIds(blocks: Block[], root: string): string[] {
  return blocks.flatMap((block, at) => {
    const ids = elementsOf([block]).flatMap(({ block: holder, element }) =>
      element.action_id ? [`${holder.block_id ?? ''} ${element.action_id}`] : [],
    );
    return new Set(ids).size < ids.length
      ? [`[ERROR] \`action_id\` already exists [json-pointer:${root}/${at}/elements]`]
      : [];
  });
}

function manyFocused(blocks: Block[], root: string): string[] {
  const focused = elementsOf(blocks).filter(({ element }) => element.focus_on_load === true);
  return focused.length > 1
    ? [`[ERROR] \`focus_on_load\` may be true for only one element [json-pointer:${root}]`]
    : [];
}
