import type { RichTextBlock, RichTextElement } from '@slack/types';
import { useMemo } from 'preact/hooks';
import type { Names } from '../names.js';
import { Inline } from './Inline.js';
import { type ListItem, type NestedList, nestLists } from './lists.js';

/** A rich_text block: what people write in Slack's own composer. */
export function RichText({ block, names }: { block: RichTextBlock; names: Names }) {
  const elements = useMemo(() => nestLists(block.elements ?? []), [block]);
  return (
    <div class="bk-rich">
      {elements.map((element, index) => {
        const key = `${index}-${element.type}`;
        if (element.type === 'nested_list') return <List key={key} list={element} names={names} />;
        const runs = <Runs elements={element.elements} names={names} />;
        if (element.type === 'rich_text_quote')
          return (
            <blockquote key={key} class="bk-quote">
              {runs}
            </blockquote>
          );
        if (element.type === 'rich_text_preformatted')
          return (
            <pre key={key} class="bk-pre">
              {runs}
            </pre>
          );
        return (
          <div key={key} class="bk-text">
            {runs}
          </div>
        );
      })}
    </div>
  );
}

export const Runs = ({ elements, names }: { elements: readonly RichTextElement[]; names: Names }) => (
  <>
    {elements.map((element, index) => (
      <Inline key={`${index}-${element.type}`} element={element} names={names} />
    ))}
  </>
);

function List({ list, names }: { list: NestedList; names: Names }) {
  const look = `bk-list bk-list-${list.indent % 3}${list.border ? ' bk-list-border' : ''}`;
  const items = list.items.map((item, index) => <Item key={`${index}-item`} item={item} names={names} />);
  if (list.style === 'bullet') return <ul class={look}>{items}</ul>;
  return (
    <ol class={look} start={list.start}>
      {items}
    </ol>
  );
}

const Item = ({ item, names }: { item: ListItem; names: Names }) => (
  <li>
    <Runs elements={item.section.elements} names={names} />
    {item.inner.map((inner, index) => (
      <List key={`${index}-list`} list={inner} names={names} />
    ))}
  </li>
);
