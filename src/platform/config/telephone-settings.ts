import { type Environment, isSet, type SettingValues } from './environment.js';

/** How a telephone system is known. */
export interface TelephoneSettings {
  /** What it signs its requests with. */
  token: string;
  /** The address that it calls, as it is written there and without a query. */
  url: string;
}

export function telephoneOf({ TELEPHONE_TOKEN, TELEPHONE_URL }: SettingValues): TelephoneSettings | null {
  if (!TELEPHONE_TOKEN || !TELEPHONE_URL) return null;
  return { token: TELEPHONE_TOKEN, url: TELEPHONE_URL.replace(/\?.*$/, '') };
}

/** One is of no use without the other: what was signed is the address as well. */
export function missingTelephone(env: Environment): string[] {
  if (isSet(env.TELEPHONE_TOKEN) === isSet(env.TELEPHONE_URL)) return [];
  return isSet(env.TELEPHONE_TOKEN)
    ? ['TELEPHONE_TOKEN needs TELEPHONE_URL: the address that the telephone system calls is part of what it signs.']
    : ['TELEPHONE_URL needs TELEPHONE_TOKEN: without it nobody can tell who calls there.'];
}
