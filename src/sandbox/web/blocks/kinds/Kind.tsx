import type { Block, KnownBlock } from '@slack/types';
import { useKit } from '../kit.js';
import { Markdown } from '../markdown/Markdown.js';
import { RichText } from '../richtext/RichText.js';
import { Card, Carousel } from './Card.js';
import { Container } from './Container.js';
import { DataTable } from './DataTable.js';
import { Input } from './Input.js';
import { Section } from './Section.js';
import { Actions, Alert, Context, File, Header, Image } from './Simple.js';
import { Table } from './Table.js';
import { Plan, TaskCard } from './Tasks.js';
import { Unknown } from './Unknown.js';
import { Video } from './Video.js';

/** Draws a block, whatever it is. */
export const Kind = ({ block }: { block: Block }) => <Text block={block as KnownBlock} />;

function Text({ block }: { block: KnownBlock }) {
  const { names } = useKit();
  switch (block.type) {
    case 'section':
      return <Section block={block} />;
    case 'rich_text':
      return <RichText block={block} names={names} />;
    case 'markdown':
      return <Markdown text={block.text} />;
    case 'header':
      return <Header block={block} />;
    case 'context':
      return <Context block={block} />;
    case 'divider':
      return <hr class="bk-divider" />;
    case 'image':
      return <Image block={block} />;
    case 'alert':
      return <Alert block={block} />;
    case 'file':
      return <File block={block} />;
    case 'video':
      return <Video block={block} />;
    default:
      return <Rich block={block} />;
  }
}

function Rich({ block }: { block: KnownBlock }) {
  switch (block.type) {
    case 'actions':
    case 'context_actions':
      return <Actions block={block} />;
    case 'input':
      return <Input block={block} />;
    case 'card':
      return <Card block={block} />;
    case 'carousel':
      return <Carousel block={block} />;
    case 'container':
      return <Container block={block} />;
    case 'table':
      return <Table block={block} />;
    case 'data_table':
      return <DataTable block={block} />;
    case 'task_card':
      return <TaskCard block={block} />;
    case 'plan':
      return <Plan block={block} />;
    default:
      return <Unknown type={block.type} />;
  }
}
