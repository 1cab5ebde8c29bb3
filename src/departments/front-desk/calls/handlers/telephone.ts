import type { OnHook } from '../../../../platform/doors/doors.js';
import { isSigned, ringingIn, toBeTaken } from '../rules/twilio.js';
import { planFor, takeUp } from '../service/telephone.js';
import type { Room } from './room.js';

/** TwiML that does nothing: what else happens with the call is said where the number is set up. */
const NOTHING = { status: 200, type: 'text/xml', body: '<?xml version="1.0" encoding="UTF-8"?><Response/>' };

/**
 * A telephone system starts a hand-over: `POST` with Twilio's form parameters, signed as Twilio signs. The rotation that it
 * goes to stands in the address, `?to=Reception`; without it, the first there is. The same call is handed over once.
 *
 * Answers 200 with empty TwiML; 403 where the signature isn't right, 404 where no telephone system is set up, 400 where there
 * is no call in it, 503 where there is nobody to hand it to.
 */
export const telephoneHook =
  ({ office, desk }: Room): OnHook =>
  async (request) => {
    if (!office.telephone) return { status: 404 };
    const fields = new URLSearchParams(request.body);
    // The query belongs to what is signed.
    const [, query] = request.path.split(/(?=\?)/);
    const { url, token } = office.telephone;
    const signature = request.headers['x-twilio-signature'] ?? '';
    if (!isSigned(signature, url + (query ?? ''), fields, token)) return { status: 403 };
    const status = fields.get('DialCallStatus') ?? fields.get('CallStatus') ?? 'ringing';
    const ringing = ringingIn(fields);
    if (!ringing) return { status: 400 };
    if (!toBeTaken.has(status)) return NOTHING;
    const wanted = new URL(request.path, 'http://any').searchParams.get('to');
    const plan = await desk.look((at) => planFor(at, wanted));
    if (!plan) return { status: 503, body: 'there is no rotation, or nobody at the front desk' };
    const seen = await office.workspace.presence(plan.ids, request.now);
    await desk.work(undefined, (at) => takeUp(at, plan, ringing, seen));
    return NOTHING;
  };
