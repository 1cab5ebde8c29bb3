import { type Complaints, todayOf } from '../desk.js';
import { announceComplaint } from './raise.js';
import { announceAnswer } from './reporter.js';

/**
 * Tells of what came anonymously on earlier days, all at once: so neither a letter nor the record has a time that could be
 * compared with when somebody used Slack.
 */
export async function announceEarlier(desk: Complaints): Promise<void> {
  const yesterday = todayOf(desk).subtract({ days: 1 });
  const isEarlier = (on: typeof yesterday) => on.until(yesterday).total('days') >= 0;
  for (const complaint of await desk.complaints.all()) {
    if (!complaint.isAnnounced && isEarlier(complaint.receivedOn)) await announceComplaint(desk, complaint);
  }
  for (const id of await desk.entries.unannounced(yesterday)) {
    const complaint = await desk.complaints.get(id);
    if (!complaint) continue;
    await desk.entries.announce(id, yesterday);
    await announceAnswer(desk, complaint);
  }
}
