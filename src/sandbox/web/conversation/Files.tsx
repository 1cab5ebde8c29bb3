import type { FileView } from '../../protocol.js';
import { Icon } from '../parts/Icon.js';
import { language, t } from '../store/session.js';
import { sizeOf } from '../text/sizes.js';

export function Files({ files }: { files: FileView[] }) {
  return (
    <ul class="files" aria-label={t('files.label')}>
      {files.map((file) => (
        <li key={file.id}>{file.mimetype.startsWith('image/') ? <Picture file={file} /> : <Card file={file} />}</li>
      ))}
    </ul>
  );
}

function Picture({ file }: { file: FileView }) {
  return (
    <a href={file.page_url} target="_blank" rel="noreferrer" class="file-picture">
      <img src={file.page_url} alt={file.title || file.name} loading="lazy" />
      <small aria-hidden="true">{file.name}</small>
    </a>
  );
}

function Card({ file }: { file: FileView }) {
  return (
    <a href={file.page_url} target="_blank" rel="noreferrer" download={file.name} class="file-card">
      <span class="file-kind">
        <Icon name="file" size={22} />
      </span>
      <span>
        <strong>{file.title || file.name}</strong>
        <small>
          {file.filetype.toUpperCase()} · {sizeOf(file.size, language.value)}
        </small>
      </span>
    </a>
  );
}
