import fc from 'fast-check';
import { GAP, withoutNames } from '../../../../src/departments/it/help-desk/service/names.js';

describe('a text without names', () => {
  it.each([
    ['The laptop of Elena Pop is slow', ['Elena Pop'], 'The laptop of […] is slow'],
    ['elena’s laptop, says POP.', ['Elena Pop'], '[…]’s laptop, says […].'],
    ['Calculatorul Elenei și al Mariei', ['Elena', 'Maria'], 'Calculatorul […] și al […]'],
    ['Scrieți-i lui @Stefan', ['Ștefan'], 'Scrieți-i lui […]'],
    ['Mail elena.pop@example.test', ['Elena Pop'], 'Mail […]@example.test'],
    ['王伟的电脑很慢', ['王伟'], '[…]的电脑很慢'],
    ['The helena icon and the popup', ['Elena Pop'], 'The helena icon and the popup'],
    ['De la ora 3', ['Ana de la Cruz'], 'De la ora 3'],
    ['Pull its plug', ['', '  ', '$&', '.*'], 'Pull its plug'],
  ])('of "%s" is what is left of it without %j', (text, names, left) => {
    expect(withoutNames(text, names)).toBe(left);
  });

  it('never has the name left as a word of its own', () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{2,9}( [A-Z][a-zșțăîâ]{2,9})?$/);
    const around = fc.string({ unit: fc.constantFrom('a', ' ', '.', '<', 'Ș', '\n', '@'), maxLength: 20 });
    fc.assert(
      fc.property(name, around, around, (who, before, after) => {
        const left = withoutNames(`${before} ${who} ${after}`, [who]);
        expect(left).toContain(GAP);
        expect(left.toLowerCase().split(/[^\p{L}]+/u)).not.toContain(who.toLowerCase().split(' ')[0]);
      }),
    );
  });

  it('is the text itself where nobody is named', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(withoutNames(text, [])).toBe(text)));
  });
});
