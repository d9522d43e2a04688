import { custom, type Input, Refusal } from '../../src/settings/define.ts';
import { milliseconds } from '../../src/settings/duration.ts';

/** `auto`, or a duration that may be nothing (`0s`), in milliseconds. */
export function settleDuration(about: {
  readonly description: string;
  readonly default: string;
}): Input<number | 'auto'> {
  return custom('auto \\| duration', about, (text) => {
    if (text === 'auto') return text;
    if (/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(text)) return milliseconds(text);
    throw new Refusal(`"${text.slice(0, 60)}" is not allowed`, 'write auto, 0s, 20s or 2m');
  });
}
