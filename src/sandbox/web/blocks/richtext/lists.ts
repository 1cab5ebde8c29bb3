import type { RichTextBlockElement, RichTextList, RichTextSection } from '@slack/types';

export interface ListItem {
  section: RichTextSection;
  inner: NestedList[];
}
export interface NestedList {
  type: 'nested_list';
  style: 'bullet' | 'ordered';
  indent: number;
  start: number;
  border: boolean;
  items: ListItem[];
}

/** Slack writes nested lists one after another with an indent; here they become lists in lists. */
export function nestLists(
  elements: readonly RichTextBlockElement[],
): (NestedList | Exclude<RichTextBlockElement, RichTextList>)[] {
  const drawn: (NestedList | Exclude<RichTextBlockElement, RichTextList>)[] = [];
  let open: NestedList[] = [];
  for (const element of elements) {
    if (element.type !== 'rich_text_list') {
      open = [];
      drawn.push(element);
      continue;
    }
    open = open.filter((list) => list.indent <= (element.indent ?? 0));
    const continued = open.at(-1);
    if (continued?.indent === (element.indent ?? 0) && continued.style === element.style) {
      continued.items.push(...itemsOf(element));
      continue;
    }
    open = open.filter((list) => list.indent < (element.indent ?? 0));
    const list = toNested(element);
    const parent = open.at(-1)?.items.at(-1);
    if (parent) parent.inner.push(list);
    else drawn.push(list);
    open = [...open, list];
  }
  return drawn;
}

const itemsOf = (list: RichTextList): ListItem[] => list.elements.map((section) => ({ section, inner: [] }));

const toNested = (list: RichTextList & { offset?: number }): NestedList => ({
  type: 'nested_list',
  style: list.style,
  indent: list.indent ?? 0,
  start: 1 + (list.offset ?? 0),
  border: list.border === 1,
  items: itemsOf(list),
});
