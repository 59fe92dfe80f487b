// The exact numbers of results, which are texts: `25`, `-7/4`.

const form = /^(-?(?:0|[1-9][0-9]*))(?:\/([1-9][0-9]*))?$/;

export function exact(text) {
  const parts = form.exec(text);
  if (!parts) throw new TypeError(`leps: '${text}' is not an exact number, such as 25 or -7/4`);
  return { numerator: BigInt(parts[1]), denominator: BigInt(parts[2] ?? 1) };
}
