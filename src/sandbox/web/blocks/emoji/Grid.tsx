import { memo } from 'preact/compat';
import type { Say } from '../words/index.js';
import type { Group } from './groups.js';

interface Props {
  group: Group;
  say: Say;
  onPick(name: string): void;
}

/** One group of emoji. Only the first can be reached by Tab; arrows go on from there, also into the next group. */
export const Grid = memo(
  function Grid({ group, say, onPick }: Props) {
    const named = { role: 'group' as const, 'aria-label': say(group.title ?? 'emoji.title'), onKeyDown: walk };
    return (
      <section class="bk-emoji-group" data-group={group.key}>
        {group.title && <h3>{say(group.title)}</h3>}
        <div {...named} class="bk-emoji-grid">
          {group.emoji.map(({ name, char }, index) => (
            <button
              key={name}
              type="button"
              tabIndex={index === 0 ? 0 : -1}
              aria-label={`:${name}:`}
              title={`:${name}:`}
              onClick={() => onPick(name)}
            >
              {char}
            </button>
          ))}
        </div>
      </section>
    );
  },
  (before, after) => before.group === after.group && before.onPick === after.onPick,
);

function walk(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const scroll = event.currentTarget.closest('.bk-emoji-scroll');
  const buttons = [...(scroll?.querySelectorAll('button') ?? [])];
  const here = buttons.findIndex((button) => button === document.activeElement);
  const columns = getComputedStyle(event.currentTarget).gridTemplateColumns.split(' ').length;
  const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns };
  const step = steps[event.key];
  if (step === undefined || here < 0) return;
  event.preventDefault();
  if (here + step < 0) scroll?.parentElement?.querySelector('input')?.focus();
  else buttons[Math.min(here + step, buttons.length - 1)]?.focus();
}
