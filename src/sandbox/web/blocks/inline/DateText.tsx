import { writeDate, writeFullDate } from '../dates/tokens.js';
import type { Names } from '../names.js';
import { Link } from './Link.js';

interface Props {
  timestamp: number;
  format: string;
  fallback?: string | undefined;
  url?: string | undefined;
  names: Names;
}

export function DateText({ timestamp, format, fallback, url, names }: Props) {
  const written = writeDate(timestamp, format, names);
  if (written === undefined) return <>{fallback ?? format}</>;
  const time = (
    <time dateTime={new Date(timestamp * 1000).toISOString()} title={writeFullDate(timestamp, names)}>
      {written}
    </time>
  );
  return url ? <Link url={url}>{time}</Link> : time;
}
