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

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  H: () => (/* binding */ removeBundle)
});

// UNUSED EXPORTS: writeBundle

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
// EXTERNAL MODULE: ./src/errors.js
var errors = __nccwpck_require__(986);
;// CONCATENATED MODULE: ./src/domain/image-ref.js

const HUB = 'docker.io';
const HOST = /^(?:\[[0-9a-fA-F:]+\]|[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*)(?::\d{1,5})?$/;
const PATH_PART = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
/** Of `host/path`, https://github.com/distribution/reference/blob/main/reference.go */
const NAME_LIMIT = 255;
const isTag = (text) => TAG.test(text);
const image_ref_isDigest = (text) => DIGEST.test(text);
/**
 * Reads `[host/]path[:tag][@digest]` by the rules of docker: without a host it is Docker Hub, and
 * there a single name is below `library/`. @throws {ActionError} `invalid-input`
 */
function parseImageRef(text) {
    if (text.includes('://'))
        throw refused(text, `leave "${text.split('://')[0]}://" out`);
    const [beforeDigest = '', digest, ...more] = text.split('@');
    if (more.length > 0 || (digest !== undefined && !image_ref_isDigest(digest))) {
        throw refused(text, 'a digest is sha256: and 64 hex digits');
    }
    // A colon before the last slash belongs to the host's port.
    const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1);
    const name = colon < 0 ? beforeDigest : beforeDigest.slice(0, colon);
    const tag = colon < 0 ? undefined : beforeDigest.slice(colon + 1);
    if (tag !== undefined && !isTag(tag)) {
        throw refused(text, 'a tag has up to 128 of A-Z a-z 0-9 _ . - and starts with none of . -');
    }
    return {
        ...splitName(name, text),
        ...(tag !== undefined && { tag }),
        ...(digest !== undefined && { digest }),
    };
}
/** Reads `[host/]path`; a tag or a digest is refused. @throws {ActionError} `invalid-input` */
function parseRepository(text) {
    const { host, path, tag, digest } = parseImageRef(text);
    if (tag !== undefined)
        throw refused(text, `leave the tag ":${tag}" out`);
    if (digest !== undefined)
        throw refused(text, 'leave the digest out');
    return { host, path };
}
/** `ghcr.io/acme/shop/api`, with the host always written out. */
const formatRepository = ({ host, path }) => `${host}/${path}`;
/** `repository[:tag][@digest]`. */
const formatImageRef = (ref) => `${formatRepository(ref)}${ref.tag === undefined ? '' : `:${ref.tag}`}${ref.digest === undefined ? '' : `@${ref.digest}`}`;
function splitName(name, text) {
    const slash = name.indexOf('/');
    const first = name.slice(0, Math.max(slash, 0));
    const isHost = /[.:[]/.test(first) || first === 'localhost' || first !== first.toLowerCase();
    const host = isHost ? hubName(first) : HUB;
    const below = isHost ? name.slice(slash + 1) : name;
    const path = host === HUB && !below.includes('/') ? `library/${below}` : below;
    if (!HOST.test(host))
        throw refused(text, `"${host}" is not a registry's host`);
    if (!path.split('/').every((part) => PATH_PART.test(part))) {
        const lower = path.toLowerCase() !== path ? ` (write it in lower case)` : '';
        throw refused(text, `"${path}" is not a repository path${lower}`);
    }
    if (host.length + 1 + path.length > NAME_LIMIT) {
        throw refused(text, `longer than ${NAME_LIMIT} characters`);
    }
    return { host, path };
}
const hubName = (host) => (host === 'index.docker.io' ? HUB : host);
const refused = (text, why) => new ActionError('invalid-input', `"${text}" is not an image reference: ${why}`, {
    hint: 'write it like ghcr.io/acme/shop/api',
});

;// CONCATENATED MODULE: ./src/domain/bundle.js



const ID = /^bdl-[0-9a-f]{16}$/;
const HASH = /^([0-9a-f]{40}|[0-9a-f]{64})$/;
const NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;
const isBundleId = (text) => ID.test(text);
/**
 * The text whose hash is the id: tree, images by name, chart. Repositories and references are left
 * out: a copy of an image in another registry is the same content.
 */
function canonicalBundle(content) {
    const images = Object.entries(content.images)
        .map(([name, image]) => `image ${name} ${image.digest}`)
        .sort((a, b) => (a < b ? -1 : 1));
    return [`tree ${content.tree}`, ...images, `chart ${content.chart.digest}`, ''].join('\n');
}
/** `bdl-` and the first 16 hex digits of the sha256 over the canonical form. */
const bundleId = (content) => `bdl-${createHash('sha256').update(canonicalBundle(content)).digest('hex').slice(0, 16)}`;
/** @throws {ActionError} `bundle-invalid` with everything that is wrong with the content */
function createBundle(content) {
    const problems = problemsOf(content);
    if (problems.length > 0) {
        throw new ActionError('bundle-invalid', `This is no bundle: ${problems.join('; ')}`);
    }
    const { repository, commit, tree, images, chart, config } = content;
    const sorted = Object.entries(images).sort(([a], [b]) => (a < b ? -1 : 1));
    return {
        schema: 1,
        id: bundleId(content),
        repository,
        commit,
        tree,
        images: Object.fromEntries(sorted.map(([name, image]) => [name, { repository: image.repository, digest: image.digest }])),
        chart: { ref: chart.ref, digest: chart.digest },
        config,
    };
}
/** One line of JSON; the same bundle gives the same bytes. */
const bundle_formatBundle = (bundle) => JSON.stringify(bundle);
/**
 * Reads a bundle out of JSON or out of a record's payload and computes its id again: a body that was
 * changed on its way is refused. @throws {ActionError} `bundle-invalid`
 */
function parseBundle(given) {
    const value = typeof given === 'string' ? fromText(given) : given;
    const { schema, id, ...content } = (value ?? {});
    if (schema !== 1) {
        throw new ActionError('bundle-invalid', `This is no bundle: schema is ${show(schema)}, not 1`, {
            hint: 'Give the id (bdl-…), or the JSON that the build wrote.',
        });
    }
    const bundle = createBundle(content);
    if (bundle.id !== id) {
        throw new ActionError('bundle-invalid', `The bundle says it is ${show(id)}, but its content is ${bundle.id}`, { hint: 'Its images, chart or tree were changed after the build: build it again.' });
    }
    return bundle;
}
function fromText(text) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new ActionError('bundle-invalid', 'The bundle is not JSON', {
            cause,
            hint: 'Outputs that hold a masked string arrive empty or cut: pass the id between jobs.',
        });
    }
}
function problemsOf(content) {
    const { repository, commit, tree, images, chart, config } = content;
    const named = Object.entries(images ?? {});
    return [
        ...(/^[^/\s]+\/[^/\s]+$/.test(String(repository)) ? [] : ['repository is not owner/name']),
        ...(HASH.test(String(commit)) ? [] : ['commit is not a commit’s hash']),
        ...(HASH.test(String(tree)) ? [] : ['tree is not a tree’s hash']),
        ...(named.length > 0 ? [] : ['it has no images']),
        ...named.flatMap(([name, image]) => imageProblems(name, image)),
        ...(isDigest(String(chart?.digest)) ? [] : ['chart.digest is not sha256:…']),
        ...(typeof chart?.ref === 'string' && chart.ref !== '' ? [] : ['chart.ref is missing']),
        ...(isDigest(String(config)) ? [] : ['config is not sha256:…']),
    ];
}
const imageProblems = (name, image) => [
    ...(NAME.test(name) ? [] : [`"${name}" is not an image’s name`]),
    ...(isDigest(String(image?.digest)) ? [] : [`image ${name} has no digest`]),
    ...(typeof image?.repository === 'string' && image.repository !== ''
        ? []
        : [`image ${name} has no repository`]),
];
const show = (value) => (value === undefined ? 'missing' : JSON.stringify(value));

