import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Calls } from '../../protocol.js';
import { Icon } from '../parts/Icon.js';
import { Popup } from '../parts/Popup.js';
import { ask, clock, reader, sentence, setClock, shownNow, t, timeZone } from '../store/session.js';
import { tell } from '../store/ui.js';
import { distance, fullMomentOf, momentOf } from '../text/dates.js';
import { fridayAfternoon, fromInput, nextWorkingMorning, toInput } from '../text/moments.js';

/** The workspace's time; it can be moved, so that Friday's reminder can be seen on a Monday. */
export function ClockControl() {
  const open = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const moved = clock.value.offset !== 0;
  const time = momentOf(shownNow(), reader.value);
  return (
    <>
      <button
        ref={button}
        type="button"
        class={moved ? 'clock-button moved' : 'clock-button'}
        title={t('clock.title')}
        aria-haspopup="dialog"
        aria-expanded={open.value}
        onClick={() => (open.value = !open.value)}
      >
        <Icon name="clock" size={16} />
        <span class="only-read">{t(moved ? 'clock.moved' : 'clock.now')}</span>
        <span>{time}</span>
        {moved && <strong>{distance(clock.value.offset)}</strong>}
      </button>
      {open.value && (
        <Popup anchor={button.current} label={t('clock.title')} onClose={() => (open.value = false)}>
          <ClockPanel />
        </Popup>
      )}
    </>
  );
}

async function move(request: Calls['clock'][0]): Promise<void> {
  const answer = await ask('clock', request);
  if (answer.ok) setClock(answer.clock);
  else tell(sentence(answer.error), true);
}

function ClockPanel() {
  const steps: [string, () => Calls['clock'][0]][] = [
    [t('clock.hour'), () => ({ by: 3600_000 })],
    [t('clock.day'), () => ({ by: 24 * 3600_000 })],
    [t('clock.morning'), () => ({ to: nextWorkingMorning(shownNow(), timeZone.value) })],
    [t('clock.friday'), () => ({ to: fridayAfternoon(shownNow(), timeZone.value) })],
  ];
  return (
    <div class="clock-panel">
      <h2 class="popup-title">{t('clock.title')}</h2>
      <p class="clock-now" aria-live="polite">
        {fullMomentOf(shownNow(), reader.value)}
        <small>{timeZone.value}</small>
      </p>
      <div class="clock-steps">
        {steps.map(([label, request]) => (
          <button key={label} type="button" class="button" onClick={() => move(request())}>
            {label}
          </button>
        ))}
      </div>
      <PickMoment />
      <button type="button" class="button primary" onClick={() => move({ real: true })}>
        {t('clock.real')}
      </button>
    </div>
  );
}

function PickMoment() {
  const pick = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const value = String(new FormData(event.currentTarget).get('moment') ?? '');
    if (value) void move({ to: fromInput(value, timeZone.value) });
  };
  return (
    <form class="clock-pick" onSubmit={pick}>
      <label class="field">
        <span class="field-label">{t('clock.pick')}</span>
        <input type="datetime-local" name="moment" required defaultValue={toInput(shownNow(), timeZone.value)} />
      </label>
      <button type="submit" class="button">
        {t('clock.move')}
      </button>
    </form>
  );
}
