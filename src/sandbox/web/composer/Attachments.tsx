import type { FileView } from '../../protocol.js';
import { Icon } from '../parts/Icon.js';
import { t } from '../store/session.js';
import { dropUpload, type Upload, uploadsOf } from '../store/uploads.js';

interface AttachmentsProps {
  draftKey: string;
  files: FileView[];
  onRemove(left: FileView[]): void;
}

/** Files that will go with the message, and those that are still on their way here. */
export function Attachments({ draftKey, files, onRemove }: AttachmentsProps) {
  const uploads = uploadsOf(draftKey);
  if (files.length + uploads.length === 0) return null;
  return (
    <ul class="attachments" aria-label={t('files.label')}>
      {files.map((file) => (
        <li key={file.id} class="attachment">
          {file.mimetype.startsWith('image/') ? <img src={file.page_url} alt="" /> : <Icon name="file" />}
          <span>{file.name}</span>
          <Remove name={file.name} act={() => onRemove(files.filter((other) => other.id !== file.id))} />
        </li>
      ))}
      {uploads.map((upload) => (
        <OnItsWay key={upload.id} upload={upload} onRemove={() => dropUpload(draftKey, upload.id)} />
      ))}
    </ul>
  );
}

function OnItsWay({ upload, onRemove }: { upload: Upload; onRemove(): void }) {
  return (
    <li class="attachment">
      <Icon name="file" />
      <span>
        {upload.name}
        {upload.error ? (
          <small class="error" role="alert">
            {upload.error}
          </small>
        ) : (
          <progress value={upload.done} max={1} aria-label={t('files.uploading', { name: upload.name })} />
        )}
      </span>
      {upload.error && <Remove name={upload.name} act={onRemove} />}
    </li>
  );
}

function Remove({ name, act }: { name: string; act(): void }) {
  return (
    <button type="button" class="icon-button small" aria-label={t('files.remove', { name })} onClick={act}>
      <Icon name="close" size={14} />
    </button>
  );
}
