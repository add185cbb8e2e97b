import { describedEnum } from '../common/read/comparators.js';

/** From near to far; each holds the ones before it. */
export enum BriefScopeName {
  OWN = 'OWN',
  PROVINCE = 'PROVINCE',
  NATION = 'NATION',
}
describedEnum(BriefScopeName, 'BriefScopeName', 'Lingkup, dari yang terdekat. / How far around the unit one looks.', {
  OWN: 'Satker itu sendiri. / The unit itself.',
  PROVINCE: 'Seluruh satker di provinsinya, termasuk dirinya. / All units of its province, itself included.',
  NATION: 'Seluruh satker. / All units.',
});
