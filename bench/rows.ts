import { diagnosis } from './diagnosis.ts';
import { noChange } from './no-change.ts';
import { realChange } from './real-change.ts';
import type { Row } from './row.ts';
import { startUp } from './start-up.ts';
import { undo } from './undo.ts';

/** The rows of "Speed and size", in the order of the design. */
export const ROWS: readonly Row[] = [
  { id: 'change', measure: 'real change of a 2-replica release', run: realChange },
  { id: 'same', measure: 'nothing changed', run: noChange },
  { id: 'diagnosis', measure: 'time from start to diagnosis printed, per fault', run: diagnosis },
  { id: 'undo', measure: 'time from diagnosis to the old version verified again', run: undo },
  { id: 'start', measure: 'start of the bundle to first line', run: startUp },
];
