import fc from 'fast-check';
import { mayDecide } from '../../../src/platform/approvals/deciders.js';

const people = ['U1', 'U2', 'U3', 'U4', 'U5'] as const;
const some = fc.uniqueArray(fc.constantFrom(...people));

describe('who may decide', () => {
  it('is never who asked, nor who prepared it, whomever they stand in for', () => {
    fc.assert(
      fc.property(fc.constantFrom(...people), some, some, some, (requesterId, barredIds, deciderIds, standsInFor) => {
        const approval = { requesterId, barredIds, deciderIds };
        for (const by of [requesterId, ...barredIds])
          expect(typeof mayDecide(approval, by, standsInFor)).toBe('string');
      }),
    );
  });

  it('is nobody by standing in for whoever may not decide', () => {
    fc.assert(
      fc.property(fc.constantFrom(...people), some, some, some, (requesterId, barredIds, deciderIds, standsInFor) => {
        const approval = { requesterId, barredIds, deciderIds };
        const right = mayDecide(approval, 'U9', standsInFor);
        if (typeof right === 'string') return;
        expect([requesterId, ...barredIds]).not.toContain(right.actingFor);
        expect(deciderIds).toContain(right.actingFor);
      }),
    );
  });

  it('is each of the deciders, and whoever stands in for one, in whose name it is then done', () => {
    fc.assert(
      fc.property(fc.constantFrom(...people), some, some, some, (by, barredIds, deciderIds, standsInFor) => {
        fc.pre(!barredIds.includes(by));
        const right = mayDecide({ requesterId: 'U9', barredIds, deciderIds }, by, standsInFor);
        const principals = deciderIds.filter((id) => standsInFor.includes(id) && !barredIds.includes(id));
        if (deciderIds.includes(by)) expect(right).toEqual({ actingFor: null });
        else if (principals.length === 0) expect(right).toBe('stranger');
        else expect(principals).toContain((right as { actingFor: string }).actingFor);
      }),
    );
  });
});
