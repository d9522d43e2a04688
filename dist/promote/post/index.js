import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 505:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(760);
/* harmony import */ var _src_cloud_login_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(366);
/* harmony import */ var _src_runner_run_action_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(849);
/* harmony import */ var _src_tools_scratch_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(655);





await (0,_src_runner_run_action_js__WEBPACK_IMPORTED_MODULE_3__/* .runPost */ .a)(async (io) => {
    const evidence = io.loadState('evidence-file');
    await Promise.all([
        (0,_src_cloud_login_js__WEBPACK_IMPORTED_MODULE_2__/* .logout */ .r)(io.loadState),
        (0,_src_tools_scratch_js__WEBPACK_IMPORTED_MODULE_4__/* .removeScratch */ .Z)(io.loadState),
        // State comes from the environment of the job: only what is ours by its name.
        (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(evidence).startsWith('evidence-') ? (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(evidence, { force: true }) : undefined,
    ]);
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  r: () => (/* binding */ logout)
});

// UNUSED EXPORTS: login

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
// EXTERNAL MODULE: ./src/errors.js
var errors = __nccwpck_require__(986);
;// CONCATENATED MODULE: ./src/settings/duration.js
const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** A duration as Go and Helm write it (`90s`, `10m`, `1h30m`), for `pattern`. Longer than nothing. */
const DURATION = (/* unused pure expression or super */ null && (String.raw `^(?=.*[1-9])(\d+(\.\d+)?(ms|s|m|h))+$`));
/** The same with days (`7d`), which Go does not have: for ages, never handed to helm. */
const AGE = (/* unused pure expression or super */ null && (String.raw `^(?=.*[1-9])(\d+(\.\d+)?(ms|s|m|h|d))+$`));
/** Milliseconds of a text that matches `DURATION` or `AGE`. */
function duration_milliseconds(text) {
    const parts = text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g);
    return [...parts].reduce((sum, [, count, unit]) => sum + Number(count) * UNITS[unit], 0);
}

;// CONCATENATED MODULE: ./src/settings/define.js



/** Thrown by a parser; `defineInputs` adds the input's name. */
class define_Refusal extends Error {
    hint;
    constructor(message, hint) {
        super(message);
        this.hint = hint;
    }
}
function input(kind, about, parse) {
    return {
        kind,
        description: about.description,
        default: about.required ? '' : (about.default ?? ''),
        required: about.required ?? false,
        inFile: (about.required && about.inFile) ?? false,
        secretsIn: about.secret ? (given) => [given] : () => [],
        parse,
    };
}
function custom(kind, about, parse) {
    if ('default' in about && about.default === '')
        throw new Error('a default of nothing is none: leave it out');
    return input(kind, about, (text) => (text === '' ? undefined : parse(text)));
}
/** Free text; `''` when not given. */
function define_text(about) {
    return input('text', about, (value) => {
        if (value !== '' && about.pattern && !about.pattern.test(value)) {
            throw new define_Refusal(`"${shorten(value)}" is not allowed`, about.allowed);
        }
        return value;
    });
}
/** `true` or `false`, as YAML 1.2 writes them (the rule of @actions/core's getBooleanInput). */
function flag(about) {
    return input('boolean', about, (value) => {
        if (/^(true|True|TRUE)$/.test(value))
            return true;
        if (/^(false|False|FALSE)$/.test(value))
            return false;
        throw new define_Refusal(`"${shorten(value)}" is not a boolean`, 'allowed: true, false');
    });
}
/** One of a fixed set of words. */
function choice(words, about) {
    return input(words.join(' \\| '), about, (value) => {
        const found = words.find((word) => word === value);
        if (found === undefined) {
            throw new define_Refusal(`"${shorten(value)}" is not known`, `allowed: ${words.join(', ')}`);
        }
        return found;
    });
}
/** A duration as Go and Helm write it (`90s`, `10m`, `1h30m`), read into milliseconds. */
function duration(about) {
    return input('duration', about, (value) => {
        if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(value)) {
            throw new define_Refusal(`"${shorten(value)}" is not a duration`, 'write 90s, 10m or 1h30m');
        }
        const total = milliseconds(value);
        if (total <= 0)
            throw new define_Refusal('must be longer than nothing', 'write 90s, 10m or 1h30m');
        return total;
    });
}
/** A whole number within limits. */
function wholeNumber(about) {
    return input('number', about, (value) => {
        const number = Number(value);
        if (!/^\d+$/.test(value) || number < about.min || number > about.max) {
            throw new define_Refusal(`"${shorten(value)}" is not allowed`, `allowed: ${about.min}–${about.max}`);
        }
        return number;
    });
}
/** Several values, one a line; empty lines and `#` comments are left out. */
function lines(about) {
    return list(about, splitLines);
}
/** A list of a kind of your own, `[]` when not given: the parser sees empty text, too. */
function list(about, parse) {
    return input('lines', about, parse);
}
/** Lines with something in them, trimmed, without comments. */
const splitLines = (text) => text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
/** Keeps a definition's exact type, so that `Settings<typeof …>` can be inferred from it. */
function defineInputs(set) {
    return set;
}
/**
 * Reads all inputs into one readonly value.
 * @throws {InputError} with every problem of every input, and between inputs, at once.
 */
