/**
 * The forms of a secret that actions/runner masks besides the secret itself, and for which GitHub
 * drops an output. Source: actions/runner 2.336, `ValueEncoders.cs` (without PowerShell's).
 */
export function secretForms(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  // Base64 of something before the secret shifts it by one or two bytes.
  const shifted = [0, 1, 2].map((shift) =>
    bytes.subarray(bytes.length > shift ? shift : 0).toString('base64'),
  );
  const forms = [
    secret,
    ...shifted,
    secret.replaceAll('"', '\\"'),
    secret.replaceAll("'", "''"),
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret).replaceAll(
      /[!'()*]/g,
      (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
    ),
    secret
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&apos;'),
    ...(secret.length > 8 && /^".*"$/s.test(secret) ? [secret.slice(1, -1)] : []),
  ];
  return [...new Set(forms)];
}
