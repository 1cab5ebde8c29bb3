import { useMemo } from 'preact/hooks';
import { Emoji } from '../inline/Emoji.js';
import { Link } from '../inline/Link.js';
import { useKit } from '../kit.js';
import { readSpans, type Span } from './inline.js';
import { type Piece, parseMarkdown } from './parse.js';

/** Standard markdown, as the markdown block takes it. */
export function Markdown({ text }: { text: string }) {
  const pieces = useMemo(() => parseMarkdown(text), [text]);
  return (
    <div class="bk-markdown">
      <Pieces pieces={pieces} />
    </div>
  );
}

const Pieces = ({ pieces }: { pieces: Piece[] }) => (
  <>
    {pieces.map((piece, index) => (
      <Drawn key={`${index}-${piece.type}`} piece={piece} />
    ))}
  </>
);

function Drawn({ piece }: { piece: Piece }) {
  switch (piece.type) {
    case 'paragraph':
      return <p>{spans(piece.text)}</p>;
    case 'heading':
      return <Heading level={piece.level} text={piece.text} />;
    case 'code':
      return <pre class="bk-pre">{piece.text}</pre>;
    case 'rule':
      return <hr class="bk-divider" />;
    case 'quote':
      return (
        <blockquote class="bk-quote">
          <Pieces pieces={piece.children} />
        </blockquote>
      );
    case 'list':
      return <List piece={piece} />;
    case 'table':
      return <Table piece={piece} />;
  }
}

/** Inside of a message headings begin at the third level: the page has the first two. */
function Heading({ level, text }: { level: number; text: string }) {
  const Tag = level === 1 ? 'h3' : level === 2 ? 'h4' : 'h5';
  return <Tag>{spans(text)}</Tag>;
}

function List({ piece }: { piece: Extract<Piece, { type: 'list' }> }) {
  const items = piece.items.map(({ done, children }, index) => (
    <li key={`${index}-item`} class={done === undefined ? undefined : 'bk-todo'}>
      {done !== undefined && <Tick done={done} />}
      <Pieces pieces={children} />
    </li>
  ));
  return piece.ordered ? <ol start={piece.start}>{items}</ol> : <ul>{items}</ul>;
}

function Tick({ done }: { done: boolean }) {
  const { say } = useKit();
  return <input type="checkbox" checked={done} disabled aria-label={say(done ? 'task.complete' : 'task.pending')} />;
}

function Table({ piece }: { piece: Extract<Piece, { type: 'table' }> }) {
  const side = (index: number) => ({ textAlign: piece.align[index] ?? 'left' });
  return (
    <div class="bk-table-frame">
      <table class="bk-table">
        <thead>
          <tr>
            {piece.head.map((cell, index) => (
              <th key={`${index}-head`} style={side(index)}>
                {spans(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {piece.rows.map((row, line) => (
            <tr key={`${line}-row`}>
              {row.map((cell, index) => (
                <td key={`${index}-cell`} style={side(index)}>
                  {spans(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const spans = (text: string) => <Spans list={readSpans(text)} />;

const Spans = ({ list }: { list: Span[] }) => (
  <>
    {list.map((span, index) => (
      <DrawnSpan key={`${index}-${span.type}`} span={span} />
    ))}
  </>
);

function DrawnSpan({ span }: { span: Span }) {
  if (span.type === 'text') return <>{span.text}</>;
  if (span.type === 'code') return <code>{span.text}</code>;
  if (span.type === 'break') return <br />;
  if (span.type === 'emoji') return <Emoji name={span.name} />;
  if (span.type === 'link')
    return (
      <Link url={span.url}>
        <Spans list={span.children} />
      </Link>
    );
  const Tag = span.type;
  return (
    <Tag>
      <Spans list={span.children} />
    </Tag>
  );
}
