import type { DataTableBlock } from '@slack/types';
import { useState } from 'preact/hooks';
import { useKit } from '../kit.js';
import { Icon } from '../parts/Icon.js';
import { arrange, type Cell, type Sorting } from './rows.js';
import { CellText } from './Table.js';

/** A table that can be sorted by a column, searched, and read page by page. */
export function DataTable({ block }: { block: DataTableBlock }) {
  const { names, say } = useKit();
  const [query, setQuery] = useState('');
  const [sorting, setSorting] = useState<Sorting>();
  const [page, setPage] = useState(0);
  const size = block.page_size ?? 5;
  const [head = [], ...rows] = block.rows;
  const found = arrange(rows, query, sorting, names.locale);
  const shown = found.slice(page * size, (page + 1) * size);
  const sort = (column: number) => {
    setSorting(sorting?.column === column ? { column, down: !sorting.down } : { column, down: false });
    setPage(0);
  };
  const find = (text: string) => {
    setQuery(text);
    setPage(0);
  };
  return (
    <div class="bk-data">
      <div class="bk-data-tools">
        <input
          class="bk-input"
          type="search"
          aria-label={say('table.find')}
          placeholder={say('table.find')}
          value={query}
          onInput={(event) => find(event.currentTarget.value)}
        />
      </div>
      <div class="bk-table-frame">
        <table class="bk-table">
          <caption>{block.caption}</caption>
          <thead>
            <tr>
              {head.map((cell, column) => (
                <Head key={`${column}-head`} cell={cell} column={column} sorting={sorting} onSort={sort} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, line) => (
              <Row key={`${line}-row`} row={row} named={block.row_header_column_index ?? 0} />
            ))}
          </tbody>
        </table>
      </div>
      {found.length === 0 && <div class="bk-hint">{say('table.none')}</div>}
      <Pages page={page} size={size} all={found.length} onTurn={setPage} />
    </div>
  );
}

interface HeadProps {
  cell: Cell;
  column: number;
  sorting: Sorting | undefined;
  onSort(column: number): void;
}

function Head({ cell, column, sorting, onSort }: HeadProps) {
  const own = sorting?.column === column ? sorting : undefined;
  const order = own ? (own.down ? 'descending' : 'ascending') : undefined;
  return (
    <th scope="col" aria-sort={order}>
      <button type="button" class="bk-sort" onClick={() => onSort(column)}>
        <CellText cell={cell} /> <Icon name="sort" size={14} />
      </button>
    </th>
  );
}

const Row = ({ row, named }: { row: Cell[]; named: number }) => (
  <tr>
    {row.map((cell, column) => {
      const look = cell.type === 'raw_number' ? 'bk-number' : undefined;
      const text = <CellText cell={cell} />;
      if (column === named)
        return (
          <th key={`${column}-cell`} scope="row" class={look}>
            {text}
          </th>
        );
      return (
        <td key={`${column}-cell`} class={look}>
          {text}
        </td>
      );
    })}
  </tr>
);

function Pages({ page, size, all, onTurn }: { page: number; size: number; all: number; onTurn(page: number): void }) {
  const { say } = useKit();
  if (all <= size) return null;
  const to = Math.min(all, (page + 1) * size);
  return (
    <div class="bk-pages">
      <span role="status">{say('table.rows', { from: page * size + 1, to, all })}</span>
      <button
        type="button"
        class="bk-icon-button"
        aria-label={say('table.previous')}
        disabled={page === 0}
        onClick={() => onTurn(page - 1)}
      >
        <Icon name="back" />
      </button>
      <button
        type="button"
        class="bk-icon-button"
        aria-label={say('table.next')}
        disabled={to >= all}
        onClick={() => onTurn(page + 1)}
      >
        <Icon name="next" />
      </button>
    </div>
  );
}
