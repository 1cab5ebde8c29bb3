/** When the office works. All durations of targets and deadlines are counted on it. */
export interface WorkCalendar {
  /** IANA name of the zone in which the hours are meant. */
  timeZone: string;
  /** ISO weekday (1 = Monday … 7 = Sunday) → opening and closing time, `HH:MM`; absent: closed that day. */
  hours: Readonly<Partial<Record<Weekday, { from: string; to: string }>>>;
  /** Days without work, `YYYY-MM-DD`. */
  holidays: ReadonlySet<string>;
}

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
