/**
 * What a user's E2E command sees of the job's environment. It runs code of the repository inside a
 * job with rights: no token, no input, none of the runner's own files. Hygiene, not a boundary: the
 * same user can read the job's processes.
 */
const ALLOWED = [
  /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|TZ|TERM|TMPDIR|CI)$/,
  /^LC_[A-Z]+$/,
  /^(GITHUB_ACTIONS|GITHUB_WORKSPACE|GITHUB_SERVER_URL)$/,
  /^GITHUB_(REPOSITORY|SHA|REF|REF_NAME|RUN_ID|RUN_ATTEMPT)$/,
  /^RUNNER_(OS|ARCH|TEMP|TOOL_CACHE)$/,
  /^(HTTPS?|NO|ALL)_PROXY$/i,
  /^(NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE)$/,
  /^(JAVA_HOME(_\w+)?|GOROOT(_\w+)?|DOTNET_ROOT|PLAYWRIGHT_BROWSERS_PATH|CHROME_BIN)$/,
];

export interface E2eTarget {
  readonly url: string;
  readonly environment: string;
  readonly bundle: string;
}

/** @param more what the user gives by name (`e2e-env`), over everything else */
export function e2eEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  target: E2eTarget,
  more: Readonly<Record<string, string>>,
): Record<string, string> {
  const kept = Object.entries(env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && ALLOWED.some((pattern) => pattern.test(entry[0])),
  );
  return {
    ...Object.fromEntries(kept),
    DEPLOY_URL: target.url,
    DEPLOY_ENVIRONMENT: target.environment,
    DEPLOY_BUNDLE: target.bundle,
    ...more,
  };
}
