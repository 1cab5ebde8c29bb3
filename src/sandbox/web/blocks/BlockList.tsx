import type { Block } from '@slack/types';
import { Component, type ComponentChildren } from 'preact';
import { Kind } from './kinds/Kind.js';
import { Unknown } from './kinds/Unknown.js';
import { PlaceContext, useKit } from './kit.js';
import { Icon } from './parts/Icon.js';

/** Blocks, one under another. Needs a kit around it. */
export const BlockList = ({ blocks }: { blocks: readonly Block[] }) => (
  <>
    {blocks.map((block, index) => (
      <Framed key={block.block_id ?? `${index}-${block.type}`} block={block} />
    ))}
  </>
);

function Framed({ block }: { block: Block }) {
  const blockId = block.block_id ?? '';
  return (
    <div class="bk-block" data-type={block.type}>
      <Guard type={block.type}>
        <PlaceContext.Provider value={{ blockId, dispatches: true, required: false, invalid: false }}>
          <Kind block={block} />
        </PlaceContext.Provider>
      </Guard>
      <Failure blockId={blockId} />
    </div>
  );
}

/** Why the last thing that was pressed here didn't work. */
function Failure({ blockId }: { blockId: string }) {
  const { form, say } = useKit();
  const code = form.failures.value[blockId];
  if (!code) return null;
  return (
    <div class="bk-failure" role="alert">
      <Icon name="warning" size={15} /> {say(code === 'operation_timeout' ? 'action.late' : 'action.failed')}{' '}
      <span class="bk-hint">{say('action.detail', { error: code })}</span>
    </div>
  );
}

/** A block that can't be drawn takes nothing else with it. */
class Guard extends Component<{ type: string; children: ComponentChildren }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError() {
    return { broken: true };
  }
  override render() {
    return this.state.broken ? <Unknown type={this.props.type} /> : this.props.children;
  }
}
