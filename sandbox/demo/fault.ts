/** Switches a fault of the example's api on in a values file; see FAIL in its README. */
export const withFault = (text: string, fault: string): string =>
  text.replace(/^api:\n/m, `api:\n  env: ${fault}\n`);

export const withoutFault = (text: string): string => text.replace(/^ {2}env: .*\n/m, '');
