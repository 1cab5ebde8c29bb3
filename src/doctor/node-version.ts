import { type Finding, ill, well } from './finding.js';

const OLDEST = [20, 19] as const;

export function examineNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isRecent = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
  return isRecent
    ? well(`Node.js ${version}.`)
    : ill(`Node.js ${version} is too old: install ${OLDEST.join('.')} or newer.`);
}
