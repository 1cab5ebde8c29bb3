import type { CardBlock, CarouselBlock } from '@slack/types';
import { useRef } from 'preact/hooks';
import { Element } from '../elements/Element.js';
import { Picture } from '../elements/Picture.js';
import { PlaceContext, useKit } from '../kit.js';
import { TextObject } from '../mrkdwn/TextObject.js';
import { Icon } from '../parts/Icon.js';

export function Card({ block }: { block: CardBlock }) {
  const { names } = useKit();
  const { hero_image: hero, icon, title, subtitle, body, actions } = block;
  return (
    <article class="bk-card">
      {hero && <Picture source={hero} look="bk-card-hero" />}
      {(icon || title || subtitle) && (
        <header class="bk-card-head">
          {icon && <Picture source={icon} look="bk-card-icon" />}
          <div>
            {title && (
              <div class="bk-card-title">
                <TextObject text={title} names={names} />
              </div>
            )}
            {subtitle && (
              <div class="bk-card-subtitle">
                <TextObject text={subtitle} names={names} />
              </div>
            )}
          </div>
        </header>
      )}
      {body && (
        <div class="bk-card-body">
          <TextObject text={body} names={names} />
        </div>
      )}
      {actions && (
        <div class="bk-actions">
          {actions.map((action, index) => (
            <Element key={action.action_id ?? index} element={action} />
          ))}
        </div>
      )}
    </article>
  );
}

/** Cards side by side. Arrows move on by one; the row can also be scrolled. */
export function Carousel({ block }: { block: CarouselBlock }) {
  const { say } = useKit();
  const row = useRef<HTMLUListElement>(null);
  const move = (by: number) =>
    row.current?.scrollBy({ left: by * (row.current.firstElementChild?.clientWidth ?? 240), behavior: 'smooth' });
  return (
    <div class="bk-carousel">
      <ul ref={row}>
        {block.elements.map((card, index) => (
          <li key={card.block_id ?? index}>
            <PlaceContext.Provider
              value={{ blockId: card.block_id ?? '', dispatches: true, required: false, invalid: false }}
            >
              <Card block={card} />
            </PlaceContext.Provider>
          </li>
        ))}
      </ul>
      {block.elements.length > 1 && (
        <div class="bk-carousel-arrows">
          <button type="button" class="bk-icon-button" aria-label={say('carousel.previous')} onClick={() => move(-1)}>
            <Icon name="back" />
          </button>
          <button type="button" class="bk-icon-button" aria-label={say('carousel.next')} onClick={() => move(1)}>
            <Icon name="next" />
          </button>
        </div>
      )}
    </div>
  );
}