function readInputs(set, source, rules = []) {
    const problems = [];
    const values = {};
    for (const [name, definition] of Object.entries(set)) {
        const given = source.read(name).trim();
        const value = given === '' ? definition.default : given;
        for (const secret of definition.secretsIn(given))
            source.mask(secret);
        if (definition.required && value === '') {
            const message = definition.inFile
                ? 'is required: as an input, or by environment and deploy.yml'
                : 'is required';
            problems.push({ input: name, message, hint: definition.description });
            continue;
        }
        try {
            values[camelCase(name)] = definition.parse(value);
        }
        catch (error) {
            if (!(error instanceof define_Refusal))
                throw error;
            problems.push({
                input: name,
                message: error.message,
                ...(error.hint && { hint: error.hint }),
            });
        }
    }
    Object.freeze(values);
    problems.push(...rules.flatMap((rule) => rule(values)));
    if (problems.length > 0)
        throw new InputError(problems);
    return values;
}
/** A value in a message: one line, at most 60 characters (it may be a whole file by mistake). */
function shorten(value) {
    const line = value.replace(/\s+/g, ' ');
    return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

;// CONCATENATED MODULE: external "node:timers/promises"
const external_node_timers_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./src/cloud/credential-cache.js




/** A mint ends within 20 s: an older lock has lost its holder. */
const LOCK_MS = 30_000;
/** What must be left of a cached credential for a process that starts with it. */
const RESERVE_MS = 60_000;
/** The cache of one configuration; another audience is another file. */
function credential_cache_credentialCache(folder, config) {
    const key = createHash('sha256').update(JSON.stringify(config)).digest('hex').slice(0, 16);
    const file = join(folder, `credential-${key}.json`);
    return {
        read: async (now) => {
            const credential = parse(await readFile(file, 'utf8').catch(() => ''));
            if (!credential)
                return undefined;
            // A credential that lives below two minutes (a test's) is used for half its life.
            const reserve = Math.min(RESERVE_MS, credential.livesMs / 2);
            return credential.expiresAt - now > reserve ? credential : undefined;
        },
        write: async (credential) => {
            // Renamed into place: a reader sees a whole credential or none.
            const work = `${file}.${randomUUID()}`;
            await writeFile(work, JSON.stringify(credential), { mode: 0o600, flag: 'wx' });
            await rename(work, file);
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
        await sleep(15);
    try {
        return await body();
    }
    finally {
        await rm(lock, { force: true });
    }
}
async function take(lock) {
    try {
        await writeFile(lock, String(process.pid), { mode: 0o600, flag: 'wx' });
        return true;
    }
    catch (error) {
        if (error.code !== 'EEXIST')
            throw error;
    }
    // Two waiters may both take over from a dead holder: that costs one mint too many, no more.
    if (await abandoned(lock))
        await rm(lock, { force: true });
    return false;
}
async function abandoned(lock) {
    const [pid, made] = await Promise.all([
        readFile(lock, 'utf8').catch(() => ''),
        stat(lock).then((found) => found.mtimeMs, () => Date.now()),
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

;// CONCATENATED MODULE: ./src/cloud/claims.js

/**
 * Reads the claims of a JWT. The signature is not verified: the cluster does that, we only explain.
 * @throws {ActionError} `login-refused` when it is no JWT; the text itself is never shown
 */
function claims_decodeClaims(token) {
    const [, payload = '', ...rest] = token.split('.');
    const claims = rest.length === 1 ? parseObject(payload) : undefined;
    if (typeof claims?.iss !== 'string' ||
        typeof claims.sub !== 'string' ||
        typeof claims.exp !== 'number' ||
        claims.aud === undefined) {
        throw new ActionError('login-refused', 'What came as ID token is not a JWT of an ID token', {
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
function claims_claim(claims, name) {
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
    const owner = claims_claim(claims, 'repository_owner_id');
    const repository = claims_claim(claims, 'repository_id');
    if (!parts || owner === '' || repository === '')
        return undefined;
    return `repo:${parts[1]}@${owner}/${parts[2]}@${repository}${parts[3] ?? ''}`;
}

;// CONCATENATED MODULE: ./src/cloud/expectations.js


/**
 * Events that run with the identity of the base repository although somebody else started them:
 * refused unless they are named. https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/
 */
const UNTRUSTED = (/* unused pure expression or super */ null && (['pull_request_target', 'workflow_run', 'issue_comment']));
/**
 * Refuses a job before its token leaves for the cluster.
 * @throws {ActionError} `login-refused` naming every claim that is not as expected
 */
function expectations_checkExpectations(claims, expected) {
    const mismatches = findMismatches(claims, expected);
    if (mismatches.length === 0)
        return;
    throw new ActionError('login-refused', `This job may not log in; no token was sent to the cluster.\n${mismatches.join('\n')}`, { hint: 'Run it from the right job, or change the expect-… inputs.' });
}
/** One line for each claim that is not as expected. */
function findMismatches(claims, expected) {
    const environment = claim(claims, 'environment');
    const workflow = claim(claims, 'job_workflow_ref');
    const event = claim(claims, 'event_name');
    const found = [];
    if (expected.environment !== '' && environment !== expected.environment) {
        found.push(`expect-environment: the job's environment is ${shown(environment)}, not "${expected.environment}"`);
    }
    if (expected.workflowRef !== '' && !matches(workflow, expected.workflowRef)) {
        found.push(`expect-workflow-ref: job_workflow_ref is ${shown(workflow)}, not "${expected.workflowRef}"`);
    }
    if (expected.events.length > 0 && !expected.events.includes(event)) {
        found.push(`expect-event: the event is ${shown(event)}, not one of ${expected.events.join(', ')}`);
    }
    if (expected.events.length === 0 && UNTRUSTED.includes(event)) {
        found.push(`expect-event: ${event} runs code or data of others with this repository's identity; ` +
            'name it in expect-event if that is meant');
    }
    return found;
}
const shown = (value) => (value === '' ? 'not set' : `"${value}"`);
const matches = (value, pattern) => pattern.endsWith('*') ? value.startsWith(pattern.slice(0, -1)) : value === pattern;

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
function clock_limit(ms, late) {
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
    await (0,external_node_timers_promises_namespaceObject.setTimeout)(ms, undefined, { signal });
    const overslept = Math.max(0, performance.now() - due);
    await (0,external_node_timers_promises_namespaceObject.setTimeout)(Math.min(overslept, ms), undefined, { signal });
    // After a stall timers come before what can be read.
    await (0,external_node_timers_promises_namespaceObject.setImmediate)(undefined, { signal });
}

;// CONCATENATED MODULE: external "node:string_decoder"
const external_node_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");
;// CONCATENATED MODULE: ./src/tools/read-lines.js

/** A line is cut here by default: a child that never ends its line must not fill our memory. */
const LONGEST_LINE = (/* unused pure expression or super */ null && (64 * 1024));
/**
 * Gives each line of a stream (`\n`, `\r\n`, or `\r` as progress bars write it) as soon as it is
 * there, the last one also without its end. What a line has beyond `longest` characters is left out.
 */
function read_lines_readLines(stream, onLine, longest = LONGEST_LINE) {
    const decoder = new StringDecoder('utf8');
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
const request_LONGEST_LINE = (/* unused pure expression or super */ null && (8 * 1024 * 1024));
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
    return new ActionError('request-failed', `${request.method ?? 'GET'} ${where} failed`, { cause });
}
const TRANSIENT = new Set([408, 429, 500, 502, 503, 504]);
/**
 * Sends an idempotent request again on network errors, 408, 429 and 5xx, with growing pauses and
 * jitter; `Retry-After` is honoured where the budget allows it.
 * @returns the last answer, also a transient one when the budget is used up
 * @throws {ActionError} `request-failed` when the last attempt got no answer
 */
async function request_sendWithRetry(send, request, budget = { tries: 4, totalMs: 20_000 }) {
    const end = Date.now() + budget.totalMs;
    for (let attempt = 1;; attempt++) {
        const answer = await send(request).catch((error) => {
            if (!(error instanceof ActionError))
                throw error;
            return error;
        });
        const again = answer instanceof ActionError || TRANSIENT.has(answer.status) || budget.alsoRetry?.(answer);
        const pause = pauseBefore(attempt, answer instanceof ActionError ? undefined : answer);
        if (!again || attempt >= budget.tries || Date.now() + pause > end) {
            if (answer instanceof ActionError)
                throw answer;
            return answer;
        }
        await sleep(pause);
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

;// CONCATENATED MODULE: ./src/cloud/id-token.js



/** Per try; four of them fit into the 20 s that a mint may take. */
const TRY_MS = 4_000;
/**
 * Asks GitHub for an ID token of this job, as @actions/core does, but with a deadline and without
 * following redirects: the request token is worth as much as the cluster's.
 * @throws {ActionError} `login-refused` when this job gets none, `request-failed` when no answer came
 */
async function id_token_mintIdToken(audience, ports) {
    const url = requestUrl(ports.env);
    url.searchParams.set('audience', audience);
    const asked = ports.now();
    const response = await sendWithRetry(ports.send, {
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
        throw new ActionError('login-refused', 'GitHub gives this job no ID token (ACTIONS_ID_TOKEN_REQUEST_URL is not set)', { hint: whyNoToken(env) });
    }
    const url = URL.canParse(given) ? new URL(given) : undefined;
    if (url?.protocol !== 'https:') {
        throw new ActionError('login-refused', 'ACTIONS_ID_TOKEN_REQUEST_URL is not an https address', {
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
        return new ActionError('login-refused', `The ID token endpoint redirects (${status}); redirects are not followed, they would carry the request token away`, { hint: 'A proxy or login page in between answers instead of GitHub.' });
    }
    const said = errorMessage(response);
    return new ActionError('login-refused', `GitHub refused an ID token (${status})${said}`, {
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
    throw new ActionError('login-refused', `The ID token endpoint answered 200 with ${what} instead of {"value": …}`, { hint: 'A proxy or a login page in between often answers with HTML.' });
}
/** `Date` counts whole seconds; below 2 s the difference is the network's, not the clock's. */
function clockAhead(response, asked, ports) {
    const theirs = Date.parse(String(response.headers.date ?? '')) + 500;
    const ahead = Math.round(theirs - (asked + ports.now()) / 2);
    return Number.isNaN(ahead) || Math.abs(ahead) < 2000 ? 0 : ahead;
}

;// CONCATENATED MODULE: ./src/cloud/login-inputs.js


/** How an action reaches its cluster: spread into the `defineInputs` of every action that does. */
const loginInputs = {
    cluster: custom('https://server', {
        description: 'The API server, which trusts GitHub’s ID tokens itself (see docs/login-direct.md). ' +
            'Empty: use the kubeconfig that is there.',
    }, parseCluster),
    audience: define_text({
        description: 'Audience of the ID token, required with `cluster`: one of `issuer.audiences` in the API ' +
            'server’s AuthenticationConfiguration, letter by letter. One per cluster.',
        pattern: /^[\x21-\x7e]{1,255}$/,
        allowed: 'up to 255 visible ASCII characters, no spaces',
    }),
    'server-ca': custom('PEM or path', {
        description: 'Certificate authority of the API server, as PEM text or the path of a file. ' +
            'Empty: the authorities of the system.',
    }, parseServerCa),
    'expect-environment': define_text({
        description: 'Refuse, before a token is sent anywhere, unless the job runs in this GitHub Environment.',
    }),
    'expect-workflow-ref': define_text({
        description: 'Refuse unless the token’s `job_workflow_ref` is this: exact, or with `*` at its end ' +
            '(`acme/platform/.github/workflows/deploy.yml@refs/tags/v*`).',
        pattern: /^[^*\s]+\*?$/,
        allowed: 'OWNER/REPO/PATH@REF, with * only as the last character',
    }),
    'expect-event': lines({
        description: 'Refuse unless the run was started by one of these events, one a line. Not given: every ' +
            'event but `pull_request_target`, `workflow_run` and `issue_comment`.',
    }),
    kubeconfig: define_text({
        description: 'Path of an existing kubeconfig. Empty: `KUBECONFIG`, else `~/.kube/config`.',
    }),
    'kube-context': define_text({
        description: 'Context of the existing kubeconfig. Empty: its current one.',
    }),
};
/**
 * What is wrong between these inputs. A value that could not be read is absent: what depends on it
 * is then not judged.
 */
function login_inputs_checkLogin(given) {
    if (!('cluster' in given))
        return [];
    const problems = [];
    const only = (input, where) => {
        problems.push({
            input,
            message: `is used only ${where}`,
            hint: 'Set the one or leave out the other.',
        });
    };
    if (given.cluster) {
        if (given.audience === '') {
            problems.push({
                input: 'audience',
                message: 'is required with cluster: https://…',
                hint: 'Write one of issuer.audiences of the API server’s AuthenticationConfiguration.',
            });
        }
        if (given.kubeconfig)
            only('kubeconfig', 'without cluster');
        if (given.kubeContext)
            only('kube-context', 'without cluster');
    }
    else {
        if (given.audience)
            only('audience', 'with cluster');
        if (given.serverCa)
            only('server-ca', 'with cluster');
        // An expectation that is not checked would be a lock that is not closed.
        if (given.expectEnvironment)
            only('expect-environment', 'with cluster');
        if (given.expectWorkflowRef)
            only('expect-workflow-ref', 'with cluster');
        if (given.expectEvent?.length)
            only('expect-event', 'with cluster');
    }
    return problems;
}
function parseCluster(value) {
    const allowed = 'allowed: https://server, or empty to use the kubeconfig that is there';
    const url = URL.canParse(value) ? new URL(value) : undefined;
    if (url?.protocol !== 'https:') {
        throw new define_Refusal(`"${value.slice(0, 60)}" is not the address of an API server`, allowed);
    }
    if (url.username || url.password || url.search || url.hash) {
        throw new define_Refusal('may hold host, port and path only', allowed);
    }
    return { provider: 'direct', server: url.href.replace(/\/$/, '') };
}
function parseServerCa(value) {
    if (!value.includes('-----BEGIN'))
        return { file: value };
    return { pem: login_inputs_checkPem(value) };
}
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
/** The certificates of a PEM text. @throws {Refusal} when there is none or one cannot be read */
function login_inputs_checkPem(text) {
    const certificates = text.match(CERTIFICATE) ?? [];
    if (certificates.length === 0) {
        throw new define_Refusal('holds no certificate', 'PEM starts with -----BEGIN CERTIFICATE-----');
    }
    for (const [index, certificate] of certificates.entries()) {
        try {
            new external_node_crypto_.X509Certificate(certificate);
        }
        catch {
            throw new define_Refusal(`certificate ${index + 1} of ${certificates.length} cannot be read`);
        }
    }
    return `${certificates.join('\n')}\n`;
}

;// CONCATENATED MODULE: ./src/cloud/provider.js
/** The API server trusts GitHub itself: the ID token is the credential. */
const direct = async ({ token, claims, clockAheadMs }, now) => {
    const expiresAt = claims.exp * 1000 - clockAheadMs;
    return { token, expiresAt, livesMs: expiresAt - now };
};
const provider_EXCHANGES = { direct };

;// CONCATENATED MODULE: ./src/cloud/login.js













const STATE = 'login-folder';
const FOLDER_PREFIX = 'cluster-login-';
/**
 * Turns the inputs into a kubeconfig: the one that is there, or one of our own whose user is an exec
 * plugin. The first credential is minted here, so that a wrong job ends before a token leaves.
 * @throws {InputError}; {ActionError} `login-refused`, `request-failed`
 */
async function login(settings, ports) {
    const problems = checkLogin(settings);
    if (problems.length > 0)
        throw new InputError(problems);
    return settings.cluster
        ? loginDirect(settings, settings.cluster, ports)
        : existingKubeconfig(settings, ports.env);
}
/** Removes what `login` wrote; for post, which runs also after a cancel. */
async function logout(loadState) {
    const folder = loadState(STATE);
    // State comes from the environment of the job: never remove what is not ours by its name.
    if (!(0,external_node_path_.basename)(folder).startsWith(FOLDER_PREFIX))
        return;
    await (0,promises_.rm)(folder, { recursive: true, force: true });
}
async function loginDirect(settings, cluster, ports) {
    const serverCa = await readServerCa(settings.serverCa);
    const config = { provider: cluster.provider, audience: settings.audience };
    const idToken = await mintIdToken(settings.audience, ports);
    ports.mask(idToken.token);
    warnOfClock(idToken.clockAheadMs, ports.warn);
    checkExpectations(idToken.claims, {
        environment: settings.expectEnvironment,
        workflowRef: settings.expectWorkflowRef,
        events: settings.expectEvent,
    });
    const credential = await EXCHANGES[config.provider](idToken, ports.now());
    ports.mask(credential.token);
    const folder = join(ports.tempFolder, `${FOLDER_PREFIX}${randomUUID()}`);
    ports.saveState(STATE, folder);
    await mkdir(folder, { mode: 0o700 });
    await credentialCache(folder, config).write(credential);
    const write = async (name, text) => {
        const file = join(folder, name);
        await writeFile(file, text, { mode: 0o600, flag: 'wx' });
        return file;
    };
    const configFile = await write('login.json', JSON.stringify(config));
    const kubeconfig = await write('kubeconfig', execKubeconfig({
        server: cluster.server,
        ...(serverCa && { serverCa }),
        nodePath: ports.nodePath,
        args: [ports.credentialScript, configFile],
    }));
    return {
        provider: cluster.provider,
        kubeconfig,
        claims: idToken.claims,
        expiresAt: credential.expiresAt,
        dispose: () => rm(folder, { recursive: true, force: true }),
    };
}
async function readServerCa(source) {
    if (source === undefined || 'pem' in source)
        return source?.pem;
    try {
        return checkPem(await readFile(source.file, 'utf8'));
    }
    catch (error) {
        const message = error instanceof Refusal
            ? `the file ${source.file} ${error.message}`
            : `is neither PEM text nor a file that can be read (${error.code})`;
        throw new InputError([
            { input: 'server-ca', message, hint: 'PEM starts with -----BEGIN CERTIFICATE-----' },
        ]);
    }
}
function warnOfClock(aheadMs, warn) {
    if (Math.abs(aheadMs) < 60_000)
        return;
    const seconds = Math.round(Math.abs(aheadMs) / 1000);
    const side = aheadMs > 0 ? 'behind' : 'ahead of';
    warn(`This runner's clock is ${seconds} s ${side} GitHub's; expiry times are corrected by that.`);
}
function existingKubeconfig(settings, env) {
    const from = settings.kubeconfig ? 'kubeconfig' : env.KUBECONFIG ? 'KUBECONFIG' : 'cluster';
    const file = settings.kubeconfig || env.KUBECONFIG || join(env.HOME ?? homedir(), '.kube', 'config');
    const hint = 'Give cluster: https://… to log in over OIDC, or kubeconfig: PATH.';
    if (existsSync(file)) {
        return {
            provider: 'kubeconfig',
            kubeconfig: file,
            ...(settings.kubeContext && { context: settings.kubeContext }),
            dispose: async () => { },
        };
    }
    if (from === 'KUBECONFIG' && file.includes(':')) {
        throw new InputError([
            {
                input: 'kubeconfig',
                message: 'KUBECONFIG names several files; one is needed',
                hint: 'Merge them in a step before: kubectl config view --flatten --raw > FILE',
            },
        ]);
    }
    const message = {
        kubeconfig: `there is no file ${file}`,
        KUBECONFIG: `KUBECONFIG names ${file}, which does not exist`,
        cluster: `is empty, and there is no kubeconfig at ${file}`,
    }[from];
    throw new InputError([{ input: from === 'cluster' ? 'cluster' : 'kubeconfig', message, hint }]);
}


/***/ }),

/***/ 986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Uc: () => (/* binding */ describeError)
/* harmony export */ });
/* unused harmony exports ActionError, describeProblem, InputError, ChecksError */
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

/***/ 849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  a: () => (/* binding */ runPost)
});

// UNUSED EXPORTS: runAction

// EXTERNAL MODULE: ./src/errors.js
var errors = __nccwpck_require__(986);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(161);
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_namespaceObject.appendFileSync(filePath, `${toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return file_command_issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    command_issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_namespaceObject.EOL);
    command_issueCommand('set-output', { name }, toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_namespaceObject.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_namespaceObject.constants.R_OK | external_fs_namespaceObject.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_namespaceObject.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./src/domain/inert.js
const [ESCAPE, BELL] = [0x1b, 0x07].map((code) => String.fromCodePoint(code));
/** Terminal control sequences: colours (CSI), titles and links (OSC), and single escapes. */
const TERMINAL = new RegExp(`${ESCAPE}(?:\\[[0-9;:?<=>]*[ -/]*[@-~]|\\][^${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\\\)?|[ -~]?)`, 'g');
/** What shows nothing but may hide something: control characters, joiners, direction marks. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/**
 * Somebody else's text as one line of plain characters: no terminal sequences, no invisible
 * characters, line ends as ` ⏎ `.
 */
const plainLine = (text) => text
    .replace(TERMINAL, '')
    .replace(/^[\r\n]+|\s+$/g, '')
    .replace(/\s*(?:\r\n|[\r\n\u2028\u2029])\s*/g, ' ⏎ ')
    .replaceAll('\t', '  ')
    .replace(INVISIBLE, '');
/**
 * Text that the runner prints and never obeys. A line may be a workflow command of the old form
 * (`##[error]…`) from anywhere in it, of the new form (`::error::…`) at its start; a lone carriage
 * return ends a line there, and the search ignores invisible characters (it is culture-sensitive).
 * Source: actions/runner, `src/Runner.Common/ActionCommand.cs`.
 */
const inert = (text) => text
    .replace(TERMINAL, '')
    .split(/\r\n|[\r\n]/)
    .map((line) => line
    .replaceAll('\t', '  ')
    .replace(INVISIBLE, '')
    .replaceAll('##[', '## [')
    .replace(/^(\s*):(?=:)/, '$1: '))
    .join('\n');

;// CONCATENATED MODULE: ./src/runner/io.js



const SUMMARY_LIMIT = 1024 * 1024 - 1024;
const io_runnerIo = (cancelled) => ({
    cancelled,
    env: process.env,
    tempFolder: process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(),
    read: (name) => getInput(name),
    mask: (secret) => maskEverywhere(secret),
    info: (line) => info(inert(line)),
    warn: (text) => warning(text),
    annotate: (level, text, { title, place } = {}) => {
        const write = { error: error, warning: warning, notice: notice }[level];
        write(text, {
            ...(title !== undefined && { title }),
            ...(place && { file: place.file, startLine: place.line, startColumn: place.column }),
        });
    },
    group: (title, body) => group(title, body),
    output: (name, value) => setOutput(name, value),
    summary: async (markdown) => {
        const bytes = Buffer.from(markdown);
        const whole = bytes.length <= SUMMARY_LIMIT;
        const shown = whole ? markdown : `${bytes.toString('utf8', 0, SUMMARY_LIMIT)}\n\n… cut here.`;
        await summary.addRaw(shown, true).write();
    },
    saveState: (name, value) => saveState(name, value),
    loadState: (name) => getState(name),
    exportVariable: (name, value) => exportVariable(name, value),
});
/**
 * Masks a secret with its lines and the encodings it is likely to appear in. Strings below 8
 * characters are not masked: a mask on `1` blanks the log and makes GitHub drop outputs.
 */
function maskEverywhere(secret) {
    const forms = new Set([secret, ...secret.split(/\r?\n/)].map((form) => form.trim()));
    for (const form of [...forms]) {
        forms.add(Buffer.from(form).toString('base64'));
        forms.add(encodeURIComponent(form));
        forms.add(JSON.stringify(form).slice(1, -1));
    }
    // A text of many lines is not masked as one: the runner would mask each line, `}` and `-` too.
    for (const form of forms)
        if (form.length >= 8 && !/[\r\n]/.test(form))
            setSecret(form);
}

;// CONCATENATED MODULE: ./src/runner/run-action.js


/** GitHub shows 10 errors per step; one place is kept for "and N more". */
const SHOWN = 9;
/**
 * Runs the main of an action: whatever it throws becomes clear annotations and a red step. The
 * process ends by itself when nothing is left to do; a leftover handle would be a bug worth seeing.
 * On a cancel GitHub sends SIGINT, after 7.5 s SIGTERM, after 2.5 s more SIGKILL: the first aborts
 * `io.cancelled`, so that main can end its children well; the second ends us at once.
 */
async function runAction(main) {
    const cancel = new AbortController();
    const io = runnerIo(cancel.signal);
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => {
            if (cancel.signal.aborted)
                process.exit(1);
            cancel.abort();
        });
    }
    try {
        await main(io);
    }
    catch (error) {
        process.exitCode = 1;
        annotateFailure(io, error);
    }
}
/** Runs a post step: a clean-up that fails warns, it never turns a green job red. */
async function runPost(post) {
    const io = io_runnerIo(new AbortController().signal);
    try {
        await post(io);
    }
    catch (error) {
        io.annotate('warning', `Clean-up was not complete: ${(0,errors/* describeError */.Uc)(error)}`);
    }
}
function annotateFailure(io, error) {
    if (error instanceof AggregateError) {
        for (const one of error.errors.slice(0, SHOWN))
            annotateFailure(io, one);
    }
    else if (error instanceof InputError) {
        annotateAll(io, error.problems.map(ofInput));
    }
    else if (error instanceof ChecksError) {
        annotateAll(io, error.problems.map(({ title, message, hint }) => ({ title, text: withHint(message, hint) })));
    }
    else if (error instanceof ActionError) {
        io.annotate('error', withHint(describeError(error), error.hint), { title: error.code });
    }
    else {
        io.annotate('error', `A defect in deploy-actions, please report it: ${describeError(error)}`);
        if (error instanceof Error)
            io.info(error.stack ?? '');
    }
}
/** One annotation each; what GitHub would not show any more is folded into one. */
function annotateAll(io, problems) {
    for (const { title, text, place } of problems.slice(0, SHOWN)) {
        io.annotate('error', text, { title, ...(place && { place }) });
    }
    const rest = problems.slice(SHOWN);
    if (!rest[0])
        return;
    const texts = rest.map(({ text }) => text).join('\n');
    io.annotate('error', `and ${rest.length} more:\n${texts}`, { title: rest[0].title });
}
function ofInput(problem) {
    const { place } = problem;
    const text = `${place ? '' : 'Input '}${describeProblem(problem)}`;
    return {
        title: place ? 'Invalid configuration' : 'Invalid input',
        text: withHint(text, problem.hint),
        ...(place && { place }),
    };
}
const withHint = (message, hint) => hint === undefined || hint === '' ? message : `${message}\n→ ${hint}`;


/***/ }),

/***/ 655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ removeScratch)
/* harmony export */ });
/* unused harmony export makeScratch */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(760);



const STATE = 'scratch-folder';
const PREFIX = 'deploy-actions-';
/**
 * A private folder (0700) below RUNNER_TEMP for sockets and caches of this step. It is written to
 * the state before it is made, so that `removeScratch` in post finds it also after a cancel.
 */
async function makeScratch(tempFolder, saveState) {
    const folder = join(tempFolder, `${PREFIX}${randomUUID().slice(0, 8)}`);
    saveState(STATE, folder);
    await mkdir(folder, { mode: 0o700 });
    return folder;
}
/** Removes what `makeScratch` made; state comes from the job's environment, so the name is checked. */
async function removeScratch(loadState) {
    const folder = loadState(STATE);
    if (!(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(folder).startsWith(PREFIX))
        return;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(folder, { recursive: true, force: true });
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
/******/ var __webpack_exports__ = __nccwpck_require__(505);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
