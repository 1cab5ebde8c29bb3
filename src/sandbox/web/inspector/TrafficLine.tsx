import type { Json, TrafficEntry } from '../../protocol.js';
import { reader, t } from '../store/session.js';
import { exactTimeOf } from '../text/dates.js';
import { piecesOf } from '../text/json.js';

interface TrafficLineProps {
  entry: TrafficEntry;
  open: boolean;
  onToggle(): void;
}

const arrows = { call: '→', delivery: '←', response_url: '⇢' } as const;

/** One call or delivery; opened, what was asked and answered. */
export function TrafficLine({ entry, open, onToggle }: TrafficLineProps) {
  return (
    <>
      <tr class={open ? 'traffic-line open' : 'traffic-line'}>
        <td class="mono">{exactTimeOf(entry.at, reader.value)}</td>
        <td class="traffic-kind">
          <span aria-hidden="true">{arrows[entry.kind]}</span> {t(`inspector.kind-${entry.kind}`)}
        </td>
        <td>
          <button type="button" class="traffic-name mono" aria-expanded={open} onClick={onToggle}>
            {entry.name}
          </button>
        </td>
        <td class={entry.ok ? 'traffic-ok' : 'traffic-bad'}>
          {entry.ok ? 'ok' : (entry.error ?? t('inspector.failed'))}
        </td>
        <td class="mono traffic-ms">{Math.round(entry.ms)} ms</td>
      </tr>
      {open && (
        <tr class="traffic-detail">
          <td colSpan={5}>
            <Shown title={t('inspector.request')} value={entry.request} />
            <Shown title={t('inspector.response')} value={entry.response} />
          </td>
        </tr>
      )}
    </>
  );
}

function Shown({ title, value }: { title: string; value: Json }) {
  return (
    <section class="json" aria-label={title}>
      <h3>{title}</h3>
      <pre>
        {piecesOf(value).map((piece, index) => (
          <span key={`${String(index)}`} class={piece.kind}>
            {piece.text}
          </span>
        ))}
      </pre>
    </section>
  );
}
