/** What is added to links to see who clicks, and says nothing of the page. */
const tracking =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|cmpid|ocid|ref|ref_src|source|xtor|at_\w+|_ga|yclid|wt_mc)$/i;

/** An http or https address, absolute and without a name or password; null where it is none. */
export function absoluteLink(link: string | undefined, base: string): string | null {
  const text = link?.trim() ?? '';
  if (text === '' || !URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  if (!['http:', 'https:'].includes(url.protocol) || url.hostname === '') return null;
  url.username = '';
  url.password = '';
  return url.href.length <= LONGEST ? url.href : null;
}

const LONGEST = 2_000;

/** The same for links that lead to the same page: how two feeds' news are known to be one. */
export function canonicalLink(link: string): string {
  const url = new URL(link);
  const host = url.hostname.replace(/^(?:www|m|amp)\./, '');
  const path = url.pathname.replace(/\/(?:amp|index\.html?)\/?$/, '').replace(/\/+$/, '');
  const query = [...url.searchParams].filter(([name]) => !tracking.test(name)).sort();
  const kept = new URLSearchParams(query).toString();
  return `${host}${url.port ? `:${url.port}` : ''}${path}${kept ? `?${kept}` : ''}`;
}

/** Whether a title pretends to be another address than it leads to. */
export function isDisguised(title: string, link: string): boolean {
  const [, shown] = /\b(?:https?:\/\/)?((?:[a-z\d-]+\.)+[a-z]{2,})(?:[/:?#]|\b)/i.exec(title) ?? [];
  if (!shown) return false;
  const host = new URL(link).hostname.toLowerCase();
  const claimed = shown.toLowerCase().replace(/^www\./, '');
  return !(host === claimed || host.endsWith(`.${claimed}`));
}
