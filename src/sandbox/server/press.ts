import type { FastifyInstance } from 'fastify';

/** The papers of the demo: made up, about a harbour town that doesn't exist. By topic, a headline for each weekday from Monday. */
const papers: Record<string, { title: string; headlines: readonly (readonly [string, string])[] }> = {
  market: {
    title: 'Quay Street Ledger',
    headlines: [
      [
        'Harbour freight rates fall for a third week',
        'Ships wait less at the long pier, and the price of a container follows.',
      ],
      [
        'Coffee is dearer after rain in the highlands',
        'Roasters by the water expect to pass a part of it on in spring.',
      ],
      ['Shop rents along the quay rise 2.5 %', 'Owners speak of the best autumn since the new tram opened.'],
      [
        'Wholesalers report full stores before the holidays',
        'Orders came early this year, says the chamber of traders.',
      ],
      ['Ferry company buys two electric ships', 'They are to sail from June and need a charger at each pier.'],
      ['Weekend trade: the night market draws record crowds', 'Stalls sold out by nine on both evenings.'],
      ['Fish auction closes its busiest week', 'Prices held, though the boats came in full.'],
    ],
  },
  wire: {
    title: 'Tideway Wire',
    headlines: [
      ['Freight rates at the harbour fall for third week', 'Containers are cheaper again.'],
      ['Coffee dearer after highland rain', 'Roasters warn of higher prices.'],
      ['Rents of shops along the quay up 2.5 %', 'The tram brings customers.'],
      ['Traders report full stores before holidays', 'Orders came early.'],
      ['Two electric ships bought by ferry company', 'Chargers are planned at each pier.'],
      ['Crowds set a record at the night market', 'Both evenings sold out.'],
      ['Busiest week at the fish auction', 'Prices hold.'],
    ],
  },
  policy: {
    title: 'Town Hall Notes',
    headlines: [
      ['Council plans a second delivery lane on Harbour Street', 'Shops would be supplied before ten in the morning.'],
      ['New opening hours for the customs office proposed', 'Traders may comment until the end of the month.'],
      ['Waste rules: separate bins for card from next year', 'Small shops get theirs free of charge.'],
      ['Council votes on longer Sunday opening', 'Staff representatives ask for a bonus.'],
      ['Parking at the pier to be metered', 'Suppliers with a permit are exempt.'],
      ['Harbour festival moved to the first week of July', 'The route leads past the shops.'],
      ['Public reading of the budget on Monday', 'The chamber of traders will be heard.'],
    ],
  },
  tax: {
    title: 'Duty and Due',
    headlines: [
      ['Small firms may file the packaging tax once a year', 'The limit is ten tonnes.'],
      ['Reminder: the quarterly tax return is due on the 25th', 'Late returns cost interest from the first day.'],
      ['Tax office accepts receipts as pictures', 'They must be legible and complete.'],
      ['Lower tax rate for repairs from January', 'Shoes, bicycles and kitchen machines are meant.'],
      ['Invoices to the town must be electronic', 'A free form is on the town’s pages.'],
      ['Question of the week: when is a gift to staff taxed?', 'Up to a limit it isn’t.'],
      ['Deadlines of the coming week in one list', 'Three dates for employers, one for everybody.'],
    ],
  },
};

const DAY_MS = 86_400_000;
const DAYS_SHOWN = 5;

/** What the demo company reads: feeds and exchange rates that follow the workspace's own clock, for a machine without the web. */
export function printPapers(server: FastifyInstance, now: () => number): void {
  for (const [name, paper] of Object.entries(papers)) {
    server.get(`/press/${name}.xml`, (request, reply) => {
      const body = feedOf(paper, `${request.protocol}://${request.host}/press/${name}`, now());
      return reply.type('application/rss+xml; charset=utf-8').send(body);
    });
    server.get(`/press/${name}/:day`, (_request, reply) =>
      reply.type('text/plain; charset=utf-8').send('This paper, its town and its news are made up.\n'),
    );
  }
  server.get('/press/rates.xml', (_request, reply) => reply.type('application/xml').send(ratesOf(now())));
}

/** A paper comes out at five in the morning. */
const PRINTED_AT = 5 * 3_600_000;

function feedOf({ title, headlines }: (typeof papers)[string], address: string, now: number): string {
  const last = Math.floor((now - PRINTED_AT) / DAY_MS);
  const items = Array.from({ length: DAYS_SHOWN }, (_, back) => {
    const day = last - back;
    // The first day of 1970 was a Thursday.
    const [headline = '', summary = ''] = headlines[(((day + 3) % 7) + 7) % 7] ?? [];
    const at = new Date(day * DAY_MS + PRINTED_AT);
    const link = `${address}/${at.toISOString().slice(0, 10)}`;
    return `<item><title>${headline}</title><link>${link}</link><description>${summary}</description><pubDate>${at.toUTCString()}</pubDate></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>${title}</title><link>${address}</link>${items.join('')}</channel></rss>\n`;
}

const bases: Record<string, number> = { USD: 1.0832, GBP: 0.8391, RON: 5.0917, CHF: 0.9412, HUF: 401.2, BGN: 1.9558 };

/** In the shape of the European Central Bank's file; the figures sway gently and mean nothing. */
function ratesOf(now: number): string {
  const days: string[] = [];
  for (let day = Math.floor(now / DAY_MS); days.length < 20; day--) {
    const date = new Date(day * DAY_MS);
    if (date.getUTCDay() === 0 || date.getUTCDay() === 6) continue;
    const cubes = Object.entries(bases).map(([currency, base], place) => {
      const sway = currency === 'BGN' ? 0 : Math.sin(day * (place + 1) * 0.7) * 0.006;
      return `<Cube currency='${currency}' rate='${(base * (1 + sway)).toFixed(4)}'/>`;
    });
    days.push(`<Cube time='${date.toISOString().slice(0, 10)}'>${cubes.join('')}</Cube>`);
  }
  return `<?xml version="1.0" encoding="UTF-8"?><gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref"><Cube>${days.join('')}</Cube></gesmes:Envelope>\n`;
}
