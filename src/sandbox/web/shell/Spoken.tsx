import { announcement, toast } from '../store/ui.js';

/** What is said for a moment, and what is only read out. */
export function Spoken() {
  const said = toast.value;
  return (
    <>
      <div class="toasts" role="status" aria-live="polite">
        {said && (
          <p key={said.id} class={said.bad ? 'toast bad' : 'toast'}>
            {said.text}
          </p>
        )}
      </div>
      <div class="only-read" aria-live="polite">
        {announcement.value}
      </div>
    </>
  );
}
