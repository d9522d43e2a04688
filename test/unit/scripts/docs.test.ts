import { withDeclaration } from '../../../scripts/docs/action-yml.ts';
import { type Declaration, findProblems } from '../../../scripts/docs/declaration.ts';
import { withTables } from '../../../scripts/docs/readme.ts';
import { choice, duration, flag, text } from '../../../src/settings/define.ts';
import { configInputs } from '../../../src/settings/settle.ts';

const declared: Declaration = {
  inputs: {
    chart: text({ description: 'The chart: a "folder"', required: true }),
    wait: flag({ description: 'Wait', default: 'true' }),
    mode: choice(['plan', 'deploy'], { description: 'plan | deploy', default: 'deploy' }),
  },
  outputs: { digest: 'What runs # by digest' },
};

const HAND_WRITTEN = `name: x # by hand
branding: { icon: box, color: blue }

# about runs
runs:
  using: node24 # stays
  main: ../dist/x/index.js
`;

const WRITTEN = `name: x # by hand
branding: { icon: box, color: blue }

inputs:
  chart:
    description: 'The chart: a "folder"'
    required: true
  wait:
    description: Wait
    default: 'true'
  mode:
    description: plan | deploy
    default: deploy
outputs:
  digest:
    description: 'What runs # by digest'
# about runs
runs:
  using: node24 # stays
  main: ../dist/x/index.js
`;

describe('action.yml', () => {
  test('gets its inputs and outputs; what was written by hand stays', () => {
    expect(withDeclaration(HAND_WRITTEN, declared)).toBe(WRITTEN);
  });

  test('gives no default to an input that deploy.yml may give: the runner would fill it in', () => {
    const inputs = { ...configInputs, soak: duration({ description: 'Long', default: '1s' }) };
    const written = withDeclaration(HAND_WRITTEN, { inputs, outputs: {} });
    expect(written).toContain("  soak:\n    description: 'Long Default: `1s`.'\n");
    expect(written).toContain('default: .github/deploy.yml');
    expect(written).not.toContain('default: 1s');
  });

  test('that is written already is left as it is', () => {
    expect(withDeclaration(WRITTEN, declared)).toBe(WRITTEN);
  });

  test('loses what is declared no more, and keeps blank lines between blocks', () => {
    const spaced = WRITTEN.replace('outputs:', '\noutputs:');
    const { chart, wait } = declared.inputs;
    const less = { inputs: { chart, wait } as Declaration['inputs'], outputs: declared.outputs };
    const after = withDeclaration(spaced, less);
    expect(after).not.toContain('mode');
    expect(after).toContain("default: 'true'\n\noutputs:");
    expect(withDeclaration(WRITTEN, { inputs: {}, outputs: {} })).toBe(HAND_WRITTEN);
  });

  test('without runs is refused', () => {
    expect(() => withDeclaration('name: x\n', declared)).toThrow('has no top-level `runs:`');
  });
});

describe('a README', () => {
  const readme = (inputs = '', outputs = ''): string =>
    `# x\n<!-- inputs:start -->${inputs}<!-- inputs:end -->\n<!-- outputs:start -->${outputs}<!-- outputs:end -->\nend\n`;

  test('gets a table of each between its markers', () => {
    const written = withTables(readme('old'), declared);
    expect(written).toBe(
      readme(
        `

| Input | Kind | Default | Meaning |
| --- | --- | --- | --- |
| \`chart\` | text | **required** | The chart: a "folder" |
| \`wait\` | boolean | \`true\` | Wait |
| \`mode\` | plan \\| deploy | \`deploy\` | plan \\| deploy |

`,
        `

| Output | Meaning |
| --- | --- |
| \`digest\` | What runs # by digest |

`,
      ),
    );
    expect(withTables(written, declared)).toBe(written);
  });

  test('without markers is refused', () => {
    expect(() => withTables('# x\n', declared)).toThrow('<!-- inputs:start -->');
  });
});

test('a declaration names what a user would miss', () => {
  const inputs = { badName: text({ description: ' ' }), 'good-name': text({ description: 'x' }) };
  expect(findProblems({ inputs, outputs: { url: '' } })).toEqual([
    'has no description for input badName',
    'names input badName: use kebab-case',
    'has no description for output url',
  ]);
});
