import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  s: () => (/* binding */ credentialCache)
});

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __nccwpck_require__(500);
;// CONCATENATED MODULE: ./src/cloud/credential-cache.js




/** A mint ends within 20 s: an older lock has lost its holder. */
const LOCK_MS = 30_000;
/** What must be left of a cached credential for a process that starts with it. */
const RESERVE_MS = 60_000;
/** The cache of one configuration; another audience is another file. */
function credentialCache(folder, config) {
    const key = (0,external_node_crypto_namespaceObject.createHash)('sha256').update(JSON.stringify(config)).digest('hex').slice(0, 16);
    const file = (0,external_node_path_.join)(folder, `credential-${key}.json`);
    return {
        read: async (now) => {
            const credential = parse(await (0,promises_.readFile)(file, 'utf8').catch(() => ''));
            if (!credential)
                return undefined;
            // A credential that lives below two minutes (a test's) is used for half its life.
            const reserve = Math.min(RESERVE_MS, credential.livesMs / 2);
            return credential.expiresAt - now > reserve ? credential : undefined;
        },
        write: async (credential) => {
            // Renamed into place: a reader sees a whole credential or none.
            const work = `${file}.${(0,external_node_crypto_namespaceObject.randomUUID)()}`;
            await (0,promises_.writeFile)(work, JSON.stringify(credential), { mode: 0o600, flag: 'wx' });
            await (0,promises_.rename)(work, file);
        },
        alone: (body) => withLock(`${file}.lock`, body),
    };
}
function parse(text) {
    try {
        const value = JSON.parse(text);
        const whole = typeof value.token === 'string' && typeof value.expiresAt === 'number';
        return whole && typeof value.livesMs === 'number' ? value : undefined;
    }
    catch {
        return undefined;
    }
}
async function withLock(lock, body) {
    while (!(await take(lock)))
        await (0,external_node_timers_promises_.setTimeout)(15);
    try {
        return await body();
    }
    finally {
        await (0,promises_.rm)(lock, { force: true });
    }
}
async function take(lock) {
    try {
        await (0,promises_.writeFile)(lock, String(process.pid), { mode: 0o600, flag: 'wx' });
        return true;
    }
    catch (error) {
        if (error.code !== 'EEXIST')
            throw error;
    }
    // Two waiters may both take over from a dead holder: that costs one mint too many, no more.
    if (await abandoned(lock))
        await (0,promises_.rm)(lock, { force: true });
    return false;
}
async function abandoned(lock) {
    const [pid, made] = await Promise.all([
        (0,promises_.readFile)(lock, 'utf8').catch(() => ''),
        (0,promises_.stat)(lock).then((found) => found.mtimeMs, () => Date.now()),
    ]);
    if (Date.now() - made > LOCK_MS)
        return true;
    if (pid === '')
        return false; // Between create and write.
    try {
        process.kill(Number(pid), 0);
        return false;
    }
    catch (error) {
        return error.code === 'ESRCH';
    }
}


/***/ }),

/***/ 142:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(986);
/* harmony import */ var _http_request_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(933);
/* harmony import */ var _credential_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(804);
/* harmony import */ var _credential_cache_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(968);






/**
 * The exec credential plugin that the kubeconfig of `login` names: `node index.js CONFIG`. The cache
 * lies beside the configuration. Stdout is client-go's alone; a failure is one line on stderr.
 */
async function main(configFile) {
    const apiVersion = (0,_credential_js__WEBPACK_IMPORTED_MODULE_4__/* .askedApiVersion */ .F7)(process.env.KUBERNETES_EXEC_INFO);
    const config = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(configFile, 'utf8'));
    const credential = await (0,_credential_js__WEBPACK_IMPORTED_MODULE_4__/* .obtainCredential */ .HR)(config, (0,_credential_cache_js__WEBPACK_IMPORTED_MODULE_5__/* .credentialCache */ .s)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(configFile), config), {
        send: (request) => (0,_http_request_js__WEBPACK_IMPORTED_MODULE_3__/* .createSend */ .Rx)(process.env)(request),
        env: process.env,
        now: Date.now,
    });
    process.stdout.write((0,_credential_js__WEBPACK_IMPORTED_MODULE_4__/* .execCredential */ .BA)(apiVersion, credential));
}
try {
    await main(process.argv[2] ?? '');
}
catch (error) {
    const hint = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ && error.hint ? ` → ${error.hint}` : '';
    const line = `deploy-actions credential: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .describeError */ .Uc)(error)}${hint}`;
    process.stderr.write(`${line.replace(/\s*\n\s*/g, '; ')}\n`);
    process.exitCode = 1;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  F7: () => (/* binding */ askedApiVersion),
  BA: () => (/* binding */ execCredential),
  HR: () => (/* binding */ obtainCredential)
});

