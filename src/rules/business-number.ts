const WEIGHTS = [1, 3, 7, 1, 3, 7, 1, 3, 5];
const TEN_DIGITS = /^\d{10}$/;
const PLAIN = /^\d{3}-?\d{2}-?\d{5}$/;

/** The last digit of a Korean business registration number (사업자등록번호), from its first nine. */
function checkDigit(nine: string): number {
  const digits = [...nine].map(Number);
  const sum = digits.reduce((total, digit, index) => total + digit * (WEIGHTS[index] ?? 0), 0);
  // The ninth digit's product also counts by its tens.
  const tens = Math.floor(((digits[8] ?? 0) * 5) / 10);
  return (10 - ((sum + tens) % 10)) % 10;
}

/** Whether ten digits are a Korean business registration number: its last digit checks the nine before. */
export function isBusinessNumber(digits: string): boolean {
  return TEN_DIGITS.test(digits) && checkDigit(digits.slice(0, 9)) === Number(digits[9]);
}

/**
 * A Korean business registration number as ten digits, from text with or without hyphens, spaces around it or digits of
 * full width; null for text that isn't one, or whose check digit is wrong.
 */
export function normalized(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  if (!PLAIN.test(plain)) return null;
  const digits = plain.replaceAll('-', '');
  return isBusinessNumber(digits) ? digits : null;
}

/** Ten digits as people write them: "1234567891" is "123-45-67891". */
export function hyphenated(digits: string): string {
  return `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}`;
}

/** A business registration number from its first nine digits; throws a plain Error on anything else. */
export function withCheckDigit(nine: string): string {
  if (!/^\d{9}$/.test(nine)) throw new Error(`Not nine digits: ${JSON.stringify(nine)}`);
  return `${nine}${checkDigit(nine)}`;
}