;// CONCATENATED MODULE: ./actions/build-image/bundle-file.js



const STATE = 'bundle-file';
const PREFIX = 'bundle-bdl-';
/** Writes the bundle for later steps of the job. @returns its path */
async function writeBundle(bundle, ports) {
    const path = join(ports.tempFolder, `bundle-${bundle.id}.json`);
    ports.saveState(STATE, path);
    await writeFile(path, `${formatBundle(bundle)}\n`);
    return path;
}
/** Removes it in post; state comes from the job's environment, so the name is checked. */
async function removeBundle(loadState) {
    const path = loadState(STATE);
    if ((0,external_node_path_.basename)(path).startsWith(PREFIX))
        await (0,promises_.rm)(path, { force: true });
}


/***/ }),

/***/ 925:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _src_runner_run_action_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(872);
/* harmony import */ var _src_tools_scratch_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(655);
/* harmony import */ var _bundle_file_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(648);



await (0,_src_runner_run_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runPost */ .a)(async (io) => {
    await Promise.all([(0,_src_tools_scratch_js__WEBPACK_IMPORTED_MODULE_1__/* .removeScratch */ .Z)(io.loadState), (0,_bundle_file_js__WEBPACK_IMPORTED_MODULE_2__/* .removeBundle */ .H)(io.loadState)]);
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

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

/***/ 872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  a: () => (/* binding */ runPost)
});

// UNUSED EXPORTS: runAction

// EXTERNAL MODULE: ./src/errors.js
var errors = __nccwpck_require__(986);
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
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
    tempFolder: process.env.RUNNER_TEMP ?? (0,external_node_os_namespaceObject.tmpdir)(),
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
/******/ var __webpack_exports__ = __nccwpck_require__(925);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
