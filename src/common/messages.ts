import { CATALOGUE } from './message-catalogue.js';

/** Languages the API speaks. Indonesian unless `Accept-Language` prefers English. */
export type Locale = 'id' | 'en';

type Params = Record<string, string | number>;

export type MessageKey = keyof typeof CATALOGUE;

export function message(key: MessageKey, locale: Locale, params: Params = {}): string {
  return CATALOGUE[key][locale].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

/** The first of `id` or `en` in an `Accept-Language` header; quality values other than order are ignored. */
export function preferredLocale(header: string | undefined): Locale {
  return /(?:^|[,\s])(id|en)\b/i.exec(header ?? '')?.[1]?.toLowerCase() === 'en' ? 'en' : 'id';
}