// EXTERNAL MODULE: ./src/errors.js
var errors = __nccwpck_require__(986);
// EXTERNAL MODULE: ./src/http/request.js + 3 modules
var request = __nccwpck_require__(933);
;// CONCATENATED MODULE: ./src/cloud/claims.js

/**
 * Reads the claims of a JWT. The signature is not verified: the cluster does that, we only explain.
 * @throws {ActionError} `login-refused` when it is no JWT; the text itself is never shown
 */
function decodeClaims(token) {
    const [, payload = '', ...rest] = token.split('.');
    const claims = rest.length === 1 ? parseObject(payload) : undefined;
    if (typeof claims?.iss !== 'string' ||
        typeof claims.sub !== 'string' ||
        typeof claims.exp !== 'number' ||
        claims.aud === undefined) {
        throw new errors/* ActionError */.lZ('login-refused', 'What came as ID token is not a JWT of an ID token', {
            hint: 'Check that ACTIONS_ID_TOKEN_REQUEST_URL was set by the runner and by nobody else.',
        });
    }
    return claims;
}
function parseObject(base64url) {
    try {
        const value = JSON.parse(Buffer.from(base64url, 'base64url').toString('utf8'));
        return typeof value === 'object' && value !== null && !Array.isArray(value)
            ? value
            : undefined;
    }
    catch {
        return undefined;
    }
}
/** A claim as text; `''` when the token does not have it. */
function claim(claims, name) {
    const value = claims[name];
    if (Array.isArray(value))
        return value.join(', ');
    return value === undefined || value === null ? '' : String(value);
}
const isImmutableSubject = (subject) => /^repo:[^:@]+@\d+\/[^:@]+@\d+(:|$)/.test(subject);
/**
 * The subject in the form it does not have: with the ids of owner and repository (repositories made,
 * renamed or transferred since 2026-07-15) or without. `undefined` for a custom subject.
 */
function otherSubject(claims) {
    const immutable = /^repo:([^:@]+)@\d+\/([^:@]+)@\d+(:.*)?$/.exec(claims.sub);
    if (immutable)
        return `repo:${immutable[1]}/${immutable[2]}${immutable[3] ?? ''}`;
    const parts = /^repo:([^:/@]+)\/([^:/@]+)(:.*)?$/.exec(claims.sub);
    const owner = claim(claims, 'repository_owner_id');
    const repository = claim(claims, 'repository_id');
    if (!parts || owner === '' || repository === '')
        return undefined;
    return `repo:${parts[1]}@${owner}/${parts[2]}@${repository}${parts[3] ?? ''}`;
}

;// CONCATENATED MODULE: ./src/cloud/id-token.js



/** Per try; four of them fit into the 20 s that a mint may take. */
const TRY_MS = 4_000;
/**
 * Asks GitHub for an ID token of this job, as @actions/core does, but with a deadline and without
 * following redirects: the request token is worth as much as the cluster's.
 * @throws {ActionError} `login-refused` when this job gets none, `request-failed` when no answer came
 */
