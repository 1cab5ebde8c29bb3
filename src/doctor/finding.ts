/** One line of the doctor's: what is in order, what isn't, or what is worth knowing. */
export interface Finding {
  is: 'well' | 'ill' | 'note';
  /** What was found and, where something is ill, what to do about it. */
  says: string;
}

export const well = (says: string): Finding => ({ is: 'well', says });
export const ill = (says: string): Finding => ({ is: 'ill', says });
export const note = (says: string): Finding => ({ is: 'note', says });
