import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Container, ViewView } from '../../../protocol.js';
import { BlockList } from '../BlockList.js';
import { hereOf, openForm, renew } from '../form.js';
import type { Interact } from '../interact.js';
import { KitProvider } from '../KitProvider.js';
import { PlainText } from '../mrkdwn/PlainText.js';
import type { Names } from '../names.js';
import { Icon } from '../parts/Icon.js';
import { Spinner } from '../parts/Spinner.js';
import { type Say, sayIn } from '../words/index.js';
import { type Trouble, useSubmit } from './useSubmit.js';

interface Props {
  view: ViewView;
  /** How many views are under it. */
  depth: number;
  shown: boolean;
  interact: Interact;
  names: Names;
}

/** One modal: title, blocks, and the buttons to send and to leave it. */
export function ModalView({ view, depth, shown, interact, names }: Props) {
  const container: Container = { type: 'view', view_id: view.id };
  const form = useMemo(() => openForm(view.blocks, hereOf(container, names), view.state?.values), [view.id]);
  useLayoutEffect(() => renew(form, view.blocks, hereOf(container, names)), [view.blocks]);
  const frame = useRef<HTMLFormElement>(null);
  const say = sayIn(names.locale);
  const { busy, trouble, submit, close } = useSubmit(view, form, interact, say, () => focusError(frame.current));
  const send = (event: Event) => {
    event.preventDefault();
    void submit();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !view.submit || event.defaultPrevented) return;
    event.preventDefault();
    void submit();
  };
  return (
    <form
      ref={frame}
      class="bk-modal-view"
      hidden={!shown}
      data-shown={shown || undefined}
      noValidate
      onSubmit={send}
      onKeyDown={press}
    >
      <Head view={view} depth={depth} say={say} onClose={close} />
      <div class="bk-modal-body bk bk-view">
        {trouble && <Banner trouble={trouble} />}
        <KitProvider container={container} interact={interact} names={names} form={form}>
          <BlockList blocks={view.blocks} />
        </KitProvider>
      </div>
      <Foot view={view} depth={depth} busy={busy} say={say} onClose={close} />
    </form>
  );
}

/** Once the errors are drawn, the first field that has one. */
function focusError(frame: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const field = frame?.querySelector('.bk-field[data-invalid]');
    const control = field?.querySelector<HTMLElement>('input, textarea, [contenteditable], button');
    control?.focus();
    (field ?? frame?.querySelector('.bk-banner'))?.scrollIntoView({ block: 'nearest' });
  });
}

const Banner = ({ trouble }: { trouble: Trouble }) => (
  <div class="bk-banner" role="alert">
    <Icon name="warning" />
    <span>
      {trouble.words} {trouble.detail && <small>{trouble.detail}</small>}
    </span>
  </div>
);

interface HeadProps {
  view: ViewView;
  depth: number;
  say: Say;
  onClose(all: boolean): void;
}

/** The arrow leaves this view; the cross leaves them all. */
const Head = ({ view, depth, say, onClose }: HeadProps) => (
  <header class="bk-modal-head">
    {depth > 0 && (
      <button type="button" class="bk-icon-button" aria-label={say('modal.back')} onClick={() => onClose(false)}>
        <Icon name="back" />
      </button>
    )}
    <h2 id={`title-${view.id}`}>
      <PlainText text={view.title?.text ?? ''} />
    </h2>
    <button type="button" class="bk-icon-button" aria-label={say('modal.close')} onClick={() => onClose(depth > 0)}>
      <Icon name="close" />
    </button>
  </header>
);

function Foot({ view, depth, busy, say, onClose }: HeadProps & { busy: boolean }) {
  const leave = depth > 0 ? say('modal.back') : say(view.submit ? 'modal.cancel' : 'modal.close');
  return (
    <footer class="bk-dialog-foot">
      <button type="button" class="bk-button" data-bk-close onClick={() => onClose(false)}>
        <PlainText text={view.close?.text ?? leave} />
      </button>
      {view.submit && (
        <button
          type="submit"
          class="bk-button bk-button-filled bk-button-primary"
          disabled={view.submit_disabled}
          aria-disabled={busy}
          aria-busy={busy}
        >
          <span class={busy ? 'bk-button-words bk-button-busy' : 'bk-button-words'}>
            <PlainText text={view.submit.text || say('modal.submit')} />
          </span>
          {busy && <Spinner label={say('modal.busy')} />}
        </button>
      )}
    </footer>
  );
}