async function mintIdToken(audience, ports) {
    const url = requestUrl(ports.env);
    url.searchParams.set('audience', audience);
    const asked = ports.now();
    const response = await (0,request/* sendWithRetry */.lx)(ports.send, {
        url: url.href,
        headers: {
            accept: 'application/json; api-version=2.0',
            authorization: `bearer ${ports.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN}`,
        },
        timeoutMs: TRY_MS,
        maxBytes: 256 * 1024,
    });
    if (response.status !== 200)
        throw refusal(response);
    const token = readToken(response);
    return { token, claims: decodeClaims(token), clockAheadMs: clockAhead(response, asked, ports) };
}
function requestUrl(env) {
    const given = env.ACTIONS_ID_TOKEN_REQUEST_URL ?? '';
    if (given === '' || !env.ACTIONS_ID_TOKEN_REQUEST_TOKEN) {
        throw new errors/* ActionError */.lZ('login-refused', 'GitHub gives this job no ID token (ACTIONS_ID_TOKEN_REQUEST_URL is not set)', { hint: whyNoToken(env) });
    }
    const url = URL.canParse(given) ? new URL(given) : undefined;
    if (url?.protocol !== 'https:') {
        throw new errors/* ActionError */.lZ('login-refused', 'ACTIONS_ID_TOKEN_REQUEST_URL is not an https address', {
            hint: 'The runner sets it; a step before this one must have changed it.',
        });
    }
    return url;
}
/** Why the variable is missing. Source: auth#51, auth#27, attest-build-provenance#99. */
function whyNoToken(env) {
    if (env.GITHUB_ACTOR === 'dependabot[bot]') {
        return 'Dependabot started this run: it never gets an ID token for a pull request, no setting helps.';
    }
    const permission = 'Give the job `permissions: id-token: write` (and `contents: read`). A reusable workflow gets ' +
        'it only when the job that calls it grants it too.';
    return env.GITHUB_EVENT_NAME === 'pull_request'
        ? `${permission} A pull request from a fork never gets one, no setting helps.`
        : permission;
}
function refusal(response) {
    const { status } = response;
    if (status >= 300 && status < 400) {
        return new errors/* ActionError */.lZ('login-refused', `The ID token endpoint redirects (${status}); redirects are not followed, they would carry the request token away`, { hint: 'A proxy or login page in between answers instead of GitHub.' });
    }
    const said = errorMessage(response);
    return new errors/* ActionError */.lZ('login-refused', `GitHub refused an ID token (${status})${said}`, {
        hint: status === 401 || status === 403
            ? 'The request token belongs to another job or to one that has ended; it works only while its own job runs.'
            : 'See https://www.githubstatus.com, then run the job again.',
    });
}
/** The message of GitHub's error answer; other bodies (HTML of a proxy) are not shown. */
function errorMessage(response) {
    try {
        const { message } = JSON.parse(response.body.toString('utf8'));
        return typeof message === 'string' ? `: ${withoutTokens(message).slice(0, 300)}` : '';
    }
    catch {
        return '';
    }
}
/** Cuts everything that looks like a JWT: an answer we do not understand may hold one. */
const withoutTokens = (text) => text.replace(/eyJ[\w-]+(\.[\w-]*)*/g, '***');
function readToken(response) {
    const text = response.body.toString('utf8');
    try {
        const { value } = JSON.parse(text);
        if (typeof value === 'string' && value !== '')
            return value;
    }
    catch {
        // Not shown as a cause either: JSON.parse quotes the text, which may hold half a token.
    }
    const what = text.trimStart().startsWith('<') ? 'HTML' : `${response.body.length} bytes`;
    throw new errors/* ActionError */.lZ('login-refused', `The ID token endpoint answered 200 with ${what} instead of {"value": …}`, { hint: 'A proxy or a login page in between often answers with HTML.' });
}
/** `Date` counts whole seconds; below 2 s the difference is the network's, not the clock's. */
function clockAhead(response, asked, ports) {
    const theirs = Date.parse(String(response.headers.date ?? '')) + 500;
    const ahead = Math.round(theirs - (asked + ports.now()) / 2);
    return Number.isNaN(ahead) || Math.abs(ahead) < 2000 ? 0 : ahead;
}

;// CONCATENATED MODULE: ./src/cloud/provider.js
/** The API server trusts GitHub itself: the ID token is the credential. */
const direct = async ({ token, claims, clockAheadMs }, now) => {
    const expiresAt = claims.exp * 1000 - clockAheadMs;
    return { token, expiresAt, livesMs: expiresAt - now };
};
const EXCHANGES = { direct };

;// CONCATENATED MODULE: ./src/cloud/credential.js



