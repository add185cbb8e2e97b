/** One thing that a digest tells. */
export interface DigestLine {
  readonly message: string;
  readonly reason: string | null;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** What a digest tells of one experience or recommendation. */
export interface DigestGroup {
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly lines: readonly DigestLine[];
}

export interface DigestContent {
  readonly name: string;
  readonly groups: readonly DigestGroup[];
  /** How many had no room. */
  readonly more: number;
  /** Where the product is. */
  readonly url: string;
}

export interface Written {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const TIME = new Intl.DateTimeFormat('id-ID', {
  timeZone: 'Asia/Jakarta',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

const timeOf = (at: string): string => `${TIME.format(new Date(at))} WIB`;

const STOP =
  'Untuk berhenti menerimanya, atur wantsDigest: false dengan mutasi updateProfile, atau minta administrator.';

/** The mail of a digest: plain text, and HTML without styles and pictures for phones of any age. */
export function writeDigest(content: DigestContent): Written {
  const count = content.groups.reduce((sum, { lines }) => sum + lines.length, 0);
  return { subject: `Rakornas: ${count} kabar baru`, text: textOf(content), html: htmlOf(content) };
}

const moreOf = (more: number): string => `Masih ada ${more} kabar lain; menyusul pada ringkasan berikutnya.`;

function textOf({ name, groups, more, url }: DigestContent): string {
  const parts = groups.map(({ code, title, unit, lines }) =>
    [
      `${code} - ${title}`,
      unit,
      ...lines.flatMap(({ message, reason, createdAt }) => [
        `  * ${timeOf(createdAt)}: ${message}`,
        ...(reason ? [`    Alasan: ${reason.replaceAll('\n', '\n    ')}`] : []),
      ]),
    ].join('\n'),
  );
  return [`Yth. ${name},`, ...parts, ...(more > 0 ? [moreOf(more)] : []), `Selengkapnya: ${url}`, STOP].join('\n\n');
}

function htmlOf({ name, groups, more, url }: DigestContent): string {
  const parts = groups.map(({ code, title, unit, lines }) => {
    const items = lines.map(({ message, reason, createdAt }) => {
      const why = reason ? `<br>Alasan: ${escaped(reason).replaceAll('\n', '<br>')}` : '';
      return `<li>${timeOf(createdAt)}: ${escaped(message)}${why}</li>`;
    });
    return `<p><b>${escaped(code)} - ${escaped(title)}</b><br>${escaped(unit)}</p>\n<ul>\n${items.join('\n')}\n</ul>`;
  });
  const body = [
    `<p>Yth. ${escaped(name)},</p>`,
    ...parts,
    ...(more > 0 ? [`<p>${moreOf(more)}</p>`] : []),
    `<p><a href="${escaped(url)}">Selengkapnya</a></p>`,
    `<p><small>${STOP}</small></p>`,
  ];
  return `<!doctype html>\n<html lang="id"><head><meta charset="utf-8"></head><body>\n${body.join('\n')}\n</body></html>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
