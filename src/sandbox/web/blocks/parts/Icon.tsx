const paths = {
  close: 'M5 5l10 10M15 5L5 15',
  back: 'M12 4l-6 6 6 6',
  next: 'M8 4l6 6-6 6',
  down: 'M5 8l5 5 5-5',
  more: 'M4.5 10h.01M4.5 10.2h.01M10 10h.01M10 10.2h.01M15.5 10h.01M15.5 10.2h.01',
  check: 'M4 10.5l4 4 8-9',
  warning: 'M10 3l8 14H2L10 3zM10 8v4M10 14.5v.01',
  info: 'M10 2.5a7.5 7.5 0 100 15 7.5 7.5 0 000-15zM10 9v5M10 6.2v.01',
  cross: 'M10 2.5a7.5 7.5 0 100 15 7.5 7.5 0 000-15zM7.5 7.5l5 5M12.5 7.5l-5 5',
  done: 'M10 2.5a7.5 7.5 0 100 15 7.5 7.5 0 000-15zM6.5 10.2l2.5 2.5 4.5-5',
  waiting: 'M10 2.5a7.5 7.5 0 100 15 7.5 7.5 0 000-15z',
  up: 'M6 9v8H3V9h3zM6 9l4-6c1.5 0 2 1 2 2.2L11.5 8H16a1.5 1.5 0 011.5 1.8l-1.2 5.7A1.9 1.9 0 0114.4 17H6',
  thumbsdown: 'M6 11V3H3v8h3zM6 11l4 6c1.5 0 2-1 2-2.2L11.5 12H16a1.5 1.5 0 001.5-1.8l-1.2-5.7A1.9 1.9 0 0014.4 3H6',
  trash: 'M4 6h12M8 6V4h4v2M6 6l.7 10h6.6L14 6M8.5 9v4.5M11.5 9v4.5',
  file: 'M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5',
  upload: 'M10 13V4M6 8l4-4 4 4M4 14v2.5h12V14',
  play: 'M7 4.5v11l9-5.5z',
  lock: 'M5 9h10v8H5zM7 9V6.5a3 3 0 016 0V9',
  hash: 'M8 3L6 17M14 3l-2 14M4 8h13M3 12.5h13',
  link: 'M8.5 11.5a3 3 0 004.2 0l3-3a3 3 0 00-4.2-4.2l-1 1M11.5 8.5a3 3 0 00-4.2 0l-3 3a3 3 0 004.2 4.2l1-1',
  code: 'M7 6l-4 4 4 4M13 6l4 4-4 4',
  bullets: 'M8 5h9M8 10h9M8 15h9M4 5h.01M4 10h.01M4 15h.01',
  numbers: 'M9 5h8M9 10h8M9 15h8M3 4l1.5-1v4M3 12.5h2.5L3 16h2.5',
  sort: 'M7 4v12M4 13l3 3 3-3M13 16V4M10 7l3-3 3 3',
  star: 'M10 3l2.2 4.6 5 .700-3.6 3.5.900 5L10 14.4 5.5 16.8l.900-5L2.8 8.3l5-.700z',
} as const;
export type IconName = keyof typeof paths;

export const Icon = ({ name, size = 18 }: { name: IconName; size?: number }) => (
  <svg class="bk-icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
    <path
      d={paths[name]}
      fill="none"
      stroke="currentColor"
      stroke-width="1.7"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
);

export const isIcon = (name: string): name is IconName => name in paths;
