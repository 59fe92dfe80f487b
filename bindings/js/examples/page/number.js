// Exact numbers as a person reads them.
import { exact } from 'leps';

/**
 * Two decimals, half away from zero, and as many more as it takes for a number that is not zero to
 * show a digit. `≈` where that is not the whole of it.
 */
export function shown(text, language) {
  const { numerator, denominator } = exact(text);
  const size = numerator < 0n ? -numerator : numerator;
  let places = denominator === 1n ? 0 : 2;
  while (size > 0n && denominator > 1n && round(size, denominator, places) === 0n) ++places;

  const digits = String(round(size, denominator, places)).padStart(places + 1, '0');
  const whole = BigInt(digits.slice(0, digits.length - places)).toLocaleString(language);
  const rest = digits.slice(digits.length - places).replace(/0+$/, '');
  const isWhole = (size * 10n ** BigInt(places)) % denominator === 0n;
  const point = language === 'it' ? ',' : '.';
  return `${isWhole ? '' : '≈ '}${numerator < 0n ? '−' : ''}${whole}${rest && point + rest}`;
}

function round(numerator, denominator, places) {
  return (2n * numerator * 10n ** BigInt(places) + denominator) / (2n * denominator);
}