/** A valid credential: from the cache, else minted by one caller while the others wait for it. */
async function obtainCredential(config, cache, ports) {
    const cached = await cache.read(ports.now());
    if (cached)
        return cached;
    return cache.alone(async () => {
        const madeMeanwhile = await cache.read(ports.now());
        if (madeMeanwhile)
            return madeMeanwhile;
        const idToken = await mintIdToken(config.audience, ports);
        const credential = await EXCHANGES[config.provider](idToken, ports.now());
        await cache.write(credential);
        return credential;
    });
}
/**
 * What the plugin prints for client-go. It asks again after `expirationTimestamp`, and never for the
 * request that met a 401: so the time given is earlier than the real end by 30 s or a tenth of the
 * life, whichever is more (half of a life that is shorter than a minute).
 * https://kubernetes.io/docs/reference/config-api/client-authentication.v1/
 */
function execCredential(apiVersion, credential) {
    const { livesMs } = credential;
    const early = Math.min(Math.max(30_000, livesMs / 10), Math.max(0, livesMs / 2));
    return JSON.stringify({
        apiVersion,
        kind: 'ExecCredential',
        status: {
            expirationTimestamp: new Date(credential.expiresAt - early).toISOString(),
            token: credential.token,
        },
    });
}
const API_VERSIONS = [
    'client.authentication.k8s.io/v1',
    'client.authentication.k8s.io/v1beta1',
];
/** The version to answer in: client-go refuses any other than the one it asked with. */
function askedApiVersion(execInfo) {
    if (!execInfo)
        return API_VERSIONS[0]; // Started by hand.
    const asked = parseApiVersion(execInfo);
    const known = API_VERSIONS.find((version) => version === asked);
    if (known)
        return known;
    throw new errors/* ActionError */.lZ('login-refused', `KUBERNETES_EXEC_INFO asks for "${asked}"`, {
        hint: `known: ${API_VERSIONS.join(', ')}`,
    });
}
function parseApiVersion(execInfo) {
    try {
        return String(JSON.parse(execInfo).apiVersion);
    }
    catch {
        return 'something that is not JSON';
    }
}


/***/ }),

/***/ 986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Uc: () => (/* binding */ describeError),
/* harmony export */   lZ: () => (/* binding */ ActionError)
/* harmony export */ });
/* unused harmony exports describeProblem, InputError, ChecksError */
/** A failure for the person who reads the log: what happened (message) and what to do (hint). */
class ActionError extends Error {
    code;
    hint;
    status;
    constructor(code, message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.name = 'ActionError';
        this.code = code;
        this.hint = details.hint;
        this.status = details.status;
    }
}
/** A problem in one line without its hint; a place in front is what editors make clickable. */
function describeProblem({ input, message, place }) {
    const at = place ? `${place.file}:${place.line}:${place.column}: ` : '';
    return `${at}${input}: ${message}`;
}
/** All that is wrong with the inputs, found together, before anything was changed. */
class InputError extends ActionError {
    problems;
    constructor(problems) {
        super('invalid-input', problems.map(describeProblem).join('\n'));
        this.name = 'InputError';
        this.problems = problems;
    }
}
/** All that the checks found wrong, together, before anything was changed. */
class ChecksError extends ActionError {
    problems;
    constructor(problems) {
        super('check-refused', problems.map(({ title, message }) => `${title}: ${message}`).join('\n'), { hint: 'Nothing was changed in the cluster.' });
        this.name = 'ChecksError';
        this.problems = problems;
    }
}
/** The message of anything that was thrown, with the messages of its causes. */
function describeError(error) {
    if (!(error instanceof Error))
        return String(error);
    if (error instanceof AggregateError)
        return error.errors.map(describeError).join('\n');
    const own = error.message || error.name;
    return error.cause === undefined ? own : `${own}: ${describeError(error.cause)}`;
}


/***/ }),

/***/ 933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Rx: () => (/* binding */ createSend),
  lx: () => (/* binding */ sendWithRetry)
});

// UNUSED EXPORTS: parseJson

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(500);
// EXTERNAL MODULE: ./src/errors.js
var errors = __nccwpck_require__(986);
;// CONCATENATED MODULE: ./src/tools/clock.js

