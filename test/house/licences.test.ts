import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** May be used in a product that is sold, and asks for no more than that its notice is kept, or its own files stay open. */
const allowed = new Set([
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Zlib', 'Unlicense'],
  ...['CC0-1.0', 'CC-BY-3.0', 'CC-BY-4.0', 'PSF-2.0', 'MPL-2.0', 'EPL-2.0'],
]);

/** Read by a person, since they don't name a licence by its short name. */
const read: Record<string, string> = {
  'png-js': 'MIT, in its file LICENSE.',
  'seq-queue': 'MIT, in its file LICENSE.',
  'dejavu-fonts-ttf':
    'Bitstream Vera and Arev: may be used, changed and sold with software; changed fonts take another name.',
};

const lockShape = z.object({
  packages: z.record(z.string(), z.looseObject({ license: z.string().optional(), version: z.string().optional() })),
});
const packageShape = z.looseObject({ license: z.string().optional() });

/** `(MIT OR GPL-2.0)`: one of them will do; `MIT AND Zlib`: both count. */
const mayBeUsed = (licence: string): boolean =>
  licence
    .replace(/[()]/g, '')
    .split(/ and /i)
    .every((part) => part.split(/ or /i).some((name) => allowed.has(name.trim())));

describe('the licences of what comes along', () => {
  const { packages } = lockShape.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
  const all = Object.entries(packages)
    .filter(([folder]) => folder !== '')
    .flatMap(([folder, { license }]) => {
      const name = folder.replace(/^.*node_modules\//, '');
      const file = `${folder}/package.json`;
      if (license !== undefined) return [{ name, license }];
      // The lock file doesn't say it of packages for other machines, which aren't here either.
      if (!existsSync(file)) return [];
      return [{ name, license: packageShape.parse(JSON.parse(readFileSync(file, 'utf8'))).license ?? 'none' }];
    });

  it('let it be used in a product that is sold', () => {
    expect(all.length).toBeGreaterThan(500);
    expect(all.filter(({ name, license }) => !mayBeUsed(license) && !(name in read))).toEqual([]);
  });

  it('were read by a person where they have no short name, and only there', () => {
    for (const name of Object.keys(read)) {
      expect(all.filter((one) => one.name === name && !mayBeUsed(one.license))).toHaveLength(1);
    }
  });

  it.each(['GPL-3.0', 'AGPL-3.0-only', 'LGPL-2.1', 'MIT AND GPL-2.0', 'UNLICENSED', 'none', 'SSPL-1.0'])(
    'would not, if one was %s',
    (licence) => expect(mayBeUsed(licence)).toBe(false),
  );
});
