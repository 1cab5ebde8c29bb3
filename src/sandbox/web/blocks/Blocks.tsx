import { useLayoutEffect, useMemo } from 'preact/hooks';
import type { Block, Container } from '../../protocol.js';
import { BlockList } from './BlockList.js';
import { hereOf, openForm, renew } from './form.js';
import type { Interact } from './interact.js';
import { KitProvider } from './KitProvider.js';
import type { Names } from './names.js';

interface Props {
  blocks: Block[];
  container: Container;
  interact: Interact;
  names: Names;
}

/** The blocks of a message, or of the App Home. */
export function Blocks({ blocks, container, interact, names }: Props) {
  const where = container.type === 'view' ? container.view_id : `${container.channel}/${container.ts}`;
  const form = useMemo(() => openForm(blocks, hereOf(container, names)), [where]);
  useLayoutEffect(() => renew(form, blocks, hereOf(container, names)), [form, blocks]);
  return (
    <div class={container.type === 'message' ? 'bk bk-message' : 'bk bk-view'}>
      <KitProvider container={container} interact={interact} names={names} form={form}>
        <BlockList blocks={blocks} />
      </KitProvider>
    </div>
  );
}
