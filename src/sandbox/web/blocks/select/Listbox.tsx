import { Fragment } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { PlainText } from '../mrkdwn/PlainText.js';
import { Icon } from '../parts/Icon.js';
import { Spinner } from '../parts/Spinner.js';
import type { Choice } from './choices.js';
import type { Source } from './useSource.js';

interface Props {
  id: string;
  label: string;
  source: Source;
  active: number;
  chosen: ReadonlySet<string>;
  several: boolean;
  onPick(choice: Choice): void;
  onPoint(index: number): void;
}

/** The list under a select. The focus stays in the input, which says which line is meant. */
export function Listbox({ id, label, source, active, chosen, several, onPick, onPoint }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const described = {
    role: 'listbox' as const,
    'aria-label': label,
    'aria-multiselectable': several || undefined,
    // Else the press takes the focus from the input, which closes the list before the click arrives.
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
  };
  return (
    <>
      <div {...described} ref={list} id={id} class="bk-listbox" data-loading={source.loading || undefined}>
        {source.choices.map((choice, index) => (
          <Fragment key={`${choice.group ?? ''}/${choice.key}`}>
            {choice.group !== undefined && choice.group !== source.choices[index - 1]?.group && (
              <div class="bk-list-group" role="presentation">
                {choice.group}
              </div>
            )}
            <Line
              id={`${id}-${index}`}
              choice={choice}
              active={index === active}
              chosen={chosen.has(choice.key)}
              onPick={() => onPick(choice)}
              onPoint={() => onPoint(index)}
            />
          </Fragment>
        ))}
      </div>
      {source.note && (
        <div class="bk-list-note" role="status">
          {source.loading && <Spinner label={source.note} />} {source.note}
        </div>
      )}
    </>
  );
}

interface LineProps {
  id: string;
  choice: Choice;
  active: boolean;
  chosen: boolean;
  onPick(): void;
  onPoint(): void;
}

function Line({ id, choice, active, chosen, onPick, onPoint }: LineProps) {
  const label = choice.group ? `${choice.label}, ${choice.group}` : undefined;
  const described = {
    role: 'option' as const,
    'aria-selected': chosen,
    onClick: onPick,
    onMouseMove: onPoint,
    'aria-label': label,
  };
  return (
    <div {...described} id={id} class="bk-line" data-active={active || undefined}>
      <Face choice={choice} />
      <span class="bk-line-words">
        <PlainText text={choice.label} />
        {choice.detail && <small>{choice.detail}</small>}
      </span>
      {chosen && <Icon name="check" size={16} />}
    </div>
  );
}

export function Face({ choice: { face } }: { choice: Choice }) {
  if (!face) return null;
  return 'image' in face ? <img class="bk-face" src={face.image} alt="" /> : <Icon name={face.icon} size={15} />;
}
