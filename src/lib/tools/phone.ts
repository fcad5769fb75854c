import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * E.164 of a text that is a possible number (S17), else null. `00` before a number is read as `+`; without either the
 * number is one of `country`, and none where that is null or unknown. An extension is not part of it.
 */
export function phoneToE164(text: string, country: string | null): string | null {
  const cell = text.trim().replace(/^00/, '+');
  const code = country?.toUpperCase() ?? '';
  const number = isSupportedCountry(code)
    ? parsePhoneNumberFromString(cell, { defaultCountry: code, extract: false })
    : parsePhoneNumberFromString(cell, { extract: false });
  return number?.isPossible() === true ? number.number : null;
}
