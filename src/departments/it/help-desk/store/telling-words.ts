/** Words that say nothing about what is wrong, without diacritics; shorter ones are left out anyhow. */
const common = new Set(
  (
    'after again also always because been before cannot could does doing down every from have having help here into ' +
    'just know like make more need never nothing only other please quite said same says should since some still that ' +
    'thank thanks their them then there these they this today tried trying very want were what when where which while ' +
    'will with working works would your acest aceasta acum ajuta ajutor altceva asta astazi avem buna cand care ceva ' +
    'cumva daca deci decat deja deloc despre dintre doar dupa este eram faca fara fost iarasi incerc inca merge ' +
    'multumesc niciun nimic nostru noua numai pana pentru poate prin putea rugam sunt totul trebuie unde unei unui ' +
    'vreau zice'
  ).split(' '),
);

const MOST = 12;

/** The words by which something similar may be found: without diacritics, none twice, the first dozen. */
export function tellingWords(text: string): string[] {
  const plain = text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]{4,40}/gu) ?? [];
  return [...new Set(words)].filter((word) => !common.has(word)).slice(0, MOST);
}
