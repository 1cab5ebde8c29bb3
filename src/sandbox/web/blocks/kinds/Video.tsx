import type { VideoBlock } from '@slack/types';
import { Picture } from '../elements/Picture.js';
import { Link } from '../inline/Link.js';
import { useKit } from '../kit.js';
import { PlainText } from '../mrkdwn/PlainText.js';
import { Icon } from '../parts/Icon.js';

/** A video as a card that links to it: the sandbox embeds no foreign pages. */
export function Video({ block }: { block: VideoBlock }) {
  const { say } = useKit();
  const { title, title_url: url, author_name: author, provider_name: provider, description } = block;
  return (
    <div class="bk-video">
      <div class="bk-hint">{[provider, author].filter(Boolean).join(' · ')}</div>
      <div class="bk-card-title">
        {url ? (
          <Link url={url}>
            <PlainText text={title.text} />
          </Link>
        ) : (
          <PlainText text={title.text} />
        )}
      </div>
      {description && (
        <div>
          <PlainText text={description.text} />
        </div>
      )}
      <a
        class="bk-video-frame"
        href={block.video_url}
        target="_blank"
        rel="noreferrer noopener"
        aria-label={say('block.watch', { title: title.text })}
      >
        <Picture source={{ image_url: block.thumbnail_url, alt_text: block.alt_text }} look="bk-picture" />
        <span class="bk-video-play">
          <Icon name="play" size={28} />
        </span>
      </a>
    </div>
  );
}
