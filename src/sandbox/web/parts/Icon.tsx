/** Line drawings on a 24 by 24 grid. They are decoration: the button around one carries the name. */
const drawings = {
  hash: 'M9 4 7 20M17 4l-2 16M4 9h17M3 15h17',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  home: 'M4 11 12 4l8 7M6 10v10h12V10M10 20v-5h4v5',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M20 20l-4.8-4.8',
  plus: 'M12 5v14M5 12h14',
  bolt: 'M13 3 5 14h6l-1 7 8-11h-6z',
  smile: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M8 14a4.5 4.5 0 0 0 8 0M9 9.5v.1M15 9.5v.1',
  reply: 'M4 5h16v11h-9l-4 4v-4H4z',
  more: 'M5 11.5a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1M12 11.5a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1M19 11.5a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1',
  close: 'M6 6l12 12M18 6 6 18',
  bold: 'M7 4v16M7 4h6a4 4 0 0 1 0 8H7M13 12h1a4 4 0 0 1 0 8H7',
  italic: 'M10 4h8M6 20h8M14.5 4l-5 16',
  strike:
    'M4 12h16M16.5 7.5C16 5.500 14.500 4 12 4 9 4 7.500 5.500 7.500 7.500M7 16c.5 2.500 2.500 4 5 4 3 0 5-1.500 5-4',
  code: 'M9 7l-5 5 5 5M15 7l5 5-5 5',
  clip: 'M19 11l-7.500 7.500a4.600 4.600 0 0 1-6.500-6.500L13 4a3 3 0 0 1 4.300 4.300l-7.500 7.500a1.500 1.500 0 0 1-2.100-2.100L14.500 7',
  send: 'M4 12 4 5l17 7-17 7v-7zM4 12h9',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3.500 2',
  traffic: 'M4 5h16v14H4zM7.500 9.500l2.500 2.500-2.500 2.500M12.500 14.500H16',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400',
  moon: 'M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500z',
  down: 'M6 9l6 6 6-6',
  right: 'M9 6l6 6-6 6',
  back: 'M15 5l-7 7 7 7',
  swap: 'M4 8h15M15 4l4 4-4 4M20 16H5M9 12l-4 4 4 4',
  people:
    'M9 5a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7M3 20c0-3.500 2.500-5.500 6-5.500s6 2 6 5.500M16 5.500a3 3 0 0 1 0 6M17.500 14.800c2.200.6 3.500 2.400 3.500 5.200',
  edit: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  trash: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13M10 11v5M14 11v5',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.700-5.700L12 7M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.700 5.700L12 17',
  check: 'M5 12.500l4.500 4.500L19 7',
  reset: 'M5 12a7 7 0 1 0 2.300-5.200M4 4v5h5',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  pencil: 'M5 19h14M6 15l9-9 3 3-9 9H6z',
  leave: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
  archive: 'M4 5h16v4H4zM6 9v11h12V9M10 13h4',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.500 2h-15zM10 20.500h4',
  at: 'M12 8.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7M15.500 8.500v5c0 3 4.500 2.500 4.500-1.500a8 8 0 1 0-3.500 6.600',
  globe: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3 12h18M12 3c-5 5-5 13 0 18M12 3c5 5 5 13 0 18',
  shield: 'M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6z',
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
