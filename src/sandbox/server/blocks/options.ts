import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { anyText, plainText, webAddress } from './text.js';

const valueAndMore = { value: z.string().max(150), description: plainText(75).optional() };

export const plainOption = z.strictObject({ text: plainText(75), ...valueAndMore });
export const richOption = z.strictObject({
  text: anyText(75),
  value: z.string().max(150),
  description: anyText(75).optional(),
});
export const overflowOption = z.strictObject({ text: plainText(75), ...valueAndMore, url: webAddress.optional() });

const optionGroup = z.strictObject({ label: plainText(75), options: z.array(plainOption).min(1).max(100) });

export const options = z.array(plainOption).min(1).max(100);
export const optionGroups = z.array(optionGroup).min(1).max(100);

type Option = { value: string };
interface WithOptions {
  options?: Option[] | undefined;
  option_groups?: { options: Option[] }[] | undefined;
  initial_option?: Option | undefined;
  initial_options?: Option[] | undefined;
}

const all = (list: WithOptions) => list.options ?? (list.option_groups ?? []).flatMap((group) => group.options);

/** What is preselected must be one of the options, to the letter. */
export function hasItsInitials(list: WithOptions): boolean {
  const initials = [...(list.initial_options ?? []), ...(list.initial_option ? [list.initial_option] : [])];
  return initials.every((initial) => all(list).some((option) => isDeepStrictEqual(option, initial)));
}

export const hasOneList = (list: WithOptions) => (list.options === undefined) !== (list.option_groups === undefined);

/** What an app answers to a `block_suggestion`. */
export const suggestions = z.union([
  z.object({ options: z.array(plainOption).max(100) }),
  z.object({
    option_groups: z.array(z.object({ label: plainText(75), options: z.array(plainOption).max(100) })).max(100),
  }),
]);
