import { z } from 'zod';
import type { Block, Fields } from '../state/state.js';
import { checkBlocks } from './check.js';
import { faultsOf } from './faults.js';
import { viewBlocks } from './surfaces.js';
import { plainText } from './text.js';

/** A view as the app passes it. */
export interface ViewArg {
  type: 'modal' | 'home';
  blocks: Block[];
  title?: Fields;
  submit?: Fields;
  close?: Fields;
  callback_id?: string;
  private_metadata?: string;
  external_id?: string;
  clear_on_close?: boolean;
  notify_on_close?: boolean;
  submit_disabled?: boolean;
}

const shared = {
  blocks: z.array(z.unknown()),
  callback_id: z.string().max(255).nullish(),
  private_metadata: z.string().max(3000).nullish(),
  external_id: z.string().max(255).nullish(),
};

const modal = z.strictObject({
  type: z.literal('modal'),
  ...shared,
  title: plainText(24),
  submit: plainText(24).nullish(),
  close: plainText(24).nullish(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  submit_disabled: z.boolean().optional(),
});

const home = z.strictObject({ type: z.literal('home'), ...shared });

/** What is wrong with a view, in Slack's words; empty: nothing. */
export function checkView(view: unknown, allowed: 'modal' | 'home'): string[] {
  const read = (allowed === 'modal' ? modal : home).safeParse(view, { reportInput: true });
  if (!read.success) return faultsOf(read.error, '/view');
  const faults = checkBlocks(viewBlocks, read.data.blocks, '/view/blocks');
  return faults.length > 0 ? faults : needsSubmit(read.data);
}

function needsSubmit(view: { type: string; blocks: unknown[]; submit?: unknown }): string[] {
  const hasInput = view.blocks.some((block) => (block as Block).type === 'input');
  if (view.type !== 'modal' || !hasInput || view.submit) return [];
  return ['[ERROR] missing required field: submit [json-pointer:/view]'];
}