const systemClock = {
    now: Date.now,
    elapsed: () => performance.now(),
    sleep: (ms, signal) => pause(ms, signal).catch(() => { }),
    every: (ms, body) => {
        let over = false;
        // A round that fails is followed by the next one; what must not fail is told by the body.
        const round = () => {
            if (!over)
                void body().catch(() => { });
        };
        const rounds = setInterval(() => setImmediate(round), ms);
        rounds.unref();
        return () => {
            over = true;
            clearInterval(rounds);
        };
    },
};
/** Calls `late` once so many ms are over, by the rules of `sleep`, unless the returned function is called before. */
function limit(ms, late) {
    const kept = new AbortController();
    void systemClock.sleep(ms, kept.signal).then(() => {
        if (!kept.signal.aborted)
            late();
    });
    return () => kept.abort();
}
/** What a stall took is given back, at most the whole pause: others may have stood still with us. */
async function pause(ms, signal) {
    const due = performance.now() + ms;
    await (0,promises_.setTimeout)(ms, undefined, { signal });
    const overslept = Math.max(0, performance.now() - due);
    await (0,promises_.setTimeout)(Math.min(overslept, ms), undefined, { signal });
    // After a stall timers come before what can be read.
    await (0,promises_.setImmediate)(undefined, { signal });
}

;// CONCATENATED MODULE: external "node:string_decoder"
const external_node_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");
;// CONCATENATED MODULE: ./src/tools/read-lines.js

/** A line is cut here by default: a child that never ends its line must not fill our memory. */
const LONGEST_LINE = 64 * 1024;
/**
 * Gives each line of a stream (`\n`, `\r\n`, or `\r` as progress bars write it) as soon as it is
 * there, the last one also without its end. What a line has beyond `longest` characters is left out.
 */
function readLines(stream, onLine, longest = LONGEST_LINE) {
    const decoder = new external_node_string_decoder_namespaceObject.StringDecoder('utf8');
    let rest = '';
    let afterReturn = false;
    const add = (text) => {
        rest += text.slice(0, longest - rest.length);
    };
    const take = (text) => {
        let from = 0;
        for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) {
            // A `\n` that belongs to the `\r` at the end of the chunk before.
            const second = index === 0 && end === '\n' && afterReturn;
            add(text.slice(from, index));
            from = index + end.length;
            if (!second) {
                onLine(rest);
                rest = '';
            }
        }
        add(text.slice(from));
        if (text !== '')
            afterReturn = text.endsWith('\r');
    };
    stream.on('data', (chunk) => take(decoder.write(chunk)));
    stream.on('end', () => {
        take(decoder.end());
        if (rest !== '')
            onLine(rest);
    });
}

;// CONCATENATED MODULE: ./src/http/request.js




/** A line of a stream is one object of the cluster; etcd takes none beyond 1.5 MiB. */
const request_LONGEST_LINE = 8 * 1024 * 1024;
const USER_AGENT = 'deploy-actions';
/**
 * The Send port on node:http and node:https. Honours HTTPS_PROXY, HTTP_PROXY and NO_PROXY of the
 * given environment (Node 24.5+) and, by Node itself, NODE_EXTRA_CA_CERTS.
 * @throws {ActionError} `request-failed` when no whole answer came; any status is an answer.
 */
