import type { FileInput as SlackFileInput } from '@slack/types';
import { useRef, useState } from 'preact/hooks';
import type { FileView } from '../../../protocol.js';
import { sizeOf } from '../../text/sizes.js';
import { type Control, useControl } from '../kit.js';
import { Icon } from '../parts/Icon.js';
import { Spinner } from '../parts/Spinner.js';
import { hold } from '../values/initial.js';
import { bound, type ElementProps } from './props.js';

/** Files may be dropped on the input. They are uploaded as soon as they are there; the form holds what the server made of them. */
export function FileInput({ element }: ElementProps<SlackFileInput>) {
  const control = useControl(element);
  const { say } = control.kit;
  const files = Array.isArray(control.content) ? (control.content as FileView[]) : [];
  const { add, busy, problem } = useUpload(control, element, files);
  const picker = useRef<HTMLInputElement>(null);
  const most = element.max_files ?? 10;
  return (
    <div class="bk-files">
      {files.map((file) => (
        <FileRow
          key={file.id}
          file={file}
          size={sizeOf(file.size, control.kit.names.locale)}
          label={say('file.remove', { name: file.name })}
          onRemove={() => {
            control.change(
              hold(
                element,
                files.filter((other) => other.id !== file.id),
              ),
            );
            picker.current?.focus();
          }}
        />
      ))}
      {files.length < most && (
        <label class="bk-file-add">
          <input
            {...bound(control, {}, say(most === 1 ? 'file.one' : 'file.add'))}
            ref={picker}
            class="bk-hidden-input"
            type="file"
            multiple={most > 1}
            accept={element.filetypes?.map((type) => `.${type}`).join(',')}
            disabled={busy}
            onChange={(event) => void add([...(event.currentTarget.files ?? [])])}
          />
          <span class="bk-button">
            <Icon name="upload" /> {say(most === 1 ? 'file.one' : 'file.add')}
          </span>
          <span class="bk-hint">{say('file.drop')}</span>
        </label>
      )}
      {busy && (
        <div class="bk-hint">
          <Spinner label={say('file.busy')} /> {say('file.busy')}
        </div>
      )}
      {element.filetypes && <div class="bk-hint">{say('file.allowed', { types: element.filetypes.join(', ') })}</div>}
      {problem && (
        <div class="bk-error" role="alert">
          <Icon name="warning" size={15} /> {problem}
        </div>
      )}
    </div>
  );
}

function FileRow({ file, size, label, onRemove }: { file: FileView; size: string; label: string; onRemove(): void }) {
  return (
    <div class="bk-file">
      {file.mimetype.startsWith('image/') ? <img src={file.page_url} alt="" /> : <Icon name="file" />}
      <span class="bk-file-name">{file.name}</span>
      <span class="bk-hint">{size}</span>
      <button type="button" class="bk-icon-button" aria-label={label} onClick={onRemove}>
        <Icon name="close" size={15} />
      </button>
    </div>
  );
}

function useUpload(control: Control, element: ElementProps<SlackFileInput>['element'], files: FileView[]) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const { say } = control.kit;
  const refuse = (chosen: File[]): string => {
    const wrong = chosen.find((file) => !allows(element.filetypes, file.name));
    if (wrong) return say('file.type', { name: wrong.name, types: element.filetypes?.join(', ') ?? '' });
    const most = element.max_files ?? 10;
    return files.length + chosen.length > most ? say('file.max', { count: most }) : '';
  };
  const add = async (chosen: File[]) => {
    const refusal = refuse(chosen);
    setProblem(refusal);
    if (refusal || chosen.length === 0) return;
    setBusy(true);
    const outcome = await control.kit.interact.upload(chosen);
    setBusy(false);
    if (outcome.ok) control.change(hold(element, [...files, ...outcome.files]));
    else setProblem(say('file.failed'));
  };
  return { add, busy, problem };
}

const allows = (types: string[] | undefined, name: string): boolean =>
  !types?.length || types.some((type) => name.toLowerCase().endsWith(`.${type.toLowerCase()}`));
