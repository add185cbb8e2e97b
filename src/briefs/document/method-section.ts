import type { Paragraph } from 'docx';
import { BriefScopeName } from '../brief.enums.js';
import type { MitigationBrief } from '../brief.types.js';
import { heading } from './overview.js';
import { paragraph } from './text.js';

/** How it was made, so that a number can be questioned. */
export function methodSection({ ranking, stagesUsed, scopes }: MitigationBrief): Paragraph[] {
  const stages = stagesUsed.map(({ code, name, cycle }) => `${name} (${code}, ${cycle})`).join('; ');
  const isNested = scopes.some(({ scope }) => scope === BriefScopeName.PROVINCE);
  return [
    heading('Cara membaca'),
    paragraph(`Tahapan yang dipakai: ${stages}.`),
    paragraph(ranking),
    paragraph(
      'Skor risiko adalah kemungkinan dikalikan dampak: rendah 1–4, sedang 5–9, tinggi 10–16, ekstrem 17–25. ' +
        'Kemungkinan dan dampak yang lazim adalah mediannya.' +
        (isNested ? ' Hitungan provinsi mencakup satker ini, dan hitungan nasional mencakup provinsi.' : ''),
    ),
    paragraph(
      'Pelajaran disusun analis dari kendala risiko ini dan telah disahkan; yang membantu satker terbanyak didahulukan. ' +
        'Kekuatannya dihitung dari pengalaman yang diterbitkan.',
    ),
    paragraph(
      'Tindakan dimuat sebagai yang membantu bila hasil yang dilaporkan satker menyebut keberhasilan tanpa syarat. ' +
        'Hasil itu dibaca dari kata-katanya dan tidak diperiksa di lapangan.',
    ),
  ];
}