function createSend(env) {
    // Loaded only here: they take as long as node's own start, and the credential plugin, which
    // kubectl and helm wait for, mostly answers from its cache.
    const http = process.getBuiltinModule('node:http');
    const https = process.getBuiltinModule('node:https');
    const agents = {
        'http:': new http.Agent({ keepAlive: true, proxyEnv: env }),
        'https:': new https.Agent({ keepAlive: true, proxyEnv: env }),
    };
    return (request) => new Promise((resolve, reject) => {
        const url = new URL(request.url);
        const secure = url.protocol === 'https:';
        const fail = (cause) => reject(requestFailed(request, url, cause));
        const call = (secure ? https : http).request(url, {
            method: request.method ?? 'GET',
            agent: request.socketPath ? undefined : agents[secure ? 'https:' : 'http:'],
            socketPath: request.socketPath,
            headers: { 'user-agent': USER_AGENT, ...bodyLength(request.body), ...request.headers },
        });
        // An error given to `destroy` would be thrown where the answer is complete but not yet read:
        // its socket has nobody who listens any more.
        const stop = (why) => {
            fail(new Error(why));
            call.destroy();
        };
        limitTime(call, request, stop);
        call.on('error', fail);
        call.on('response', (response) => {
            const chunks = [];
            if (request.stream && response.statusCode === 200) {
                readLines(response, request.stream.onLine, request_LONGEST_LINE);
            }
            else
                collect(response, chunks, request.maxBytes ?? 8 * 1024 * 1024, stop);
            response.on('error', fail);
            response.on('end', () => resolve({
                status: response.statusCode ?? 0,
                headers: response.headers,
                body: Buffer.concat(chunks),
            }));
        });
        if (request.body === undefined || typeof request.body === 'string')
            call.end(request.body);
        else if (Buffer.isBuffer(request.body))
            call.end(request.body);
        else
            request.body.on('error', (error) => call.destroy(error)).pipe(call);
    });
}
/** A plain answer must be whole in time; a stream ends by its signal, and may not fall silent. */
function limitTime(call, { stream, timeoutMs = 10_000 }, stop) {
    if (stream === undefined) {
        const late = () => stop(`no whole answer within ${timeoutMs / 1000} s`);
        call.on('close', limit(timeoutMs, late));
        return;
    }
    const { idleMs, signal } = stream;
    if (idleMs !== undefined)
        call.setTimeout(idleMs, () => stop('the stream fell silent'));
    const aborted = () => stop('the stream was aborted');
    signal.addEventListener('abort', aborted);
    call.on('close', () => signal.removeEventListener('abort', aborted));
    if (signal.aborted)
        aborted();
}
function collect(response, chunks, maxBytes, stop) {
    let size = 0;
    response.on('data', (chunk) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size > maxBytes)
            stop(`the answer is larger than ${size} bytes`);
    });
}
function bodyLength(body) {
    return typeof body === 'string' || Buffer.isBuffer(body)
        ? { 'content-length': String(Buffer.byteLength(body)) }
        : {};
}
function requestFailed(request, url, cause) {
    // The query may hold a token (presigned URLs): name the place only.
    const where = `${url.protocol}//${url.host}${url.pathname}`;
    return new errors/* ActionError */.lZ('request-failed', `${request.method ?? 'GET'} ${where} failed`, { cause });
}
const TRANSIENT = new Set([408, 429, 500, 502, 503, 504]);
/**
 * Sends an idempotent request again on network errors, 408, 429 and 5xx, with growing pauses and
 * jitter; `Retry-After` is honoured where the budget allows it.
 * @returns the last answer, also a transient one when the budget is used up
 * @throws {ActionError} `request-failed` when the last attempt got no answer
 */
async function sendWithRetry(send, request, budget = { tries: 4, totalMs: 20_000 }) {
    const end = Date.now() + budget.totalMs;
    for (let attempt = 1;; attempt++) {
        const answer = await send(request).catch((error) => {
            if (!(error instanceof errors/* ActionError */.lZ))
                throw error;
            return error;
        });
        const again = answer instanceof errors/* ActionError */.lZ || TRANSIENT.has(answer.status) || budget.alsoRetry?.(answer);
        const pause = pauseBefore(attempt, answer instanceof errors/* ActionError */.lZ ? undefined : answer);
        if (!again || attempt >= budget.tries || Date.now() + pause > end) {
            if (answer instanceof errors/* ActionError */.lZ)
                throw answer;
            return answer;
        }
        await (0,promises_.setTimeout)(pause);
    }
}
function pauseBefore(attempt, response) {
    const asked = response?.headers['retry-after'] ?? '';
    // RFC 9110: seconds, or a date.
    const wait = /^\d+$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - Date.now();
    if (wait > 0)
        return wait;
    return 250 * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);
}
/** The answer's body as JSON. @throws {ActionError} `request-failed` showing what came instead. */
function parseJson(response, from) {
    try {
        return JSON.parse(response.body.toString('utf8'));
    }
    catch (cause) {
        const start = response.body.toString('utf8', 0, 120).replace(/\s+/g, ' ');
        throw new ActionError('request-failed', `${from} answered ${response.status} with something that is not JSON: ${start}`, { cause, hint: 'A proxy or a login page in between often answers with HTML.' });
    }
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(142);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
