import type { ComponentChildren } from 'preact';
import { isSafeUrl } from '../mrkdwn/entity.js';

/** A link that leaves the page. An address that could run something is shown as text. */
export function Link({ url, children }: { url: string; children: ComponentChildren }) {
  if (!isSafeUrl(url)) return <>{children}</>;
  return (
    <a class="bk-link" href={url} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}
