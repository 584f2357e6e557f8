import { InvalidArgumentError } from 'commander';

/** Reads how many runs, accounts or months somebody asks for. */
export function parseCount(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(`a count is a whole number from 1 to 99999, got: ${text}`);
}

/** Reads several counts: `300,1000`. */
export const parseCounts = (text: string): readonly number[] => text.split(',').map(parseCount);
