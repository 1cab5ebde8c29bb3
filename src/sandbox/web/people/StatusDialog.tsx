import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { EmojiPicker, useEmoji } from '../blocks/index.js';
import { DialogBox } from '../parts/DialogBox.js';
import { Field, Form, textIn } from '../parts/Form.js';
import { Icon } from '../parts/Icon.js';
import { Popup } from '../parts/Popup.js';
import { ask, myself, now, sentence, t, timeZone } from '../store/session.js';
import { endOfDay, endOfWeek } from '../text/moments.js';

const spans = ['never', 'hour', 'today', 'week'] as const;
type Span = (typeof spans)[number];

function until(span: Span): number {
  if (span === 'hour') return Math.floor(now() / 1000) + 3600;
  if (span === 'today') return endOfDay(now(), timeZone.value);
  return span === 'week' ? endOfWeek(now(), timeZone.value) : 0;
}

/** What one is doing at the moment: an emoji, a few words, and until when. */
export function StatusDialog() {
  const profile = myself.value?.profile;
  const chosen = useSignal(profile?.status_emoji.replaceAll(':', '') ?? '');
  const save = async (form: FormData) => {
    const text = textIn(form, 'text');
    const sign = chosen.value || (text ? 'speech_balloon' : '');
    const span = spans.find((name) => name === textIn(form, 'until')) ?? 'never';
    const answer = await ask('set_profile', {
      status_text: text,
      status_emoji: sign ? `:${sign}:` : '',
      status_expiration: sign ? until(span) : 0,
    });
    return answer.ok ? undefined : sentence(answer.error);
  };
  const clear = async () => {
    chosen.value = '';
    await ask('set_profile', { status_text: '', status_emoji: '', status_expiration: 0 });
  };
  return (
    <DialogBox title={t('status.set')}>
      <Form button={t('save')} onSend={save}>
        <div class="status-line">
          <EmojiChoice name={chosen.value} onPick={(name) => (chosen.value = name)} />
          <Field label={t('status.text')}>
            {(id) => (
              <input
                id={id}
                name="text"
                data-autofocus
                maxLength={100}
                defaultValue={profile?.status_text ?? ''}
                autocomplete="off"
              />
            )}
          </Field>
        </div>
        <Field label={t('status.until')}>
          {(id) => (
            <select id={id} name="until">
              {spans.map((span) => (
                <option key={span} value={span}>
                  {t(`status.${span}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {profile?.status_text && (
          <button type="submit" class="button small clear-status" onClick={clear} formNoValidate>
            {t('status.clear')}
          </button>
        )}
      </Form>
    </DialogBox>
  );
}

function EmojiChoice({ name, onPick }: { name: string; onPick(name: string): void }) {
  const char = useEmoji(name);
  const open = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        class="emoji-choice"
        aria-label={t('status.emoji')}
        aria-haspopup="dialog"
        aria-expanded={open.value}
        onClick={() => (open.value = !open.value)}
      >
        {char ?? <Icon name="smile" />}
      </button>
      {open.value && (
        <Popup anchor={button.current} label={t('status.emoji')} onClose={() => (open.value = false)}>
          <EmojiPicker
            onPick={(picked) => {
              open.value = false;
              onPick(picked);
            }}
            onClose={() => (open.value = false)}
          />
        </Popup>
      )}
    </>
  );
}
