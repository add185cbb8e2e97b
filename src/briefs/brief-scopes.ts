import { SatkerLevel } from '../satker/satker.entity.js';
import { BriefScopeName } from './brief.enums.js';
import type { BriefUnit } from './preparation.js';

/** A filter of `obstacles` or `recommendations`, as JSON. */
export type OpenFilter = Readonly<Record<string, unknown>>;

/** One of the circles around a unit. */
export interface ScopeOfUnit {
  readonly scope: BriefScopeName;
  readonly label: string;
  /** What the filters of lists add to see this circle only. */
  readonly filter: OpenFilter;
}

/** The circles around a unit, from near to far. The centre has the nation around it and nothing else. */
export function scopesOf({ code, name, level }: BriefUnit, province: BriefUnit | null): ScopeOfUnit[] {
  const nation = { scope: BriefScopeName.NATION, label: 'Nasional', filter: {} };
  if (level === SatkerLevel.CENTRAL || !province) return [nation];
  return [
    { scope: BriefScopeName.OWN, label: name, filter: { satker: { eq: code } } },
    {
      scope: BriefScopeName.PROVINCE,
      label: provinceLabel(province.region),
      filter: { satker: { under: province.code } },
    },
    nation,
  ];
}

/** Regions are written with and without the word. */
const provinceLabel = (region: string): string => (/^provinsi\b/i.test(region) ? region : `Provinsi ${region}`);
