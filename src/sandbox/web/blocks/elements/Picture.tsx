import type { ImageElement } from '@slack/types';
import { useState } from 'preact/hooks';
import { useKit } from '../kit.js';
import { PlainText } from '../mrkdwn/PlainText.js';

type Source = Pick<ImageElement, 'alt_text'> & { image_url?: string; slack_file?: { url?: string; id?: string } };

/** Where a picture is: at an address, or among the files of the workspace. */
export function pictureUrl({ image_url: address, slack_file: file }: Source): string {
  if (address) return address;
  if (file?.id) return `/_page/files/${encodeURIComponent(file.id)}/image`;
  return file?.url ?? '';
}

/** A picture. One that can't be loaded shows its description. */
export function Picture({ source, look }: { source: Source; look: string }) {
  const { say } = useKit();
  const [broken, setBroken] = useState('');
  const url = pictureUrl(source);
  if (!url || broken === url) {
    return (
      <span
        class={`${look} bk-picture-broken`}
        role="img"
        aria-label={source.alt_text || say('block.image')}
        title={source.alt_text}
      >
        <PlainText text={source.alt_text || say('block.image')} />
      </span>
    );
  }
  return <img class={look} src={url} alt={source.alt_text} onError={() => setBroken(url)} />;
}
