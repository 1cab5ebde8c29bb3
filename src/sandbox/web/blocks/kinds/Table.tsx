import type { TableBlock } from '@slack/types';
import { useKit } from '../kit.js';
import { RichText } from '../richtext/RichText.js';
import type { Cell } from './rows.js';

/** The first row is the head, as in Slack. */
export function Table({ block }: { block: TableBlock }) {
  const [head = [], ...rows] = block.rows;
  const look = (column: number) => {
    const { align = 'left', is_wrapped: wraps = false } = block.column_settings?.[column] ?? {};
    return { textAlign: align, whiteSpace: wraps ? ('pre-wrap' as const) : ('nowrap' as const) };
  };
  return (
    <div class="bk-table-frame">
      <table class="bk-table">
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th key={`${column}-head`} scope="col" style={look(column)}>
                <CellText cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={`${line}-row`}>
              {row.map((cell, column) => (
                <td key={`${column}-cell`} style={look(column)}>
                  <CellText cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function CellText({ cell }: { cell: Cell }) {
  const { names } = useKit();
  return cell.type === 'rich_text' ? <RichText block={cell} names={names} /> : <>{cell.text}</>;
}
