import { dispatchInputs } from '../../../sandbox/github/actions/dispatch-inputs.ts';

const file = (inputs: object) => ({ on: { workflow_dispatch: { inputs } } });

describe('inputs of a workflow_dispatch', () => {
  test.each([
    [{ on: 'workflow_dispatch' }],
    [{ on: ['push', 'workflow_dispatch'] }],
    [{ on: { workflow_dispatch: null } }],
  ])('%j takes none', (workflow) => {
    expect(dispatchInputs(workflow, {})).toEqual({ inputs: {} });
    expect(dispatchInputs(workflow, { x: '1' })).toEqual({
      refusal: 'Unexpected inputs provided: ["x"]',
    });
  });

  test.each([[undefined], [{ on: 'push' }], [{ on: { push: null } }]])(
    '%j cannot be dispatched',
    (workflow) => {
      expect(dispatchInputs(workflow, {})).toHaveProperty('refusal');
    },
  );

  test('what is not given has its default, else what its type makes of nothing', () => {
    const declared = file({
      text: {},
      flag: { type: 'boolean' },
      choice: { type: 'choice', options: ['a', 'b'] },
      number: { type: 'number', default: 3 },
    });
    expect(dispatchInputs(declared, {})).toEqual({
      inputs: { text: '', flag: 'false', choice: 'a', number: '3' },
    });
  });

  test('a required input with a default need not be given', () => {
    const declared = file({ reason: { required: true, default: 'none' } });
    expect(dispatchInputs(declared, {})).toEqual({ inputs: { reason: 'none' } });
  });

  test('real booleans and numbers arrive as text', () => {
    const declared = file({ flag: { type: 'boolean' }, number: { type: 'number' } });
    expect(dispatchInputs(declared, { flag: true, number: 1.5 })).toEqual({
      inputs: { flag: 'true', number: '1.5' },
    });
  });

  test('more than 65,535 characters are too many', () => {
    const long = { text: 'x'.repeat(65_536) };
    expect(dispatchInputs(file({ text: {} }), long)).toEqual({ refusal: 'inputs are too large.' });
  });
});
