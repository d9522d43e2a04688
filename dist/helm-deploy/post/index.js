import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 6745:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var Scalar = __nccwpck_require__(4305);
var YAMLMap = __nccwpck_require__(2938);
var YAMLSeq = __nccwpck_require__(3571);
var resolveBlockMap = __nccwpck_require__(619);
var resolveBlockSeq = __nccwpck_require__(1610);
var resolveFlowCollection = __nccwpck_require__(562);

function resolveCollection(CN, ctx, token, onError, tagName, tag) {
    const coll = token.type === 'block-map'
        ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag)
        : token.type === 'block-seq'
            ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag)
            : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
    const Coll = coll.constructor;
    // If we got a tagName matching the class, or the tag name is '!',
    // then use the tagName from the node class used to create it.
    if (tagName === '!' || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
    }
    if (tagName)
        coll.tag = tagName;
    return coll;
}
function composeCollection(CN, ctx, token, props, onError) {
    const tagToken = props.tag;
    const tagName = !tagToken
        ? null
        : ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg));
    if (token.type === 'block-seq') {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken
            ? anchor.offset > tagToken.offset
                ? anchor
                : tagToken
            : (anchor ?? tagToken);
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
            const message = 'Missing newline after block sequence props';
            onError(lastProp, 'MISSING_CHAR', message);
        }
    }
    const expType = token.type === 'block-map'
        ? 'map'
        : token.type === 'block-seq'
            ? 'seq'
            : token.start.source === '{'
                ? 'map'
                : 'seq';
    // shortcut: check if it's a generic YAMLMap or YAMLSeq
    // before jumping into the custom tag logic.
    if (!tagToken ||
        !tagName ||
        tagName === '!' ||
        (tagName === YAMLMap.YAMLMap.tagName && expType === 'map') ||
        (tagName === YAMLSeq.YAMLSeq.tagName && expType === 'seq')) {
        return resolveCollection(CN, ctx, token, onError, tagName);
    }
    let tag = ctx.schema.tags.find(t => t.tag === tagName && t.collection === expType);
    if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
            ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
            tag = kt;
        }
        else {
            if (kt) {
                onError(tagToken, 'BAD_COLLECTION_TYPE', `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? 'scalar'}`, true);
            }
            else {
                onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, true);
            }
            return resolveCollection(CN, ctx, token, onError, tagName);
        }
    }
    const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
    const res = tag.resolve?.(coll, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg), ctx.options) ?? coll;
    const node = identity.isNode(res)
        ? res
        : new Scalar.Scalar(res);
    node.range = coll.range;
    node.tag = tagName;
    if (tag?.format)
        node.format = tag.format;
    return node;
}

exports.composeCollection = composeCollection;


/***/ }),

/***/ 6183:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Document = __nccwpck_require__(7977);
var composeNode = __nccwpck_require__(413);
var resolveEnd = __nccwpck_require__(2368);
var resolveProps = __nccwpck_require__(6715);

function composeDoc(options, directives, { offset, start, value, end }, onError) {
    const opts = Object.assign({ _directives: directives }, options);
    const doc = new Document.Document(undefined, opts);
    const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
    };
    const props = resolveProps.resolveProps(start, {
        indicator: 'doc-start',
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
    });
    if (props.found) {
        doc.directives.docStart = true;
        if (value &&
            (value.type === 'block-map' || value.type === 'block-seq') &&
            !props.hasNewline)
            onError(props.end, 'MISSING_CHAR', 'Block collection cannot start on same line with directives-end marker');
    }
    // @ts-expect-error If Contents is set, let's trust the user
    doc.contents = value
        ? composeNode.composeNode(ctx, value, props, onError)
        : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
    const contentEnd = doc.contents.range[2];
    const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
    if (re.comment)
        doc.comment = re.comment;
    doc.range = [offset, contentEnd, re.offset];
    return doc;
}

exports.composeDoc = composeDoc;


/***/ }),

/***/ 413:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(5525);
var identity = __nccwpck_require__(1891);
var composeCollection = __nccwpck_require__(6745);
var composeScalar = __nccwpck_require__(1337);
var resolveEnd = __nccwpck_require__(2368);
var utilEmptyScalarPosition = __nccwpck_require__(6827);

const CN = { composeNode, composeEmptyNode };
function composeNode(ctx, token, props, onError) {
    const atKey = ctx.atKey;
    const { spaceBefore, comment, anchor, tag } = props;
    let node;
    let isSrcToken = true;
    switch (token.type) {
        case 'alias':
            node = composeAlias(ctx, token, onError);
            if (anchor || tag)
                onError(token, 'ALIAS_PROPS', 'An alias node must not specify any properties');
            break;
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'block-scalar':
            node = composeScalar.composeScalar(ctx, token, tag, onError);
            if (anchor)
                node.anchor = anchor.source.substring(1);
            break;
        case 'block-map':
        case 'block-seq':
        case 'flow-collection':
            try {
                node = composeCollection.composeCollection(CN, ctx, token, props, onError);
                if (anchor)
                    node.anchor = anchor.source.substring(1);
            }
            catch (error) {
                // Almost certainly here due to a stack overflow
                const message = error instanceof Error ? error.message : String(error);
                onError(token, 'RESOURCE_EXHAUSTION', message);
            }
            break;
        default: {
            const message = token.type === 'error'
                ? token.message
                : `Unsupported token (type: ${token.type})`;
            onError(token, 'UNEXPECTED_TOKEN', message);
            isSrcToken = false;
        }
    }
    node ?? (node = composeEmptyNode(ctx, token.offset, undefined, null, props, onError));
    if (anchor && node.anchor === '')
        onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    if (atKey &&
        ctx.options.stringKeys &&
        (!identity.isScalar(node) ||
            typeof node.value !== 'string' ||
            (node.tag && node.tag !== 'tag:yaml.org,2002:str'))) {
        const msg = 'With stringKeys, all keys must be strings';
        onError(tag ?? token, 'NON_STRING_KEY', msg);
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        if (token.type === 'scalar' && token.source === '')
            node.comment = comment;
        else
            node.commentBefore = comment;
    }
    // @ts-expect-error Type checking misses meaning of isSrcToken
    if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
    return node;
}
function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
    const token = {
        type: 'scalar',
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ''
    };
    const node = composeScalar.composeScalar(ctx, token, tag, onError);
    if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === '')
            onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        node.comment = comment;
        node.range[2] = end;
    }
    return node;
}
function composeAlias({ options }, { offset, source, end }, onError) {
    const alias = new Alias.Alias(source.substring(1));
    if (alias.source === '')
        onError(offset, 'BAD_ALIAS', 'Alias cannot be an empty string');
    if (alias.source.endsWith(':'))
        onError(offset + source.length - 1, 'BAD_ALIAS', 'Alias ending in : is ambiguous', true);
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
    alias.range = [offset, valueEnd, re.offset];
    if (re.comment)
        alias.comment = re.comment;
    return alias;
}

exports.composeEmptyNode = composeEmptyNode;
exports.composeNode = composeNode;


/***/ }),

/***/ 1337:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var Scalar = __nccwpck_require__(4305);
var resolveBlockScalar = __nccwpck_require__(293);
var resolveFlowScalar = __nccwpck_require__(7686);

function composeScalar(ctx, token, tagToken, onError) {
    const { value, type, comment, range } = token.type === 'block-scalar'
        ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError)
        : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
    const tagName = tagToken
        ? ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg))
        : null;
    let tag;
    if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
    }
    else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
    else if (token.type === 'scalar')
        tag = findScalarTagByTest(ctx, value, token, onError);
    else
        tag = ctx.schema[identity.SCALAR];
    let scalar;
    try {
        const res = tag.resolve(value, msg => onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
    }
    catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg);
        scalar = new Scalar.Scalar(value);
    }
    scalar.range = range;
    scalar.source = value;
    if (type)
        scalar.type = type;
    if (tagName)
        scalar.tag = tagName;
    if (tag.format)
        scalar.format = tag.format;
    if (comment)
        scalar.comment = comment;
    return scalar;
}
function findScalarTagByName(schema, value, tagName, tagToken, onError) {
    if (tagName === '!')
        return schema[identity.SCALAR]; // non-specific tag
    const matchWithTest = [];
    for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
            if (tag.default && tag.test)
                matchWithTest.push(tag);
            else
                return tag;
        }
    }
    for (const tag of matchWithTest)
        if (tag.test?.test(value))
            return tag;
    const kt = schema.knownTags[tagName];
    if (kt && !kt.collection) {
        // Ensure that the known tag is available for stringifying,
        // but does not get used by default.
        schema.tags.push(Object.assign({}, kt, { default: false, test: undefined }));
        return kt;
    }
    onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, tagName !== 'tag:yaml.org,2002:str');
    return schema[identity.SCALAR];
}
function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
    const tag = schema.tags.find(tag => (tag.default === true || (atKey && tag.default === 'key')) &&
        tag.test?.test(value)) || schema[identity.SCALAR];
    if (schema.compat) {
        const compat = schema.compat.find(tag => tag.default && tag.test?.test(value)) ??
            schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
            const ts = directives.tagString(tag.tag);
            const cs = directives.tagString(compat.tag);
            const msg = `Value may be parsed as either ${ts} or ${cs}`;
            onError(token, 'TAG_RESOLVE_FAILED', msg, true);
        }
    }
    return tag;
}

exports.composeScalar = composeScalar;


/***/ }),

/***/ 4260:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var directives = __nccwpck_require__(9082);
var Document = __nccwpck_require__(7977);
var errors = __nccwpck_require__(7460);
var identity = __nccwpck_require__(1891);
var composeDoc = __nccwpck_require__(6183);
var resolveEnd = __nccwpck_require__(2368);

function getErrorPos(src) {
    if (typeof src === 'number')
        return [src, src + 1];
    if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
    const { offset, source } = src;
    return [offset, offset + (typeof source === 'string' ? source.length : 1)];
}
function parsePrelude(prelude) {
    let comment = '';
    let atComment = false;
    let afterEmptyLine = false;
    for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
            case '#':
                comment +=
                    (comment === '' ? '' : afterEmptyLine ? '\n\n' : '\n') +
                        (source.substring(1) || ' ');
                atComment = true;
                afterEmptyLine = false;
                break;
            case '%':
                if (prelude[i + 1]?.[0] !== '#')
                    i += 1;
                atComment = false;
                break;
            default:
                // This may be wrong after doc-end, but in that case it doesn't matter
                if (!atComment)
                    afterEmptyLine = true;
                atComment = false;
        }
    }
    return { comment, afterEmptyLine };
}
/**
 * Compose a stream of CST nodes into a stream of YAML Documents.
 *
 * ```ts
 * import { Composer, Parser } from 'yaml'
 *
 * const src: string = ...
 * const tokens = new Parser().parse(src)
 * const docs = new Composer().compose(tokens)
 * ```
 */
class Composer {
    constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
            const pos = getErrorPos(source);
            if (warning)
                this.warnings.push(new errors.YAMLWarning(pos, code, message));
            else
                this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        this.directives = new directives.Directives({ version: options.version || '1.2' });
        this.options = options;
    }
    decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        //console.log({ dc: doc.comment, prelude, comment })
        if (comment) {
            const dc = doc.contents;
            if (afterDoc) {
                doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
            }
            else if (afterEmptyLine || doc.directives.docStart || !dc) {
                doc.commentBefore = comment;
            }
            else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
                let it = dc.items[0];
                if (identity.isPair(it))
                    it = it.key;
                const cb = it.commentBefore;
                it.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
            else {
                const cb = dc.commentBefore;
                dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
        }
        if (afterDoc) {
            for (let i = 0; i < this.errors.length; ++i)
                doc.errors.push(this.errors[i]);
            for (let i = 0; i < this.warnings.length; ++i)
                doc.warnings.push(this.warnings[i]);
        }
        else {
            doc.errors = this.errors;
            doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
    }
    /**
     * Current stream status information.
     *
     * Mostly useful at the end of input for an empty stream.
     */
    streamInfo() {
        return {
            comment: parsePrelude(this.prelude).comment,
            directives: this.directives,
            errors: this.errors,
            warnings: this.warnings
        };
    }
    /**
     * Compose tokens into documents.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
            yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
    }
    /** Advance the composer by one CST token. */
    *next(token) {
        if (node_process.env.LOG_STREAM)
            console.dir(token, { depth: null });
        switch (token.type) {
            case 'directive':
                this.directives.add(token.source, (offset, message, warning) => {
                    const pos = getErrorPos(token);
                    pos[0] += offset;
                    this.onError(pos, 'BAD_DIRECTIVE', message, warning);
                });
                this.prelude.push(token.source);
                this.atDirectives = true;
                break;
            case 'document': {
                const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
                if (this.atDirectives && !doc.directives.docStart)
                    this.onError(token, 'MISSING_CHAR', 'Missing directives-end/doc-start indicator line');
                this.decorate(doc, false);
                if (this.doc)
                    yield this.doc;
                this.doc = doc;
                this.atDirectives = false;
                break;
            }
            case 'byte-order-mark':
            case 'space':
                break;
            case 'comment':
            case 'newline':
                this.prelude.push(token.source);
                break;
            case 'error': {
                const msg = token.source
                    ? `${token.message}: ${JSON.stringify(token.source)}`
                    : token.message;
                const error = new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg);
                if (this.atDirectives || !this.doc)
                    this.errors.push(error);
                else
                    this.doc.errors.push(error);
                break;
            }
            case 'doc-end': {
                if (!this.doc) {
                    const msg = 'Unexpected doc-end without preceding document';
                    this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg));
                    break;
                }
                this.doc.directives.docEnd = true;
                const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
                this.decorate(this.doc, true);
                if (end.comment) {
                    const dc = this.doc.comment;
                    this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
                }
                this.doc.range[2] = end.offset;
                break;
            }
            default:
                this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', `Unsupported token ${token.type}`));
        }
    }
    /**
     * Call at end of input to yield any remaining document.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
            this.decorate(this.doc, true);
            yield this.doc;
            this.doc = null;
        }
        else if (forceDoc) {
            const opts = Object.assign({ _directives: this.directives }, this.options);
            const doc = new Document.Document(undefined, opts);
            if (this.atDirectives)
                this.onError(endOffset, 'MISSING_CHAR', 'Missing directives-end indicator line');
            doc.range = [0, endOffset, endOffset];
            this.decorate(doc, false);
            yield doc;
        }
    }
}

exports.Composer = Composer;


/***/ }),

/***/ 619:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Pair = __nccwpck_require__(5153);
var YAMLMap = __nccwpck_require__(2938);
var resolveProps = __nccwpck_require__(6715);
var utilContainsNewline = __nccwpck_require__(3151);
var utilFlowIndentCheck = __nccwpck_require__(7319);
var utilMapIncludes = __nccwpck_require__(8279);

const startColMsg = 'All mapping items must start at the same column';
function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
    const map = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    let offset = bm.offset;
    let commentEnd = null;
    for (const collItem of bm.items) {
        const { start, key, sep, value } = collItem;
        // key properties
        const keyProps = resolveProps.resolveProps(start, {
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: bm.indent,
            startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
            if (key) {
                if (key.type === 'block-seq')
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'A block sequence may not be used as an implicit map key');
                else if ('indent' in key && key.indent !== bm.indent)
                    onError(offset, 'BAD_INDENT', startColMsg);
            }
            if (!keyProps.anchor && !keyProps.tag && !sep) {
                commentEnd = keyProps.end;
                if (keyProps.comment) {
                    if (map.comment)
                        map.comment += '\n' + keyProps.comment;
                    else
                        map.comment = keyProps.comment;
                }
                continue;
            }
            if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
                onError(key ?? start[start.length - 1], 'MULTILINE_IMPLICIT_KEY', 'Implicit keys need to be on a single line');
            }
        }
        else if (keyProps.found?.indent !== bm.indent) {
            onError(offset, 'BAD_INDENT', startColMsg);
        }
        // key value
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key
            ? composeNode(ctx, key, keyProps, onError)
            : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
            onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
        // value properties
        const valueProps = resolveProps.resolveProps(sep ?? [], {
            indicator: 'map-value-ind',
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: bm.indent,
            startOnNewline: !key || key.type === 'block-scalar'
        });
        offset = valueProps.end;
        if (valueProps.found) {
            if (implicitKey) {
                if (value?.type === 'block-map' && !valueProps.hasNewline)
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'Nested mappings are not allowed in compact mappings');
                if (ctx.options.strict &&
                    keyProps.start < valueProps.found.offset - 1024)
                    onError(keyNode.range, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit block mapping key');
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
            if (ctx.schema.compat)
                utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
            offset = valueNode.range[2];
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
        else {
            // key with no value
            if (implicitKey)
                onError(keyNode.range, 'MISSING_CHAR', 'Implicit map keys need to be followed by map values');
            if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
    }
    if (commentEnd && commentEnd < offset)
        onError(commentEnd, 'IMPOSSIBLE', 'Map comment with trailing content');
    map.range = [bm.offset, offset, commentEnd ?? offset];
    return map;
}

exports.resolveBlockMap = resolveBlockMap;


/***/ }),

/***/ 293:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(4305);

function resolveBlockScalar(ctx, scalar, onError) {
    const start = scalar.offset;
    const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
    if (!header)
        return { value: '', type: null, comment: '', range: [start, start, start] };
    const type = header.mode === '>' ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
    const lines = scalar.source ? splitLines(scalar.source) : [];
    // determine the end of content & start of chomping
    let chompStart = lines.length;
    for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === '' || content === '\r')
            chompStart = i;
        else
            break;
    }
    // shortcut for empty contents
    if (chompStart === 0) {
        const value = header.chomp === '+' && lines.length > 0
            ? '\n'.repeat(Math.max(1, lines.length - 1))
            : '';
        let end = start + header.length;
        if (scalar.source)
            end += scalar.source.length;
        return { value, type, comment: header.comment, range: [start, end, end] };
    }
    // find the indentation level to trim from start
    let trimIndent = scalar.indent + header.indent;
    let offset = scalar.offset + header.length;
    let contentStart = 0;
    for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === '' || content === '\r') {
            if (header.indent === 0 && indent.length > trimIndent)
                trimIndent = indent.length;
        }
        else {
            if (indent.length < trimIndent) {
                const message = 'Block scalars with more-indented leading empty lines must use an explicit indentation indicator';
                onError(offset + indent.length, 'MISSING_CHAR', message);
            }
            if (header.indent === 0)
                trimIndent = indent.length;
            contentStart = i;
            if (trimIndent === 0 && !ctx.atRoot) {
                const message = 'Block scalar values in collections must be indented';
                onError(offset, 'BAD_INDENT', message);
            }
            break;
        }
        offset += indent.length + content.length + 1;
    }
    // include trailing more-indented empty lines in content
    for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
            chompStart = i + 1;
    }
    let value = '';
    let sep = '';
    let prevMoreIndented = false;
    // leading whitespace is kept intact
    for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + '\n';
    for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === '\r';
        if (crlf)
            content = content.slice(0, -1);
        /* istanbul ignore if already caught in lexer */
        if (content && indent.length < trimIndent) {
            const src = header.indent
                ? 'explicit indentation indicator'
                : 'first line';
            const message = `Block scalar lines must not be less indented than their ${src}`;
            onError(offset - content.length - (crlf ? 2 : 1), 'BAD_INDENT', message);
            indent = '';
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
        }
        else if (indent.length > trimIndent || content[0] === '\t') {
            // more-indented content within a folded block
            if (sep === ' ')
                sep = '\n';
            else if (!prevMoreIndented && sep === '\n')
                sep = '\n\n';
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
            prevMoreIndented = true;
        }
        else if (content === '') {
            // empty line
            if (sep === '\n')
                value += '\n';
            else
                sep = '\n';
        }
        else {
            value += sep + content;
            sep = ' ';
            prevMoreIndented = false;
        }
    }
    switch (header.chomp) {
        case '-':
            break;
        case '+':
            for (let i = chompStart; i < lines.length; ++i)
                value += '\n' + lines[i][0].slice(trimIndent);
            if (value[value.length - 1] !== '\n')
                value += '\n';
            break;
        default:
            value += '\n';
    }
    const end = start + header.length + scalar.source.length;
    return { value, type, comment: header.comment, range: [start, end, end] };
}
function parseBlockScalarHeader({ offset, props }, strict, onError) {
    /* istanbul ignore if should not happen */
    if (props[0].type !== 'block-scalar-header') {
        onError(props[0], 'IMPOSSIBLE', 'Block scalar header not found');
        return null;
    }
    const { source } = props[0];
    const mode = source[0];
    let indent = 0;
    let chomp = '';
    let error = -1;
    for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === '-' || ch === '+'))
            chomp = ch;
        else {
            const n = Number(ch);
            if (!indent && n)
                indent = n;
            else if (error === -1)
                error = offset + i;
        }
    }
    if (error !== -1)
        onError(error, 'UNEXPECTED_TOKEN', `Block scalar header includes extra characters: ${source}`);
    let hasSpace = false;
    let comment = '';
    let length = source.length;
    for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
            case 'space':
                hasSpace = true;
            // fallthrough
            case 'newline':
                length += token.source.length;
                break;
            case 'comment':
                if (strict && !hasSpace) {
                    const message = 'Comments must be separated from other tokens by white space characters';
                    onError(token, 'MISSING_CHAR', message);
                }
                length += token.source.length;
                comment = token.source.substring(1);
                break;
            case 'error':
                onError(token, 'UNEXPECTED_TOKEN', token.message);
                length += token.source.length;
                break;
            /* istanbul ignore next should not happen */
            default: {
                const message = `Unexpected token in block scalar header: ${token.type}`;
                onError(token, 'UNEXPECTED_TOKEN', message);
                const ts = token.source;
                if (ts && typeof ts === 'string')
                    length += ts.length;
            }
        }
    }
    return { mode, indent, chomp, comment, length };
}
/** @returns Array of lines split up as `[indent, content]` */
function splitLines(source) {
    const split = source.split(/\n( *)/);
    const first = split[0];
    const m = first.match(/^( *)/);
    const line0 = m?.[1]
        ? [m[1], first.slice(m[1].length)]
        : ['', first];
    const lines = [line0];
    for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
    return lines;
}

exports.resolveBlockScalar = resolveBlockScalar;


/***/ }),

/***/ 1610:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var YAMLSeq = __nccwpck_require__(3571);
var resolveProps = __nccwpck_require__(6715);
var utilFlowIndentCheck = __nccwpck_require__(7319);

function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
    const seq = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = bs.offset;
    let commentEnd = null;
    for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
            indicator: 'seq-item-ind',
            next: value,
            offset,
            onError,
            parentIndent: bs.indent,
            startOnNewline: true
        });
        if (!props.found) {
            if (props.anchor || props.tag || value) {
                if (value?.type === 'block-seq')
                    onError(props.end, 'BAD_INDENT', 'All sequence items must start at the same column');
                else
                    onError(offset, 'MISSING_CHAR', 'Sequence item without - indicator');
            }
            else {
                commentEnd = props.end;
                if (props.comment)
                    seq.comment = props.comment;
                continue;
            }
        }
        const node = value
            ? composeNode(ctx, value, props, onError)
            : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
    }
    seq.range = [bs.offset, offset, commentEnd ?? offset];
    return seq;
}

exports.resolveBlockSeq = resolveBlockSeq;


/***/ }),

/***/ 2368:
/***/ ((__unused_webpack_module, exports) => {



function resolveEnd(end, offset, reqSpace, onError) {
    let comment = '';
    if (end) {
        let hasSpace = false;
        let sep = '';
        for (const token of end) {
            const { source, type } = token;
            switch (type) {
                case 'space':
                    hasSpace = true;
                    break;
                case 'comment': {
                    if (reqSpace && !hasSpace)
                        onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                    const cb = source.substring(1) || ' ';
                    if (!comment)
                        comment = cb;
                    else
                        comment += sep + cb;
                    sep = '';
                    break;
                }
                case 'newline':
                    if (comment)
                        sep += source;
                    hasSpace = true;
                    break;
                default:
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${type} at node end`);
            }
            offset += source.length;
        }
    }
    return { comment, offset };
}

exports.resolveEnd = resolveEnd;


/***/ }),

/***/ 562:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var Pair = __nccwpck_require__(5153);
var YAMLMap = __nccwpck_require__(2938);
var YAMLSeq = __nccwpck_require__(3571);
var resolveEnd = __nccwpck_require__(2368);
var resolveProps = __nccwpck_require__(6715);
var utilContainsNewline = __nccwpck_require__(3151);
var utilMapIncludes = __nccwpck_require__(8279);

const blockMsg = 'Block collections are not allowed within flow collections';
const isBlock = (token) => token && (token.type === 'block-map' || token.type === 'block-seq');
function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
    const isMap = fc.start.source === '{';
    const fcName = isMap ? 'flow map' : 'flow sequence';
    const NodeClass = (tag?.nodeClass ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq));
    const coll = new NodeClass(ctx.schema);
    coll.flow = true;
    const atRoot = ctx.atRoot;
    if (atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = fc.offset + fc.start.source.length;
    for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep, value } = collItem;
        const props = resolveProps.resolveProps(start, {
            flow: fcName,
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
        });
        if (!props.found) {
            if (!props.anchor && !props.tag && !sep && !value) {
                if (i === 0 && props.comma)
                    onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
                else if (i < fc.items.length - 1)
                    onError(props.start, 'UNEXPECTED_TOKEN', `Unexpected empty item in ${fcName}`);
                if (props.comment) {
                    if (coll.comment)
                        coll.comment += '\n' + props.comment;
                    else
                        coll.comment = props.comment;
                }
                offset = props.end;
                continue;
            }
            if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key))
                onError(key, // checked by containsNewline()
                'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
        }
        if (i === 0) {
            if (props.comma)
                onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
        }
        else {
            if (!props.comma)
                onError(props.start, 'MISSING_CHAR', `Missing , between ${fcName} items`);
            if (props.comment) {
                let prevItemComment = '';
                loop: for (const st of start) {
                    switch (st.type) {
                        case 'comma':
                        case 'space':
                            break;
                        case 'comment':
                            prevItemComment = st.source.substring(1);
                            break loop;
                        default:
                            break loop;
                    }
                }
                if (prevItemComment) {
                    let prev = coll.items[coll.items.length - 1];
                    if (identity.isPair(prev))
                        prev = prev.value ?? prev.key;
                    if (prev.comment)
                        prev.comment += '\n' + prevItemComment;
                    else
                        prev.comment = prevItemComment;
                    props.comment = props.comment.substring(prevItemComment.length + 1);
                }
            }
        }
        if (!isMap && !sep && !props.found) {
            // item is a value in a seq
            // → key & sep are empty, start does not include ? or :
            const valueNode = value
                ? composeNode(ctx, value, props, onError)
                : composeEmptyNode(ctx, props.end, sep, null, props, onError);
            coll.items.push(valueNode);
            offset = valueNode.range[2];
            if (isBlock(value))
                onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
        }
        else {
            // item is a key+value pair
            // key value
            ctx.atKey = true;
            const keyStart = props.end;
            const keyNode = key
                ? composeNode(ctx, key, props, onError)
                : composeEmptyNode(ctx, keyStart, start, null, props, onError);
            if (isBlock(key))
                onError(keyNode.range, 'BLOCK_IN_FLOW', blockMsg);
            ctx.atKey = false;
            // value properties
            const valueProps = resolveProps.resolveProps(sep ?? [], {
                flow: fcName,
                indicator: 'map-value-ind',
                next: value,
                offset: keyNode.range[2],
                onError,
                parentIndent: fc.indent,
                startOnNewline: false
            });
            if (valueProps.found) {
                if (!isMap && !props.found && ctx.options.strict) {
                    if (sep)
                        for (const st of sep) {
                            if (st === valueProps.found)
                                break;
                            if (st.type === 'newline') {
                                onError(st, 'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
                                break;
                            }
                        }
                    if (props.start < valueProps.found.offset - 1024)
                        onError(valueProps.found, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit flow sequence key');
                }
            }
            else if (value) {
                if ('source' in value && value.source?.[0] === ':')
                    onError(value, 'MISSING_CHAR', `Missing space after : in ${fcName}`);
                else
                    onError(valueProps.start, 'MISSING_CHAR', `Missing , or : between ${fcName} items`);
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : valueProps.found
                    ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError)
                    : null;
            if (valueNode) {
                if (isBlock(value))
                    onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
            }
            else if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            if (isMap) {
                const map = coll;
                if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
                    onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
                map.items.push(pair);
            }
            else {
                const map = new YAMLMap.YAMLMap(ctx.schema);
                map.flow = true;
                map.items.push(pair);
                const endRange = (valueNode ?? keyNode).range;
                map.range = [keyNode.range[0], endRange[1], endRange[2]];
                coll.items.push(map);
            }
            offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
    }
    const expectedEnd = isMap ? '}' : ']';
    const [ce, ...ee] = fc.end;
    let cePos = offset;
    if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
    else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot
            ? `${name} must end with a ${expectedEnd}`
            : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? 'MISSING_CHAR' : 'BAD_INDENT', msg);
        if (ce && ce.source.length !== 1)
            ee.unshift(ce);
    }
    if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
            if (coll.comment)
                coll.comment += '\n' + end.comment;
            else
                coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
    }
    else {
        coll.range = [fc.offset, cePos, cePos];
    }
    return coll;
}

exports.resolveFlowCollection = resolveFlowCollection;


/***/ }),

/***/ 7686:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(4305);
var resolveEnd = __nccwpck_require__(2368);

function resolveFlowScalar(scalar, strict, onError) {
    const { offset, type, source, end } = scalar;
    let _type;
    let value;
    const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
    switch (type) {
        case 'scalar':
            _type = Scalar.Scalar.PLAIN;
            value = plainValue(source, _onError);
            break;
        case 'single-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_SINGLE;
            value = singleQuotedValue(source, _onError);
            break;
        case 'double-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_DOUBLE;
            value = doubleQuotedValue(source, _onError);
            break;
        /* istanbul ignore next should not happen */
        default:
            onError(scalar, 'UNEXPECTED_TOKEN', `Expected a flow scalar value, but found: ${type}`);
            return {
                value: '',
                type: null,
                comment: '',
                range: [offset, offset + source.length, offset + source.length]
            };
    }
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
    return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
    };
}
function plainValue(source, onError) {
    let badChar = '';
    switch (source[0]) {
        /* istanbul ignore next should not happen */
        case '\t':
            badChar = 'a tab character';
            break;
        case ',':
            badChar = 'flow indicator character ,';
            break;
        case '%':
            badChar = 'directive indicator character %';
            break;
        case '|':
        case '>': {
            badChar = `block scalar indicator ${source[0]}`;
            break;
        }
        case '@':
        case '`': {
            badChar = `reserved character ${source[0]}`;
            break;
        }
    }
    if (badChar)
        onError(0, 'BAD_SCALAR_START', `Plain value cannot start with ${badChar}`);
    return unfoldLines(source);
}
function singleQuotedValue(source, onError) {
    if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, 'MISSING_CHAR', "Missing closing 'quote");
    return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
}
function unfoldLines(source) {
    const line = /(.*?)\r?\n/sy;
    let match = line.exec(source);
    if (!match)
        return source;
    /**
     * The negative lookbehinds in these RegExps are to
     * prevent causing a polynomial search time in certain cases.
     *
     * The try-catch is for Safari < 16.4 and other old browsers:
     * https://caniuse.com/js-regexp-lookbehind
     */
    let trimEnd, trimBoth;
    try {
        trimEnd = new RegExp('(?<![ \t])[ \t]+$');
        trimBoth = new RegExp('^[ \t]+|(?<![ \t])[ \t]+$', 'g');
    }
    catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
    }
    let res = match[1].replace(trimEnd, '');
    let sep = ' ';
    let pos = line.lastIndex;
    while ((match = line.exec(source))) {
        const lm = match[1].replace(trimBoth, '');
        if (lm === '') {
            if (sep === '\n')
                res += sep;
            else
                sep = '\n';
        }
        else {
            res += sep + lm;
            sep = ' ';
        }
        pos = line.lastIndex;
    }
    const last = /[ \t]*(.*)/sy;
    last.lastIndex = pos;
    match = last.exec(source);
    return res + sep + (match?.[1] ?? '');
}
function doubleQuotedValue(source, onError) {
    let res = '';
    for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === '\r' && source[i + 1] === '\n')
            continue;
        if (ch === '\n') {
            const { fold, offset } = foldNewline(source, i);
            res += fold;
            i = offset;
        }
        else if (ch === '\\') {
            let next = source[++i];
            const cc = escapeCodes[next];
            if (cc)
                res += cc;
            else if (next === '\n') {
                // skip escaped newlines, but still trim the following line
                next = source[i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === '\r' && source[i + 1] === '\n') {
                // skip escaped CRLF newlines, but still trim the following line
                next = source[++i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === 'x' || next === 'u' || next === 'U') {
                const length = next === 'x' ? 2 : next === 'u' ? 4 : 8;
                res += parseCharCode(source, i + 1, length, onError);
                i += length;
            }
            else {
                const raw = source.substr(i - 1, 2);
                onError(i - 1, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
                res += raw;
            }
        }
        else if (ch === ' ' || ch === '\t') {
            // trim trailing whitespace
            const wsStart = i;
            let next = source[i + 1];
            while (next === ' ' || next === '\t')
                next = source[++i + 1];
            if (next !== '\n' && !(next === '\r' && source[i + 2] === '\n'))
                res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        }
        else {
            res += ch;
        }
    }
    if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, 'MISSING_CHAR', 'Missing closing "quote');
    return res;
}
/**
 * Fold a single newline into a space, multiple newlines to N - 1 newlines.
 * Presumes `source[offset] === '\n'`
 */
function foldNewline(source, offset) {
    let fold = '';
    let ch = source[offset + 1];
    while (ch === ' ' || ch === '\t' || ch === '\n' || ch === '\r') {
        if (ch === '\r' && source[offset + 2] !== '\n')
            break;
        if (ch === '\n')
            fold += '\n';
        offset += 1;
        ch = source[offset + 1];
    }
    if (!fold)
        fold = ' ';
    return { fold, offset };
}
const escapeCodes = {
    '0': '\0', // null character
    a: '\x07', // bell character
    b: '\b', // backspace
    e: '\x1b', // escape character
    f: '\f', // form feed
    n: '\n', // line feed
    r: '\r', // carriage return
    t: '\t', // horizontal tab
    v: '\v', // vertical tab
    N: '\u0085', // Unicode next line
    _: '\u00a0', // Unicode non-breaking space
    L: '\u2028', // Unicode line separator
    P: '\u2029', // Unicode paragraph separator
    ' ': ' ',
    '"': '"',
    '/': '/',
    '\\': '\\',
    '\t': '\t'
};
function parseCharCode(source, offset, length, onError) {
    const cc = source.substr(offset, length);
    const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
    const code = ok ? parseInt(cc, 16) : NaN;
    try {
        return String.fromCodePoint(code);
    }
    catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
        return raw;
    }
}

exports.resolveFlowScalar = resolveFlowScalar;


/***/ }),

/***/ 6715:
/***/ ((__unused_webpack_module, exports) => {



function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
    let spaceBefore = false;
    let atNewline = startOnNewline;
    let hasSpace = startOnNewline;
    let comment = '';
    let commentSep = '';
    let hasNewline = false;
    let reqSpace = false;
    let tab = null;
    let anchor = null;
    let tag = null;
    let newlineAfterProp = null;
    let comma = null;
    let found = null;
    let start = null;
    for (const token of tokens) {
        if (reqSpace) {
            if (token.type !== 'space' &&
                token.type !== 'newline' &&
                token.type !== 'comma')
                onError(token.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
            reqSpace = false;
        }
        if (tab) {
            if (atNewline && token.type !== 'comment' && token.type !== 'newline') {
                onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
            }
            tab = null;
        }
        switch (token.type) {
            case 'space':
                // At the doc level, tabs at line start may be parsed
                // as leading white space rather than indentation.
                // In a flow collection, only the parser handles indent.
                if (!flow &&
                    (indicator !== 'doc-start' || next?.type !== 'flow-collection') &&
                    token.source.includes('\t')) {
                    tab = token;
                }
                hasSpace = true;
                break;
            case 'comment': {
                if (!hasSpace)
                    onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                const cb = token.source.substring(1) || ' ';
                if (!comment)
                    comment = cb;
                else
                    comment += commentSep + cb;
                commentSep = '';
                atNewline = false;
                break;
            }
            case 'newline':
                if (atNewline) {
                    if (comment)
                        comment += token.source;
                    else if (!found || indicator !== 'seq-item-ind')
                        spaceBefore = true;
                }
                else
                    commentSep += token.source;
                atNewline = true;
                hasNewline = true;
                if (anchor || tag)
                    newlineAfterProp = token;
                hasSpace = true;
                break;
            case 'anchor':
                if (anchor)
                    onError(token, 'MULTIPLE_ANCHORS', 'A node can have at most one anchor');
                if (token.source.endsWith(':'))
                    onError(token.offset + token.source.length - 1, 'BAD_ALIAS', 'Anchor ending in : is ambiguous', true);
                anchor = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            case 'tag': {
                if (tag)
                    onError(token, 'MULTIPLE_TAGS', 'A node can have at most one tag');
                tag = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            }
            case indicator:
                // Could here handle preceding comments differently
                if (anchor || tag)
                    onError(token, 'BAD_PROP_ORDER', `Anchors and tags must be after the ${token.source} indicator`);
                if (found)
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.source} in ${flow ?? 'collection'}`);
                found = token;
                atNewline =
                    indicator === 'seq-item-ind' || indicator === 'explicit-key-ind';
                hasSpace = false;
                break;
            case 'comma':
                if (flow) {
                    if (comma)
                        onError(token, 'UNEXPECTED_TOKEN', `Unexpected , in ${flow}`);
                    comma = token;
                    atNewline = false;
                    hasSpace = false;
                    break;
                }
            // else fallthrough
            default:
                onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.type} token`);
                atNewline = false;
                hasSpace = false;
        }
    }
    const last = tokens[tokens.length - 1];
    const end = last ? last.offset + last.source.length : offset;
    if (reqSpace &&
        next &&
        next.type !== 'space' &&
        next.type !== 'newline' &&
        next.type !== 'comma' &&
        (next.type !== 'scalar' || next.source !== '')) {
        onError(next.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
    }
    if (tab &&
        ((atNewline && tab.indent <= parentIndent) ||
            next?.type === 'block-map' ||
            next?.type === 'block-seq'))
        onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
    return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
    };
}

exports.resolveProps = resolveProps;


/***/ }),

/***/ 3151:
/***/ ((__unused_webpack_module, exports) => {



function containsNewline(key) {
    if (!key)
        return null;
    switch (key.type) {
        case 'alias':
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            if (key.source.includes('\n'))
                return true;
            if (key.end)
                for (const st of key.end)
                    if (st.type === 'newline')
                        return true;
            return false;
        case 'flow-collection':
            for (const it of key.items) {
                for (const st of it.start)
                    if (st.type === 'newline')
                        return true;
                if (it.sep)
                    for (const st of it.sep)
                        if (st.type === 'newline')
                            return true;
                if (containsNewline(it.key) || containsNewline(it.value))
                    return true;
            }
            return false;
        default:
            return true;
    }
}

exports.containsNewline = containsNewline;


/***/ }),

/***/ 6827:
/***/ ((__unused_webpack_module, exports) => {



function emptyScalarPosition(offset, before, pos) {
    if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
            let st = before[i];
            switch (st.type) {
                case 'space':
                case 'comment':
                case 'newline':
                    offset -= st.source.length;
                    continue;
            }
            // Technically, an empty scalar is immediately after the last non-empty
            // node, but it's more useful to place it after any whitespace.
            st = before[++i];
            while (st?.type === 'space') {
                offset += st.source.length;
                st = before[++i];
            }
            break;
        }
    }
    return offset;
}

exports.emptyScalarPosition = emptyScalarPosition;


/***/ }),

/***/ 7319:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var utilContainsNewline = __nccwpck_require__(3151);

function flowIndentCheck(indent, fc, onError) {
    if (fc?.type === 'flow-collection') {
        const end = fc.end[0];
        if (end.indent === indent &&
            (end.source === ']' || end.source === '}') &&
            utilContainsNewline.containsNewline(fc)) {
            const msg = 'Flow end indicator should be more indented than parent';
            onError(end, 'BAD_INDENT', msg, true);
        }
    }
}

exports.flowIndentCheck = flowIndentCheck;


/***/ }),

/***/ 8279:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);

function mapIncludes(ctx, items, search) {
    const { uniqueKeys } = ctx.options;
    if (uniqueKeys === false)
        return false;
    const isEqual = typeof uniqueKeys === 'function'
        ? uniqueKeys
        : (a, b) => a === b || (identity.isScalar(a) && identity.isScalar(b) && a.value === b.value);
    return items.some(pair => isEqual(pair.key, search));
}

exports.mapIncludes = mapIncludes;


/***/ }),

/***/ 7977:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(5525);
var Collection = __nccwpck_require__(1633);
var identity = __nccwpck_require__(1891);
var Pair = __nccwpck_require__(5153);
var toJS = __nccwpck_require__(3119);
var Schema = __nccwpck_require__(1148);
var stringifyDocument = __nccwpck_require__(8577);
var anchors = __nccwpck_require__(7048);
var applyReviver = __nccwpck_require__(7817);
var createNode = __nccwpck_require__(7616);
var directives = __nccwpck_require__(9082);

class Document {
    constructor(value, replacer, options) {
        /** A comment before this Document */
        this.commentBefore = null;
        /** A comment immediately after this Document */
        this.comment = null;
        /** Errors encountered during parsing. */
        this.errors = [];
        /** Warnings encountered during parsing. */
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === 'function' || Array.isArray(replacer)) {
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const opt = Object.assign({
            intAsBigInt: false,
            keepSourceTokens: false,
            logLevel: 'warn',
            prettyErrors: true,
            strict: true,
            stringKeys: false,
            uniqueKeys: true,
            version: '1.2'
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
            this.directives = options._directives.atDocument();
            if (this.directives.yaml.explicit)
                version = this.directives.yaml.version;
        }
        else
            this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        // @ts-expect-error We can't really know that this matches Contents.
        this.contents =
            value === undefined ? null : this.createNode(value, _replacer, options);
    }
    /**
     * Create a deep copy of this Document and its contents.
     *
     * Custom Node values that inherit from `Object` still refer to their original instances.
     */
    clone() {
        const copy = Object.create(Document.prototype, {
            [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
            copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        // @ts-expect-error We can't really know that this matches Contents.
        copy.contents = identity.isNode(this.contents)
            ? this.contents.clone(copy.schema)
            : this.contents;
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** Adds a value to the document. */
    add(value) {
        if (assertCollection(this.contents))
            this.contents.add(value);
    }
    /** Adds a value to the document. */
    addIn(path, value) {
        if (assertCollection(this.contents))
            this.contents.addIn(path, value);
    }
    /**
     * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
     *
     * If `node` already has an anchor, `name` is ignored.
     * Otherwise, the `node.anchor` value will be set to `name`,
     * or if an anchor with that name is already present in the document,
     * `name` will be used as a prefix for a new unique anchor.
     * If `name` is undefined, the generated anchor will use 'a' as a prefix.
     */
    createAlias(node, name) {
        if (!node.anchor) {
            const prev = anchors.anchorNames(this);
            node.anchor =
                // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
                !name || prev.has(name) ? anchors.findNewAnchor(name || 'a', prev) : name;
        }
        return new Alias.Alias(node.anchor);
    }
    createNode(value, replacer, options) {
        let _replacer = undefined;
        if (typeof replacer === 'function') {
            value = replacer.call({ '': value }, '', value);
            _replacer = replacer;
        }
        else if (Array.isArray(replacer)) {
            const keyToStr = (v) => typeof v === 'number' || v instanceof String || v instanceof Number;
            const asStr = replacer.filter(keyToStr).map(String);
            if (asStr.length > 0)
                replacer = replacer.concat(asStr);
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, 
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        anchorPrefix || 'a');
        const ctx = {
            aliasDuplicateObjects: aliasDuplicateObjects ?? true,
            keepUndefined: keepUndefined ?? false,
            onAnchor,
            onTagObj,
            replacer: _replacer,
            schema: this.schema,
            sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
            node.flow = true;
        setAnchors();
        return node;
    }
    /**
     * Convert a key and a value into a `Pair` using the current schema,
     * recursively wrapping all values as `Scalar` or `Collection` nodes.
     */
    createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
            if (this.contents == null)
                return false;
            // @ts-expect-error Presumed impossible if Strict extends false
            this.contents = null;
            return true;
        }
        return assertCollection(this.contents)
            ? this.contents.deleteIn(path)
            : false;
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    get(key, keepScalar) {
        return identity.isCollection(this.contents)
            ? this.contents.get(key, keepScalar)
            : undefined;
    }
    /**
     * Returns item at `path`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
            return !keepScalar && identity.isScalar(this.contents)
                ? this.contents.value
                : this.contents;
        return identity.isCollection(this.contents)
            ? this.contents.getIn(path, keepScalar)
            : undefined;
    }
    /**
     * Checks if the document includes a value with the key `key`.
     */
    has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
    }
    /**
     * Checks if the document includes a value at `path`.
     */
    hasIn(path) {
        if (Collection.isEmptyPath(path))
            return this.contents !== undefined;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    set(key, value) {
        if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, [key], value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.set(key, value);
        }
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = value;
        }
        else if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.setIn(path, value);
        }
    }
    /**
     * Change the YAML version and schema used by the document.
     * A `null` version disables support for directives, explicit tags, anchors, and aliases.
     * It also requires the `schema` option to be given as a `Schema` instance value.
     *
     * Overrides all previously set schema options.
     */
    setSchema(version, options = {}) {
        if (typeof version === 'number')
            version = String(version);
        let opt;
        switch (version) {
            case '1.1':
                if (this.directives)
                    this.directives.yaml.version = '1.1';
                else
                    this.directives = new directives.Directives({ version: '1.1' });
                opt = { resolveKnownTags: false, schema: 'yaml-1.1' };
                break;
            case '1.2':
            case 'next':
                if (this.directives)
                    this.directives.yaml.version = version;
                else
                    this.directives = new directives.Directives({ version });
                opt = { resolveKnownTags: true, schema: 'core' };
                break;
            case null:
                if (this.directives)
                    delete this.directives;
                opt = null;
                break;
            default: {
                const sv = JSON.stringify(version);
                throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
            }
        }
        // Not using `instanceof Schema` to allow for duck typing
        if (options.schema instanceof Object)
            this.schema = options.schema;
        else if (opt)
            this.schema = new Schema.Schema(Object.assign(opt, options));
        else
            throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
    }
    // json & jsonArg are only used from toJSON()
    toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
            anchors: new Map(),
            doc: this,
            keep: !json,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
    /**
     * A JSON representation of the document `contents`.
     *
     * @param jsonArg Used by `JSON.stringify` to indicate the array index or
     *   property name.
     */
    toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
    }
    /** A YAML representation of the document. */
    toString(options = {}) {
        if (this.errors.length > 0)
            throw new Error('Document with errors cannot be stringified');
        if ('indent' in options &&
            (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
            const s = JSON.stringify(options.indent);
            throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
    }
}
function assertCollection(contents) {
    if (identity.isCollection(contents))
        return true;
    throw new Error('Expected a YAML collection as document contents');
}

exports.Document = Document;


/***/ }),

/***/ 7048:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var visit = __nccwpck_require__(1360);

/**
 * Verify that the input string is a valid anchor.
 *
 * Will throw on errors.
 */
function anchorIsValid(anchor) {
    if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
    }
    return true;
}
function anchorNames(root) {
    const anchors = new Set();
    visit.visit(root, {
        Value(_key, node) {
            if (node.anchor)
                anchors.add(node.anchor);
        }
    });
    return anchors;
}
/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
function findNewAnchor(prefix, exclude) {
    for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
            return name;
    }
}
function createNodeAnchors(doc, prefix) {
    const aliasObjects = [];
    const sourceObjects = new Map();
    let prevAnchors = null;
    return {
        onAnchor: (source) => {
            aliasObjects.push(source);
            prevAnchors ?? (prevAnchors = anchorNames(doc));
            const anchor = findNewAnchor(prefix, prevAnchors);
            prevAnchors.add(anchor);
            return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
            for (const source of aliasObjects) {
                const ref = sourceObjects.get(source);
                if (typeof ref === 'object' &&
                    ref.anchor &&
                    (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
                    ref.node.anchor = ref.anchor;
                }
                else {
                    const error = new Error('Failed to resolve repeated object (this should not happen)');
                    error.source = source;
                    throw error;
                }
            }
        },
        sourceObjects
    };
}

exports.anchorIsValid = anchorIsValid;
exports.anchorNames = anchorNames;
exports.createNodeAnchors = createNodeAnchors;
exports.findNewAnchor = findNewAnchor;


/***/ }),

/***/ 7817:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
 * in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
 * 2021 edition: https://tc39.es/ecma262/#sec-json.parse
 *
 * Includes extensions for handling Map and Set objects.
 */
function applyReviver(reviver, obj, key, val) {
    if (val && typeof val === 'object') {
        if (Array.isArray(val)) {
            for (let i = 0, len = val.length; i < len; ++i) {
                const v0 = val[i];
                const v1 = applyReviver(reviver, val, String(i), v0);
                // eslint-disable-next-line @typescript-eslint/no-array-delete
                if (v1 === undefined)
                    delete val[i];
                else if (v1 !== v0)
                    val[i] = v1;
            }
        }
        else if (val instanceof Map) {
            for (const k of Array.from(val.keys())) {
                const v0 = val.get(k);
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    val.delete(k);
                else if (v1 !== v0)
                    val.set(k, v1);
            }
        }
        else if (val instanceof Set) {
            for (const v0 of Array.from(val)) {
                const v1 = applyReviver(reviver, val, v0, v0);
                if (v1 === undefined)
                    val.delete(v0);
                else if (v1 !== v0) {
                    val.delete(v0);
                    val.add(v1);
                }
            }
        }
        else {
            for (const [k, v0] of Object.entries(val)) {
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    delete val[k];
                else if (v1 !== v0)
                    val[k] = v1;
            }
        }
    }
    return reviver.call(obj, key, val);
}

exports.applyReviver = applyReviver;


/***/ }),

/***/ 7616:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(5525);
var identity = __nccwpck_require__(1891);
var Scalar = __nccwpck_require__(4305);

const defaultTagPrefix = 'tag:yaml.org,2002:';
function findTagObject(value, tagName, tags) {
    if (tagName) {
        const match = tags.filter(t => t.tag === tagName);
        const tagObj = match.find(t => !t.format) ?? match[0];
        if (!tagObj)
            throw new Error(`Tag ${tagName} not found`);
        return tagObj;
    }
    return tags.find(t => t.identify?.(value) && !t.format);
}
function createNode(value, tagName, ctx) {
    if (identity.isDocument(value))
        value = value.contents;
    if (identity.isNode(value))
        return value;
    if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
    }
    if (value instanceof String ||
        value instanceof Number ||
        value instanceof Boolean ||
        (typeof BigInt !== 'undefined' && value instanceof BigInt) // not supported everywhere
    ) {
        // https://tc39.es/ecma262/#sec-serializejsonproperty
        value = value.valueOf();
    }
    const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
    // Detect duplicate references to the same object & use Alias nodes for all
    // after first. The `ref` wrapper allows for circular references to resolve.
    let ref = undefined;
    if (aliasDuplicateObjects && value && typeof value === 'object') {
        ref = sourceObjects.get(value);
        if (ref) {
            ref.anchor ?? (ref.anchor = onAnchor(value));
            return new Alias.Alias(ref.anchor);
        }
        else {
            ref = { anchor: null, node: null };
            sourceObjects.set(value, ref);
        }
    }
    if (tagName?.startsWith('!!'))
        tagName = defaultTagPrefix + tagName.slice(2);
    let tagObj = findTagObject(value, tagName, schema.tags);
    if (!tagObj) {
        if (value && typeof value.toJSON === 'function') {
            // eslint-disable-next-line @typescript-eslint/no-unsafe-call
            value = value.toJSON();
        }
        if (!value || typeof value !== 'object') {
            const node = new Scalar.Scalar(value);
            if (ref)
                ref.node = node;
            return node;
        }
        tagObj =
            value instanceof Map
                ? schema[identity.MAP]
                : Symbol.iterator in Object(value)
                    ? schema[identity.SEQ]
                    : schema[identity.MAP];
    }
    if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
    }
    const node = tagObj?.createNode
        ? tagObj.createNode(ctx.schema, value, ctx)
        : typeof tagObj?.nodeClass?.from === 'function'
            ? tagObj.nodeClass.from(ctx.schema, value, ctx)
            : new Scalar.Scalar(value);
    if (tagName)
        node.tag = tagName;
    else if (!tagObj.default)
        node.tag = tagObj.tag;
    if (ref)
        ref.node = node;
    return node;
}

exports.createNode = createNode;


/***/ }),

/***/ 9082:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var visit = __nccwpck_require__(1360);

const escapeChars = {
    '!': '%21',
    ',': '%2C',
    '[': '%5B',
    ']': '%5D',
    '{': '%7B',
    '}': '%7D'
};
const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, ch => escapeChars[ch]);
class Directives {
    constructor(yaml, tags) {
        /**
         * The directives-end/doc-start marker `---`. If `null`, a marker may still be
         * included in the document's stringified representation.
         */
        this.docStart = null;
        /** The doc-end marker `...`.  */
        this.docEnd = false;
        this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, Directives.defaultTags, tags);
    }
    clone() {
        const copy = new Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
    }
    /**
     * During parsing, get a Directives instance for the current document and
     * update the stream state according to the current version's spec.
     */
    atDocument() {
        const res = new Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
            case '1.1':
                this.atNextDocument = true;
                break;
            case '1.2':
                this.atNextDocument = false;
                this.yaml = {
                    explicit: Directives.defaultYaml.explicit,
                    version: '1.2'
                };
                this.tags = Object.assign({}, Directives.defaultTags);
                break;
        }
        return res;
    }
    /**
     * @param onError - May be called even if the action was successful
     * @returns `true` on success
     */
    add(line, onError) {
        if (this.atNextDocument) {
            this.yaml = { explicit: Directives.defaultYaml.explicit, version: '1.1' };
            this.tags = Object.assign({}, Directives.defaultTags);
            this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
            case '%TAG': {
                if (parts.length !== 2) {
                    onError(0, '%TAG directive should contain exactly two parts');
                    if (parts.length < 2)
                        return false;
                }
                const [handle, prefix] = parts;
                this.tags[handle] = prefix;
                return true;
            }
            case '%YAML': {
                this.yaml.explicit = true;
                if (parts.length !== 1) {
                    onError(0, '%YAML directive should contain exactly one part');
                    return false;
                }
                const [version] = parts;
                if (version === '1.1' || version === '1.2') {
                    this.yaml.version = version;
                    return true;
                }
                else {
                    const isValid = /^\d+\.\d+$/.test(version);
                    onError(6, `Unsupported YAML version ${version}`, isValid);
                    return false;
                }
            }
            default:
                onError(0, `Unknown directive ${name}`, true);
                return false;
        }
    }
    /**
     * Resolves a tag, matching handles to those defined in %TAG directives.
     *
     * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
     *   `'!local'` tag, or `null` if unresolvable.
     */
    tagName(source, onError) {
        if (source === '!')
            return '!'; // non-specific tag
        if (source[0] !== '!') {
            onError(`Not a valid tag: ${source}`);
            return null;
        }
        if (source[1] === '<') {
            const verbatim = source.slice(2, -1);
            if (verbatim === '!' || verbatim === '!!') {
                onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
                return null;
            }
            if (source[source.length - 1] !== '>')
                onError('Verbatim tags must end with a >');
            return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
            onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
            try {
                return prefix + decodeURIComponent(suffix);
            }
            catch (error) {
                onError(String(error));
                return null;
            }
        }
        if (handle === '!')
            return source; // local tag
        onError(`Could not resolve tag: ${source}`);
        return null;
    }
    /**
     * Given a fully resolved tag, returns its printable string form,
     * taking into account current tag prefixes and defaults.
     */
    tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
            if (tag.startsWith(prefix))
                return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === '!' ? tag : `!<${tag}>`;
    }
    toString(doc) {
        const lines = this.yaml.explicit
            ? [`%YAML ${this.yaml.version || '1.2'}`]
            : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
            const tags = {};
            visit.visit(doc.contents, (_key, node) => {
                if (identity.isNode(node) && node.tag)
                    tags[node.tag] = true;
            });
            tagNames = Object.keys(tags);
        }
        else
            tagNames = [];
        for (const [handle, prefix] of tagEntries) {
            if (handle === '!!' && prefix === 'tag:yaml.org,2002:')
                continue;
            if (!doc || tagNames.some(tn => tn.startsWith(prefix)))
                lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join('\n');
    }
}
Directives.defaultYaml = { explicit: false, version: '1.2' };
Directives.defaultTags = { '!!': 'tag:yaml.org,2002:' };

exports.Directives = Directives;


/***/ }),

/***/ 7460:
/***/ ((__unused_webpack_module, exports) => {



class YAMLError extends Error {
    constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
    }
}
class YAMLParseError extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLParseError', pos, code, message);
    }
}
class YAMLWarning extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLWarning', pos, code, message);
    }
}
const prettifyError = (src, lc) => (error) => {
    if (error.pos[0] === -1)
        return;
    error.linePos = error.pos.map(pos => lc.linePos(pos));
    const { line, col } = error.linePos[0];
    error.message += ` at line ${line}, column ${col}`;
    let ci = col - 1;
    let lineStr = src
        .substring(lc.lineStarts[line - 1], lc.lineStarts[line])
        .replace(/[\n\r]+$/, '');
    // Trim to max 80 chars, keeping col position near the middle
    if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = '…' + lineStr.substring(trimStart);
        ci -= trimStart - 1;
    }
    if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + '…';
    // Include previous line in context if pointing at line start
    if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        // Regexp won't match if start is trimmed
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
            prev = prev.substring(0, 79) + '…\n';
        lineStr = prev + lineStr;
    }
    if (/[^ ]/.test(lineStr)) {
        let count = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
            count = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = ' '.repeat(ci) + '^'.repeat(count);
        error.message += `:\n\n${lineStr}\n${pointer}\n`;
    }
};

exports.YAMLError = YAMLError;
exports.YAMLParseError = YAMLParseError;
exports.YAMLWarning = YAMLWarning;
exports.prettifyError = prettifyError;


/***/ }),

/***/ 3483:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;


var composer = __nccwpck_require__(4260);
var Document = __nccwpck_require__(7977);
var Schema = __nccwpck_require__(1148);
var errors = __nccwpck_require__(7460);
var Alias = __nccwpck_require__(5525);
var identity = __nccwpck_require__(1891);
var Pair = __nccwpck_require__(5153);
var Scalar = __nccwpck_require__(4305);
var YAMLMap = __nccwpck_require__(2938);
var YAMLSeq = __nccwpck_require__(3571);
var cst = __nccwpck_require__(3921);
var lexer = __nccwpck_require__(1893);
var lineCounter = __nccwpck_require__(2808);
var parser = __nccwpck_require__(3124);
var publicApi = __nccwpck_require__(4563);
var visit = __nccwpck_require__(1360);



__webpack_unused_export__ = composer.Composer;
__webpack_unused_export__ = Document.Document;
__webpack_unused_export__ = Schema.Schema;
__webpack_unused_export__ = errors.YAMLError;
__webpack_unused_export__ = errors.YAMLParseError;
__webpack_unused_export__ = errors.YAMLWarning;
__webpack_unused_export__ = Alias.Alias;
exports.Vj = identity.isAlias;
__webpack_unused_export__ = identity.isCollection;
__webpack_unused_export__ = identity.isDocument;
exports.jh = identity.isMap;
__webpack_unused_export__ = identity.isNode;
__webpack_unused_export__ = identity.isPair;
exports.jn = identity.isScalar;
exports.oP = identity.isSeq;
__webpack_unused_export__ = Pair.Pair;
__webpack_unused_export__ = Scalar.Scalar;
__webpack_unused_export__ = YAMLMap.YAMLMap;
__webpack_unused_export__ = YAMLSeq.YAMLSeq;
__webpack_unused_export__ = cst;
__webpack_unused_export__ = lexer.Lexer;
exports.HN = lineCounter.LineCounter;
__webpack_unused_export__ = parser.Parser;
exports.qg = publicApi.parse;
exports.hR = publicApi.parseAllDocuments;
exports.Tp = publicApi.parseDocument;
exports.As = publicApi.stringify;
exports.YR = visit.visit;
__webpack_unused_export__ = visit.visitAsync;


/***/ }),

/***/ 6669:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);

function debug(logLevel, ...messages) {
    if (logLevel === 'debug')
        console.log(...messages);
}
function warn(logLevel, warning) {
    if (logLevel === 'debug' || logLevel === 'warn') {
        if (typeof node_process.emitWarning === 'function')
            node_process.emitWarning(warning);
        else
            console.warn(warning);
    }
}

exports.debug = debug;
exports.warn = warn;


/***/ }),

/***/ 5525:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(7048);
var visit = __nccwpck_require__(1360);
var identity = __nccwpck_require__(1891);
var Node = __nccwpck_require__(5605);
var toJS = __nccwpck_require__(3119);

class Alias extends Node.NodeBase {
    constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, 'tag', {
            set() {
                throw new Error('Alias nodes cannot have tags');
            }
        });
    }
    /**
     * Resolve the value of this alias within `doc`, finding the last
     * instance of the `source` anchor before this node.
     */
    resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
            throw new ReferenceError('Alias resolution is disabled');
        let nodes;
        if (ctx?.aliasResolveCache) {
            nodes = ctx.aliasResolveCache;
        }
        else {
            nodes = [];
            visit.visit(doc, {
                Node: (_key, node) => {
                    if (identity.isAlias(node) || identity.hasAnchor(node))
                        nodes.push(node);
                }
            });
            if (ctx)
                ctx.aliasResolveCache = nodes;
        }
        let found = undefined;
        for (const node of nodes) {
            if (node === this)
                break;
            if (node.anchor === this.source)
                found = node;
        }
        if (found && ctx) {
            const { anchors, doc, maxAliasCount } = ctx;
            let data = anchors.get(found);
            if (!data) {
                // Resolve anchors for Node.prototype.toJS()
                toJS.toJS(found, null, ctx);
                data = anchors.get(found);
            }
            /* istanbul ignore if */
            if (data?.res === undefined) {
                const msg = 'This should not happen: Alias anchor was not resolved?';
                throw new ReferenceError(msg);
            }
            if (maxAliasCount >= 0) {
                data.count += 1;
                if (data.aliasCount === 0)
                    data.aliasCount = getAliasCount(doc, found, anchors);
                if (data.count * data.aliasCount > maxAliasCount) {
                    const msg = 'Excessive alias count indicates a resource exhaustion attack';
                    throw new ReferenceError(msg);
                }
            }
        }
        return found;
    }
    toJSON(_arg, ctx) {
        if (!ctx)
            return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
    }
    toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
            anchors.anchorIsValid(this.source);
            if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
                const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
                throw new Error(msg);
            }
            if (ctx.implicitKey)
                return `${src} `;
        }
        return src;
    }
}
function getAliasCount(doc, node, anchors) {
    if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors && source && anchors.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
    }
    else if (identity.isCollection(node)) {
        let count = 0;
        for (const item of node.items) {
            const c = getAliasCount(doc, item, anchors);
            if (c > count)
                count = c;
        }
        return count;
    }
    else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors);
        const vc = getAliasCount(doc, node.value, anchors);
        return Math.max(kc, vc);
    }
    return 1;
}

exports.Alias = Alias;


/***/ }),

/***/ 1633:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(7616);
var identity = __nccwpck_require__(1891);
var Node = __nccwpck_require__(5605);

function collectionFromPath(schema, path, value) {
    let v = value;
    for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === 'number' && Number.isInteger(k) && k >= 0) {
            const a = [];
            a[k] = v;
            v = a;
        }
        else {
            v = new Map([[k, v]]);
        }
    }
    return createNode.createNode(v, undefined, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
            throw new Error('This should not happen, please report a bug.');
        },
        schema,
        sourceObjects: new Map()
    });
}
// Type guard is intentionally a little wrong so as to be more useful,
// as it does not cover untypable empty non-string iterables (e.g. []).
const isEmptyPath = (path) => path == null ||
    (typeof path === 'object' && !!path[Symbol.iterator]().next().done);
class Collection extends Node.NodeBase {
    constructor(type, schema) {
        super(type);
        Object.defineProperty(this, 'schema', {
            value: schema,
            configurable: true,
            enumerable: false,
            writable: true
        });
    }
    /**
     * Create a copy of this collection.
     *
     * @param schema - If defined, overwrites the original's schema
     */
    clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
            copy.schema = schema;
        copy.items = copy.items.map(it => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /**
     * Adds a value to the collection. For `!!map` and `!!omap` the value must
     * be a Pair instance or a `{ key, value }` object, which may not have a key
     * that already exists in the map.
     */
    addIn(path, value) {
        if (isEmptyPath(path))
            this.add(value);
        else {
            const [key, ...rest] = path;
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.addIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
    /**
     * Removes a value from the collection.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
            return node.deleteIn(rest);
        else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
            return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
            return identity.isCollection(node) ? node.getIn(rest, keepScalar) : undefined;
    }
    hasAllNullValues(allowScalar) {
        return this.items.every(node => {
            if (!identity.isPair(node))
                return false;
            const n = node.value;
            return (n == null ||
                (allowScalar &&
                    identity.isScalar(n) &&
                    n.value == null &&
                    !n.commentBefore &&
                    !n.comment &&
                    !n.tag));
        });
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     */
    hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
            this.set(key, value);
        }
        else {
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.setIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
}

exports.Collection = Collection;
exports.collectionFromPath = collectionFromPath;
exports.isEmptyPath = isEmptyPath;


/***/ }),

/***/ 5605:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var applyReviver = __nccwpck_require__(7817);
var identity = __nccwpck_require__(1891);
var toJS = __nccwpck_require__(3119);

class NodeBase {
    constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
    }
    /** Create a copy of this node.  */
    clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** A plain JavaScript representation of this node. */
    toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
            throw new TypeError('A document argument is required');
        const ctx = {
            anchors: new Map(),
            doc,
            keep: true,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
}

exports.NodeBase = NodeBase;


/***/ }),

/***/ 5153:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(7616);
var stringifyPair = __nccwpck_require__(9392);
var addPairToJSMap = __nccwpck_require__(1308);
var identity = __nccwpck_require__(1891);

function createPair(key, value, ctx) {
    const k = createNode.createNode(key, undefined, ctx);
    const v = createNode.createNode(value, undefined, ctx);
    return new Pair(k, v);
}
class Pair {
    constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
    }
    clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
            key = key.clone(schema);
        if (identity.isNode(value))
            value = value.clone(schema);
        return new Pair(key, value);
    }
    toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
    }
    toString(ctx, onComment, onChompKeep) {
        return ctx?.doc
            ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep)
            : JSON.stringify(this);
    }
}

exports.Pair = Pair;
exports.createPair = createPair;


/***/ }),

/***/ 4305:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var Node = __nccwpck_require__(5605);
var toJS = __nccwpck_require__(3119);

const isScalarValue = (value) => !value || (typeof value !== 'function' && typeof value !== 'object');
class Scalar extends Node.NodeBase {
    constructor(value) {
        super(identity.SCALAR);
        this.value = value;
    }
    toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
    }
    toString() {
        return String(this.value);
    }
}
Scalar.BLOCK_FOLDED = 'BLOCK_FOLDED';
Scalar.BLOCK_LITERAL = 'BLOCK_LITERAL';
Scalar.PLAIN = 'PLAIN';
Scalar.QUOTE_DOUBLE = 'QUOTE_DOUBLE';
Scalar.QUOTE_SINGLE = 'QUOTE_SINGLE';

exports.Scalar = Scalar;
exports.isScalarValue = isScalarValue;


/***/ }),

/***/ 2938:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyCollection = __nccwpck_require__(3008);
var addPairToJSMap = __nccwpck_require__(1308);
var Collection = __nccwpck_require__(1633);
var identity = __nccwpck_require__(1891);
var Pair = __nccwpck_require__(5153);
var Scalar = __nccwpck_require__(4305);

function findPair(items, key) {
    const k = identity.isScalar(key) ? key.value : key;
    for (const it of items) {
        if (identity.isPair(it)) {
            if (it.key === key || it.key === k)
                return it;
            if (identity.isScalar(it.key) && it.key.value === k)
                return it;
        }
    }
    return undefined;
}
class YAMLMap extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:map';
    }
    constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
    }
    /**
     * A generic collection parsing method that can be extended
     * to other node classes that inherit from YAMLMap
     */
    static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = (key, value) => {
            if (typeof replacer === 'function')
                value = replacer.call(obj, key, value);
            else if (Array.isArray(replacer) && !replacer.includes(key))
                return;
            if (value !== undefined || keepUndefined)
                map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
            for (const [key, value] of obj)
                add(key, value);
        }
        else if (obj && typeof obj === 'object') {
            for (const key of Object.keys(obj))
                add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === 'function') {
            map.items.sort(schema.sortMapEntries);
        }
        return map;
    }
    /**
     * Adds a value to the collection.
     *
     * @param overwrite - If not set `true`, using a key that is already in the
     *   collection will throw. Otherwise, overwrites the previous value.
     */
    add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
            _pair = pair;
        else if (!pair || typeof pair !== 'object' || !('key' in pair)) {
            // In TypeScript, this never happens.
            _pair = new Pair.Pair(pair, pair?.value);
        }
        else
            _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
            if (!overwrite)
                throw new Error(`Key ${_pair.key} already set`);
            // For scalars, keep the old node & its comments and anchors
            if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
                prev.value.value = _pair.value;
            else
                prev.value = _pair.value;
        }
        else if (sortEntries) {
            const i = this.items.findIndex(item => sortEntries(_pair, item) < 0);
            if (i === -1)
                this.items.push(_pair);
            else
                this.items.splice(i, 0, _pair);
        }
        else {
            this.items.push(_pair);
        }
    }
    delete(key) {
        const it = findPair(this.items, key);
        if (!it)
            return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? undefined;
    }
    has(key) {
        return !!findPair(this.items, key);
    }
    set(key, value) {
        this.add(new Pair.Pair(key, value), true);
    }
    /**
     * @param ctx - Conversion context, originally set in Document#toJS()
     * @param {Class} Type - If set, forces the returned collection type
     * @returns Instance of Type, Map, or Object
     */
    toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? new Map() : {};
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const item of this.items)
            addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        for (const item of this.items) {
            if (!identity.isPair(item))
                throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
            ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '',
            flowChars: { start: '{', end: '}' },
            itemIndent: ctx.indent || '',
            onChompKeep,
            onComment
        });
    }
}

exports.YAMLMap = YAMLMap;
exports.findPair = findPair;


/***/ }),

/***/ 3571:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(7616);
var stringifyCollection = __nccwpck_require__(3008);
var Collection = __nccwpck_require__(1633);
var identity = __nccwpck_require__(1891);
var Scalar = __nccwpck_require__(4305);
var toJS = __nccwpck_require__(3119);

class YAMLSeq extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:seq';
    }
    constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
    }
    add(value) {
        this.items.push(value);
    }
    /**
     * Removes a value from the collection.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     *
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return undefined;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     */
    has(key) {
        const idx = asItemIndex(key);
        return typeof idx === 'number' && idx < this.items.length;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     *
     * If `key` does not contain a representation of an integer, this will throw.
     * It may be wrapped in a `Scalar`.
     */
    set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
            prev.value = value;
        else
            this.items[idx] = value;
    }
    toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
            ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
            seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '- ',
            flowChars: { start: '[', end: ']' },
            itemIndent: (ctx.indent || '') + '  ',
            onChompKeep,
            onComment
        });
    }
    static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
            let i = 0;
            for (let it of obj) {
                if (typeof replacer === 'function') {
                    const key = obj instanceof Set ? it : String(i++);
                    it = replacer.call(obj, key, it);
                }
                seq.items.push(createNode.createNode(it, undefined, ctx));
            }
        }
        return seq;
    }
}
function asItemIndex(key) {
    let idx = identity.isScalar(key) ? key.value : key;
    if (idx && typeof idx === 'string')
        idx = Number(idx);
    return typeof idx === 'number' && Number.isInteger(idx) && idx >= 0
        ? idx
        : null;
}

exports.YAMLSeq = YAMLSeq;


/***/ }),

/***/ 1308:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var log = __nccwpck_require__(6669);
var merge = __nccwpck_require__(4376);
var stringify = __nccwpck_require__(3376);
var identity = __nccwpck_require__(1891);
var toJS = __nccwpck_require__(3119);

function addPairToJSMap(ctx, map, { key, value }) {
    if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
    // TODO: Should drop this special case for bare << handling
    else if (merge.isMergeKey(ctx, key))
        merge.addMergeToJSMap(ctx, map, value);
    else {
        const jsKey = toJS.toJS(key, '', ctx);
        if (map instanceof Map) {
            map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        }
        else if (map instanceof Set) {
            map.add(jsKey);
        }
        else {
            const stringKey = stringifyKey(key, jsKey, ctx);
            const jsValue = toJS.toJS(value, stringKey, ctx);
            if (stringKey in map)
                Object.defineProperty(map, stringKey, {
                    value: jsValue,
                    writable: true,
                    enumerable: true,
                    configurable: true
                });
            else
                map[stringKey] = jsValue;
        }
    }
    return map;
}
function stringifyKey(key, jsKey, ctx) {
    if (jsKey === null)
        return '';
    // eslint-disable-next-line @typescript-eslint/no-base-to-string
    if (typeof jsKey !== 'object')
        return String(jsKey);
    if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = new Set();
        for (const node of ctx.anchors.keys())
            strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
            let jsonStr = JSON.stringify(strKey);
            if (jsonStr.length > 40)
                jsonStr = jsonStr.substring(0, 36) + '..."';
            log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
            ctx.mapKeyWarned = true;
        }
        return strKey;
    }
    return JSON.stringify(jsKey);
}

exports.addPairToJSMap = addPairToJSMap;


/***/ }),

/***/ 1891:
/***/ ((__unused_webpack_module, exports) => {



const ALIAS = Symbol.for('yaml.alias');
const DOC = Symbol.for('yaml.document');
const MAP = Symbol.for('yaml.map');
const PAIR = Symbol.for('yaml.pair');
const SCALAR = Symbol.for('yaml.scalar');
const SEQ = Symbol.for('yaml.seq');
const NODE_TYPE = Symbol.for('yaml.node.type');
const isAlias = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === ALIAS;
const isDocument = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === DOC;
const isMap = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === MAP;
const isPair = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === PAIR;
const isScalar = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SCALAR;
const isSeq = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SEQ;
function isCollection(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case MAP:
            case SEQ:
                return true;
        }
    return false;
}
function isNode(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case ALIAS:
            case MAP:
            case SCALAR:
            case SEQ:
                return true;
        }
    return false;
}
const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;

exports.ALIAS = ALIAS;
exports.DOC = DOC;
exports.MAP = MAP;
exports.NODE_TYPE = NODE_TYPE;
exports.PAIR = PAIR;
exports.SCALAR = SCALAR;
exports.SEQ = SEQ;
exports.hasAnchor = hasAnchor;
exports.isAlias = isAlias;
exports.isCollection = isCollection;
exports.isDocument = isDocument;
exports.isMap = isMap;
exports.isNode = isNode;
exports.isPair = isPair;
exports.isScalar = isScalar;
exports.isSeq = isSeq;


/***/ }),

/***/ 3119:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);

/**
 * Recursively convert any node or its contents to native JavaScript
 *
 * @param value - The input value
 * @param arg - If `value` defines a `toJSON()` method, use this
 *   as its first argument
 * @param ctx - Conversion context, originally set in Document#toJS(). If
 *   `{ keep: true }` is not set, output should be suitable for JSON
 *   stringification.
 */
function toJS(value, arg, ctx) {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return
    if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
    if (value && typeof value.toJSON === 'function') {
        // eslint-disable-next-line @typescript-eslint/no-unsafe-call
        if (!ctx || !identity.hasAnchor(value))
            return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: undefined };
        ctx.anchors.set(value, data);
        ctx.onCreate = res => {
            data.res = res;
            delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
            ctx.onCreate(res);
        return res;
    }
    if (typeof value === 'bigint' && !ctx?.keep)
        return Number(value);
    return value;
}

exports.toJS = toJS;


/***/ }),

/***/ 6242:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var resolveBlockScalar = __nccwpck_require__(293);
var resolveFlowScalar = __nccwpck_require__(7686);
var errors = __nccwpck_require__(7460);
var stringifyString = __nccwpck_require__(3665);

function resolveAsScalar(token, strict = true, onError) {
    if (token) {
        const _onError = (pos, code, message) => {
            const offset = typeof pos === 'number' ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
            if (onError)
                onError(offset, code, message);
            else
                throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
            case 'block-scalar':
                return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
    }
    return null;
}
/**
 * Create a new scalar token with `value`
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.indent The indent level of the token.
 * @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
 * @param context.offset The offset position of the token.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function createScalarToken(value, context) {
    const { implicitKey = false, indent, inFlow = false, offset = -1, type = 'PLAIN' } = context;
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    const end = context.end ?? [
        { type: 'newline', offset: -1, indent, source: '\n' }
    ];
    switch (source[0]) {
        case '|':
        case '>': {
            const he = source.indexOf('\n');
            const head = source.substring(0, he);
            const body = source.substring(he + 1) + '\n';
            const props = [
                { type: 'block-scalar-header', offset, indent, source: head }
            ];
            if (!addEndtoBlockProps(props, end))
                props.push({ type: 'newline', offset: -1, indent, source: '\n' });
            return { type: 'block-scalar', offset, indent, props, source: body };
        }
        case '"':
            return { type: 'double-quoted-scalar', offset, indent, source, end };
        case "'":
            return { type: 'single-quoted-scalar', offset, indent, source, end };
        default:
            return { type: 'scalar', offset, indent, source, end };
    }
}
/**
 * Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
 *
 * Best efforts are made to retain any comments previously associated with the `token`,
 * though all contents within a collection's `items` will be overwritten.
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.afterKey In most cases, values after a key should have an additional level of indentation.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function setScalarValue(token, value, context = {}) {
    let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
    let indent = 'indent' in token ? token.indent : null;
    if (afterKey && typeof indent === 'number')
        indent += 2;
    if (!type)
        switch (token.type) {
            case 'single-quoted-scalar':
                type = 'QUOTE_SINGLE';
                break;
            case 'double-quoted-scalar':
                type = 'QUOTE_DOUBLE';
                break;
            case 'block-scalar': {
                const header = token.props[0];
                if (header.type !== 'block-scalar-header')
                    throw new Error('Invalid block scalar header');
                type = header.source[0] === '>' ? 'BLOCK_FOLDED' : 'BLOCK_LITERAL';
                break;
            }
            default:
                type = 'PLAIN';
        }
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    switch (source[0]) {
        case '|':
        case '>':
            setBlockScalarValue(token, source);
            break;
        case '"':
            setFlowScalarValue(token, source, 'double-quoted-scalar');
            break;
        case "'":
            setFlowScalarValue(token, source, 'single-quoted-scalar');
            break;
        default:
            setFlowScalarValue(token, source, 'scalar');
    }
}
function setBlockScalarValue(token, source) {
    const he = source.indexOf('\n');
    const head = source.substring(0, he);
    const body = source.substring(he + 1) + '\n';
    if (token.type === 'block-scalar') {
        const header = token.props[0];
        if (header.type !== 'block-scalar-header')
            throw new Error('Invalid block scalar header');
        header.source = head;
        token.source = body;
    }
    else {
        const { offset } = token;
        const indent = 'indent' in token ? token.indent : -1;
        const props = [
            { type: 'block-scalar-header', offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, 'end' in token ? token.end : undefined))
            props.push({ type: 'newline', offset: -1, indent, source: '\n' });
        for (const key of Object.keys(token))
            if (key !== 'type' && key !== 'offset')
                delete token[key];
        Object.assign(token, { type: 'block-scalar', indent, props, source: body });
    }
}
/** @returns `true` if last token is a newline */
function addEndtoBlockProps(props, end) {
    if (end)
        for (const st of end)
            switch (st.type) {
                case 'space':
                case 'comment':
                    props.push(st);
                    break;
                case 'newline':
                    props.push(st);
                    return true;
            }
    return false;
}
function setFlowScalarValue(token, source, type) {
    switch (token.type) {
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            token.type = type;
            token.source = source;
            break;
        case 'block-scalar': {
            const end = token.props.slice(1);
            let oa = source.length;
            if (token.props[0].type === 'block-scalar-header')
                oa -= token.props[0].source.length;
            for (const tok of end)
                tok.offset += oa;
            delete token.props;
            Object.assign(token, { type, source, end });
            break;
        }
        case 'block-map':
        case 'block-seq': {
            const offset = token.offset + source.length;
            const nl = { type: 'newline', offset, indent: token.indent, source: '\n' };
            delete token.items;
            Object.assign(token, { type, source, end: [nl] });
            break;
        }
        default: {
            const indent = 'indent' in token ? token.indent : -1;
            const end = 'end' in token && Array.isArray(token.end)
                ? token.end.filter(st => st.type === 'space' ||
                    st.type === 'comment' ||
                    st.type === 'newline')
                : [];
            for (const key of Object.keys(token))
                if (key !== 'type' && key !== 'offset')
                    delete token[key];
            Object.assign(token, { type, indent, source, end });
        }
    }
}

exports.createScalarToken = createScalarToken;
exports.resolveAsScalar = resolveAsScalar;
exports.setScalarValue = setScalarValue;


/***/ }),

/***/ 2393:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringify a CST document, token, or collection item
 *
 * Fair warning: This applies no validation whatsoever, and
 * simply concatenates the sources in their logical order.
 */
const stringify = (cst) => 'type' in cst ? stringifyToken(cst) : stringifyItem(cst);
function stringifyToken(token) {
    switch (token.type) {
        case 'block-scalar': {
            let res = '';
            for (const tok of token.props)
                res += stringifyToken(tok);
            return res + token.source;
        }
        case 'block-map':
        case 'block-seq': {
            let res = '';
            for (const item of token.items)
                res += stringifyItem(item);
            return res;
        }
        case 'flow-collection': {
            let res = token.start.source;
            for (const item of token.items)
                res += stringifyItem(item);
            for (const st of token.end)
                res += st.source;
            return res;
        }
        case 'document': {
            let res = stringifyItem(token);
            if (token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
        default: {
            let res = token.source;
            if ('end' in token && token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
    }
}
function stringifyItem({ start, key, sep, value }) {
    let res = '';
    for (const st of start)
        res += st.source;
    if (key)
        res += stringifyToken(key);
    if (sep)
        for (const st of sep)
            res += st.source;
    if (value)
        res += stringifyToken(value);
    return res;
}

exports.stringify = stringify;


/***/ }),

/***/ 5207:
/***/ ((__unused_webpack_module, exports) => {



const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove item');
/**
 * Apply a visitor to a CST document or item.
 *
 * Walks through the tree (depth-first) starting from the root, calling a
 * `visitor` function with two arguments when entering each item:
 *   - `item`: The current item, which included the following members:
 *     - `start: SourceToken[]` – Source tokens before the key or value,
 *       possibly including its anchor or tag.
 *     - `key?: Token | null` – Set for pair values. May then be `null`, if
 *       the key before the `:` separator is empty.
 *     - `sep?: SourceToken[]` – Source tokens between the key and the value,
 *       which should include the `:` map value indicator if `value` is set.
 *     - `value?: Token` – The value of a sequence item, or of a map pair.
 *   - `path`: The steps from the root to the current node, as an array of
 *     `['key' | 'value', number]` tuples.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this token, continue with
 *      next sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current item, then continue with the next one
 *   - `number`: Set the index of the next step. This is useful especially if
 *     the index of the current token has changed.
 *   - `function`: Define the next visitor for this item. After the original
 *     visitor is called on item entry, next visitors are called after handling
 *     a non-empty `key` and when exiting the item.
 */
function visit(cst, visitor) {
    if ('type' in cst && cst.type === 'document')
        cst = { start: cst.start, value: cst.value };
    _visit(Object.freeze([]), cst, visitor);
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current item */
visit.SKIP = SKIP;
/** Remove the current item */
visit.REMOVE = REMOVE;
/** Find the item at `path` from `cst` as the root */
visit.itemAtPath = (cst, path) => {
    let item = cst;
    for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && 'items' in tok) {
            item = tok.items[index];
        }
        else
            return undefined;
    }
    return item;
};
/**
 * Get the immediate parent collection of the item at `path` from `cst` as the root.
 *
 * Throws an error if the collection is not found, which should never happen if the item itself exists.
 */
visit.parentCollection = (cst, path) => {
    const parent = visit.itemAtPath(cst, path.slice(0, -1));
    const field = path[path.length - 1][0];
    const coll = parent?.[field];
    if (coll && 'items' in coll)
        return coll;
    throw new Error('Parent collection not found');
};
function _visit(path, item, visitor) {
    let ctrl = visitor(item, path);
    if (typeof ctrl === 'symbol')
        return ctrl;
    for (const field of ['key', 'value']) {
        const token = item[field];
        if (token && 'items' in token) {
            for (let i = 0; i < token.items.length; ++i) {
                const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    token.items.splice(i, 1);
                    i -= 1;
                }
            }
            if (typeof ctrl === 'function' && field === 'key')
                ctrl = ctrl(item, path);
        }
    }
    return typeof ctrl === 'function' ? ctrl(item, path) : ctrl;
}

exports.visit = visit;


/***/ }),

/***/ 3921:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cstScalar = __nccwpck_require__(6242);
var cstStringify = __nccwpck_require__(2393);
var cstVisit = __nccwpck_require__(5207);

/** The byte order mark */
const BOM = '\u{FEFF}';
/** Start of doc-mode */
const DOCUMENT = '\x02'; // C0: Start of Text
/** Unexpected end of flow-mode */
const FLOW_END = '\x18'; // C0: Cancel
/** Next token is a scalar value */
const SCALAR = '\x1f'; // C0: Unit Separator
/** @returns `true` if `token` is a flow or block collection */
const isCollection = (token) => !!token && 'items' in token;
/** @returns `true` if `token` is a flow or block scalar; not an alias */
const isScalar = (token) => !!token &&
    (token.type === 'scalar' ||
        token.type === 'single-quoted-scalar' ||
        token.type === 'double-quoted-scalar' ||
        token.type === 'block-scalar');
/* istanbul ignore next */
/** Get a printable representation of a lexer token */
function prettyToken(token) {
    switch (token) {
        case BOM:
            return '<BOM>';
        case DOCUMENT:
            return '<DOC>';
        case FLOW_END:
            return '<FLOW_END>';
        case SCALAR:
            return '<SCALAR>';
        default:
            return JSON.stringify(token);
    }
}
/** Identify the type of a lexer token. May return `null` for unknown tokens. */
function tokenType(source) {
    switch (source) {
        case BOM:
            return 'byte-order-mark';
        case DOCUMENT:
            return 'doc-mode';
        case FLOW_END:
            return 'flow-error-end';
        case SCALAR:
            return 'scalar';
        case '---':
            return 'doc-start';
        case '...':
            return 'doc-end';
        case '':
        case '\n':
        case '\r\n':
            return 'newline';
        case '-':
            return 'seq-item-ind';
        case '?':
            return 'explicit-key-ind';
        case ':':
            return 'map-value-ind';
        case '{':
            return 'flow-map-start';
        case '}':
            return 'flow-map-end';
        case '[':
            return 'flow-seq-start';
        case ']':
            return 'flow-seq-end';
        case ',':
            return 'comma';
    }
    switch (source[0]) {
        case ' ':
        case '\t':
            return 'space';
        case '#':
            return 'comment';
        case '%':
            return 'directive-line';
        case '*':
            return 'alias';
        case '&':
            return 'anchor';
        case '!':
            return 'tag';
        case "'":
            return 'single-quoted-scalar';
        case '"':
            return 'double-quoted-scalar';
        case '|':
        case '>':
            return 'block-scalar-header';
    }
    return null;
}

exports.createScalarToken = cstScalar.createScalarToken;
exports.resolveAsScalar = cstScalar.resolveAsScalar;
exports.setScalarValue = cstScalar.setScalarValue;
exports.stringify = cstStringify.stringify;
exports.visit = cstVisit.visit;
exports.BOM = BOM;
exports.DOCUMENT = DOCUMENT;
exports.FLOW_END = FLOW_END;
exports.SCALAR = SCALAR;
exports.isCollection = isCollection;
exports.isScalar = isScalar;
exports.prettyToken = prettyToken;
exports.tokenType = tokenType;


/***/ }),

/***/ 1893:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cst = __nccwpck_require__(3921);

/*
START -> stream

stream
  directive -> line-end -> stream
  indent + line-end -> stream
  [else] -> line-start

line-end
  comment -> line-end
  newline -> .
  input-end -> END

line-start
  doc-start -> doc
  doc-end -> stream
  [else] -> indent -> block-start

block-start
  seq-item-start -> block-start
  explicit-key-start -> block-start
  map-value-start -> block-start
  [else] -> doc

doc
  line-end -> line-start
  spaces -> doc
  anchor -> doc
  tag -> doc
  flow-start -> flow -> doc
  flow-end -> error -> doc
  seq-item-start -> error -> doc
  explicit-key-start -> error -> doc
  map-value-start -> doc
  alias -> doc
  quote-start -> quoted-scalar -> doc
  block-scalar-header -> line-end -> block-scalar(min) -> line-start
  [else] -> plain-scalar(false, min) -> doc

flow
  line-end -> flow
  spaces -> flow
  anchor -> flow
  tag -> flow
  flow-start -> flow -> flow
  flow-end -> .
  seq-item-start -> error -> flow
  explicit-key-start -> flow
  map-value-start -> flow
  alias -> flow
  quote-start -> quoted-scalar -> flow
  comma -> flow
  [else] -> plain-scalar(true, 0) -> flow

quoted-scalar
  quote-end -> .
  [else] -> quoted-scalar

block-scalar(min)
  newline + peek(indent < min) -> .
  [else] -> block-scalar(min)

plain-scalar(is-flow, min)
  scalar-end(is-flow) -> .
  peek(newline + (indent < min)) -> .
  [else] -> plain-scalar(min)
*/
function isEmpty(ch) {
    switch (ch) {
        case undefined:
        case ' ':
        case '\n':
        case '\r':
        case '\t':
            return true;
        default:
            return false;
    }
}
const hexDigits = new Set('0123456789ABCDEFabcdef');
const tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
const flowIndicatorChars = new Set(',[]{}');
const invalidAnchorChars = new Set(' ,[]{}\n\r\t');
const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
/**
 * Splits an input string into lexical tokens, i.e. smaller strings that are
 * easily identifiable by `tokens.tokenType()`.
 *
 * Lexing starts always in a "stream" context. Incomplete input may be buffered
 * until a complete token can be emitted.
 *
 * In addition to slices of the original input, the following control characters
 * may also be emitted:
 *
 * - `\x02` (Start of Text): A document starts with the next token
 * - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
 * - `\x1f` (Unit Separator): Next token is a scalar value
 * - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
 */
class Lexer {
    constructor() {
        /**
         * Flag indicating whether the end of the current buffer marks the end of
         * all input
         */
        this.atEnd = false;
        /**
         * Explicit indent set in block scalar header, as an offset from the current
         * minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
         * explicitly set.
         */
        this.blockScalarIndent = -1;
        /**
         * Block scalars that include a + (keep) chomping indicator in their header
         * include trailing empty lines, which are otherwise excluded from the
         * scalar's contents.
         */
        this.blockScalarKeep = false;
        /** Current input */
        this.buffer = '';
        /**
         * Flag noting whether the map value indicator : can immediately follow this
         * node within a flow context.
         */
        this.flowKey = false;
        /** Count of surrounding flow collection levels. */
        this.flowLevel = 0;
        /**
         * Minimum level of indentation required for next lines to be parsed as a
         * part of the current scalar value.
         */
        this.indentNext = 0;
        /** Indentation level of the current line. */
        this.indentValue = 0;
        /** Position of the next \n character. */
        this.lineEndPos = null;
        /** Stores the state of the lexer if reaching the end of incpomplete input */
        this.next = null;
        /** A pointer to `buffer`; the current position of the lexer. */
        this.pos = 0;
    }
    /**
     * Generate YAML tokens from the `source` string. If `incomplete`,
     * a part of the last line may be left as a buffer for the next call.
     *
     * @returns A generator of lexical tokens
     */
    *lex(source, incomplete = false) {
        if (source) {
            if (typeof source !== 'string')
                throw TypeError('source is not a string');
            this.buffer = this.buffer ? this.buffer + source : source;
            this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? 'stream';
        while (next && (incomplete || this.hasChars(1)))
            next = yield* this.parseNext(next);
    }
    atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === ' ' || ch === '\t')
            ch = this.buffer[++i];
        if (!ch || ch === '#' || ch === '\n')
            return true;
        if (ch === '\r')
            return this.buffer[i + 1] === '\n';
        return false;
    }
    charAt(n) {
        return this.buffer[this.pos + n];
    }
    continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
            let indent = 0;
            while (ch === ' ')
                ch = this.buffer[++indent + offset];
            if (ch === '\r') {
                const next = this.buffer[indent + offset + 1];
                if (next === '\n' || (!next && !this.atEnd))
                    return offset + indent + 1;
            }
            return ch === '\n' || indent >= this.indentNext || (!ch && !this.atEnd)
                ? offset + indent
                : -1;
        }
        if (ch === '-' || ch === '.') {
            const dt = this.buffer.substr(offset, 3);
            if ((dt === '---' || dt === '...') && isEmpty(this.buffer[offset + 3]))
                return -1;
        }
        return offset;
    }
    getLine() {
        let end = this.lineEndPos;
        if (typeof end !== 'number' || (end !== -1 && end < this.pos)) {
            end = this.buffer.indexOf('\n', this.pos);
            this.lineEndPos = end;
        }
        if (end === -1)
            return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === '\r')
            end -= 1;
        return this.buffer.substring(this.pos, end);
    }
    hasChars(n) {
        return this.pos + n <= this.buffer.length;
    }
    setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
    }
    peek(n) {
        return this.buffer.substr(this.pos, n);
    }
    *parseNext(next) {
        switch (next) {
            case 'stream':
                return yield* this.parseStream();
            case 'line-start':
                return yield* this.parseLineStart();
            case 'block-start':
                return yield* this.parseBlockStart();
            case 'doc':
                return yield* this.parseDocument();
            case 'flow':
                return yield* this.parseFlowCollection();
            case 'quoted-scalar':
                return yield* this.parseQuotedScalar();
            case 'block-scalar':
                return yield* this.parseBlockScalar();
            case 'plain-scalar':
                return yield* this.parsePlainScalar();
        }
    }
    *parseStream() {
        let line = this.getLine();
        if (line === null)
            return this.setNext('stream');
        if (line[0] === cst.BOM) {
            yield* this.pushCount(1);
            line = line.substring(1);
        }
        if (line[0] === '%') {
            let dirEnd = line.length;
            let cs = line.indexOf('#');
            while (cs !== -1) {
                const ch = line[cs - 1];
                if (ch === ' ' || ch === '\t') {
                    dirEnd = cs - 1;
                    break;
                }
                else {
                    cs = line.indexOf('#', cs + 1);
                }
            }
            while (true) {
                const ch = line[dirEnd - 1];
                if (ch === ' ' || ch === '\t')
                    dirEnd -= 1;
                else
                    break;
            }
            const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
            yield* this.pushCount(line.length - n); // possible comment
            this.pushNewline();
            return 'stream';
        }
        if (this.atLineEnd()) {
            const sp = yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - sp);
            yield* this.pushNewline();
            return 'stream';
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
    }
    *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
            return this.setNext('line-start');
        if (ch === '-' || ch === '.') {
            if (!this.atEnd && !this.hasChars(4))
                return this.setNext('line-start');
            const s = this.peek(3);
            if ((s === '---' || s === '...') && isEmpty(this.charAt(3))) {
                yield* this.pushCount(3);
                this.indentValue = 0;
                this.indentNext = 0;
                return s === '---' ? 'doc' : 'stream';
            }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
            this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
    }
    *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
            return this.setNext('block-start');
        if ((ch0 === '-' || ch0 === '?' || ch0 === ':') && isEmpty(ch1)) {
            const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
            this.indentNext = this.indentValue + 1;
            this.indentValue += n;
            return 'block-start';
        }
        return 'doc';
    }
    *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
            return this.setNext('doc');
        let n = yield* this.pushIndicators();
        switch (line[n]) {
            case '#':
                yield* this.pushCount(line.length - n);
            // fallthrough
            case undefined:
                yield* this.pushNewline();
                return yield* this.parseLineStart();
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel = 1;
                return 'flow';
            case '}':
            case ']':
                // this is an error
                yield* this.pushCount(1);
                return 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'doc';
            case '"':
            case "'":
                return yield* this.parseQuotedScalar();
            case '|':
            case '>':
                n += yield* this.parseBlockScalarHeader();
                n += yield* this.pushSpaces(true);
                yield* this.pushCount(line.length - n);
                yield* this.pushNewline();
                return yield* this.parseBlockScalar();
            default:
                return yield* this.parsePlainScalar();
        }
    }
    *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
            nl = yield* this.pushNewline();
            if (nl > 0) {
                sp = yield* this.pushSpaces(false);
                this.indentValue = indent = sp;
            }
            else {
                sp = 0;
            }
            sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
            return this.setNext('flow');
        if ((indent !== -1 && indent < this.indentNext && line[0] !== '#') ||
            (indent === 0 &&
                (line.startsWith('---') || line.startsWith('...')) &&
                isEmpty(line[3]))) {
            // Allowing for the terminal ] or } at the same (rather than greater)
            // indent level as the initial [ or { is technically invalid, but
            // failing here would be surprising to users.
            const atFlowEndMarker = indent === this.indentNext - 1 &&
                this.flowLevel === 1 &&
                (line[0] === ']' || line[0] === '}');
            if (!atFlowEndMarker) {
                // this is an error
                this.flowLevel = 0;
                yield cst.FLOW_END;
                return yield* this.parseLineStart();
            }
        }
        let n = 0;
        while (line[n] === ',') {
            n += yield* this.pushCount(1);
            n += yield* this.pushSpaces(true);
            this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
            case undefined:
                return 'flow';
            case '#':
                yield* this.pushCount(line.length - n);
                return 'flow';
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel += 1;
                return 'flow';
            case '}':
            case ']':
                yield* this.pushCount(1);
                this.flowKey = true;
                this.flowLevel -= 1;
                return this.flowLevel ? 'flow' : 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'flow';
            case '"':
            case "'":
                this.flowKey = true;
                return yield* this.parseQuotedScalar();
            case ':': {
                const next = this.charAt(1);
                if (this.flowKey || isEmpty(next) || next === ',') {
                    this.flowKey = false;
                    yield* this.pushCount(1);
                    yield* this.pushSpaces(true);
                    return 'flow';
                }
            }
            // fallthrough
            default:
                this.flowKey = false;
                return yield* this.parsePlainScalar();
        }
    }
    *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
            while (end !== -1 && this.buffer[end + 1] === "'")
                end = this.buffer.indexOf("'", end + 2);
        }
        else {
            // double-quote
            while (end !== -1) {
                let n = 0;
                while (this.buffer[end - 1 - n] === '\\')
                    n += 1;
                if (n % 2 === 0)
                    break;
                end = this.buffer.indexOf('"', end + 1);
            }
        }
        // Only looking for newlines within the quotes
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf('\n', this.pos);
        if (nl !== -1) {
            while (nl !== -1) {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = qb.indexOf('\n', cs);
            }
            if (nl !== -1) {
                // this is an error caused by an unexpected unindent
                end = nl - (qb[nl - 1] === '\r' ? 2 : 1);
            }
        }
        if (end === -1) {
            if (!this.atEnd)
                return this.setNext('quoted-scalar');
            end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? 'flow' : 'doc';
    }
    *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
            const ch = this.buffer[++i];
            if (ch === '+')
                this.blockScalarKeep = true;
            else if (ch > '0' && ch <= '9')
                this.blockScalarIndent = Number(ch) - 1;
            else if (ch !== '-')
                break;
        }
        return yield* this.pushUntil(ch => isEmpty(ch) || ch === '#');
    }
    *parseBlockScalar() {
        let nl = this.pos - 1; // may be -1 if this.pos === 0
        let indent = 0;
        let ch;
        loop: for (let i = this.pos; (ch = this.buffer[i]); ++i) {
            switch (ch) {
                case ' ':
                    indent += 1;
                    break;
                case '\n':
                    nl = i;
                    indent = 0;
                    break;
                case '\r': {
                    const next = this.buffer[i + 1];
                    if (!next && !this.atEnd)
                        return this.setNext('block-scalar');
                    if (next === '\n')
                        break;
                } // fallthrough
                default:
                    break loop;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('block-scalar');
        if (indent >= this.indentNext) {
            if (this.blockScalarIndent === -1)
                this.indentNext = indent;
            else {
                this.indentNext =
                    this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
            }
            do {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = this.buffer.indexOf('\n', cs);
            } while (nl !== -1);
            if (nl === -1) {
                if (!this.atEnd)
                    return this.setNext('block-scalar');
                nl = this.buffer.length;
            }
        }
        // Trailing insufficiently indented tabs are invalid.
        // To catch that during parsing, we include them in the block scalar value.
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === ' ')
            ch = this.buffer[++i];
        if (ch === '\t') {
            while (ch === '\t' || ch === ' ' || ch === '\r' || ch === '\n')
                ch = this.buffer[++i];
            nl = i - 1;
        }
        else if (!this.blockScalarKeep) {
            do {
                let i = nl - 1;
                let ch = this.buffer[i];
                if (ch === '\r')
                    ch = this.buffer[--i];
                const lastChar = i; // Drop the line if last char not more indented
                while (ch === ' ')
                    ch = this.buffer[--i];
                if (ch === '\n' && i >= this.pos && i + 1 + indent > lastChar)
                    nl = i;
                else
                    break;
            } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
    }
    *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while ((ch = this.buffer[++i])) {
            if (ch === ':') {
                const next = this.buffer[i + 1];
                if (isEmpty(next) || (inFlow && flowIndicatorChars.has(next)))
                    break;
                end = i;
            }
            else if (isEmpty(ch)) {
                let next = this.buffer[i + 1];
                if (ch === '\r') {
                    if (next === '\n') {
                        i += 1;
                        ch = '\n';
                        next = this.buffer[i + 1];
                    }
                    else
                        end = i;
                }
                if (next === '#' || (inFlow && flowIndicatorChars.has(next)))
                    break;
                if (ch === '\n') {
                    const cs = this.continueScalar(i + 1);
                    if (cs === -1)
                        break;
                    i = Math.max(i, cs - 2); // to advance, but still account for ' #'
                }
            }
            else {
                if (inFlow && flowIndicatorChars.has(ch))
                    break;
                end = i;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('plain-scalar');
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? 'flow' : 'doc';
    }
    *pushCount(n) {
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos += n;
            return n;
        }
        return 0;
    }
    *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
            yield s;
            this.pos += s.length;
            return s.length;
        }
        else if (allowEmpty)
            yield '';
        return 0;
    }
    *pushIndicators() {
        let n = 0;
        loop: while (true) {
            switch (this.charAt(0)) {
                case '!':
                    n += yield* this.pushTag();
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '&':
                    n += yield* this.pushUntil(isNotAnchorChar);
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '-': // this is an error
                case '?': // this is an error outside flow collections
                case ':': {
                    const inFlow = this.flowLevel > 0;
                    const ch1 = this.charAt(1);
                    if (isEmpty(ch1) || (inFlow && flowIndicatorChars.has(ch1))) {
                        if (!inFlow)
                            this.indentNext = this.indentValue + 1;
                        else if (this.flowKey)
                            this.flowKey = false;
                        n += yield* this.pushCount(1);
                        n += yield* this.pushSpaces(true);
                        continue loop;
                    }
                }
            }
            break loop;
        }
        return n;
    }
    *pushTag() {
        if (this.charAt(1) === '<') {
            let i = this.pos + 2;
            let ch = this.buffer[i];
            while (!isEmpty(ch) && ch !== '>')
                ch = this.buffer[++i];
            return yield* this.pushToIndex(ch === '>' ? i + 1 : i, false);
        }
        else {
            let i = this.pos + 1;
            let ch = this.buffer[i];
            while (ch) {
                if (tagChars.has(ch))
                    ch = this.buffer[++i];
                else if (ch === '%' &&
                    hexDigits.has(this.buffer[i + 1]) &&
                    hexDigits.has(this.buffer[i + 2])) {
                    ch = this.buffer[(i += 3)];
                }
                else
                    break;
            }
            return yield* this.pushToIndex(i, false);
        }
    }
    *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === '\n')
            return yield* this.pushCount(1);
        else if (ch === '\r' && this.charAt(1) === '\n')
            return yield* this.pushCount(2);
        else
            return 0;
    }
    *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
            ch = this.buffer[++i];
        } while (ch === ' ' || (allowTabs && ch === '\t'));
        const n = i - this.pos;
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos = i;
        }
        return n;
    }
    *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
            ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
    }
}

exports.Lexer = Lexer;


/***/ }),

/***/ 2808:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Tracks newlines during parsing in order to provide an efficient API for
 * determining the one-indexed `{ line, col }` position for any offset
 * within the input.
 */
class LineCounter {
    constructor() {
        this.lineStarts = [];
        /**
         * Should be called in ascending order. Otherwise, call
         * `lineCounter.lineStarts.sort()` before calling `linePos()`.
         */
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        /**
         * Performs a binary search and returns the 1-indexed { line, col }
         * position of `offset`. If `line === 0`, `addNewLine` has never been
         * called or `offset` is before the first known newline.
         */
        this.linePos = (offset) => {
            let low = 0;
            let high = this.lineStarts.length;
            while (low < high) {
                const mid = (low + high) >> 1; // Math.floor((low + high) / 2)
                if (this.lineStarts[mid] < offset)
                    low = mid + 1;
                else
                    high = mid;
            }
            if (this.lineStarts[low] === offset)
                return { line: low + 1, col: 1 };
            if (low === 0)
                return { line: 0, col: offset };
            const start = this.lineStarts[low - 1];
            return { line: low, col: offset - start + 1 };
        };
    }
}

exports.LineCounter = LineCounter;


/***/ }),

/***/ 3124:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var cst = __nccwpck_require__(3921);
var lexer = __nccwpck_require__(1893);

function includesToken(list, type) {
    for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
            return true;
    return false;
}
function findNonEmptyIndex(list) {
    for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
            case 'space':
            case 'comment':
            case 'newline':
                break;
            default:
                return i;
        }
    }
    return -1;
}
function isFlowToken(token) {
    switch (token?.type) {
        case 'alias':
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'flow-collection':
            return true;
        default:
            return false;
    }
}
function getPrevProps(parent) {
    switch (parent.type) {
        case 'document':
            return parent.start;
        case 'block-map': {
            const it = parent.items[parent.items.length - 1];
            return it.sep ?? it.start;
        }
        case 'block-seq':
            return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
            return [];
    }
}
/** Note: May modify input array */
function getFirstKeyStartProps(prev) {
    if (prev.length === 0)
        return [];
    let i = prev.length;
    loop: while (--i >= 0) {
        switch (prev[i].type) {
            case 'doc-start':
            case 'explicit-key-ind':
            case 'map-value-ind':
            case 'seq-item-ind':
            case 'newline':
                break loop;
        }
    }
    while (prev[++i]?.type === 'space') {
        /* loop */
    }
    return prev.splice(i, prev.length);
}
function arrayPushArray(target, source) {
    // May exhaust call stack with large `source` array
    if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
    else
        for (let i = 0; i < source.length; ++i)
            target.push(source[i]);
}
function fixFlowSeqItems(fc) {
    if (fc.start.type === 'flow-seq-start') {
        for (const it of fc.items) {
            if (it.sep &&
                !it.value &&
                !includesToken(it.start, 'explicit-key-ind') &&
                !includesToken(it.sep, 'map-value-ind')) {
                if (it.key)
                    it.value = it.key;
                delete it.key;
                if (isFlowToken(it.value)) {
                    if (it.value.end)
                        arrayPushArray(it.value.end, it.sep);
                    else
                        it.value.end = it.sep;
                }
                else
                    arrayPushArray(it.start, it.sep);
                delete it.sep;
            }
        }
    }
}
/**
 * A YAML concrete syntax tree (CST) parser
 *
 * ```ts
 * const src: string = ...
 * for (const token of new Parser().parse(src)) {
 *   // token: Token
 * }
 * ```
 *
 * To use the parser with a user-provided lexer:
 *
 * ```ts
 * function* parse(source: string, lexer: Lexer) {
 *   const parser = new Parser()
 *   for (const lexeme of lexer.lex(source))
 *     yield* parser.next(lexeme)
 *   yield* parser.end()
 * }
 *
 * const src: string = ...
 * const lexer = new Lexer()
 * for (const token of parse(src, lexer)) {
 *   // token: Token
 * }
 * ```
 */
class Parser {
    /**
     * @param onNewLine - If defined, called separately with the start position of
     *   each new line (in `parse()`, including the start of input).
     */
    constructor(onNewLine) {
        /** If true, space and sequence indicators count as indentation */
        this.atNewLine = true;
        /** If true, next token is a scalar value */
        this.atScalar = false;
        /** Current indentation level */
        this.indent = 0;
        /** Current offset since the start of parsing */
        this.offset = 0;
        /** On the same line with a block map key */
        this.onKeyLine = false;
        /** Top indicates the node that's currently being built */
        this.stack = [];
        /** The source of the current token, set in parse() */
        this.source = '';
        /** The type of the current token, set in parse() */
        this.type = '';
        // Must be defined after `next()`
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
    }
    /**
     * Parse `source` as a YAML stream.
     * If `incomplete`, a part of the last line may be left as a buffer for the next call.
     *
     * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
     *
     * @returns A generator of tokens representing each directive, document, and other structure.
     */
    *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
            this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
            yield* this.next(lexeme);
        if (!incomplete)
            yield* this.end();
    }
    /**
     * Advance the parser by the `source` of one lexical token.
     */
    *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
            console.log('|', cst.prettyToken(source));
        if (this.atScalar) {
            this.atScalar = false;
            yield* this.step();
            this.offset += source.length;
            return;
        }
        const type = cst.tokenType(source);
        if (!type) {
            const message = `Not a YAML token: ${source}`;
            yield* this.pop({ type: 'error', offset: this.offset, message, source });
            this.offset += source.length;
        }
        else if (type === 'scalar') {
            this.atNewLine = false;
            this.atScalar = true;
            this.type = 'scalar';
        }
        else {
            this.type = type;
            yield* this.step();
            switch (type) {
                case 'newline':
                    this.atNewLine = true;
                    this.indent = 0;
                    if (this.onNewLine)
                        this.onNewLine(this.offset + source.length);
                    break;
                case 'space':
                    if (this.atNewLine && source[0] === ' ')
                        this.indent += source.length;
                    break;
                case 'explicit-key-ind':
                case 'map-value-ind':
                case 'seq-item-ind':
                    if (this.atNewLine)
                        this.indent += source.length;
                    break;
                case 'doc-mode':
                case 'flow-error-end':
                    return;
                default:
                    this.atNewLine = false;
            }
            this.offset += source.length;
        }
    }
    /** Call at end of input to push out any remaining constructions */
    *end() {
        while (this.stack.length > 0)
            yield* this.pop();
    }
    get sourceToken() {
        const st = {
            type: this.type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
        return st;
    }
    *step() {
        const top = this.peek(1);
        if (this.type === 'doc-end' && top?.type !== 'doc-end') {
            while (this.stack.length > 0)
                yield* this.pop();
            this.stack.push({
                type: 'doc-end',
                offset: this.offset,
                source: this.source
            });
            return;
        }
        if (!top)
            return yield* this.stream();
        switch (top.type) {
            case 'document':
                return yield* this.document(top);
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return yield* this.scalar(top);
            case 'block-scalar':
                return yield* this.blockScalar(top);
            case 'block-map':
                return yield* this.blockMap(top);
            case 'block-seq':
                return yield* this.blockSequence(top);
            case 'flow-collection':
                return yield* this.flowCollection(top);
            case 'doc-end':
                return yield* this.documentEnd(top);
        }
        /* istanbul ignore next should not happen */
        yield* this.pop();
    }
    peek(n) {
        return this.stack[this.stack.length - n];
    }
    *pop(error) {
        const token = error ?? this.stack.pop();
        /* istanbul ignore if should not happen */
        if (!token) {
            const message = 'Tried to pop an empty stack';
            yield { type: 'error', offset: this.offset, source: '', message };
        }
        else if (this.stack.length === 0) {
            yield token;
        }
        else {
            const top = this.peek(1);
            if (token.type === 'block-scalar') {
                // Block scalars use their parent rather than header indent
                token.indent = 'indent' in top ? top.indent : 0;
            }
            else if (token.type === 'flow-collection' && top.type === 'document') {
                // Ignore all indent for top-level flow collections
                token.indent = 0;
            }
            if (token.type === 'flow-collection')
                fixFlowSeqItems(token);
            switch (top.type) {
                case 'document':
                    top.value = token;
                    break;
                case 'block-scalar':
                    top.props.push(token); // error
                    break;
                case 'block-map': {
                    const it = top.items[top.items.length - 1];
                    if (it.value) {
                        top.items.push({ start: [], key: token, sep: [] });
                        this.onKeyLine = true;
                        return;
                    }
                    else if (it.sep) {
                        it.value = token;
                    }
                    else {
                        Object.assign(it, { key: token, sep: [] });
                        this.onKeyLine = !it.explicitKey;
                        return;
                    }
                    break;
                }
                case 'block-seq': {
                    const it = top.items[top.items.length - 1];
                    if (it.value)
                        top.items.push({ start: [], value: token });
                    else
                        it.value = token;
                    break;
                }
                case 'flow-collection': {
                    const it = top.items[top.items.length - 1];
                    if (!it || it.value)
                        top.items.push({ start: [], key: token, sep: [] });
                    else if (it.sep)
                        it.value = token;
                    else
                        Object.assign(it, { key: token, sep: [] });
                    return;
                }
                /* istanbul ignore next should not happen */
                default:
                    yield* this.pop();
                    yield* this.pop(token);
            }
            if ((top.type === 'document' ||
                top.type === 'block-map' ||
                top.type === 'block-seq') &&
                (token.type === 'block-map' || token.type === 'block-seq')) {
                const last = token.items[token.items.length - 1];
                if (last &&
                    !last.sep &&
                    !last.value &&
                    last.start.length > 0 &&
                    findNonEmptyIndex(last.start) === -1 &&
                    (token.indent === 0 ||
                        last.start.every(st => st.type !== 'comment' || st.indent < token.indent))) {
                    if (top.type === 'document')
                        top.end = last.start;
                    else
                        top.items.push({ start: last.start });
                    token.items.splice(-1, 1);
                }
            }
        }
    }
    *stream() {
        switch (this.type) {
            case 'directive-line':
                yield { type: 'directive', offset: this.offset, source: this.source };
                return;
            case 'byte-order-mark':
            case 'space':
            case 'comment':
            case 'newline':
                yield this.sourceToken;
                return;
            case 'doc-mode':
            case 'doc-start': {
                const doc = {
                    type: 'document',
                    offset: this.offset,
                    start: []
                };
                if (this.type === 'doc-start')
                    doc.start.push(this.sourceToken);
                this.stack.push(doc);
                return;
            }
        }
        yield {
            type: 'error',
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML stream`,
            source: this.source
        };
    }
    *document(doc) {
        if (doc.value)
            return yield* this.lineEnd(doc);
        switch (this.type) {
            case 'doc-start': {
                if (findNonEmptyIndex(doc.start) !== -1) {
                    yield* this.pop();
                    yield* this.step();
                }
                else
                    doc.start.push(this.sourceToken);
                return;
            }
            case 'anchor':
            case 'tag':
            case 'space':
            case 'comment':
            case 'newline':
                doc.start.push(this.sourceToken);
                return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
            this.stack.push(bv);
        else {
            yield {
                type: 'error',
                offset: this.offset,
                message: `Unexpected ${this.type} token in YAML document`,
                source: this.source
            };
        }
    }
    *scalar(scalar) {
        if (this.type === 'map-value-ind') {
            const prev = getPrevProps(this.peek(2));
            const start = getFirstKeyStartProps(prev);
            let sep;
            if (scalar.end) {
                sep = scalar.end;
                sep.push(this.sourceToken);
                delete scalar.end;
            }
            else
                sep = [this.sourceToken];
            const map = {
                type: 'block-map',
                offset: scalar.offset,
                indent: scalar.indent,
                items: [{ start, key: scalar, sep }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
        }
        else
            yield* this.lineEnd(scalar);
    }
    *blockScalar(scalar) {
        switch (this.type) {
            case 'space':
            case 'comment':
            case 'newline':
                scalar.props.push(this.sourceToken);
                return;
            case 'scalar':
                scalar.source = this.source;
                // block-scalar source includes trailing newline
                this.atNewLine = true;
                this.indent = 0;
                if (this.onNewLine) {
                    let nl = this.source.indexOf('\n') + 1;
                    while (nl !== 0) {
                        this.onNewLine(this.offset + nl);
                        nl = this.source.indexOf('\n', nl) + 1;
                    }
                }
                yield* this.pop();
                break;
            /* istanbul ignore next should not happen */
            default:
                yield* this.pop();
                yield* this.step();
        }
    }
    *blockMap(map) {
        const it = map.items[map.items.length - 1];
        // it.sep is true-ish if pair already has key or : separator
        switch (this.type) {
            case 'newline':
                this.onKeyLine = false;
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    it.start.push(this.sourceToken);
                }
                return;
            case 'space':
            case 'comment':
                if (it.value) {
                    map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    if (this.atIndentedComment(it.start, map.indent)) {
                        const prev = map.items[map.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            map.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
        }
        if (this.indent >= map.indent) {
            const atMapIndent = !this.onKeyLine && this.indent === map.indent;
            const atNextItem = atMapIndent &&
                (it.sep || it.explicitKey) &&
                this.type !== 'seq-item-ind';
            // For empty nodes, assign newline-separated not indented empty tokens to following node
            let start = [];
            if (atNextItem && it.sep && !it.value) {
                const nl = [];
                for (let i = 0; i < it.sep.length; ++i) {
                    const st = it.sep[i];
                    switch (st.type) {
                        case 'newline':
                            nl.push(i);
                            break;
                        case 'space':
                            break;
                        case 'comment':
                            if (st.indent > map.indent)
                                nl.length = 0;
                            break;
                        default:
                            nl.length = 0;
                    }
                }
                if (nl.length >= 2)
                    start = it.sep.splice(nl[1]);
            }
            switch (this.type) {
                case 'anchor':
                case 'tag':
                    if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        it.sep.push(this.sourceToken);
                    }
                    else {
                        it.start.push(this.sourceToken);
                    }
                    return;
                case 'explicit-key-ind':
                    if (!it.sep && !it.explicitKey) {
                        it.start.push(this.sourceToken);
                        it.explicitKey = true;
                    }
                    else if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start, explicitKey: true });
                    }
                    else {
                        this.stack.push({
                            type: 'block-map',
                            offset: this.offset,
                            indent: this.indent,
                            items: [{ start: [this.sourceToken], explicitKey: true }]
                        });
                    }
                    this.onKeyLine = true;
                    return;
                case 'map-value-ind':
                    if (it.explicitKey) {
                        if (!it.sep) {
                            if (includesToken(it.start, 'newline')) {
                                Object.assign(it, { key: null, sep: [this.sourceToken] });
                            }
                            else {
                                const start = getFirstKeyStartProps(it.start);
                                this.stack.push({
                                    type: 'block-map',
                                    offset: this.offset,
                                    indent: this.indent,
                                    items: [{ start, key: null, sep: [this.sourceToken] }]
                                });
                            }
                        }
                        else if (it.value) {
                            map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else if (isFlowToken(it.key) &&
                            !includesToken(it.sep, 'newline')) {
                            const start = getFirstKeyStartProps(it.start);
                            const key = it.key;
                            const sep = it.sep;
                            sep.push(this.sourceToken);
                            // @ts-expect-error type guard is wrong here
                            delete it.key;
                            // @ts-expect-error type guard is wrong here
                            delete it.sep;
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key, sep }]
                            });
                        }
                        else if (start.length > 0) {
                            // Not actually at next item
                            it.sep = it.sep.concat(start, this.sourceToken);
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    else {
                        if (!it.sep) {
                            Object.assign(it, { key: null, sep: [this.sourceToken] });
                        }
                        else if (it.value || atNextItem) {
                            map.items.push({ start, key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start: [], key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    this.onKeyLine = true;
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (atNextItem || it.value) {
                        map.items.push({ start, key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        this.stack.push(fs);
                    }
                    else {
                        Object.assign(it, { key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    return;
                }
                default: {
                    const bv = this.startBlockValue(map);
                    if (bv) {
                        if (bv.type === 'block-seq') {
                            if (!it.explicitKey &&
                                it.sep &&
                                !includesToken(it.sep, 'newline')) {
                                yield* this.pop({
                                    type: 'error',
                                    offset: this.offset,
                                    message: 'Unexpected block-seq-ind on same line with key',
                                    source: this.source
                                });
                                return;
                            }
                        }
                        else if (atMapIndent) {
                            map.items.push({ start });
                        }
                        this.stack.push(bv);
                        return;
                    }
                }
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
            case 'newline':
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        seq.items.push({ start: [this.sourceToken] });
                }
                else
                    it.start.push(this.sourceToken);
                return;
            case 'space':
            case 'comment':
                if (it.value)
                    seq.items.push({ start: [this.sourceToken] });
                else {
                    if (this.atIndentedComment(it.start, seq.indent)) {
                        const prev = seq.items[seq.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            seq.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
            case 'anchor':
            case 'tag':
                if (it.value || this.indent <= seq.indent)
                    break;
                it.start.push(this.sourceToken);
                return;
            case 'seq-item-ind':
                if (this.indent !== seq.indent)
                    break;
                if (it.value || includesToken(it.start, 'seq-item-ind'))
                    seq.items.push({ start: [this.sourceToken] });
                else
                    it.start.push(this.sourceToken);
                return;
        }
        if (this.indent > seq.indent) {
            const bv = this.startBlockValue(seq);
            if (bv) {
                this.stack.push(bv);
                return;
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === 'flow-error-end') {
            let top;
            do {
                yield* this.pop();
                top = this.peek(1);
            } while (top?.type === 'flow-collection');
        }
        else if (fc.end.length === 0) {
            switch (this.type) {
                case 'comma':
                case 'explicit-key-ind':
                    if (!it || it.sep)
                        fc.items.push({ start: [this.sourceToken] });
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'map-value-ind':
                    if (!it || it.value)
                        fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        Object.assign(it, { key: null, sep: [this.sourceToken] });
                    return;
                case 'space':
                case 'comment':
                case 'newline':
                case 'anchor':
                case 'tag':
                    if (!it || it.value)
                        fc.items.push({ start: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (!it || it.value)
                        fc.items.push({ start: [], key: fs, sep: [] });
                    else if (it.sep)
                        this.stack.push(fs);
                    else
                        Object.assign(it, { key: fs, sep: [] });
                    return;
                }
                case 'flow-map-end':
                case 'flow-seq-end':
                    fc.end.push(this.sourceToken);
                    return;
            }
            const bv = this.startBlockValue(fc);
            /* istanbul ignore else should not happen */
            if (bv)
                this.stack.push(bv);
            else {
                yield* this.pop();
                yield* this.step();
            }
        }
        else {
            const parent = this.peek(2);
            if (parent.type === 'block-map' &&
                ((this.type === 'map-value-ind' && parent.indent === fc.indent) ||
                    (this.type === 'newline' &&
                        !parent.items[parent.items.length - 1].sep))) {
                yield* this.pop();
                yield* this.step();
            }
            else if (this.type === 'map-value-ind' &&
                parent.type !== 'flow-collection') {
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                fixFlowSeqItems(fc);
                const sep = fc.end.splice(1, fc.end.length);
                sep.push(this.sourceToken);
                const map = {
                    type: 'block-map',
                    offset: fc.offset,
                    indent: fc.indent,
                    items: [{ start, key: fc, sep }]
                };
                this.onKeyLine = true;
                this.stack[this.stack.length - 1] = map;
            }
            else {
                yield* this.lineEnd(fc);
            }
        }
    }
    flowScalar(type) {
        if (this.onNewLine) {
            let nl = this.source.indexOf('\n') + 1;
            while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf('\n', nl) + 1;
            }
        }
        return {
            type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
    }
    startBlockValue(parent) {
        switch (this.type) {
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return this.flowScalar(this.type);
            case 'block-scalar-header':
                return {
                    type: 'block-scalar',
                    offset: this.offset,
                    indent: this.indent,
                    props: [this.sourceToken],
                    source: ''
                };
            case 'flow-map-start':
            case 'flow-seq-start':
                return {
                    type: 'flow-collection',
                    offset: this.offset,
                    indent: this.indent,
                    start: this.sourceToken,
                    items: [],
                    end: []
                };
            case 'seq-item-ind':
                return {
                    type: 'block-seq',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [this.sourceToken] }]
                };
            case 'explicit-key-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                start.push(this.sourceToken);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, explicitKey: true }]
                };
            }
            case 'map-value-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                };
            }
        }
        return null;
    }
    atIndentedComment(start, indent) {
        if (this.type !== 'comment')
            return false;
        if (this.indent <= indent)
            return false;
        return start.every(st => st.type === 'newline' || st.type === 'space');
    }
    *documentEnd(docEnd) {
        if (this.type !== 'doc-mode') {
            if (docEnd.end)
                docEnd.end.push(this.sourceToken);
            else
                docEnd.end = [this.sourceToken];
            if (this.type === 'newline')
                yield* this.pop();
        }
    }
    *lineEnd(token) {
        switch (this.type) {
            case 'comma':
            case 'doc-start':
            case 'doc-end':
            case 'flow-seq-end':
            case 'flow-map-end':
            case 'map-value-ind':
                yield* this.pop();
                yield* this.step();
                break;
            case 'newline':
                this.onKeyLine = false;
            // fallthrough
            case 'space':
            case 'comment':
            default:
                // all other values are errors
                if (token.end)
                    token.end.push(this.sourceToken);
                else
                    token.end = [this.sourceToken];
                if (this.type === 'newline')
                    yield* this.pop();
        }
    }
}

exports.Parser = Parser;


/***/ }),

/***/ 4563:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var composer = __nccwpck_require__(4260);
var Document = __nccwpck_require__(7977);
var errors = __nccwpck_require__(7460);
var log = __nccwpck_require__(6669);
var identity = __nccwpck_require__(1891);
var lineCounter = __nccwpck_require__(2808);
var parser = __nccwpck_require__(3124);

function parseOptions(options) {
    const prettyErrors = options.prettyErrors !== false;
    const lineCounter$1 = options.lineCounter || (prettyErrors && new lineCounter.LineCounter()) || null;
    return { lineCounter: lineCounter$1, prettyErrors };
}
/**
 * Parse the input as a stream of YAML documents.
 *
 * Documents should be separated from each other by `...` or `---` marker lines.
 *
 * @returns If an empty `docs` array is returned, it will be of type
 *   EmptyStream and contain additional stream information. In
 *   TypeScript, you should use `'empty' in docs` as a type guard for it.
 */
function parseAllDocuments(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    const docs = Array.from(composer$1.compose(parser$1.parse(source)));
    if (prettyErrors && lineCounter)
        for (const doc of docs) {
            doc.errors.forEach(errors.prettifyError(source, lineCounter));
            doc.warnings.forEach(errors.prettifyError(source, lineCounter));
        }
    if (docs.length > 0)
        return docs;
    return Object.assign([], { empty: true }, composer$1.streamInfo());
}
/** Parse an input string into a single YAML.Document */
function parseDocument(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    // `doc` is always set by compose.end(true) at the very latest
    let doc = null;
    for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
            doc = _doc;
        else if (doc.options.logLevel !== 'silent') {
            doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), 'MULTIPLE_DOCS', 'Source contains multiple documents; please use YAML.parseAllDocuments()'));
            break;
        }
    }
    if (prettyErrors && lineCounter) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter));
    }
    return doc;
}
function parse(src, reviver, options) {
    let _reviver = undefined;
    if (typeof reviver === 'function') {
        _reviver = reviver;
    }
    else if (options === undefined && reviver && typeof reviver === 'object') {
        options = reviver;
    }
    const doc = parseDocument(src, options);
    if (!doc)
        return null;
    doc.warnings.forEach(warning => log.warn(doc.options.logLevel, warning));
    if (doc.errors.length > 0) {
        if (doc.options.logLevel !== 'silent')
            throw doc.errors[0];
        else
            doc.errors = [];
    }
    return doc.toJS(Object.assign({ reviver: _reviver }, options));
}
function stringify(value, replacer, options) {
    let _replacer = null;
    if (typeof replacer === 'function' || Array.isArray(replacer)) {
        _replacer = replacer;
    }
    else if (options === undefined && replacer) {
        options = replacer;
    }
    if (typeof options === 'string')
        options = options.length;
    if (typeof options === 'number') {
        const indent = Math.round(options);
        options = indent < 1 ? undefined : indent > 8 ? { indent: 8 } : { indent };
    }
    if (value === undefined) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
            return undefined;
    }
    if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
    return new Document.Document(value, _replacer, options).toString(options);
}

exports.parse = parse;
exports.parseAllDocuments = parseAllDocuments;
exports.parseDocument = parseDocument;
exports.stringify = stringify;


/***/ }),

/***/ 1148:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var map = __nccwpck_require__(1231);
var seq = __nccwpck_require__(814);
var string = __nccwpck_require__(3724);
var tags = __nccwpck_require__(8478);

const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
class Schema {
    constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat)
            ? tags.getTags(compat, 'compat')
            : compat
                ? tags.getTags(null, compat)
                : null;
        this.name = (typeof schema === 'string' && schema) || 'core';
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        // Used by createMap()
        this.sortMapEntries =
            typeof sortMapEntries === 'function'
                ? sortMapEntries
                : sortMapEntries === true
                    ? sortMapEntriesByKey
                    : null;
    }
    clone() {
        const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
    }
}

exports.Schema = Schema;


/***/ }),

/***/ 1231:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var YAMLMap = __nccwpck_require__(2938);

const map = {
    collection: 'map',
    default: true,
    nodeClass: YAMLMap.YAMLMap,
    tag: 'tag:yaml.org,2002:map',
    resolve(map, onError) {
        if (!identity.isMap(map))
            onError('Expected a mapping for this tag');
        return map;
    },
    createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
};

exports.map = map;


/***/ }),

/***/ 5940:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(4305);

const nullTag = {
    identify: value => value == null,
    createNode: () => new Scalar.Scalar(null),
    default: true,
    tag: 'tag:yaml.org,2002:null',
    test: /^(?:~|[Nn]ull|NULL)?$/,
    resolve: () => new Scalar.Scalar(null),
    stringify: ({ source }, ctx) => typeof source === 'string' && nullTag.test.test(source)
        ? source
        : ctx.options.nullStr
};

exports.nullTag = nullTag;


/***/ }),

/***/ 814:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var YAMLSeq = __nccwpck_require__(3571);

const seq = {
    collection: 'seq',
    default: true,
    nodeClass: YAMLSeq.YAMLSeq,
    tag: 'tag:yaml.org,2002:seq',
    resolve(seq, onError) {
        if (!identity.isSeq(seq))
            onError('Expected a sequence for this tag');
        return seq;
    },
    createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
};

exports.seq = seq;


/***/ }),

/***/ 3724:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyString = __nccwpck_require__(3665);

const string = {
    identify: value => typeof value === 'string',
    default: true,
    tag: 'tag:yaml.org,2002:str',
    resolve: str => str,
    stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
    }
};

exports.string = string;


/***/ }),

/***/ 5579:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(4305);

const boolTag = {
    identify: value => typeof value === 'boolean',
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
    resolve: str => new Scalar.Scalar(str[0] === 't' || str[0] === 'T'),
    stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
            const sv = source[0] === 't' || source[0] === 'T';
            if (value === sv)
                return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
};

exports.boolTag = boolTag;


/***/ }),

/***/ 1433:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(4305);
var stringifyNumber = __nccwpck_require__(3677);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: str => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
    resolve: str => parseFloat(str),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf('.');
        if (dot !== -1 && str[str.length - 1] === '0')
            node.minFractionDigits = str.length - dot - 1;
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 2790:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(3677);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
const intResolve = (str, offset, radix, { intAsBigInt }) => (intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix));
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
    return stringifyNumber.stringifyNumber(node);
}
const intOct = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^0o[0-7]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
    stringify: node => intStringify(node, 8, '0o')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^0x[0-9a-fA-F]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 9772:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(1231);
var _null = __nccwpck_require__(5940);
var seq = __nccwpck_require__(814);
var string = __nccwpck_require__(3724);
var bool = __nccwpck_require__(5579);
var float = __nccwpck_require__(1433);
var int = __nccwpck_require__(2790);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.boolTag,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float
];

exports.schema = schema;


/***/ }),

/***/ 7331:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(4305);
var map = __nccwpck_require__(1231);
var seq = __nccwpck_require__(814);

function intIdentify(value) {
    return typeof value === 'bigint' || Number.isInteger(value);
}
const stringifyJSON = ({ value }) => JSON.stringify(value);
const jsonScalars = [
    {
        identify: value => typeof value === 'string',
        default: true,
        tag: 'tag:yaml.org,2002:str',
        resolve: str => str,
        stringify: stringifyJSON
    },
    {
        identify: value => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: 'tag:yaml.org,2002:null',
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
    },
    {
        identify: value => typeof value === 'boolean',
        default: true,
        tag: 'tag:yaml.org,2002:bool',
        test: /^true$|^false$/,
        resolve: str => str === 'true',
        stringify: stringifyJSON
    },
    {
        identify: intIdentify,
        default: true,
        tag: 'tag:yaml.org,2002:int',
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
    },
    {
        identify: value => typeof value === 'number',
        default: true,
        tag: 'tag:yaml.org,2002:float',
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: str => parseFloat(str),
        stringify: stringifyJSON
    }
];
const jsonError = {
    default: true,
    tag: '',
    test: /^/,
    resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
    }
};
const schema = [map.map, seq.seq].concat(jsonScalars, jsonError);

exports.schema = schema;


/***/ }),

/***/ 8478:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(1231);
var _null = __nccwpck_require__(5940);
var seq = __nccwpck_require__(814);
var string = __nccwpck_require__(3724);
var bool = __nccwpck_require__(5579);
var float = __nccwpck_require__(1433);
var int = __nccwpck_require__(2790);
var schema = __nccwpck_require__(9772);
var schema$1 = __nccwpck_require__(7331);
var binary = __nccwpck_require__(743);
var merge = __nccwpck_require__(4376);
var omap = __nccwpck_require__(6683);
var pairs = __nccwpck_require__(7221);
var schema$2 = __nccwpck_require__(3381);
var set = __nccwpck_require__(5340);
var timestamp = __nccwpck_require__(3932);

const schemas = new Map([
    ['core', schema.schema],
    ['failsafe', [map.map, seq.seq, string.string]],
    ['json', schema$1.schema],
    ['yaml11', schema$2.schema],
    ['yaml-1.1', schema$2.schema]
]);
const tagsByName = {
    binary: binary.binary,
    bool: bool.boolTag,
    float: float.float,
    floatExp: float.floatExp,
    floatNaN: float.floatNaN,
    floatTime: timestamp.floatTime,
    int: int.int,
    intHex: int.intHex,
    intOct: int.intOct,
    intTime: timestamp.intTime,
    map: map.map,
    merge: merge.merge,
    null: _null.nullTag,
    omap: omap.omap,
    pairs: pairs.pairs,
    seq: seq.seq,
    set: set.set,
    timestamp: timestamp.timestamp
};
const coreKnownTags = {
    'tag:yaml.org,2002:binary': binary.binary,
    'tag:yaml.org,2002:merge': merge.merge,
    'tag:yaml.org,2002:omap': omap.omap,
    'tag:yaml.org,2002:pairs': pairs.pairs,
    'tag:yaml.org,2002:set': set.set,
    'tag:yaml.org,2002:timestamp': timestamp.timestamp
};
function getTags(customTags, schemaName, addMergeTag) {
    const schemaTags = schemas.get(schemaName);
    if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge.merge)
            ? schemaTags.concat(merge.merge)
            : schemaTags.slice();
    }
    let tags = schemaTags;
    if (!tags) {
        if (Array.isArray(customTags))
            tags = [];
        else {
            const keys = Array.from(schemas.keys())
                .filter(key => key !== 'yaml11')
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
    }
    if (Array.isArray(customTags)) {
        for (const tag of customTags)
            tags = tags.concat(tag);
    }
    else if (typeof customTags === 'function') {
        tags = customTags(tags.slice());
    }
    if (addMergeTag)
        tags = tags.concat(merge.merge);
    return tags.reduce((tags, tag) => {
        const tagObj = typeof tag === 'string' ? tagsByName[tag] : tag;
        if (!tagObj) {
            const tagName = JSON.stringify(tag);
            const keys = Object.keys(tagsByName)
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags.includes(tagObj))
            tags.push(tagObj);
        return tags;
    }, []);
}

exports.coreKnownTags = coreKnownTags;
exports.getTags = getTags;


/***/ }),

/***/ 743:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_buffer = __nccwpck_require__(181);
var Scalar = __nccwpck_require__(4305);
var stringifyString = __nccwpck_require__(3665);

const binary = {
    identify: value => value instanceof Uint8Array, // Buffer inherits from Uint8Array
    default: false,
    tag: 'tag:yaml.org,2002:binary',
    /**
     * Returns a Buffer in node and an Uint8Array in browsers
     *
     * To use the resulting buffer as an image, you'll want to do something like:
     *
     *   const blob = new Blob([buffer], { type: 'image/jpeg' })
     *   document.querySelector('#photo').src = URL.createObjectURL(blob)
     */
    resolve(src, onError) {
        if (typeof node_buffer.Buffer === 'function') {
            return node_buffer.Buffer.from(src, 'base64');
        }
        else if (typeof atob === 'function') {
            // On IE 11, atob() can't handle newlines
            const str = atob(src.replace(/[\n\r]/g, ''));
            const buffer = new Uint8Array(str.length);
            for (let i = 0; i < str.length; ++i)
                buffer[i] = str.charCodeAt(i);
            return buffer;
        }
        else {
            onError('This environment does not support reading binary tags; either Buffer or atob is required');
            return src;
        }
    },
    stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
            return '';
        const buf = value; // checked earlier by binary.identify()
        let str;
        if (typeof node_buffer.Buffer === 'function') {
            str =
                buf instanceof node_buffer.Buffer
                    ? buf.toString('base64')
                    : node_buffer.Buffer.from(buf.buffer).toString('base64');
        }
        else if (typeof btoa === 'function') {
            let s = '';
            for (let i = 0; i < buf.length; ++i)
                s += String.fromCharCode(buf[i]);
            str = btoa(s);
        }
        else {
            throw new Error('This environment does not support writing binary tags; either Buffer or btoa is required');
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
            const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
            const n = Math.ceil(str.length / lineWidth);
            const lines = new Array(n);
            for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
                lines[i] = str.substr(o, lineWidth);
            }
            str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? '\n' : ' ');
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
    }
};

exports.binary = binary;


/***/ }),

/***/ 8514:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(4305);

function boolStringify({ value, source }, ctx) {
    const boolObj = value ? trueTag : falseTag;
    if (source && boolObj.test.test(source))
        return source;
    return value ? ctx.options.trueStr : ctx.options.falseStr;
}
const trueTag = {
    identify: value => value === true,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
    resolve: () => new Scalar.Scalar(true),
    stringify: boolStringify
};
const falseTag = {
    identify: value => value === false,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
    resolve: () => new Scalar.Scalar(false),
    stringify: boolStringify
};

exports.falseTag = falseTag;
exports.trueTag = trueTag;


/***/ }),

/***/ 2026:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(4305);
var stringifyNumber = __nccwpck_require__(3677);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: (str) => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
    resolve: (str) => parseFloat(str.replace(/_/g, '')),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, '')));
        const dot = str.indexOf('.');
        if (dot !== -1) {
            const f = str.substring(dot + 1).replace(/_/g, '');
            if (f[f.length - 1] === '0')
                node.minFractionDigits = f.length;
        }
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 7149:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(3677);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
function intResolve(str, offset, radix, { intAsBigInt }) {
    const sign = str[0];
    if (sign === '-' || sign === '+')
        offset += 1;
    str = str.substring(offset).replace(/_/g, '');
    if (intAsBigInt) {
        switch (radix) {
            case 2:
                str = `0b${str}`;
                break;
            case 8:
                str = `0o${str}`;
                break;
            case 16:
                str = `0x${str}`;
                break;
        }
        const n = BigInt(str);
        return sign === '-' ? BigInt(-1) * n : n;
    }
    const n = parseInt(str, radix);
    return sign === '-' ? -1 * n : n;
}
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? '-' + prefix + str.substr(1) : prefix + str;
    }
    return stringifyNumber.stringifyNumber(node);
}
const intBin = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'BIN',
    test: /^[-+]?0b[0-1_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
    stringify: node => intStringify(node, 2, '0b')
};
const intOct = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^[-+]?0[0-7_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
    stringify: node => intStringify(node, 8, '0')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9][0-9_]*$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^[-+]?0x[0-9a-fA-F_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intBin = intBin;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 4376:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var Scalar = __nccwpck_require__(4305);

// If the value associated with a merge key is a single mapping node, each of
// its key/value pairs is inserted into the current mapping, unless the key
// already exists in it. If the value associated with the merge key is a
// sequence, then this sequence is expected to contain mapping nodes and each
// of these nodes is merged in turn according to its order in the sequence.
// Keys in mapping nodes earlier in the sequence override keys specified in
// later mapping nodes. -- http://yaml.org/type/merge.html
const MERGE_KEY = '<<';
const merge = {
    identify: value => value === MERGE_KEY ||
        (typeof value === 'symbol' && value.description === MERGE_KEY),
    default: 'key',
    tag: 'tag:yaml.org,2002:merge',
    test: /^<<$/,
    resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
    }),
    stringify: () => MERGE_KEY
};
const isMergeKey = (ctx, key) => (merge.identify(key) ||
    (identity.isScalar(key) &&
        (!key.type || key.type === Scalar.Scalar.PLAIN) &&
        merge.identify(key.value))) &&
    ctx?.doc.schema.tags.some(tag => tag.tag === merge.tag && tag.default);
function addMergeToJSMap(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (identity.isSeq(source))
        for (const it of source.items)
            mergeValue(ctx, map, it);
    else if (Array.isArray(source))
        for (const it of source)
            mergeValue(ctx, map, it);
    else
        mergeValue(ctx, map, source);
}
function mergeValue(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (!identity.isMap(source))
        throw new Error('Merge sources must be maps or map aliases');
    const srcMap = source.toJSON(null, ctx, Map);
    for (const [key, value] of srcMap) {
        if (map instanceof Map) {
            if (!map.has(key))
                map.set(key, value);
        }
        else if (map instanceof Set) {
            map.add(key);
        }
        else if (!Object.prototype.hasOwnProperty.call(map, key)) {
            Object.defineProperty(map, key, {
                value,
                writable: true,
                enumerable: true,
                configurable: true
            });
        }
    }
    return map;
}
function resolveAliasValue(ctx, value) {
    return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
}

exports.addMergeToJSMap = addMergeToJSMap;
exports.isMergeKey = isMergeKey;
exports.merge = merge;


/***/ }),

/***/ 6683:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var toJS = __nccwpck_require__(3119);
var YAMLMap = __nccwpck_require__(2938);
var YAMLSeq = __nccwpck_require__(3571);
var pairs = __nccwpck_require__(7221);

class YAMLOMap extends YAMLSeq.YAMLSeq {
    constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = YAMLOMap.tag;
    }
    /**
     * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
     * but TypeScript won't allow widening the signature of a child method.
     */
    toJSON(_, ctx) {
        if (!ctx)
            return super.toJSON(_);
        const map = new Map();
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const pair of this.items) {
            let key, value;
            if (identity.isPair(pair)) {
                key = toJS.toJS(pair.key, '', ctx);
                value = toJS.toJS(pair.value, key, ctx);
            }
            else {
                key = toJS.toJS(pair, '', ctx);
            }
            if (map.has(key))
                throw new Error('Ordered maps must not include duplicate keys');
            map.set(key, value);
        }
        return map;
    }
    static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap = new this();
        omap.items = pairs$1.items;
        return omap;
    }
}
YAMLOMap.tag = 'tag:yaml.org,2002:omap';
const omap = {
    collection: 'seq',
    identify: value => value instanceof Map,
    nodeClass: YAMLOMap,
    default: false,
    tag: 'tag:yaml.org,2002:omap',
    resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
            if (identity.isScalar(key)) {
                if (seenKeys.includes(key.value)) {
                    onError(`Ordered maps must not include duplicate keys: ${key.value}`);
                }
                else {
                    seenKeys.push(key.value);
                }
            }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
    },
    createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
};

exports.YAMLOMap = YAMLOMap;
exports.omap = omap;


/***/ }),

/***/ 7221:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var Pair = __nccwpck_require__(5153);
var Scalar = __nccwpck_require__(4305);
var YAMLSeq = __nccwpck_require__(3571);

function resolvePairs(seq, onError) {
    if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
            let item = seq.items[i];
            if (identity.isPair(item))
                continue;
            else if (identity.isMap(item)) {
                if (item.items.length > 1)
                    onError('Each pair must have its own sequence indicator');
                const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
                if (item.commentBefore)
                    pair.key.commentBefore = pair.key.commentBefore
                        ? `${item.commentBefore}\n${pair.key.commentBefore}`
                        : item.commentBefore;
                if (item.comment) {
                    const cn = pair.value ?? pair.key;
                    cn.comment = cn.comment
                        ? `${item.comment}\n${cn.comment}`
                        : item.comment;
                }
                item = pair;
            }
            seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
    }
    else
        onError('Expected a sequence for this tag');
    return seq;
}
function createPairs(schema, iterable, ctx) {
    const { replacer } = ctx;
    const pairs = new YAMLSeq.YAMLSeq(schema);
    pairs.tag = 'tag:yaml.org,2002:pairs';
    let i = 0;
    if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
            if (typeof replacer === 'function')
                it = replacer.call(iterable, String(i++), it);
            let key, value;
            if (Array.isArray(it)) {
                if (it.length === 2) {
                    key = it[0];
                    value = it[1];
                }
                else
                    throw new TypeError(`Expected [key, value] tuple: ${it}`);
            }
            else if (it && it instanceof Object) {
                const keys = Object.keys(it);
                if (keys.length === 1) {
                    key = keys[0];
                    value = it[key];
                }
                else {
                    throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
                }
            }
            else {
                key = it;
            }
            pairs.items.push(Pair.createPair(key, value, ctx));
        }
    return pairs;
}
const pairs = {
    collection: 'seq',
    default: false,
    tag: 'tag:yaml.org,2002:pairs',
    resolve: resolvePairs,
    createNode: createPairs
};

exports.createPairs = createPairs;
exports.pairs = pairs;
exports.resolvePairs = resolvePairs;


/***/ }),

/***/ 3381:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(1231);
var _null = __nccwpck_require__(5940);
var seq = __nccwpck_require__(814);
var string = __nccwpck_require__(3724);
var binary = __nccwpck_require__(743);
var bool = __nccwpck_require__(8514);
var float = __nccwpck_require__(2026);
var int = __nccwpck_require__(7149);
var merge = __nccwpck_require__(4376);
var omap = __nccwpck_require__(6683);
var pairs = __nccwpck_require__(7221);
var set = __nccwpck_require__(5340);
var timestamp = __nccwpck_require__(3932);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.trueTag,
    bool.falseTag,
    int.intBin,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float,
    binary.binary,
    merge.merge,
    omap.omap,
    pairs.pairs,
    set.set,
    timestamp.intTime,
    timestamp.floatTime,
    timestamp.timestamp
];

exports.schema = schema;


/***/ }),

/***/ 5340:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var Pair = __nccwpck_require__(5153);
var YAMLMap = __nccwpck_require__(2938);

class YAMLSet extends YAMLMap.YAMLMap {
    constructor(schema) {
        super(schema);
        this.tag = YAMLSet.tag;
    }
    add(key) {
        let pair;
        if (identity.isPair(key))
            pair = key;
        else if (key &&
            typeof key === 'object' &&
            'key' in key &&
            'value' in key &&
            key.value === null)
            pair = new Pair.Pair(key.key, null);
        else
            pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
            this.items.push(pair);
    }
    /**
     * If `keepPair` is `true`, returns the Pair matching `key`.
     * Otherwise, returns the value of that Pair's key.
     */
    get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair)
            ? identity.isScalar(pair.key)
                ? pair.key.value
                : pair.key
            : pair;
    }
    set(key, value) {
        if (typeof value !== 'boolean')
            throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
            this.items.splice(this.items.indexOf(prev), 1);
        }
        else if (!prev && value) {
            this.items.push(new Pair.Pair(key));
        }
    }
    toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        if (this.hasAllNullValues(true))
            return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
            throw new Error('Set items must all have null values');
    }
    static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
            for (let value of iterable) {
                if (typeof replacer === 'function')
                    value = replacer.call(iterable, value, value);
                set.items.push(Pair.createPair(value, null, ctx));
            }
        return set;
    }
}
YAMLSet.tag = 'tag:yaml.org,2002:set';
const set = {
    collection: 'map',
    identify: value => value instanceof Set,
    nodeClass: YAMLSet,
    default: false,
    tag: 'tag:yaml.org,2002:set',
    createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
    resolve(map, onError) {
        if (identity.isMap(map)) {
            if (map.hasAllNullValues(true))
                return Object.assign(new YAMLSet(), map);
            else
                onError('Set items must all have null values');
        }
        else
            onError('Expected a mapping for this tag');
        return map;
    }
};

exports.YAMLSet = YAMLSet;
exports.set = set;


/***/ }),

/***/ 3932:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(3677);

/** Internal types handle bigint as number, because TS can't figure it out. */
function parseSexagesimal(str, asBigInt) {
    const sign = str[0];
    const parts = sign === '-' || sign === '+' ? str.substring(1) : str;
    const num = (n) => asBigInt ? BigInt(n) : Number(n);
    const res = parts
        .replace(/_/g, '')
        .split(':')
        .reduce((res, p) => res * num(60) + num(p), num(0));
    return (sign === '-' ? num(-1) * res : res);
}
/**
 * hhhh:mm:ss.sss
 *
 * Internal types handle bigint as number, because TS can't figure it out.
 */
function stringifySexagesimal(node) {
    let { value } = node;
    let num = (n) => n;
    if (typeof value === 'bigint')
        num = n => BigInt(n);
    else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
    let sign = '';
    if (value < 0) {
        sign = '-';
        value *= num(-1);
    }
    const _60 = num(60);
    const parts = [value % _60]; // seconds, including ms
    if (value < 60) {
        parts.unshift(0); // at least one : is required
    }
    else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60); // minutes
        if (value >= 60) {
            value = (value - parts[0]) / _60;
            parts.unshift(value); // hours
        }
    }
    return (sign +
        parts
            .map(n => String(n).padStart(2, '0'))
            .join(':')
            .replace(/000000\d*$/, '') // % 60 may introduce error
    );
}
const intTime = {
    identify: value => typeof value === 'bigint' || Number.isInteger(value),
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
    resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
    stringify: stringifySexagesimal
};
const floatTime = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
    resolve: str => parseSexagesimal(str, false),
    stringify: stringifySexagesimal
};
const timestamp = {
    identify: value => value instanceof Date,
    default: true,
    tag: 'tag:yaml.org,2002:timestamp',
    // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
    // may be omitted altogether, resulting in a date format. In such a case, the time part is
    // assumed to be 00:00:00Z (start of day, UTC).
    test: RegExp('^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})' + // YYYY-Mm-Dd
        '(?:' + // time is optional
        '(?:t|T|[ \\t]+)' + // t | T | whitespace
        '([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)' + // Hh:Mm:Ss(.ss)?
        '(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?' + // Z | +5 | -03:30
        ')?$'),
    resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
            throw new Error('!!timestamp expects a date, starting with yyyy-mm-dd');
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + '00').substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== 'Z') {
            let d = parseSexagesimal(tz, false);
            if (Math.abs(d) < 30)
                d *= 60;
            date -= 60000 * d;
        }
        return new Date(date);
    },
    stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, '') ?? ''
};

exports.floatTime = floatTime;
exports.intTime = intTime;
exports.timestamp = timestamp;


/***/ }),

/***/ 6767:
/***/ ((__unused_webpack_module, exports) => {



const FOLD_FLOW = 'flow';
const FOLD_BLOCK = 'block';
const FOLD_QUOTED = 'quoted';
/**
 * Tries to keep input at up to `lineWidth` characters, splitting only on spaces
 * not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
 * terminated with `\n` and started with `indent`.
 */
function foldFlowLines(text, indent, mode = 'flow', { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
    if (!lineWidth || lineWidth < 0)
        return text;
    if (lineWidth < minContentWidth)
        minContentWidth = 0;
    const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
    if (text.length <= endStep)
        return text;
    const folds = [];
    const escapedFolds = {};
    let end = lineWidth - indent.length;
    if (typeof indentAtStart === 'number') {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
            folds.push(0);
        else
            end = lineWidth - indentAtStart;
    }
    let split = undefined;
    let prev = undefined;
    let overflow = false;
    let i = -1;
    let escStart = -1;
    let escEnd = -1;
    if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text, i, indent.length);
        if (i !== -1)
            end = i + endStep;
    }
    for (let ch; (ch = text[(i += 1)]);) {
        if (mode === FOLD_QUOTED && ch === '\\') {
            escStart = i;
            switch (text[i + 1]) {
                case 'x':
                    i += 3;
                    break;
                case 'u':
                    i += 5;
                    break;
                case 'U':
                    i += 9;
                    break;
                default:
                    i += 1;
            }
            escEnd = i;
        }
        if (ch === '\n') {
            if (mode === FOLD_BLOCK)
                i = consumeMoreIndentedLines(text, i, indent.length);
            end = i + indent.length + endStep;
            split = undefined;
        }
        else {
            if (ch === ' ' &&
                prev &&
                prev !== ' ' &&
                prev !== '\n' &&
                prev !== '\t') {
                // space surrounded by non-space can be replaced with newline + indent
                const next = text[i + 1];
                if (next && next !== ' ' && next !== '\n' && next !== '\t')
                    split = i;
            }
            if (i >= end) {
                if (split) {
                    folds.push(split);
                    end = split + endStep;
                    split = undefined;
                }
                else if (mode === FOLD_QUOTED) {
                    // white-space collected at end may stretch past lineWidth
                    while (prev === ' ' || prev === '\t') {
                        prev = ch;
                        ch = text[(i += 1)];
                        overflow = true;
                    }
                    // Account for newline escape, but don't break preceding escape
                    const j = i > escEnd + 1 ? i - 2 : escStart - 1;
                    // Bail out if lineWidth & minContentWidth are shorter than an escape string
                    if (escapedFolds[j])
                        return text;
                    folds.push(j);
                    escapedFolds[j] = true;
                    end = j + endStep;
                    split = undefined;
                }
                else {
                    overflow = true;
                }
            }
        }
        prev = ch;
    }
    if (overflow && onOverflow)
        onOverflow();
    if (folds.length === 0)
        return text;
    if (onFold)
        onFold();
    let res = text.slice(0, folds[0]);
    for (let i = 0; i < folds.length; ++i) {
        const fold = folds[i];
        const end = folds[i + 1] || text.length;
        if (fold === 0)
            res = `\n${indent}${text.slice(0, end)}`;
        else {
            if (mode === FOLD_QUOTED && escapedFolds[fold])
                res += `${text[fold]}\\`;
            res += `\n${indent}${text.slice(fold + 1, end)}`;
        }
    }
    return res;
}
/**
 * Presumes `i + 1` is at the start of a line
 * @returns index of last newline in more-indented block
 */
function consumeMoreIndentedLines(text, i, indent) {
    let end = i;
    let start = i + 1;
    let ch = text[start];
    while (ch === ' ' || ch === '\t') {
        if (i < start + indent) {
            ch = text[++i];
        }
        else {
            do {
                ch = text[++i];
            } while (ch && ch !== '\n');
            end = i;
            start = i + 1;
            ch = text[start];
        }
    }
    return end;
}

exports.FOLD_BLOCK = FOLD_BLOCK;
exports.FOLD_FLOW = FOLD_FLOW;
exports.FOLD_QUOTED = FOLD_QUOTED;
exports.foldFlowLines = foldFlowLines;


/***/ }),

/***/ 3376:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(7048);
var identity = __nccwpck_require__(1891);
var stringifyComment = __nccwpck_require__(2875);
var stringifyString = __nccwpck_require__(3665);

function createStringifyContext(doc, options) {
    const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: 'PLAIN',
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: 'false',
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: 'null',
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: 'true',
        verifyAliasOrder: true
    }, doc.schema.toStringOptions, options);
    let inFlow;
    switch (opt.collectionStyle) {
        case 'block':
            inFlow = false;
            break;
        case 'flow':
            inFlow = true;
            break;
        default:
            inFlow = null;
    }
    return {
        anchors: new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? ' ' : '',
        indent: '',
        indentStep: typeof opt.indent === 'number' ? ' '.repeat(opt.indent) : '  ',
        inFlow,
        options: opt
    };
}
function getTagObject(tags, item) {
    if (item.tag) {
        const match = tags.filter(t => t.tag === item.tag);
        if (match.length > 0)
            return match.find(t => t.format === item.format) ?? match[0];
    }
    let tagObj = undefined;
    let obj;
    if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter(t => t.identify?.(obj));
        if (match.length > 1) {
            const testMatch = match.filter(t => t.test);
            if (testMatch.length > 0)
                match = testMatch;
        }
        tagObj =
            match.find(t => t.format === item.format) ?? match.find(t => !t.format);
    }
    else {
        obj = item;
        tagObj = tags.find(t => t.nodeClass && obj instanceof t.nodeClass);
    }
    if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? 'null' : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
    }
    return tagObj;
}
// needs to be called before value stringifier to allow for circular anchor refs
function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
    if (!doc.directives)
        return '';
    const props = [];
    const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
    if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
    }
    const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
    if (tag)
        props.push(doc.directives.tagString(tag));
    return props.join(' ');
}
function stringify(item, ctx, onComment, onChompKeep) {
    if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
    if (identity.isAlias(item)) {
        if (ctx.doc.directives)
            return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
            throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        }
        else {
            if (ctx.resolvedAliases)
                ctx.resolvedAliases.add(item);
            else
                ctx.resolvedAliases = new Set([item]);
            item = item.resolve(ctx.doc);
        }
    }
    let tagObj = undefined;
    const node = identity.isNode(item)
        ? item
        : ctx.doc.createNode(item, { onTagObj: o => (tagObj = o) });
    tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
    const props = stringifyProps(node, tagObj, ctx);
    if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
    const str = typeof tagObj.stringify === 'function'
        ? tagObj.stringify(node, ctx, onComment, onChompKeep)
        : identity.isScalar(node)
            ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep)
            : node.toString(ctx, onComment, onChompKeep);
    if (!props)
        return str;
    return identity.isScalar(node) || str[0] === '{' || str[0] === '['
        ? `${props} ${str}`
        : `${props}\n${ctx.indent}${str}`;
}

exports.createStringifyContext = createStringifyContext;
exports.stringify = stringify;


/***/ }),

/***/ 3008:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var stringify = __nccwpck_require__(3376);
var stringifyComment = __nccwpck_require__(2875);

function stringifyCollection(collection, ctx, options) {
    const flow = ctx.inFlow ?? collection.flow;
    const stringify = flow ? stringifyFlowCollection : stringifyBlockCollection;
    return stringify(collection, ctx, options);
}
function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
    const { indent, options: { commentString } } = ctx;
    const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
    let chompKeep = false; // flag for the preceding node's status
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (!chompKeep && item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (!chompKeep && ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
            }
        }
        chompKeep = false;
        let str = stringify.stringify(item, itemCtx, () => (comment = null), () => (chompKeep = true));
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        if (chompKeep && comment)
            chompKeep = false;
        lines.push(blockItemPrefix + str);
    }
    let str;
    if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
    }
    else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
            const line = lines[i];
            str += line ? `\n${indent}${line}` : '\n';
        }
    }
    if (comment) {
        str += '\n' + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
            onComment();
    }
    else if (chompKeep && onChompKeep)
        onChompKeep();
    return str;
}
function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
    const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
    itemIndent += indentStep;
    const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
    });
    let reqNewline = false;
    let linesAtValue = 0;
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, false);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, false);
                if (ik.comment)
                    reqNewline = true;
            }
            const iv = identity.isNode(item.value) ? item.value : null;
            if (iv) {
                if (iv.comment)
                    comment = iv.comment;
                if (iv.commentBefore)
                    reqNewline = true;
            }
            else if (item.value == null && ik?.comment) {
                comment = ik.comment;
            }
        }
        if (comment)
            reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => (comment = null));
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes('\n'));
        if (i < items.length - 1) {
            str += ',';
        }
        else if (ctx.options.trailingComma) {
            if (ctx.options.lineWidth > 0) {
                reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) +
                    (str.length + 2) >
                    ctx.options.lineWidth);
            }
            if (reqNewline) {
                str += ',';
            }
        }
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
    }
    const { start, end } = flowChars;
    if (lines.length === 0) {
        return start + end;
    }
    else {
        if (!reqNewline) {
            const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
            reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
            let str = start;
            for (const line of lines)
                str += line ? `\n${indentStep}${indent}${line}` : '\n';
            return `${str}\n${indent}${end}`;
        }
        else {
            return `${start}${fcPadding}${lines.join(' ')}${fcPadding}${end}`;
        }
    }
}
function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
    if (comment && chompKeep)
        comment = comment.replace(/^\n+/, '');
    if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart()); // Avoid double indent on first line
    }
}

exports.stringifyCollection = stringifyCollection;


/***/ }),

/***/ 2875:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringifies a comment.
 *
 * Empty comment lines are left empty,
 * lines consisting of a single space are replaced by `#`,
 * and all other lines are prefixed with a `#`.
 */
const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, '#');
function indentComment(comment, indent) {
    if (/^\n+$/.test(comment))
        return comment.substring(1);
    return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
}
const lineComment = (str, indent, comment) => str.endsWith('\n')
    ? indentComment(comment, indent)
    : comment.includes('\n')
        ? '\n' + indentComment(comment, indent)
        : (str.endsWith(' ') ? '' : ' ') + comment;

exports.indentComment = indentComment;
exports.lineComment = lineComment;
exports.stringifyComment = stringifyComment;


/***/ }),

/***/ 8577:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var stringify = __nccwpck_require__(3376);
var stringifyComment = __nccwpck_require__(2875);

function stringifyDocument(doc, options) {
    const lines = [];
    let hasDirectives = options.directives === true;
    if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
            lines.push(dir);
            hasDirectives = true;
        }
        else if (doc.directives.docStart)
            hasDirectives = true;
    }
    if (hasDirectives)
        lines.push('---');
    const ctx = stringify.createStringifyContext(doc, options);
    const { commentString } = ctx.options;
    if (doc.commentBefore) {
        if (lines.length !== 1)
            lines.unshift('');
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ''));
    }
    let chompKeep = false;
    let contentComment = null;
    if (doc.contents) {
        if (identity.isNode(doc.contents)) {
            if (doc.contents.spaceBefore && hasDirectives)
                lines.push('');
            if (doc.contents.commentBefore) {
                const cs = commentString(doc.contents.commentBefore);
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            // top-level block scalars need to be indented if followed by a comment
            ctx.forceBlockIndent = !!doc.comment;
            contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? undefined : () => (chompKeep = true);
        let body = stringify.stringify(doc.contents, ctx, () => (contentComment = null), onChompKeep);
        if (contentComment)
            body += stringifyComment.lineComment(body, '', commentString(contentComment));
        if ((body[0] === '|' || body[0] === '>') &&
            lines[lines.length - 1] === '---') {
            // Top-level block scalars with a preceding doc marker ought to use the
            // same line for their header.
            lines[lines.length - 1] = `--- ${body}`;
        }
        else
            lines.push(body);
    }
    else {
        lines.push(stringify.stringify(doc.contents, ctx));
    }
    if (doc.directives?.docEnd) {
        if (doc.comment) {
            const cs = commentString(doc.comment);
            if (cs.includes('\n')) {
                lines.push('...');
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            else {
                lines.push(`... ${cs}`);
            }
        }
        else {
            lines.push('...');
        }
    }
    else {
        let dc = doc.comment;
        if (dc && chompKeep)
            dc = dc.replace(/^\n+/, '');
        if (dc) {
            if ((!chompKeep || contentComment) && lines[lines.length - 1] !== '')
                lines.push('');
            lines.push(stringifyComment.indentComment(commentString(dc), ''));
        }
    }
    return lines.join('\n') + '\n';
}

exports.stringifyDocument = stringifyDocument;


/***/ }),

/***/ 3677:
/***/ ((__unused_webpack_module, exports) => {



function stringifyNumber({ format, minFractionDigits, tag, value }) {
    if (typeof value === 'bigint')
        return String(value);
    const num = typeof value === 'number' ? value : Number(value);
    if (!isFinite(num))
        return isNaN(num) ? '.nan' : num < 0 ? '-.inf' : '.inf';
    let n = Object.is(value, -0) ? '-0' : JSON.stringify(value);
    if (!format &&
        minFractionDigits &&
        (!tag || tag === 'tag:yaml.org,2002:float') &&
        /^-?\d/.test(n) &&
        !n.includes('e')) {
        let i = n.indexOf('.');
        if (i < 0) {
            i = n.length;
            n += '.';
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
            n += '0';
    }
    return n;
}

exports.stringifyNumber = stringifyNumber;


/***/ }),

/***/ 9392:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var Scalar = __nccwpck_require__(4305);
var stringify = __nccwpck_require__(3376);
var stringifyComment = __nccwpck_require__(2875);

function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
    const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
    let keyComment = (identity.isNode(key) && key.comment) || null;
    if (simpleKeys) {
        if (keyComment) {
            throw new Error('With simple keys, key nodes cannot have comments');
        }
        if (identity.isCollection(key) || (!identity.isNode(key) && typeof key === 'object')) {
            const msg = 'With simple keys, collection cannot be used as a key value';
            throw new Error(msg);
        }
    }
    let explicitKey = !simpleKeys &&
        (!key ||
            (keyComment && value == null && !ctx.inFlow) ||
            identity.isCollection(key) ||
            (identity.isScalar(key)
                ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL
                : typeof key === 'object'));
    ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
    });
    let keyCommentDone = false;
    let chompKeep = false;
    let str = stringify.stringify(key, ctx, () => (keyCommentDone = true), () => (chompKeep = true));
    if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
            throw new Error('With simple keys, single line scalar must not span more than 1024 characters');
        explicitKey = true;
    }
    if (ctx.inFlow) {
        if (allNullValues || value == null) {
            if (keyCommentDone && onComment)
                onComment();
            return str === '' ? '?' : explicitKey ? `? ${str}` : str;
        }
    }
    else if ((allNullValues && !simpleKeys) || (value == null && explicitKey)) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        }
        else if (chompKeep && onChompKeep)
            onChompKeep();
        return str;
    }
    if (keyCommentDone)
        keyComment = null;
    if (explicitKey) {
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}\n${indent}:`;
    }
    else {
        str = `${str}:`;
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
    }
    let vsb, vcb, valueComment;
    if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
    }
    else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === 'object')
            value = doc.createNode(value);
    }
    ctx.implicitKey = false;
    if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
    chompKeep = false;
    if (!indentSeq &&
        indentStep.length >= 2 &&
        !ctx.inFlow &&
        !explicitKey &&
        identity.isSeq(value) &&
        !value.flow &&
        !value.tag &&
        !value.anchor) {
        // If indentSeq === false, consider '- ' as part of indentation where possible
        ctx.indent = ctx.indent.substring(2);
    }
    let valueCommentDone = false;
    const valueStr = stringify.stringify(value, ctx, () => (valueCommentDone = true), () => (chompKeep = true));
    let ws = ' ';
    if (keyComment || vsb || vcb) {
        ws = vsb ? '\n' : '';
        if (vcb) {
            const cs = commentString(vcb);
            ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === '' && !ctx.inFlow) {
            if (ws === '\n' && valueComment)
                ws = '\n\n';
        }
        else {
            ws += `\n${ctx.indent}`;
        }
    }
    else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf('\n');
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
            let hasPropsLine = false;
            if (hasNewline && (vs0 === '&' || vs0 === '!')) {
                let sp0 = valueStr.indexOf(' ');
                if (vs0 === '&' &&
                    sp0 !== -1 &&
                    sp0 < nl0 &&
                    valueStr[sp0 + 1] === '!') {
                    sp0 = valueStr.indexOf(' ', sp0 + 1);
                }
                if (sp0 === -1 || nl0 < sp0)
                    hasPropsLine = true;
            }
            if (!hasPropsLine)
                ws = `\n${ctx.indent}`;
        }
    }
    else if (valueStr === '' || valueStr[0] === '\n') {
        ws = '';
    }
    str += ws + valueStr;
    if (ctx.inFlow) {
        if (valueCommentDone && onComment)
            onComment();
    }
    else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
    }
    else if (chompKeep && onChompKeep) {
        onChompKeep();
    }
    return str;
}

exports.stringifyPair = stringifyPair;


/***/ }),

/***/ 3665:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(4305);
var foldFlowLines = __nccwpck_require__(6767);

const getFoldOptions = (ctx, isBlock) => ({
    indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
    lineWidth: ctx.options.lineWidth,
    minContentWidth: ctx.options.minContentWidth
});
// Also checks for lines starting with %, as parsing the output as YAML 1.1 will
// presume that's starting a new document.
const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
function lineLengthOverLimit(str, lineWidth, indentLength) {
    if (!lineWidth || lineWidth < 0)
        return false;
    const limit = lineWidth - indentLength;
    const strLen = str.length;
    if (strLen <= limit)
        return false;
    for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === '\n') {
            if (i - start > limit)
                return true;
            start = i + 1;
            if (strLen - start <= limit)
                return false;
        }
    }
    return true;
}
function doubleQuotedString(value, ctx) {
    const json = JSON.stringify(value);
    if (ctx.options.doubleQuotedAsJSON)
        return json;
    const { implicitKey } = ctx;
    const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    let str = '';
    let start = 0;
    for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === ' ' && json[i + 1] === '\\' && json[i + 2] === 'n') {
            // space before newline needs to be escaped to not be folded
            str += json.slice(start, i) + '\\ ';
            i += 1;
            start = i;
            ch = '\\';
        }
        if (ch === '\\')
            switch (json[i + 1]) {
                case 'u':
                    {
                        str += json.slice(start, i);
                        const code = json.substr(i + 2, 4);
                        switch (code) {
                            case '0000':
                                str += '\\0';
                                break;
                            case '0007':
                                str += '\\a';
                                break;
                            case '000b':
                                str += '\\v';
                                break;
                            case '001b':
                                str += '\\e';
                                break;
                            case '0085':
                                str += '\\N';
                                break;
                            case '00a0':
                                str += '\\_';
                                break;
                            case '2028':
                                str += '\\L';
                                break;
                            case '2029':
                                str += '\\P';
                                break;
                            default:
                                if (code.substr(0, 2) === '00')
                                    str += '\\x' + code.substr(2);
                                else
                                    str += json.substr(i, 6);
                        }
                        i += 5;
                        start = i + 1;
                    }
                    break;
                case 'n':
                    if (implicitKey ||
                        json[i + 2] === '"' ||
                        json.length < minMultiLineLength) {
                        i += 1;
                    }
                    else {
                        // folding will eat first newline
                        str += json.slice(start, i) + '\n\n';
                        while (json[i + 2] === '\\' &&
                            json[i + 3] === 'n' &&
                            json[i + 4] !== '"') {
                            str += '\n';
                            i += 2;
                        }
                        str += indent;
                        // space after newline needs to be escaped to not be folded
                        if (json[i + 2] === ' ')
                            str += '\\';
                        i += 1;
                        start = i + 1;
                    }
                    break;
                default:
                    i += 1;
            }
    }
    str = start ? str + json.slice(start) : json;
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
}
function singleQuotedString(value, ctx) {
    if (ctx.options.singleQuote === false ||
        (ctx.implicitKey && value.includes('\n')) ||
        /[ \t]\n|\n[ \t]/.test(value) // single quoted string can't have leading or trailing whitespace around newline
    )
        return doubleQuotedString(value, ctx);
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
    return ctx.implicitKey
        ? res
        : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function quotedString(value, ctx) {
    const { singleQuote } = ctx.options;
    let qs;
    if (singleQuote === false)
        qs = doubleQuotedString;
    else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
            qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
            qs = doubleQuotedString;
        else
            qs = singleQuote ? singleQuotedString : doubleQuotedString;
    }
    return qs(value, ctx);
}
// The negative lookbehind avoids a polynomial search,
// but isn't supported yet on Safari: https://caniuse.com/js-regexp-lookbehind
let blockEndNewlines;
try {
    blockEndNewlines = new RegExp('(^|(?<!\n))\n+(?!\n|$)', 'g');
}
catch {
    blockEndNewlines = /\n+(?!\n|$)/g;
}
function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
    const { blockQuote, commentString, lineWidth } = ctx.options;
    // 1. Block can't end in whitespace unless the last line is non-empty.
    // 2. Strings consisting of only whitespace are best rendered explicitly.
    if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
    }
    const indent = ctx.indent ||
        (ctx.forceBlockIndent || containsDocumentMarker(value) ? '  ' : '');
    const literal = blockQuote === 'literal'
        ? true
        : blockQuote === 'folded' || type === Scalar.Scalar.BLOCK_FOLDED
            ? false
            : type === Scalar.Scalar.BLOCK_LITERAL
                ? true
                : !lineLengthOverLimit(value, lineWidth, indent.length);
    if (!value)
        return literal ? '|\n' : '>\n';
    // determine chomping from whitespace at value end
    let chomp;
    let endStart;
    for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== '\n' && ch !== '\t' && ch !== ' ')
            break;
    }
    let end = value.substring(endStart);
    const endNlPos = end.indexOf('\n');
    if (endNlPos === -1) {
        chomp = '-'; // strip
    }
    else if (value === end || endNlPos !== end.length - 1) {
        chomp = '+'; // keep
        if (onChompKeep)
            onChompKeep();
    }
    else {
        chomp = ''; // clip
    }
    if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === '\n')
            end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
    }
    // determine indent indicator from whitespace at value start
    let startWithSpace = false;
    let startEnd;
    let startNlPos = -1;
    for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === ' ')
            startWithSpace = true;
        else if (ch === '\n')
            startNlPos = startEnd;
        else
            break;
    }
    let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
    if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
    }
    const indentSize = indent ? '2' : '1'; // root is at -1
    // Leading | or > is added later
    let header = (startWithSpace ? indentSize : '') + chomp;
    if (comment) {
        header += ' ' + commentString(comment.replace(/ ?[\r\n]+/g, ' '));
        if (onComment)
            onComment();
    }
    if (!literal) {
        const foldedValue = value
            .replace(/\n+/g, '\n$&')
            .replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, '$1$2') // more-indented lines aren't folded
            //                ^ more-ind. ^ empty     ^ capture next empty lines only at end of indent
            .replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== 'folded' && type !== Scalar.Scalar.BLOCK_FOLDED) {
            foldOptions.onOverflow = () => {
                literalFallback = true;
            };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
            return `>${header}\n${indent}${body}`;
    }
    value = value.replace(/\n+/g, `$&${indent}`);
    return `|${header}\n${indent}${start}${value}${end}`;
}
function plainString(item, ctx, onComment, onChompKeep) {
    const { type, value } = item;
    const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
    if ((implicitKey && value.includes('\n')) ||
        (inFlow && /[[\]{},]/.test(value))) {
        return quotedString(value, ctx);
    }
    if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        // not allowed:
        // - '-' or '?'
        // - start with an indicator character (except [?:-]) or /[?-] /
        // - '\n ', ': ' or ' \n' anywhere
        // - '#' not preceded by a non-space char
        // - end with ' ' or ':'
        return implicitKey || inFlow || !value.includes('\n')
            ? quotedString(value, ctx)
            : blockString(item, ctx, onComment, onChompKeep);
    }
    if (!implicitKey &&
        !inFlow &&
        type !== Scalar.Scalar.PLAIN &&
        value.includes('\n')) {
        // Where allowed & type not set explicitly, prefer block style for multiline strings
        return blockString(item, ctx, onComment, onChompKeep);
    }
    if (containsDocumentMarker(value)) {
        if (indent === '') {
            ctx.forceBlockIndent = true;
            return blockString(item, ctx, onComment, onChompKeep);
        }
        else if (implicitKey && indent === indentStep) {
            return quotedString(value, ctx);
        }
    }
    const str = value.replace(/\n+/g, `$&\n${indent}`);
    // Verify that output will be parsed as a string, as e.g. plain numbers and
    // booleans get parsed with those types in v1.2 (e.g. '42', 'true' & '0.9e-3'),
    // and others in v1.1.
    if (actualString) {
        const test = (tag) => tag.default && tag.tag !== 'tag:yaml.org,2002:str' && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
            return quotedString(value, ctx);
    }
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function stringifyString(item, ctx, onComment, onChompKeep) {
    const { implicitKey, inFlow } = ctx;
    const ss = typeof item.value === 'string'
        ? item
        : Object.assign({}, item, { value: String(item.value) });
    let { type } = item;
    if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        // force double quotes on control characters & unpaired surrogates
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
            type = Scalar.Scalar.QUOTE_DOUBLE;
    }
    const _stringify = (_type) => {
        switch (_type) {
            case Scalar.Scalar.BLOCK_FOLDED:
            case Scalar.Scalar.BLOCK_LITERAL:
                return implicitKey || inFlow
                    ? quotedString(ss.value, ctx) // blocks are not valid inside flow containers
                    : blockString(ss, ctx, onComment, onChompKeep);
            case Scalar.Scalar.QUOTE_DOUBLE:
                return doubleQuotedString(ss.value, ctx);
            case Scalar.Scalar.QUOTE_SINGLE:
                return singleQuotedString(ss.value, ctx);
            case Scalar.Scalar.PLAIN:
                return plainString(ss, ctx, onComment, onChompKeep);
            default:
                return null;
        }
    };
    let res = _stringify(type);
    if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = (implicitKey && defaultKeyType) || defaultStringType;
        res = _stringify(t);
        if (res === null)
            throw new Error(`Unsupported default string type ${t}`);
    }
    return res;
}

exports.stringifyString = stringifyString;


/***/ }),

/***/ 1360:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);

const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove node');
/**
 * Apply a visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
function visit(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        visit_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current node */
visit.SKIP = SKIP;
/** Remove the current node */
visit.REMOVE = REMOVE;
function visit_(key, node, visitor, path) {
    const ctrl = callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = visit_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = visit_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = visit_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
/**
 * Apply an async visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `Promise`: Must resolve to one of the following values
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
async function visitAsync(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visitAsync.BREAK = BREAK;
/** Do not visit the children of the current node */
visitAsync.SKIP = SKIP;
/** Remove the current node */
visitAsync.REMOVE = REMOVE;
async function visitAsync_(key, node, visitor, path) {
    const ctrl = await callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = await visitAsync_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = await visitAsync_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = await visitAsync_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
function initVisitor(visitor) {
    if (typeof visitor === 'object' &&
        (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
            Alias: visitor.Node,
            Map: visitor.Node,
            Scalar: visitor.Node,
            Seq: visitor.Node
        }, visitor.Value && {
            Map: visitor.Value,
            Scalar: visitor.Value,
            Seq: visitor.Value
        }, visitor.Collection && {
            Map: visitor.Collection,
            Seq: visitor.Collection
        }, visitor);
    }
    return visitor;
}
function callVisitor(key, node, visitor, path) {
    if (typeof visitor === 'function')
        return visitor(key, node, path);
    if (identity.isMap(node))
        return visitor.Map?.(key, node, path);
    if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path);
    if (identity.isPair(node))
        return visitor.Pair?.(key, node, path);
    if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path);
    if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path);
    return undefined;
}
function replaceNode(key, path, node) {
    const parent = path[path.length - 1];
    if (identity.isCollection(parent)) {
        parent.items[key] = node;
    }
    else if (identity.isPair(parent)) {
        if (key === 'key')
            parent.key = node;
        else
            parent.value = node;
    }
    else if (identity.isDocument(parent)) {
        parent.contents = node;
    }
    else {
        const pt = identity.isAlias(parent) ? 'alias' : 'scalar';
        throw new Error(`Cannot replace node with ${pt} parent`);
    }
}

exports.visit = visit;
exports.visitAsync = visitAsync;


/***/ }),

/***/ 5699:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ afterCancel)
});

;// CONCATENATED MODULE: ./src/domain/history.js
/** Labels that deploy-actions writes on a release; Helm stores them on the revision's Secret. */
const LABEL = {
    run: 'deploy-actions/run',
    bundle: 'deploy-actions/bundle',
    commit: 'deploy-actions/commit',
    verdict: 'deploy-actions/verdict',
    forRevision: 'deploy-actions/for-revision',
};
/**
 * Reads the revisions of one release out of the metadata of its Secrets, oldest first.
 * Helm copies all labels to the next revision, also in other people's upgrades: ours count only
 * where `for-revision` equals the Secret's own version (measured; docs: overview, "Names fixed once").
 */
function readHistory(secrets) {
    return secrets
        .map((secret) => toRevision(secret.labels ?? {}))
        .filter((revision) => Number.isInteger(revision.number) && revision.number > 0)
        .sort((a, b) => a.number - b.number);
}
function toRevision(labels) {
    const valid = labels[LABEL.forRevision] === labels.version;
    const ours = Object.entries(labels).filter(([key]) => key.startsWith('deploy-actions/'));
    return {
        number: Number(labels.version),
        status: (labels.status ?? 'unknown'),
        labels: valid ? Object.fromEntries(ours) : {},
    };
}
const history_isPending = (revision) => revision.status.startsWith('pending-');
/** The revision that serves now: the newest that Helm calls deployed. */
const history_liveRevision = (history) => history.findLast((revision) => revision.status === 'deployed');
/** The number Helm will give to the next revision. */
const nextNumber = (history) => (history.at(-1)?.number ?? 0) + 1;
/**
 * The labels for the revision that is about to be made. What a former revision carried and this
 * one does not know is removed (`null` deletes a label in Helm), or Helm would copy it over. On a
 * first install Helm would store the word `null`.
 */
function releaseLabels(next, known) {
    const ours = {
        [LABEL.run]: known.run,
        [LABEL.commit]: known.commit,
        [LABEL.bundle]: known.bundle,
        [LABEL.verdict]: undefined,
    };
    const first = next === 1;
    const entries = Object.entries(ours).flatMap(([label, value]) => value === undefined && first ? [] : [[label, value ?? 'null']]);
    return { [LABEL.forRevision]: String(next), ...Object.fromEntries(entries) };
}

;// CONCATENATED MODULE: ./src/domain/claim.js

/**
 * Helm's default time-out is 5 min, and clocks differ: a pending revision of others that was not
 * written for so long has no helm behind it, unless that helm was given more time. While it waits,
 * a living helm writes nothing, so nothing younger can be told from a dead one.
 */
const FOREIGN_QUIET_MS = (/* unused pure expression or super */ null && (6 * 60_000));
/**
 * The run whose operation this revision is; undefined where it is not one of ours. Labels count only
 * where they name this very revision, and a rollback of ours is known by the notice board.
 */
function ownerRun(revision, { undo }) {
    if (revision.status === 'pending-rollback' && undo?.revision === revision.number)
        return undo.run;
    return revision.labels[LABEL.run];
}
/** Decides by the newest revision whether the release can be worked on. */
function decideClaim(facts) {
    const newest = facts.history.at(-1);
    if (newest?.status === 'uninstalling')
        return { do: 'refuse', refusal: uninstalling(facts) };
    if (newest === undefined || !isPending(newest))
        return { do: 'proceed' };
    return facts.owner ? ownClaim(newest, facts.owner, facts) : foreignClaim(newest, facts);
}
/**
 * Whoever of ours works on a release holds its lock and renews it; we hold it now, so it was given
 * back or had been silent for its whole lease. GitHub is asked all the same: a run that is alive may
 * only have lost its way to the cluster, and comes back.
 */
function ownClaim(newest, owner, { release, self }) {
    const settle = (because) => ({ do: 'settle', revision: newest, because });
    const run = `run ${owner.run}`;
    if (owner.run === self)
        return settle('an earlier step of this run left it, and gave up its lock');
    if (isEarlierAttempt(owner.run, self))
        return settle(`${run} is an earlier attempt of this run`);
    if (owner.state === 'over')
        return settle(`${run} is over`);
    if (owner.state === 'unknown') {
        return settle(`${run} gave up its lock; whether it is over could not be asked`);
    }
    return {
        do: 'wait',
        refusal: {
            message: `${pendingText(newest, release)}: ${run} made it and is not over (${owner.url})`,
            hint: 'Run this job again when that run has ended, or cancel it first.',
        },
    };
}
function foreignClaim(newest, facts) {
    const { release, recover, quietFor } = facts;
    const what = `${pendingText(newest, release)}, and not by deploy-actions`;
    if (recover === 'own') {
        return {
            do: 'refuse',
            refusal: {
                message: `${what}: another operation is running or was killed`,
                hint: `When none is running: ${cure(newest, facts)}, or run this job with recover: foreign.`,
            },
        };
    }
    if (quietFor >= FOREIGN_QUIET_MS) {
        const minutes = Math.floor(quietFor / 60_000);
        const because = `nothing was written to it for ${minutes} min, and recover is foreign`;
        return { do: 'settle', revision: newest, because };
    }
    const left = Math.ceil((FOREIGN_QUIET_MS - quietFor) / 60_000);
    return {
        do: 'wait',
        refusal: {
            message: `${what}: it is too young to tell whether helm still works on it`,
            hint: `Run this job again in ${left} min, or, when no helm is running: ${cure(newest, facts)}.`,
        },
    };
}
/** A run of GitHub is started again only when its former attempt has ended. */
function isEarlierAttempt(run, self) {
    const [theirs, ours] = [parseRun(run), parseRun(self)];
    return theirs !== undefined && theirs.id === ours?.id && theirs.attempt < ours.attempt;
}
/** The parts of `<run id>.<attempt>`; undefined for what is no run of GitHub. */
function parseRun(run) {
    const [, id, attempt] = /^(\d+)\.(\d+)$/.exec(run) ?? [];
    return id === undefined ? undefined : { id: Number(id), attempt: Number(attempt) };
}
const pendingText = ({ number, status }, release) => `Revision ${number} of ${release} is ${status}`;
/** The command that frees the release; `helm rollback` without a number takes a wrong one. */
function cure(newest, { history, release, namespace }) {
    const where = `--namespace ${namespace}`;
    if (newest.status === 'pending-install') {
        return `helm uninstall ${release} ${where} (it removes all the release made)`;
    }
    return `helm rollback ${release} ${liveRevision(history)?.number ?? 'REVISION'} ${where}`;
}
function uninstalling({ history, release, namespace }) {
    const number = history.at(-1)?.number;
    return {
        message: `Revision ${number} of ${release} is uninstalling: an uninstall is running or was killed`,
        hint: `To bring it to its end: helm uninstall ${release} --namespace ${namespace}. Then run this job again.`,
    };
}

;// CONCATENATED MODULE: ./src/domain/signals/event.js
const read = (object) => object;
/** The uid of the object an event is about, `''` when it has none. */
function subjectOf(object) {
    const event = read(object);
    return (event.involvedObject ?? event.regarding)?.uid ?? '';
}
/** How often the event was sent in all. */
function timesSent(object) {
    const event = read(object);
    return event.series?.count ?? event.count ?? event.deprecatedCount ?? 1;
}
/** @param before how often it had been sent at the baseline */
function viewEvent(object, before) {
    const event = read(object);
    const path = (event.involvedObject ?? event.regarding)?.fieldPath ?? '';
    return {
        uid: object.metadata.uid ?? object.metadata.name,
        reason: event.reason ?? '',
        message: event.message ?? event.note ?? '',
        count: timesSent(object) - before,
        container: /\{(.+)\}$/.exec(path)?.[1] ?? '',
        last: event.series?.lastObservedTime ?? event.lastTimestamp ?? event.eventTime ?? '',
    };
}
/** The one sent last; between equals the later in the list. */
function event_newest(events) {
    return events.reduce((best, event) => (best === undefined || event.last >= best.last ? event : best), undefined);
}
const sum = (events) => events.reduce((total, event) => total + event.count, 0);

;// CONCATENATED MODULE: ./src/domain/signals/message.js
/**
 * A message of Kubernetes without what must not be printed: Docker Hub puts a user's name and a
 * token id into its rate-limit answers, signed URLs carry their signature, URLs may carry passwords.
 */
function cleanMessage(message) {
    return message
        .replace(/(rate limit as )'[^']*'(: \S+)?/g, "$1'***'")
        .replace(/dckr_\w+_[\w-]+/g, '***')
        .replace(/(https?:\/\/)[^\s/@"']+@/g, '$1***@')
        .replace(/([?&])(?!timeout=)([\w.-]+)=[^&\s"']*/g, '$1$2=***')
        .replace(/([Bb]earer )[\w.~+/=-]{8,}/g, '$1***')
        .trim();
}

;// CONCATENATED MODULE: ./src/domain/signals/to-signal.js

/** The first row of a table that fits, as a signal; none or one. */
function firstOf(table, subject, place) {
    for (const row of table) {
        const found = row.find(subject);
        if (found !== undefined)
            return [toSignal(row, subject, found, place)];
    }
    return [];
}
function toSignal(row, subject, found, place) {
    const message = cleanMessage(found.message);
    const level = classOf(row, place);
    const needs = row.needs?.(subject, message);
    return {
        key: `${place.key}/${row.name}`,
        class: level,
        code: row.code,
        workload: place.workload,
        object: place.object,
        namespace: place.namespace,
        container: place.container,
        message,
        hint: row.hint(subject, message),
        count: found.count ?? 1,
        ...(row.bound && level === row.class && { bound: row.bound }),
        pods: place.pods,
        minAge: row.minAge ?? 0,
        ...(found.ran !== undefined && { exit: { of: place.key, ran: found.ran } }),
        excused: row.mayWaitForOthers === true && place.othersOnTheirWay,
        ...(needs && { needs }),
        suspect: row.mayBeNode ? place.node : '',
    };
}
/** What was so before helm started explains a time-out, and is never a verdict. */
function classOf(row, place) {
    if (row.class === 'transient' || (row.retriedByJob && place.job))
        return 'transient';
    return place.standing ? 'slow' : row.class;
}

;// CONCATENATED MODULE: ./src/domain/claim-signals.js


/** Helm waits until the claims of the manifest are bound, even where no pod asks for them. */
const CLAIM_ROWS = [
    {
        name: 'claim-pending',
        code: 'volume-unbound',
        class: 'slow',
        find: ({ claim, events }) => {
            const status = claim.status;
            return status?.phase === 'Pending'
                ? { message: event_newest(events)?.message ?? 'the claim is Pending' }
                : undefined;
        },
        hint: ({ claim, namespace }) => `PersistentVolumeClaim ${claim.metadata.name} has no volume yet: does its storage class exist, does its provisioner work, does a pod use it? \`kubectl -n ${namespace} describe pvc ${claim.metadata.name}\``,
    },
];
/** Claims of the manifest that have no volume yet. */
function claimSignals(index, plan) {
    return plan.manifest
        .filter(({ kind }) => kind === 'PersistentVolumeClaim')
        .flatMap(({ metadata: { name, namespace = plan.namespace } }) => {
        const claim = index.find('PersistentVolumeClaim', namespace, name);
        if (claim === undefined)
            return [];
        const { uid = name } = claim.metadata;
        const object = `PersistentVolumeClaim/${name}`;
        return firstOf(CLAIM_ROWS, { claim, namespace, events: index.eventsOf(uid) }, {
            key: uid,
            workload: object,
            namespace,
            object,
            container: '',
            pods: 0,
            standing: false,
            job: false,
            othersOnTheirWay: false,
            node: '',
        });
    });
}

;// CONCATENATED MODULE: ./src/domain/endpoints.js
/** How many ready endpoints each Service has, by `<namespace>/<Service>`; Services without slices are absent. */
function readyEndpoints(world) {
    const counts = new Map();
    for (const slice of world.all('EndpointSlice')) {
        const service = slice.metadata.labels?.['kubernetes.io/service-name'];
        if (service === undefined)
            continue;
        const key = `${slice.metadata.namespace ?? ''}/${service}`;
        counts.set(key, (counts.get(key) ?? 0) + readyIn(slice));
    }
    return counts;
}
/** Unknown readiness counts as ready, as kube-proxy takes it. */
function readyIn(slice) {
    const { endpoints } = slice;
    return (endpoints ?? []).filter(({ conditions }) => conditions?.ready !== false).length;
}

;// CONCATENATED MODULE: ./src/domain/signals/pod.js
/** Lists of conditions exist on every kind with a status. */
function conditionOf(object, type) {
    const status = object.status;
    return status?.conditions?.find((condition) => condition.type === type);
}
/** Its condition, when a Deployment has made no progress for its `progressDeadlineSeconds`. */
function passedDeadline(deployment) {
    const progress = conditionOf(deployment, 'Progressing');
    const isPassed = progress?.status === 'False' && progress.reason === 'ProgressDeadlineExceeded';
    return isPassed ? progress : undefined;
}
/**
 * Its end is somebody else's decision (eviction, preemption, a node that went away or shuts down),
 * so it says nothing about the release.
 */
function isDisrupted(pod) {
    return (conditionOf(pod, 'DisruptionTarget')?.status === 'True' ||
        conditionOf(pod, 'Ready')?.reason === 'NodeStatusUnknown' ||
        ['Evicted', 'Preempting', 'NodeLost', 'NodeShutdown', 'Shutdown', 'Terminated'].includes(pod.status?.reason ?? ''));
}
/** No container has started yet, so trouble with the sandbox or the volumes may still stand. */
function isBeingMade(pod) {
    const statuses = [
        ...(pod.status?.initContainerStatuses ?? []),
        ...(pod.status?.containerStatuses ?? []),
    ];
    return statuses.every(({ state, lastState, restartCount }) => !state?.running && !state?.terminated && !lastState?.terminated && !restartCount);
}

;// CONCATENATED MODULE: ./src/domain/job-state.js

const isTrue = (object, ...types) => types.some((type) => conditionOf(object, type)?.status === 'True');
/** The Job has failed, or will as soon as its last pod is gone (`FailureTarget`). */
const jobHasFailed = (job) => isTrue(job, 'Failed', 'FailureTarget') ||
    (job.kind === 'Pod' && job.status?.phase === 'Failed');
/** Complete, also when its last pods are still ending (`SuccessCriteriaMet`). */
const jobIsDone = (job) => isTrue(job, 'Complete', 'SuccessCriteriaMet') ||
    (job.kind === 'Pod' && job.status?.phase === 'Succeeded');
/** Where each Job of the manifest and each hook stands. */
function jobStates(index, plan) {
    return [
        ...plan.hooks.map(({ object }) => ({ object, hook: true })),
        ...plan.manifest.map((object) => ({ object, hook: false })),
    ]
        .filter(({ object, hook }) => object.kind === 'Job' || (hook && object.kind === 'Pod'))
        .map(({ object, hook }) => {
        const { name, namespace = plan.namespace } = object.metadata;
        const found = index.find(object.kind, namespace, name);
        // The hook of an earlier revision may still be there under the same name.
        const isOld = hook && plan.baseline.uids.has(found?.metadata.uid ?? '');
        return jobState(index, name, hook, isOld ? undefined : found);
    });
}
function jobState(index, name, hook, job) {
    const none = { name, hook, pods: [], note: '' };
    if (job === undefined)
        return { ...none, phase: 'waiting' };
    const live = job.kind === 'Pod' ? [job] : index.pastPodsOf(job.metadata.uid ?? '');
    const pods = live.map(({ metadata }) => metadata.name);
    if (jobIsDone(job))
        return { ...none, phase: 'done', pods };
    if (jobHasFailed(job)) {
        const why = conditionOf(job, 'Failed') ?? conditionOf(job, 'FailureTarget');
        return { ...none, phase: 'failed', pods, note: why?.reason ?? 'failed' };
    }
    const suspended = job.spec?.suspend === true;
    const container = runningIn(live.at(-1));
    const note = suspended ? 'suspended' : '';
    return { ...none, phase: 'running', pods, ...(container && { container }), note };
}
function runningIn(pod) {
    const { initContainerStatuses = [], containerStatuses = [] } = pod?.status ?? {};
    const running = [...initContainerStatuses, ...containerStatuses].find(({ state }) => state?.running);
    return running?.name;
}

;// CONCATENATED MODULE: ./src/domain/signals/needs.js
const KINDS = {
    secret: 'Secret',
    configmap: 'ConfigMap',
    serviceaccount: 'ServiceAccount',
    persistentvolumeclaim: 'PersistentVolumeClaim',
};
/** What a message of the kubelet, a controller or the scheduler says is not there. */
function needOf(message) {
    const inObject = /couldn't find key (\S+) in (Secret|ConfigMap) (?:[^/\s]+\/)?(\S+)/i.exec(message);
    if (inObject !== null) {
        const [, key = '', kind = '', name = ''] = inObject;
        return { kind: KINDS[kind.toLowerCase()] ?? kind, name, key };
    }
    const absent = /(secret|configmap|serviceaccount|persistentvolumeclaim)s? "([^"]+)" not found/i;
    const [, kind = '', name = ''] = absent.exec(message) ?? [];
    return name === '' ? undefined : { kind: KINDS[kind.toLowerCase()] ?? kind, name };
}

;// CONCATENATED MODULE: ./src/domain/signals/row.js
/** What ends a rollout only after 15 s, since an operator or a controller may still bring it. */
const HOLD = { least: 15_000 };
/** As Markdown: `kubectl -n shop describe pod web-abc-x`. */
const describePod = ({ namespace, pod }) => `\`kubectl -n ${namespace} describe pod ${pod.metadata.name}\``;
/** The container's last output before it ended. */
const previousLog = ({ namespace, pod, container }) => `\`kubectl -n ${namespace} logs ${pod.metadata.name} -c ${container.name} --previous\``;

;// CONCATENATED MODULE: ./src/domain/signals/creation.js


const TWO_MINUTES = { least: 120_000 };
const refused = (pattern) => ({ message }) => pattern.test(message) ? { message } : undefined;
const describe = ({ namespace, object }) => `\`kubectl -n ${namespace} describe ${object}\``;
const quotaIn = (message) => /quota: ([^,:]+)/.exec(message)?.[1] ?? '';
/** Why pods are not made at all; the first row that fits names the cause. */
const CREATION_ROWS = [
    {
        name: 'webhook-down',
        code: 'webhook-down',
        class: 'slow',
        bound: TWO_MINUTES,
        find: refused(/failed (calling|to call) webhook/),
        hint: (_, message) => `The admission webhook ${/webhook "([^"]+)"/.exec(message)?.[1] ?? ''} does not answer, so nothing it guards can be made: are its pods up? \`kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations\``,
    },
    {
        name: 'server-error',
        code: 'webhook-down',
        class: 'slow',
        bound: TWO_MINUTES,
        find: refused(/Internal error occurred|context deadline exceeded|currently unable to handle|timed out|i\/o timeout|connection refused/),
        hint: describe,
    },
    {
        name: 'quota-frees-itself',
        code: 'quota-exceeded',
        class: 'slow',
        bound: TWO_MINUTES,
        find: (subject) => (subject.podsAreEnding ? refused(/exceeded quota/)(subject) : undefined),
        hint: ({ namespace }) => `Pods that are ending still count. \`kubectl -n ${namespace} describe quota\``,
    },
    {
        name: 'quota-not-counted',
        code: 'quota-exceeded',
        class: 'slow',
        bound: TWO_MINUTES,
        find: refused(/status unknown for quota/),
        hint: ({ namespace }, message) => `ResourceQuota ${quotaIn(message)} of namespace ${namespace} has just been made, and nobody has counted yet what is used of it: that passes in a moment (was helm itself refused? Deploy again). If it stays, the quota names a kind that the cluster does not know. \`kubectl -n ${namespace} describe quota ${quotaIn(message)}\``,
    },
    {
        name: 'quota-exceeded',
        code: 'quota-exceeded',
        class: 'held',
        bound: HOLD,
        find: refused(/exceeded quota|failed quota/),
        hint: ({ namespace }, message) => {
            const quota = quotaIn(message);
            return `Raise ResourceQuota ${quota} of namespace ${namespace}, lower the requests or replicas, or let old pods go first (maxUnavailable 1, maxSurge 0). \`kubectl -n ${namespace} describe quota ${quota}\``;
        },
    },
    {
        name: 'violates-pod-security',
        code: 'denied-by-policy',
        class: 'fatal',
        find: refused(/violates PodSecurity/),
        hint: ({ namespace, workload }, message) => `Set in the pod template of ${workload} what the policy asks for (${wanted(message)}), or change the label pod-security.kubernetes.io/enforce of namespace ${namespace}.`,
    },
    {
        name: 'service-account-absent',
        code: 'missing-config',
        class: 'fatal',
        find: refused(/service ?account .*not found/i),
        needs: (_, message) => needOf(message),
        hint: ({ namespace, workload }, message) => `Create the ServiceAccount ${needOf(message)?.name ?? ''} in namespace ${namespace}, or correct serviceAccountName of ${workload}.`,
    },
    {
        name: 'denied-by-webhook',
        code: 'denied-by-policy',
        class: 'fatal',
        find: refused(/denied (the )?request/),
        hint: ({ workload }, message) => `A policy (${/webhook "([^"]+)"/.exec(message)?.[1] ?? /'([^']+)'/.exec(message)?.[1] ?? 'admission'}) refuses the pods of ${workload}; its message says what it asks for.`,
    },
    {
        name: 'name-taken',
        code: 'timeout',
        class: 'slow',
        find: refused(/already exists|object is being deleted|has been modified|request timed out/),
        hint: (subject) => `It is tried again by itself. ${describe(subject)}`,
    },
    {
        name: 'pods-refused',
        code: 'denied-by-policy',
        class: 'held',
        bound: HOLD,
        find: refused(/^/),
        hint: (subject) => `The cluster refuses the pods of ${subject.workload}; the message says why. ${describe(subject)}`,
    },
];
/** What helm's own objects run into when they are applied; the same words, from the same admission. */
function refusalIn(said, namespace) {
    const sure = [
        'webhook-down',
        'quota-not-counted',
        'quota-exceeded',
        'violates-pod-security',
        'denied-by-webhook',
    ];
    const subject = { namespace, workload: '', object: '', message: said, podsAreEnding: false };
    return CREATION_ROWS.find((row) => sure.includes(row.name) && row.find(subject));
}
/** The parts in brackets are fields to set: `(container "web" must set …=false)`. */
const wanted = (message) => [...message.matchAll(/\(([^()]*must[^()]*)\)/g)].map(([, field]) => field).join('; ') ||
    'see the message';

;// CONCATENATED MODULE: ./src/domain/signals/memory.js
/** The words of runc, and of CRI-O, for a limit that not even the runtime's own first step fits in. */
const NO_MEMORY_TO_START = /memory limit (\d+ )?too low/;
/** A run that ended for want of memory, or could not begin. */
const memory_endedByMemory = ({ reason, message = '' }) => reason === 'OOMKilled' || (reason === 'StartError' && NO_MEMORY_TO_START.test(message));
/** ` (64Mi)`, or nothing where there is no limit. */
function limitText({ resources }) {
    const memory = resources?.limits?.memory;
    return memory === undefined ? '' : ` (${memory})`;
}

;// CONCATENATED MODULE: ./src/domain/signals/exit.js


/** Fatal at the exit after the allowed restarts. */
const EXITS = { least: 1, input: 'maxRestarts', plus: 1 };
/** What time does not heal: one exit less. */
const SURE_EXITS = { least: 1, input: 'maxRestarts' };
/** Applications that exit until their database is up come fast under short back-offs. */
const FIRST_TWENTY_SECONDS = 20_000;
/** A database that has just become Ready is in its Service's endpoints a moment later. */
const REACHABLE_AFTER = 5_000;
/** The exits since the baseline, while the container is down: one more than it was started again. */
function exitsOf({ status, restartsBefore }) {
    const { state, lastState, restartCount = 0 } = status ?? {};
    if (state === undefined || state.running)
        return undefined;
    const last = state.terminated ?? lastState?.terminated;
    const count = restartCount - restartsBefore + 1;
    return last === undefined || count < 1
        ? undefined
        : { last, count, waiting: state.waiting?.message ?? '' };
}
/** Init containers and the containers of Jobs are meant to end. */
const mayEnd = ({ init, pod, container }) => init || ((pod.spec?.restartPolicy ?? 'Always') !== 'Always' && !container.restartPolicy);
const exited = (fits) => (subject) => {
    const exits = exitsOf(subject);
    if (exits === undefined || !fits(exits.last, subject))
        return undefined;
    if (exits.last.exitCode === 0 && mayEnd(subject))
        return undefined;
    return { message: tellExits(exits), count: exits.count, ran: ranFor(exits.last) };
};
function tellExits({ last, count, waiting }) {
    const times = count === 1 ? '' : ` (${count} times)`;
    const said = tellExit(last);
    return `${said}${times}${said.includes(waiting) ? '' : `; ${waiting}`}`;
}
/** `Error: exit code 1: the last words that the container left in its termination message`. */
function tellExit({ reason = 'Error', exitCode, message = '' }) {
    return [`${reason}: exit code ${exitCode}`, message.trim()].filter(Boolean).join(': ');
}
/** Of one exit, where no count and no probe says more. */
function codeOfExit(last) {
    if (endedByMemory(last))
        return 'out-of-memory';
    if (NOT_FOUND.includes(last.exitCode))
        return 'bad-command';
    return last.exitCode === 0 ? 'exited' : 'crash-loop';
}
function ranFor({ startedAt, finishedAt }) {
    const ms = Date.parse(finishedAt ?? '') - Date.parse(startedAt ?? '');
    return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}
/**
 * A run that began before the others were up says nothing: it may have waited for them.
 * @param readyAt when the last of the others got Ready, ms of the cluster's clock; 0: long ago
 */
const beganAfter = ({ startedAt }, readyAt) => readyAt === 0 || Date.parse(startedAt ?? '') > readyAt + REACHABLE_AFTER;
const NOT_FOUND = [126, 127];
const RESTARTED = { mayWaitForOthers: true, retriedByJob: true };
/** Containers that start and do not stay; the first row that fits names the cause. */
const EXIT_ROWS = [
    {
        name: 'out-of-memory',
        code: 'out-of-memory',
        class: 'count',
        bound: SURE_EXITS,
        retriedByJob: true,
        find: exited(memory_endedByMemory),
        hint: ({ container, workload }) => `Container ${container.name} of ${workload} needs more memory than its limit${limitText(container)}: raise resources.limits.memory, or make it use less.`,
    },
    {
        name: 'command-not-found',
        code: 'bad-command',
        class: 'count',
        bound: SURE_EXITS,
        retriedByJob: true,
        find: exited((last) => NOT_FOUND.includes(last.exitCode) && last.reason !== 'StartError'),
        hint: (subject) => `Exit code 126 or 127 is a shell's "cannot execute" or "command not found": check the command of container ${subject.container.name} against ${subject.container.image}. ${previousLog(subject)}`,
    },
    {
        name: 'exit-zero',
        code: 'exited',
        class: 'count',
        bound: SURE_EXITS,
        retriedByJob: true,
        find: exited((last) => last.exitCode === 0),
        hint: (subject) => `Container ${subject.container.name} ends by itself without an error, but a server must stay: does its command start the server in the foreground? ${previousLog(subject)}`,
    },
    {
        name: 'init-exits',
        code: 'init-failed',
        class: 'count',
        bound: EXITS,
        minAge: FIRST_TWENTY_SECONDS,
        ...RESTARTED,
        find: exited((last, { init, othersReadyAt }) => init && beganAfter(last, othersReadyAt)),
        hint: (subject) => `Init container ${subject.container.name} must end with exit code 0 before the others start. ${previousLog(subject)}`,
    },
    {
        name: 'exits',
        code: 'crash-loop',
        class: 'count',
        bound: EXITS,
        minAge: FIRST_TWENTY_SECONDS,
        ...RESTARTED,
        find: exited((last, { othersReadyAt }) => beganAfter(last, othersReadyAt)),
        hint: (subject) => `Container ${subject.container.name} ends soon after its start; its last lines say why: ${previousLog(subject)}. If it only waits for something that comes late, raise \`max-restarts\`.`,
    },
    {
        name: 'first-exits',
        code: 'crash-loop',
        class: 'transient',
        find: exited(() => true),
        hint: (subject) => `Container ${subject.container.name} ended. ${previousLog(subject)}`,
    },
];

;// CONCATENATED MODULE: ./src/domain/identity.js
/** The pods of a workload that belong to its newest revision and are not on their way out. */
function newestPods(live) {
    return live.pods.filter((pod) => isStaying(pod) && isNewest(live, pod));
}
/** Neither told to end nor over by itself: evicted pods stay as objects, and serve nobody. */
const isStaying = (pod) => !pod.metadata.deletionTimestamp &&
    !['Failed', 'Succeeded'].includes(pod.status?.phase ?? '');
const controllerOf = (pod) => pod.metadata.ownerReferences?.find((reference) => reference.controller)?.uid;
/** Of any revision of this workload: the selector alone may match other people's pods. */
function isOurs(live, pod) {
    const uid = live.object.metadata.uid;
    const sets = live.replicaSets.filter((set) => controllerOf(set) === uid);
    const owner = controllerOf(pod);
    return owner === uid || sets.some((set) => set.metadata.uid === owner);
}
function isNewest(live, pod) {
    const owner = controllerOf(pod);
    const hash = pod.metadata.labels?.['controller-revision-hash'];
    switch (live.ref.kind) {
        case 'Deployment':
            return owner !== undefined && owner === newestReplicaSet(live)?.metadata.uid;
        case 'StatefulSet': {
            const update = live.object.status
                ?.updateRevision;
            return owner === live.object.metadata.uid && hash === update;
        }
        case 'DaemonSet': {
            const generation = live.object.metadata.annotations?.['deprecated.daemonset.template.generation'];
            return (owner === live.object.metadata.uid &&
                pod.metadata.labels?.['pod-template-generation'] === generation);
        }
    }
}
const REVISION = 'deployment.kubernetes.io/revision';
/** The ReplicaSet of the Deployment's newest revision, once its controller has made it. */
function newestReplicaSet(live) {
    const revision = live.object.metadata.annotations?.[REVISION];
    return live.replicaSets.find((set) => set.metadata.annotations?.[REVISION] === revision &&
        set.metadata.ownerReferences?.some((owner) => owner.uid === live.object.metadata.uid));
}
/** What each container of the workload's template runs in its newest pods. */
function runningImages(live) {
    const spec = live.object.spec;
    const pods = newestPods(live);
    const old = live.pods.filter((pod) => isOurs(live, pod) && isStaying(pod)).length - pods.length;
    const desired = live.ref.kind === 'DaemonSet'
        ? (live.object.status?.desiredNumberScheduled ?? 0)
        : (spec?.replicas ?? 1);
    return (spec?.template?.spec?.containers ?? []).map(({ name, image }) => {
        const same = pods.filter((pod) => specImage(pod, name) === image);
        return {
            workload: `${live.ref.kind}/${live.ref.name}`,
            container: name,
            image,
            digest: digestOf(image),
            reported: unique(same.map((pod) => reportedDigest(pod, name))),
            ready: same.filter(isReady).length,
            desired,
            old,
            rolls: rollsByItself(live.object),
        };
    });
}
/** False where new pods do not come by themselves: OnDelete, a partition, a paused Deployment. */
function rollsByItself(object) {
    const spec = object.spec;
    const strategy = spec?.updateStrategy;
    return !spec?.paused && strategy?.type !== 'OnDelete' && !strategy?.rollingUpdate?.partition;
}
const specImage = (pod, container) => pod.spec?.containers.find((c) => c.name === container)?.image;
function reportedDigest(pod, container) {
    const statuses = pod.status?.containerStatuses;
    return digestOf(statuses?.find((status) => status.name === container)?.imageID ?? '');
}
/** By its own condition: every container ready and every readiness gate open. */
const isReady = (pod) => pod.status?.conditions?.some((condition) => condition.type === 'Ready' && condition.status === 'True') ?? false;
/** Sorted, without what is not known yet. */
const unique = (digests) => [...new Set(digests)].filter((digest) => digest !== '').sort((a, b) => a.localeCompare(b));
const digestOf = (reference) => /sha256:[0-9a-f]{64}$/.exec(reference)?.[0] ?? '';
/**
 * Compares what runs with what was asked for. The digest in the pods' spec decides: the runtime may
 * report another index over the same image (measured: three provenance rebuilds, one config).
 * @returns every difference; empty means each asked image runs, ready, in every pod it should
 */
function identity_identityProblems(asked, running) {
    const absent = asked
        .filter((image) => !running.some((run) => run.digest === image.digest))
        .map((image) => ({
        kind: 'absent',
        subject: image.name,
        message: `${image.digest} is in no workload of the release`,
    }));
    const behind = running
        .filter((run) => run.rolls && run.ready < run.desired)
        .map((run) => ({
        kind: 'behind',
        subject: `${run.workload} ${run.container}`,
        message: `${run.ready} of ${run.desired} pods are ready with ${run.image}`,
    }));
    const lingering = running
        .filter((run) => run.rolls && run.old > 0)
        .map((run) => ({
        kind: 'behind',
        subject: run.workload,
        message: `${run.old} pods of an earlier revision are still there`,
    }));
    return [...absent, ...behind, ...lingering];
}

;// CONCATENATED MODULE: ./src/domain/applied.js
/**
 * True when a live object holds everything that a manifest asks for; what the API server or a
 * webhook added does not matter. Quantities are compared by value (`0.5` is `500m`), lists by
 * content, and what equals a default may be absent.
 */
function contains(live, wanted) {
    if (isEmpty(wanted) && live === undefined)
        return true;
    if (Array.isArray(wanted)) {
        return (Array.isArray(live) && wanted.every((item) => live.some((other) => contains(other, item))));
    }
    if (typeof wanted === 'object' && wanted !== null) {
        if (typeof live !== 'object' || live === null)
            return false;
        const fields = live;
        return Object.entries(wanted).every(([key, value]) => contains(fields[key], value));
    }
    return wanted === null || wanted === undefined || sameScalar(live, wanted);
}
function isEmpty(value) {
    if (value === null || value === undefined || value === '' || value === false || value === 0) {
        return true;
    }
    return typeof value === 'object' && Object.values(value).every(isEmpty);
}
function sameScalar(live, wanted) {
    if (String(live) === String(wanted))
        return true;
    const [a, b] = [quantity(live), quantity(wanted)];
    return a !== undefined && a === b;
}
const SUFFIXES = {
    m: 1e-3,
    '': 1,
    k: 1e3,
    M: 1e6,
    G: 1e9,
    T: 1e12,
    Ki: 2 ** 10,
    Mi: 2 ** 20,
    Gi: 2 ** 30,
    Ti: 2 ** 40,
};
function quantity(value) {
    const [, number, suffix] = /^(\d+(?:\.\d+)?)([a-zA-Z]*)$/.exec(String(value)) ?? [];
    const factor = SUFFIXES[suffix ?? '?'];
    return factor === undefined ? undefined : Number((Number(number) * factor).toPrecision(12));
}

;// CONCATENATED MODULE: ./src/domain/manifest.js
/** How people call an object: `Deployment/web`. */
const objectName = ({ kind, metadata }) => `${kind}/${metadata.name}`;
const ROLLING = ['Deployment', 'StatefulSet', 'DaemonSet'];
/** The rolling workloads of a rendered manifest; without a namespace of their own they are in the release's. */
function manifest_workloads(manifest, namespace) {
    return manifest
        .filter((object) => ROLLING.includes(object.kind) && object.apiVersion === 'apps/v1')
        .map((object) => ({
        kind: object.kind,
        name: object.metadata.name,
        namespace: object.metadata.namespace ?? namespace,
    }));
}
/**
 * The object of a list that a reference means; the API version does not count.
 * @param namespace of objects that name none
 */
const findObject = (objects, ref, namespace) => objects.find(({ kind, metadata }) => kind === ref.kind &&
    metadata.name === ref.name &&
    (metadata.namespace ?? namespace) === ref.namespace);

;// CONCATENATED MODULE: ./src/domain/world-index.js

const INDEXED = ['ReplicaSet', 'Deployment', 'StatefulSet', 'DaemonSet', 'Job'];
const NAMED = [...INDEXED, 'PersistentVolumeClaim', 'Service', 'Pod'];
function indexWorld(world, baseline) {
    const pods = world.all('Pod');
    const named = new Map();
    const uids = new Map();
    for (const object of NAMED.flatMap((kind) => world.all(kind))) {
        const { namespace = '', name, uid } = object.metadata;
        const key = `${object.kind}/${namespace}/${name}`;
        // While a replaced object is still going, the one that stays is meant.
        if (!(named.has(key) && object.metadata.deletionTimestamp))
            named.set(key, object);
        if (uid !== undefined)
            uids.set(uid, object);
    }
    // A hook's Job may be deleted as soon as it is over.
    for (const object of [...world.gone('Job')].reverse()) {
        const key = `Job/${object.metadata.namespace ?? ''}/${object.metadata.name}`;
        if (!named.has(key))
            named.set(key, object);
    }
    const byOwner = groupBy(pods, ownerUid);
    const sets = groupBy(world.all('ReplicaSet'), ownerUid);
    const past = groupBy(world.gone('Pod'), ownerUid);
    const events = groupBy(world.all('Event'), subjectOf);
    const views = new Map();
    return {
        find: (kind, namespace, name) => named.get(`${kind}/${namespace}/${name}`),
        byUid: (uid) => uids.get(uid),
        podsOf: (uid) => byOwner.get(uid) ?? [],
        replicaSetsOf: (uid) => sets.get(uid) ?? [],
        pastPodsOf: (uid) => [...(past.get(uid) ?? []), ...(byOwner.get(uid) ?? [])],
        eventsOf: (uid) => {
            const known = views.get(uid);
            if (known !== undefined)
                return known;
            const read = (events.get(uid) ?? []).flatMap((event) => sinceBaseline(event, baseline));
            views.set(uid, read);
            return read;
        },
        pods,
        nodes: new Set(pods.flatMap((pod) => pod.spec?.nodeName ?? [])).size,
    };
}
function sinceBaseline(event, baseline) {
    const before = baseline.events.get(event.metadata.uid ?? '') ?? 0;
    return timesSent(event) > before ? [viewEvent(event, before)] : [];
}
/** The controller's; operators that do not call themselves one are the first owner. */
function ownerOf(object) {
    const owners = object.metadata.ownerReferences ?? [];
    return owners.find(({ controller }) => controller) ?? owners[0];
}
const ownerUid = (object) => ownerOf(object)?.uid ?? '';
function groupBy(objects, key) {
    const groups = new Map();
    for (const object of objects) {
        const group = groups.get(key(object));
        if (group === undefined)
            groups.set(key(object), [object]);
        else
            group.push(object);
    }
    return groups;
}

;// CONCATENATED MODULE: ./src/domain/pod-group.js





/** Whether helm has brought the object to what the manifest says. */
function isApplied(plan, object) {
    if (plan.applied || isChanged(plan, object))
        return true;
    return hasTemplateOf(wantedOf(plan, object), object);
}
/** Whether the live object has everything that the manifest's one says about its pods. */
const hasTemplateOf = (wanted, live) => contains(templateOf(live), templateOf(wanted));
const templateOf = (object) => object?.spec?.template;
/** What the manifest says of an object. */
const wantedOf = ({ manifest, namespace }, { kind, metadata }) => findObject(manifest, { kind, name: metadata.name, namespace: metadata.namespace }, namespace);
function isChanged({ baseline }, { metadata }) {
    const before = baseline.generations.get(metadata.uid ?? '');
    return before === undefined || (metadata.generation ?? 0) > before;
}
/** Its controller has seen the newest spec; before that, its newest revision is still the old one. */
function isObserved(object) {
    const status = object.status;
    return (status?.observedGeneration ?? 0) >= (object.metadata.generation ?? 0);
}
/** @returns undefined while helm has not applied it */
function workloadGroup(index, plan, ref) {
    const object = index.find(ref.kind, ref.namespace, ref.name);
    if (object === undefined || !isApplied(plan, object))
        return undefined;
    const pods = isObserved(object)
        ? newestPods({ ref, object, ...ownedBy(index, object) })
        : [];
    return {
        workload: `${ref.kind}/${ref.name}`,
        namespace: ref.namespace,
        object,
        pods: pods.filter((pod) => !isDisrupted(pod)),
        job: false,
        changed: isChanged(plan, object),
        held: !rollsByItself(object) && rollsByItself(wantedOf(plan, object) ?? object),
    };
}
/** All pods of a workload, of every revision. */
function ownedBy(index, { metadata: { uid = '' } }) {
    const replicaSets = index.replicaSetsOf(uid);
    const owners = [uid, ...replicaSets.map((set) => set.metadata.uid ?? '')];
    return { replicaSets, pods: owners.flatMap((owner) => index.podsOf(owner)) };
}
/** The Jobs of the manifest and the hooks that were made since the baseline. */
function jobGroups(index, plan) {
    return jobObjects(plan).flatMap((wanted) => {
        const namespace = wanted.metadata.namespace ?? plan.namespace;
        const object = index.find(wanted.kind, namespace, wanted.metadata.name);
        if (object?.metadata.uid === undefined || plan.baseline.uids.has(object.metadata.uid)) {
            return [];
        }
        const pods = object.kind === 'Pod' ? [object] : index.podsOf(object.metadata.uid);
        return {
            workload: `${wanted.kind}/${wanted.metadata.name}`,
            namespace,
            object,
            pods: pods.filter((pod) => !pod.metadata.deletionTimestamp && !isDisrupted(pod)),
            job: true,
            changed: true,
            held: false,
        };
    });
}
const jobObjects = ({ manifest, hooks }) => [...manifest, ...hooks.map(({ object }) => object)].filter(({ kind }) => ['Job', 'Pod'].includes(kind));
/** Kinds that have a group of their own, or whose pods come whenever they want. */
const NOT_CUSTOM = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'Pod'];
/** New pods that an operator makes for a custom object of the release: Argo Rollout, CNPG Cluster … */
function customGroups(index, plan) {
    const roots = new Map(plan.manifest
        .filter(({ kind }) => !NOT_CUSTOM.includes(kind))
        .map((object) => [`${object.kind}/${object.metadata.name}`, object]));
    const rooted = index.pods
        .filter((pod) => isNewHere(pod, plan))
        .map((pod) => ({ pod, root: rootOf(index, pod, roots) }));
    return [...roots].flatMap(([workload, object]) => {
        const pods = rooted.filter(({ root }) => root === workload).map(({ pod }) => pod);
        const namespace = object.metadata.namespace ?? plan.namespace;
        return pods.length === 0
            ? []
            : { workload, namespace, object, pods, job: false, changed: true, held: false };
    });
}
const isNewHere = (pod, { baseline }) => isStaying(pod) && !isDisrupted(pod) && !baseline.uids.has(pod.metadata.uid ?? '');
/** Follows the owners as far as the world knows them. */
function rootOf(index, pod, roots) {
    let object = pod;
    for (let depth = 0; object !== undefined && depth < 8; depth += 1) {
        const owner = ownerOf(object);
        if (owner === undefined)
            return undefined;
        const name = `${owner.kind}/${owner.name}`;
        if (roots.has(name))
            return name;
        object = index.byUid(owner.uid);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/domain/workload-signals.js






/** What a workload says about itself: pods that cannot be made, a deadline that has passed. */
function workloadSignals(index, { baseline }, group, state) {
    const place = placeOf(group, group.object);
    const refusal = state.updated < state.desired ? refusalOf(index, group) : undefined;
    const creation = refusal
        ? firstOf(CREATION_ROWS, {
            namespace: group.namespace,
            workload: group.workload,
            object: `${refusal.by.kind}/${refusal.by.metadata.name}`,
            message: refusal.message,
            podsAreEnding: index.pods.some(({ metadata }) => metadata.deletionTimestamp !== undefined),
        }, placeOf(group, refusal.by))
        : [];
    // The controller leaves it standing under a new spec until something moves (measured after a rollback).
    const { uid = '' } = group.object.metadata;
    const isStale = baseline.deadlines?.get(uid) === (passedDeadline(group.object)?.lastTransitionTime ?? '');
    const held = state.phase === 'rolling' ? firstOf(HELD_ROWS, group, place) : [];
    return [...creation, ...held, ...(isStale ? [] : firstOf(PROGRESS_ROWS, group, place))];
}
function placeOf(group, object) {
    const { name, uid = name } = object.metadata;
    return {
        key: uid,
        workload: group.workload,
        namespace: group.namespace,
        object: `${object.kind}/${name}`,
        container: '',
        pods: 0,
        standing: !group.changed,
        job: group.job,
        othersOnTheirWay: false,
        node: '',
    };
}
/** A ReplicaSet says it in a condition; StatefulSets, DaemonSets and Jobs only by events. */
function refusalOf(index, { object }) {
    const maker = object.kind === 'Deployment' ? replicaSet(index, object) : object;
    const by = maker ?? object;
    const condition = conditionOf(by, 'ReplicaFailure');
    if (condition?.status === 'True')
        return { by, message: condition.message ?? '' };
    if (by.kind === 'ReplicaSet')
        return undefined;
    if (by.kind === 'Deployment')
        return unmade(by);
    const events = index.eventsOf(by.metadata.uid ?? '');
    const told = event_newest(events.filter(({ reason }) => reason === 'FailedCreate' || reason === 'SuccessfulCreate'));
    return told?.reason === 'FailedCreate' ? { by, message: told.message } : undefined;
}
/** Not even the ReplicaSet could be made. */
function unmade(by) {
    const progress = conditionOf(by, 'Progressing');
    return progress?.status === 'False' && progress.reason === 'ReplicaSetCreateError'
        ? { by, message: progress.message ?? '' }
        : undefined;
}
function replicaSet(index, object) {
    const { name, namespace = '' } = object.metadata;
    const ref = { kind: 'Deployment', name, namespace };
    return newestReplicaSet({ ref, object, ...ownedBy(index, object) });
}
/** Who stopped it may let it go on: only the end of the time makes it a failure. */
const HELD_ROWS = [
    {
        name: 'paused',
        code: 'changed-by-others',
        class: 'slow',
        find: ({ object, held }) => held && object.spec.paused
            ? { message: 'it is paused (spec.paused), which the manifest does not ask for' }
            : undefined,
        hint: ({ namespace, workload }) => `Somebody paused it, so no new pod comes: \`kubectl -n ${namespace} rollout resume ${workload.toLowerCase()}\``,
    },
    {
        name: 'held',
        code: 'changed-by-others',
        class: 'slow',
        find: ({ held }) => held
            ? { message: 'its updateStrategy keeps new pods back, which the manifest does not ask for' }
            : undefined,
        hint: ({ namespace, workload }) => `Somebody changed its updateStrategy (OnDelete, or a partition): \`kubectl -n ${namespace} get ${workload.toLowerCase()} -o jsonpath={.spec.updateStrategy}\``,
    },
];
const PROGRESS_ROWS = [
    {
        name: 'progress-deadline',
        code: 'progress-deadline',
        class: 'fatal',
        find: ({ object }) => {
            const passed = passedDeadline(object);
            return passed && { message: passed.message ?? 'ProgressDeadlineExceeded' };
        },
        hint: ({ namespace, workload, object }) => {
            const spec = object.spec;
            return `${workload} made no progress for its progressDeadlineSeconds (${spec?.progressDeadlineSeconds ?? 600}). \`kubectl -n ${namespace} describe ${workload}\``;
        },
    },
];

;// CONCATENATED MODULE: ./src/domain/job-signals.js








/** A Job that has failed or fails again and again, and a Job whose pods cannot be made. */
function jobSignals(index, plan, group) {
    const { object, workload, namespace } = group;
    const { name, uid = name } = object.metadata;
    const failed = jobHasFailed(object);
    const pods = object.kind === 'Pod' ? [object] : index.pastPodsOf(uid);
    const cause = jobIsDone(object) ? undefined : lastFailure(pods);
    if (!failed && cause === undefined)
        return job_signals_refused(index, group);
    const hook = plan.hooks.some((one) => one.object.kind === object.kind && one.object.metadata.name === name);
    const told = conditionOf(object, 'Failed') ?? conditionOf(object, 'FailureTarget');
    return [
        {
            key: `${uid}/job-failed`,
            class: failed ? 'fatal' : 'slow',
            code: hook ? 'hook-failed' : codeOf(cause, told?.reason),
            workload,
            object: cause === undefined ? workload : `Pod/${cause.pod}`,
            namespace,
            container: cause?.container ?? '',
            message: cleanMessage([cause?.message, told?.message].filter(Boolean).join('; ')),
            hint: hintOf(group, hook, cause),
            count: 1,
            pods: 0,
            minAge: 0,
            excused: false,
            suspect: '',
        },
    ];
}
/** The failure that ended last, in any pod of the Job, also one that is deleted already. */
function lastFailure(pods) {
    return pods
        .filter((pod) => !isDisrupted(pod))
        .flatMap((pod) => [
        ...(pod.status?.initContainerStatuses ?? []),
        ...(pod.status?.containerStatuses ?? []),
    ].flatMap((status) => failureOf(pod, status)))
        .reduce((last, one) => (last === undefined || one.at >= last.at ? one : last), undefined);
}
function failureOf(pod, { name, state, lastState }) {
    const ended = [state?.terminated, lastState?.terminated].find((one) => one && one.exitCode !== 0);
    if (!ended)
        return [];
    const { exitCode, finishedAt = '' } = ended;
    return [
        {
            pod: pod.metadata.name,
            container: name,
            exitCode,
            byMemory: memory_endedByMemory(ended),
            message: tellExit(ended),
            at: finishedAt,
        },
    ];
}
function codeOf(cause, reason) {
    if (cause?.byMemory)
        return 'out-of-memory';
    if ([126, 127].includes(cause?.exitCode ?? 0))
        return 'bad-command';
    return reason === 'DeadlineExceeded' ? 'progress-deadline' : 'crash-loop';
}
function hintOf({ workload, namespace }, hook, cause) {
    const log = cause === undefined
        ? `\`kubectl -n ${namespace} describe ${workload}\``
        : `\`kubectl -n ${namespace} logs ${cause.pod} -c ${cause.container}\``;
    const memory = cause?.byMemory ? 'It needs more memory than its limit. ' : '';
    const half = hook ? 'What it had done before it failed stays done. ' : '';
    return `${workload} did not finish; its last lines say why: ${log}. ${memory}${half}`.trim();
}
function job_signals_refused(index, group) {
    const { object, workload, namespace } = group;
    const refusal = group.pods.length === 0 ? refusalOf(index, group) : undefined;
    if (refusal === undefined)
        return [];
    const { name, uid = name } = object.metadata;
    const subject = { namespace, workload, object: workload, message: refusal.message };
    return firstOf(CREATION_ROWS, { ...subject, podsAreEnding: false }, {
        key: uid,
        workload,
        namespace,
        object: workload,
        container: '',
        pods: 0,
        standing: false,
        job: true,
        othersOnTheirWay: false,
        node: '',
    });
}

;// CONCATENATED MODULE: ./src/domain/signals/place.js




/** Autoscalers need minutes, and not all of them say that they are at work. */
const SCHEDULING = { least: 0, input: 'unschedulableAfter' };
/** The cluster autoscaler's and Karpenter's words for "a node is coming". */
const NODE_COMING = ['TriggeredScaleUp', 'Nominated'];
const NO_NODE_COMING = ['NotTriggerScaleUp', 'FailedScaleUp', 'ScaleUpTimedOut'];
const unscheduled = ({ pod }) => {
    const scheduled = conditionOf(pod, 'PodScheduled');
    return scheduled?.status === 'False' && scheduled.reason === 'Unschedulable'
        ? (scheduled.message ?? 'Unschedulable')
        : undefined;
};
const unschedulable = (fits) => (subject) => {
    const message = unscheduled(subject);
    if (message === undefined || !fits(message, subject))
        return undefined;
    return { message: withAutoscaler(message, subject.events) };
};
function withAutoscaler(message, events) {
    const said = event_newest(events.filter(({ reason }) => NO_NODE_COMING.includes(reason)));
    return said === undefined ? message : `${message} (${said.reason}: ${said.message})`;
}
/** The autoscaler's newest word counts. */
function nodeIsComing(_message, { events }) {
    const words = [...NODE_COMING, ...NO_NODE_COMING];
    const last = event_newest(events.filter(({ reason }) => words.includes(reason)));
    return last !== undefined && NODE_COMING.includes(last.reason);
}
/**
 * True when no node could take the pod even if it were empty: "Preemption is not helpful" for every
 * one of the N nodes. "No preemption victims found" may pass when old pods end.
 */
function fitsNowhere(message) {
    const nodes = /\b0\/(\d+) nodes are available/.exec(message)?.[1];
    if (nodes === undefined)
        return /no nodes available to schedule pods/.test(message);
    const hopeless = [...message.matchAll(/(\d+) (?:node\(s\) )?Preemption is not helpful/g)];
    return hopeless.reduce((total, [, count]) => total + Number(count), 0) >= Number(nodes);
}
const aboutClaim = (reasons, pattern) => (subject) => {
    if (!/PersistentVolumeClaim/i.test(unscheduled(subject) ?? ''))
        return undefined;
    const fits = (event) => reasons.includes(event.reason) && pattern.test(event.message);
    const said = event_newest(subject.claimEvents.filter(fits));
    return said === undefined ? undefined : { message: said.message };
};
/** Why a pod has no node; the first row that fits names the cause. */
const SCHEDULE_ROWS = [
    {
        name: 'claim-absent',
        code: 'missing-volume',
        class: 'held',
        bound: HOLD,
        find: unschedulable((message) => /persistentvolumeclaim "[^"]+" not found/.test(message)),
        needs: (_, message) => needOf(message),
        hint: ({ namespace, workload }, message) => `Create the PersistentVolumeClaim ${needOf(message)?.name} in namespace ${namespace}, or correct claimName in ${workload}.`,
    },
    {
        name: 'claim-never-binds',
        code: 'volume-unbound',
        class: 'held',
        bound: HOLD,
        find: aboutClaim(['FailedBinding', 'ProvisioningFailed'], /no persistent volumes available for this claim and no storage class is set|storageclass\S* "[^"]+" not found/),
        hint: ({ namespace }) => `Nobody makes a volume for the claim: set storageClassName to one of \`kubectl get storageclass\`, or make one of them the default. \`kubectl -n ${namespace} get pvc\``,
    },
    {
        name: 'claim-unbound',
        code: 'volume-unbound',
        class: 'held',
        bound: SCHEDULING,
        find: unschedulable((message) => message.includes('unbound immediate PersistentVolumeClaims')),
        hint: ({ namespace }) => `The claim has no volume yet: does its storage class exist, and does its provisioner work? \`kubectl -n ${namespace} describe pvc\``,
    },
    {
        name: 'node-coming',
        code: 'unschedulable',
        class: 'slow',
        find: unschedulable(nodeIsComing),
        hint: () => 'The autoscaler is bringing a node: `kubectl get nodes`',
    },
    {
        name: 'fits-nowhere',
        code: 'unschedulable',
        class: 'held',
        bound: SCHEDULING,
        find: unschedulable(fitsNowhere),
        hint: ({ workload }) => `No node can take a pod of ${workload}, not even an empty one: compare its resource requests, nodeSelector, affinity and tolerations with \`kubectl describe nodes\`. An autoscaler that needs longer: \`unschedulable-after\`.`,
    },
    {
        name: 'no-room',
        code: 'unschedulable',
        class: 'slow',
        find: unschedulable(() => true),
        hint: ({ workload }) => `The nodes are full; a pod of ${workload} waits until something ends or a node comes. \`kubectl describe nodes\``,
    },
];
/** Trouble before the first container starts is told by events only; the status says ContainerCreating. */
const whileMade = (reasons, pattern) => ({ pod, events }) => {
    if (!isBeingMade(pod))
        return undefined;
    const seen = events.filter(({ reason, message }) => reasons.includes(reason) && pattern.test(message));
    const last = event_newest(seen);
    return last === undefined ? undefined : { message: last.message, count: sum(seen) };
};
const ABSENT = /(configmap|secret) "[^"]+" not found|references non-existent (config|secret) key/;
/** Why a pod that has a node has no containers; the first row that fits names the cause. */
const SANDBOX_ROWS = [
    {
        name: 'sandbox-memory',
        code: 'out-of-memory',
        class: 'count',
        bound: { least: 2 },
        find: whileMade(['FailedCreatePodSandBox'], /memory limit too low/),
        hint: ({ workload }) => `The memory limit of ${workload} is too low even to make a container: raise resources.limits.memory (1Mi written for 1Gi?).`,
    },
    {
        name: 'volume-content-absent',
        code: 'missing-volume',
        class: 'held',
        bound: HOLD,
        find: whileMade(['FailedMount'], ABSENT),
        needs: (_, message) => needOf(message),
        hint: absentContentHint,
    },
    {
        name: 'mount-fails',
        code: 'missing-volume',
        class: 'slow',
        mayBeNode: true,
        find: whileMade(['FailedMount', 'FailedAttachVolume', 'FailedMapVolume'], /./),
        hint: (subject) => `A volume cannot be attached or mounted yet; a volume for one node at a time waits until the old pod has let go of it. ${describePod(subject)}`,
    },
    {
        name: 'sandbox-fails',
        code: 'timeout',
        class: 'slow',
        mayBeNode: true,
        find: whileMade(['FailedCreatePodSandBox', 'NetworkNotReady'], /./),
        hint: (subject) => `The node cannot set the pod up (network plugin, runtime); this often heals by itself. ${describePod(subject)}`,
    },
];
function absentContentHint({ namespace, workload }, message) {
    const volume = /for volume "([^"]+)"/.exec(message)?.[1] ?? '?';
    const need = needOf(message);
    if (need !== undefined) {
        return `Create the ${need.kind} ${need.name} in namespace ${namespace}, or correct volume "${volume}" of ${workload}. Does an operator make it? Then see why it has not.`;
    }
    const key = /non-existent \w+ key: (\S+)/.exec(message)?.[1];
    return `Add the key ${key} to what volume "${volume}" of ${workload} mounts (namespace ${namespace}), or remove it from the volume's items.`;
}

;// CONCATENATED MODULE: ./src/domain/signals/probe.js



/** One kill may be a slow start; the second is a loop. */
const KILLS = { least: 1, input: 'maxRestarts' };
const isKillBy = (probe) => (event) => event.reason === 'Killing' && event.message.includes(`failed ${probe} probe, will be restarted`);
/** `Liveness probe failed: HTTP probe failed with statuscode: 404`, `Liveness probe errored: …`. */
const isFailureOf = (probe) => (event) => event.reason === 'Unhealthy' && event.message.toLowerCase().startsWith(`${probe} probe`);
/** Kills show as events long before the status says CrashLoopBackOff, and helm sees neither. */
const killedBy = (probe) => ({ containerEvents }) => {
    const kills = containerEvents.filter(isKillBy(probe));
    const kill = event_newest(kills);
    if (kill === undefined)
        return undefined;
    const why = event_newest(containerEvents.filter(isFailureOf(probe)));
    return {
        message: why === undefined ? kill.message : `${kill.message}: ${why.message}`,
        count: sum(kills),
    };
};
/** Whether a probe has killed the container, and which. */
function killOf(events) {
    const startup = newest(events.filter(isKillBy('startup')));
    if (startup)
        return { code: 'startup-failed', message: startup.message };
    const liveness = newest(events.filter(isKillBy('liveness')));
    return liveness && { code: 'liveness-killed', message: liveness.message };
}
const failing = (probe) => ({ status, containerEvents }) => {
    if (status?.ready || !status?.state?.running)
        return undefined;
    const event = event_newest(containerEvents.filter(isFailureOf(probe)));
    return event === undefined ? undefined : { message: event.message, count: event.count };
};
/** Probes that kill; the first row that fits names the cause. */
const KILL_ROWS = [
    {
        name: 'startup-killed',
        code: 'startup-failed',
        class: 'count',
        bound: KILLS,
        mayWaitForOthers: true,
        retriedByJob: true,
        find: killedBy('startup'),
        hint: (subject) => `Container ${subject.container.name} does not pass its startupProbe in time: raise failureThreshold × periodSeconds if it only needs longer, else see why it does not answer: ${previousLog(subject)}`,
    },
    {
        name: 'liveness-killed',
        code: 'liveness-killed',
        class: 'count',
        bound: KILLS,
        mayWaitForOthers: true,
        retriedByJob: true,
        find: killedBy('liveness'),
        hint: (subject) => `The livenessProbe of container ${subject.container.name} fails and Kubernetes restarts it: are its path and port right? A slow start needs a startupProbe. ${previousLog(subject)}`,
    },
];
/** Why a running container is not ready yet: the same stream as a slow start, so never a proof. */
const READY_ROWS = [
    {
        name: 'startup-failing',
        code: 'startup-failed',
        class: 'slow',
        find: failing('startup'),
        hint: (subject) => `Container ${subject.container.name} has not passed its startupProbe yet: are its path and port right, does it listen on 0.0.0.0? ${describePod(subject)}`,
    },
    {
        name: 'readiness-failing',
        code: 'not-ready',
        class: 'slow',
        find: failing('readiness'),
        hint: (subject) => `Container ${subject.container.name} runs but does not pass its readinessProbe: are its path and port right, does it listen on 0.0.0.0, is what it depends on up? \`kubectl -n ${subject.namespace} logs ${subject.pod.metadata.name} -c ${subject.container.name}\``,
    },
    {
        name: 'not-ready',
        code: 'not-ready',
        class: 'slow',
        find: ({ init, status, pod }) => {
            if (init || status?.ready || !status?.state?.running)
                return undefined;
            return { message: conditionOf(pod, 'ContainersReady')?.message ?? 'not ready' };
        },
        hint: (subject) => `Container ${subject.container.name} runs but is not ready. ${describePod(subject)}`,
    },
];
/** Why a pod whose containers are all ready is not. */
const GATE_ROWS = [
    {
        name: 'readiness-gate',
        code: 'not-ready',
        class: 'slow',
        find: ({ pod }) => {
            const ready = conditionOf(pod, 'Ready');
            return ready?.status === 'False' && conditionOf(pod, 'ContainersReady')?.status === 'True'
                ? { message: ready.message ?? 'a readiness gate is closed' }
                : undefined;
        },
        hint: (subject) => `All containers are ready, but a readiness gate is not: whoever opens it (often the controller of a load balancer) has not done so. ${describePod(subject)}`,
    },
];

;// CONCATENATED MODULE: ./src/domain/signals/pull.js


const PULLING = ['ErrImagePull', 'ImagePullBackOff', 'RegistryUnavailable'];
const attempts = (least) => ({ least, input: 'pullAttempts' });
const isPullFailure = ({ reason, message }) => reason === 'Failed' && message.startsWith('Failed to pull image');
/**
 * Why the newest pull failed. The status flips between ErrImagePull and ImagePullBackOff, and the
 * latter names no cause on older versions; then the last event does.
 */
function pullCause({ status, containerEvents }) {
    const waiting = status?.state?.waiting;
    if (waiting === undefined)
        return undefined;
    const told = waiting.message ?? '';
    const failing = PULLING.includes(waiting.reason ?? '');
    if (failing && !/^Back-off pulling image "[^"]*"$/.test(told))
        return told;
    const event = event_newest(containerEvents.filter(isPullFailure));
    return event?.message ?? (failing ? told : undefined);
}
/** Counts the attempts by events, never by flips of the status. */
const failedPull = (pattern) => (subject) => {
    const cause = pullCause(subject);
    if (cause === undefined || !pattern.test(cause))
        return undefined;
    const seen = subject.containerEvents.filter((event) => isPullFailure(event) && pattern.test(event.message));
    return { message: cause, count: Math.max(1, sum(seen)) };
};
const waitsFor = (reason) => ({ status }) => {
    const waiting = status?.state?.waiting;
    return waiting?.reason === reason ? { message: waiting.message || reason } : undefined;
};
const count = 'count';
/** Why an image does not arrive; the first row that fits names the cause. */
const PULL_ROWS = [
    {
        name: 'invalid-image-name',
        code: 'image-not-found',
        class: 'fatal',
        find: waitsFor('InvalidImageName'),
        hint: ({ container, workload }) => `"${container.image}" is not a valid image name (lower case, repository[:tag][@sha256:…]). Correct the image of container ${container.name} of ${workload} in the values or in \`images\`.`,
    },
    {
        name: 'image-never-pulled',
        code: 'image-not-found',
        class: 'fatal',
        mayBeNode: true,
        find: waitsFor('ErrImageNeverPull'),
        hint: ({ container, pod }) => `imagePullPolicy is Never, and node ${pod.spec?.nodeName ?? '?'} does not hold ${container.image}. Set imagePullPolicy: IfNotPresent.`,
    },
    {
        name: 'no-platform',
        code: 'wrong-platform',
        class: 'fatal',
        find: failedPull(/no match for platform|no matching manifest for/),
        hint: ({ container, pod }) => `${container.image} has no image for the platform of node ${pod.spec?.nodeName ?? '?'}. Build it for that platform (docker buildx build --platform), or check what it has: \`docker buildx imagetools inspect ${container.image}\``,
    },
    {
        name: 'image-denied',
        code: 'image-denied',
        class: count,
        bound: attempts(2),
        mayBeNode: true,
        find: failedPull(/pull access denied|authorization failed|no basic auth credentials|unauthorized|denied: |insufficient_scope|status from .* request to .*: 40[13]|unexpected status code .*40[13]|40[13] (Forbidden|Unauthorized)/i),
        hint: ({ container, namespace, pod, workload }) => {
            const secrets = (pod.spec?.imagePullSecrets ?? []).map(({ name }) => name).join(', ');
            const uses = secrets === ''
                ? 'the pod names no imagePullSecrets, so the node pulls with its own rights'
                : `the pod pulls with Secret ${secrets}: check its type, host and password in namespace ${namespace}`;
            return `The registry refused ${container.image} for ${workload}: ${uses}. Some registries answer so for a repository that does not exist: check the name too.`;
        },
    },
    {
        name: 'image-not-found',
        code: 'image-not-found',
        class: count,
        bound: attempts(1),
        find: failedPull(/: not found\b|manifest unknown|MANIFEST_UNKNOWN|name unknown|NAME_UNKNOWN|repository .* not found/),
        hint: ({ container, workload }) => `The registry says that ${container.image} does not exist. Was it pushed there, and is the tag or digest of container ${container.name} of ${workload} right? Check: \`docker buildx imagetools inspect ${container.image}\`. A replicated registry that is late needs \`pull-attempts: 2\`.`,
    },
    {
        name: 'rate-limit',
        code: 'registry-unreachable',
        class: count,
        bound: attempts(3),
        mayBeNode: true,
        find: failedPull(/toomanyrequests|429 Too Many Requests|rate limit/i),
        hint: ({ container }) => `The registry limits how often ${container.image} may be pulled. Pull with an account (imagePullSecrets), or from a mirror or a copy in your own registry.`,
    },
    {
        name: 'pull-failed',
        code: 'registry-unreachable',
        class: count,
        bound: attempts(3),
        mayBeNode: true,
        find: failedPull(/./),
        hint: (subject) => `Node ${subject.pod.spec?.nodeName ?? '?'} cannot get ${subject.container.image}: is the registry up, its name right, and reachable from the node (firewall, DNS, certificate)? ${describePod(subject)}`,
    },
];

;// CONCATENATED MODULE: ./src/domain/signals/start.js



/** What the runtime or the kubelet said when it could not start the container. */
const cannotStart = (reasons, pattern) => ({ status }) => {
    const { state, lastState } = status ?? {};
    if (state?.running)
        return undefined;
    const told = [state?.waiting, state?.terminated, lastState?.terminated].find((one) => reasons.includes(one?.reason ?? '') && pattern.test(one?.message ?? ''));
    return told === undefined ? undefined : { message: told.message || (told.reason ?? '') };
};
const CREATE = ['CreateContainerError', 'CreateContainerConfigError'];
const RUN = ['RunContainerError', 'CreateContainerError', 'StartError', 'ContainerCannotRun'];
const CONFIG = ['CreateContainerConfigError'];
/** Why a container that has its image does not start; the first row that fits names the cause. */
const START_ROWS = [
    {
        name: 'exec-format',
        code: 'wrong-platform',
        class: 'fatal',
        mayBeNode: true,
        find: cannotStart(RUN, /exec format error/),
        hint: ({ container, pod }) => `The program of ${container.image} is not made for the processor of node ${pod.spec?.nodeName ?? '?'}, or is a script without "#!" in its first line. Build the image for that platform.`,
    },
    {
        name: 'no-memory-to-start',
        code: 'out-of-memory',
        // That it is so again and again is told by the exits.
        class: 'slow',
        find: cannotStart(RUN, NO_MEMORY_TO_START),
        hint: ({ container, workload }) => `The memory limit of container ${container.name} of ${workload}${limitText(container)} is too low even to start it: raise resources.limits.memory (1Mi written for 1Gi?).`,
    },
    {
        name: 'bad-command',
        code: 'bad-command',
        class: 'fatal',
        find: cannotStart(RUN, /no such file or directory|permission denied|executable file not found|no command specified|is a directory/),
        hint: ({ container, workload }) => `The command of container ${container.name} of ${workload} cannot run in ${container.image}: check command, args and workingDir of the chart against the image (path right, file executable, interpreter there).`,
    },
    {
        name: 'must-not-be-root',
        code: 'denied-by-policy',
        class: 'fatal',
        find: cannotStart(CREATE, /runAsNonRoot|cannot verify user is non-root|breaks non-root policy|will run as root/),
        hint: ({ container }) => `securityContext.runAsNonRoot forbids the user of ${container.image}: set a numeric USER in the Dockerfile, or runAsUser for container ${container.name}.`,
    },
    {
        name: 'cache-not-synced',
        code: 'missing-config',
        class: 'transient',
        find: cannotStart(CONFIG, /failed to sync (secret|configmap) cache/),
        hint: (subject) => `The node has not read the Secret or ConfigMap yet. ${describePod(subject)}`,
    },
    {
        name: 'sub-path',
        code: 'missing-volume',
        class: 'held',
        bound: HOLD,
        find: cannotStart(CREATE, /subPath/i),
        hint: ({ container, workload }) => `A subPath of container ${container.name} of ${workload} cannot be mounted: check volumeMounts against what the volume holds.`,
    },
    {
        name: 'missing-config',
        code: 'missing-config',
        class: 'held',
        bound: HOLD,
        find: cannotStart(CONFIG, /^/),
        needs: (_, message) => needOf(message),
        hint: missingConfigHint,
    },
    {
        name: 'cannot-start',
        code: 'bad-command',
        class: 'slow',
        mayBeNode: true,
        find: cannotStart(RUN, /^/),
        hint: (subject) => `The node could not start the container. ${describePod(subject)}`,
    },
];
function missingConfigHint({ container, namespace, workload }, message) {
    const need = needOf(message);
    if (need === undefined) {
        return `Check env and envFrom of container ${container.name} of ${workload} against what is in namespace ${namespace}.`;
    }
    const { kind, name, key } = need;
    return key === undefined
        ? `Create the ${kind} ${name} in namespace ${namespace}, or correct its name in container ${container.name} of ${workload}. Does an operator make it? Then see why it has not.`
        : `Add the key ${key} to ${kind} ${name} in namespace ${namespace}, or correct valueFrom in container ${container.name} of ${workload}.`;
}

;// CONCATENATED MODULE: ./src/domain/pod-signals.js






/** Per table at most one signal: its first row that fits. */
const POD_TABLES = [SCHEDULE_ROWS, SANDBOX_ROWS, GATE_ROWS];
const CONTAINER_TABLES = [PULL_ROWS, START_ROWS, EXIT_ROWS, KILL_ROWS, READY_ROWS];
/** Every sign of trouble of a workload's new pods. */
function podSignals(index, plan, group, others) {
    const signals = group.pods.flatMap((pod) => {
        const subject = podSubject(index, group, pod);
        const place = pod_signals_placeOf(plan, group, pod, others);
        return [
            ...POD_TABLES.flatMap((table) => firstOf(table, subject, place)),
            ...containersOf(pod).flatMap(({ container, init }) => containerSignals(containerSubject(index, plan, subject, container, init, others), place)),
        ];
    });
    return withSuspects(signals, index.nodes);
}
function podSubject(index, group, pod) {
    const claims = (pod.spec?.volumes ?? []).flatMap(({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName ?? []);
    return {
        namespace: group.namespace,
        workload: group.workload,
        pod,
        events: index.eventsOf(pod.metadata.uid ?? '').filter(({ container }) => container === ''),
        claimEvents: claims.flatMap((name) => {
            const claim = index.find('PersistentVolumeClaim', group.namespace, name);
            return index.eventsOf(claim?.metadata.uid ?? '');
        }),
    };
}
function pod_signals_placeOf(plan, group, pod, others) {
    const { name, uid = name } = pod.metadata;
    return {
        key: uid,
        workload: group.workload,
        namespace: group.namespace,
        object: `Pod/${name}`,
        container: '',
        pods: group.job ? 0 : group.pods.length,
        // The release did not change it, so it is not what broke it.
        standing: !group.changed || plan.baseline.uids.has(uid),
        job: group.job,
        othersOnTheirWay: others.onTheirWay,
        node: pod.spec?.nodeName ?? '',
    };
}
/** A sidecar (`restartPolicy: Always`) is an init container that stays. */
function containersOf(pod) {
    return [
        ...(pod.spec?.initContainers ?? []).map((container) => ({
            container,
            init: container.restartPolicy !== 'Always',
        })),
        ...(pod.spec?.containers ?? []).map((container) => ({ container, init: false })),
    ];
}
function containerSubject(index, plan, subject, container, init, others) {
    const { metadata, status } = subject.pod;
    const { uid = '' } = metadata;
    const statuses = [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];
    return {
        ...subject,
        container,
        init,
        status: statuses.find(({ name }) => name === container.name),
        containerEvents: index.eventsOf(uid).filter((event) => event.container === container.name),
        restartsBefore: plan.baseline.restarts.get(`${uid}/${container.name}`) ?? 0,
        othersReadyAt: others.readyAt,
    };
}
function containerSignals(subject, place) {
    const { name } = subject.container;
    const at = { ...place, key: `${place.key}/${name}`, container: name };
    return CONTAINER_TABLES.flatMap((table) => firstOf(table, subject, at));
}
/** Trouble that may be one node's stays suspect until a second node shows the same. */
function withSuspects(signals, nodes) {
    const places = new Map();
    for (const { code, suspect } of signals) {
        places.set(code, (places.get(code) ?? new Set()).add(suspect));
    }
    return signals.map((signal) => {
        const cleared = nodes < 2 || (places.get(signal.code)?.size ?? 0) > 1;
        return cleared && signal.suspect !== '' ? { ...signal, suspect: '' } : signal;
    });
}

;// CONCATENATED MODULE: ./src/domain/rollout-others.js


/** Up to here a workload that exits again and again is not what others wait for. */
const TOO_OFTEN = 2;
function workloadTraveller(state, group, { baseline }) {
    const workload = `${state.ref.kind}/${state.ref.name}`;
    const fresh = (group?.pods ?? []).filter(({ metadata }) => !baseline.uids.has(metadata.uid ?? ''));
    const first = fresh.filter(isReady).map(readySince);
    const isUnderWay = state.phase === 'rolling' || state.phase === 'waiting';
    const exits = fresh.some((pod) => mostRestarts(pod) >= TOO_OFTEN);
    return {
        workload,
        onItsWay: isUnderWay && state.ready === 0 && !exits,
        readyAt: first.length === 0 ? 0 : Math.min(...first),
    };
}
/** What stands beside one workload. */
function othersOf(workload, travellers) {
    const others = travellers.filter((one) => one.workload !== workload);
    return {
        onTheirWay: others.some(({ onItsWay }) => onItsWay),
        readyAt: Math.max(0, ...others.map(({ readyAt }) => readyAt)),
    };
}
function readySince(pod) {
    const at = Date.parse(conditionOf(pod, 'Ready')?.lastTransitionTime ?? '');
    return Number.isFinite(at) ? at : 0;
}
const mostRestarts = (pod) => Math.max(0, ...(pod.status?.containerStatuses ?? []).map(({ restartCount = 0 }) => restartCount));

;// CONCATENATED MODULE: ./src/domain/pod-note.js



/** What a new pod is doing, in plain words; `''` when it is ready. */
function podNote(pod, events) {
    if (isReady(pod))
        return '';
    if (pod.status?.phase === 'Failed')
        return pod.status.reason ?? 'failed';
    if (conditionOf(pod, 'PodScheduled')?.status === 'False')
        return scheduling(pod);
    const init = pod.status?.initContainerStatuses?.find(({ state, started, ready }) => !(state?.terminated?.exitCode === 0 || (started && ready)));
    const statuses = pod.status?.containerStatuses ?? [];
    const behind = init ?? statuses.find(({ ready }) => !ready);
    if (behind === undefined)
        return statuses.length === 0 ? 'not scheduled yet' : 'not ready yet';
    const name = init ? `init container ${init.name} ` : '';
    return `${name}${containerNote(behind, events)}`;
}
function scheduling(pod) {
    const why = conditionOf(pod, 'PodScheduled')?.message?.split(/\. |: preemption/)[0];
    return why === undefined ? 'no node yet' : `no node yet (${why})`;
}
function containerNote(status, events) {
    const { waiting, running, terminated } = status.state ?? {};
    if (terminated)
        return `ended with exit code ${terminated.exitCode}`;
    if (running)
        return status.started === false ? 'starting' : 'started, not ready yet';
    switch (waiting?.reason) {
        case undefined:
        case 'ContainerCreating':
        case 'PodInitializing':
            return creationNote(events);
        case 'ErrImagePull':
        case 'ImagePullBackOff':
            return 'its image cannot be pulled';
        case 'CrashLoopBackOff':
            return `restarting after exit code ${status.lastState?.terminated?.exitCode ?? '?'} (restart ${(status.restartCount ?? 0) + 1})`;
        default:
            return [waiting?.reason, waiting?.message].filter(Boolean).join(': ');
    }
}
const STEPS = {
    Scheduled: 'being set up',
    Pulling: 'pulling image',
    Pulled: 'creating the container',
    Created: 'starting',
    Started: 'starting',
    FailedMount: 'a volume cannot be mounted',
    FailedAttachVolume: 'a volume cannot be attached',
    FailedCreatePodSandBox: 'the node cannot set it up',
};
function creationNote(events) {
    const step = event_newest(events.filter(({ reason }) => reason in STEPS));
    return STEPS[step?.reason ?? 'Scheduled'] ?? '';
}

;// CONCATENATED MODULE: ./src/domain/workload-state.js



/** Where a workload stands; without a group helm has not applied it yet. */
function workloadState(index, ref, group, baseline) {
    if (group === undefined) {
        const none = { desired: 0, updated: 0, ready: 0, old: 0, pods: [] };
        return { ref, phase: 'waiting', ...none, note: 'not applied yet' };
    }
    const pods = group.pods.map((pod) => podState(index, pod));
    // Of one that is held nobody but its controller knows which pods have the newest template.
    const counts = group.held || isBlind(index, group.object)
        ? told(group.object)
        : counted(index, group, pods, baseline);
    const { desired, updated, ready, old } = counts;
    const phase = phaseOf(group, counts);
    const isOver = phase === 'done' || phase === 'scaled-to-zero';
    const note = isOver ? '' : workloadNote(group, counts, pods);
    return { ref, phase, desired, updated, ready, old, note, pods };
}
/** Without the right to read pods or ReplicaSets nobody can say which pods are new. */
function isBlind(index, { kind, metadata }) {
    const sets = kind === 'Deployment' ? index.replicaSetsOf(metadata.uid ?? '') : undefined;
    return index.pods.length === 0 || sets?.length === 0;
}
function podState(index, pod) {
    const { name, uid = '' } = pod.metadata;
    return { name, ready: isReady(pod), note: podNote(pod, index.eventsOf(uid)) };
}
/** By the pods themselves: the controller's own numbers come later, and mix revisions. */
function counted(index, group, pods, baseline) {
    const staying = ownedBy(index, group.object).pods.filter(isStaying);
    const names = new Set(pods.map(({ name }) => name));
    // Until the controller has seen the change, what came since is of nobody knows which revision.
    const known = isObserved(group.object);
    const isOld = ({ metadata: { name, uid = '' } }) => !names.has(name) && (known || baseline.uids.has(uid));
    return {
        ...told(group.object),
        updated: pods.length,
        ready: pods.filter(({ ready }) => ready).length,
        old: staying.filter(isOld).length,
    };
}
/** By the controller's numbers. */
function told({ kind, spec, status }) {
    const said = (status ?? {});
    if (kind === 'DaemonSet') {
        const desired = said.desiredNumberScheduled ?? 0;
        const updated = said.updatedNumberScheduled ?? 0;
        return {
            desired,
            updated,
            ready: said.numberReady ?? 0,
            available: said.numberAvailable ?? 0,
            old: Math.max(0, desired - updated),
        };
    }
    const updated = said.updatedReplicas ?? 0;
    return {
        desired: spec?.replicas ?? 1,
        updated,
        // Its number is of all revisions.
        ready: Math.min(updated, said.readyReplicas ?? 0),
        available: said.availableReplicas ?? 0,
        old: Math.max(0, (said.replicas ?? 0) - updated),
    };
}
function phaseOf({ object, held }, counts) {
    if (!isObserved(object))
        return 'rolling';
    if (!held && !rollsByItself(object))
        return 'not-applicable';
    const { desired, updated, ready, available, old } = counts;
    if (desired === 0)
        return old === 0 ? 'scaled-to-zero' : 'rolling';
    const all = Math.min(updated, ready, available) >= desired;
    return all && old === 0 ? 'done' : 'rolling';
}
function workloadNote({ object, held }, counts, pods) {
    if (!isObserved(object))
        return 'its controller has not seen the change yet';
    if (held)
        return 'somebody has stopped its rollout';
    if (!rollsByItself(object))
        return 'does not roll by itself';
    const { desired, updated, ready, available, old } = counts;
    const waiting = pods.filter((pod) => !pod.ready);
    if (waiting.length > 0) {
        const many = waiting.length === 1 ? 'new pod' : `${waiting.length} new pods`;
        return `${many} waiting: ${mostFrequent(waiting.map(({ note }) => note))}`;
    }
    if (updated < desired && old === 0)
        return 'new pods are not made yet';
    if (old > 0)
        return `${old} old ${old === 1 ? 'pod is' : 'pods are'} still there`;
    if (ready >= desired && available < desired)
        return 'ready, not yet for minReadySeconds';
    return `${updated} of ${desired} new pods made`;
}
function mostFrequent(notes) {
    const counts = new Map();
    for (const note of notes)
        counts.set(note, (counts.get(note) ?? 0) + 1);
    return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0])[0];
}

;// CONCATENATED MODULE: ./src/domain/rollout.js













/** What is there now: taken before helm starts, and again when it says done. */
function takeBaseline(world) {
    const kinds = ['Pod', 'ReplicaSet', 'Job', 'Deployment', 'StatefulSet', 'DaemonSet'];
    const all = kinds.flatMap((kind) => world.all(kind));
    return {
        uids: new Set(all.flatMap(({ metadata }) => metadata.uid ?? [])),
        generations: new Map(all.flatMap(({ metadata: { uid, generation = 0 } }) => uid === undefined ? [] : [[uid, generation]])),
        restarts: new Map(world.all('Pod').flatMap(restartsOf)),
        events: new Map(world.all('Event').map((event) => [event.metadata.uid ?? '', timesSent(event)])),
        deadlines: new Map(world.all('Deployment').flatMap(deadlineOf)),
        endpoints: readyEndpoints(world),
    };
}
function deadlineOf(object) {
    const passed = passedDeadline(object);
    return passed ? [[object.metadata.uid ?? '', passed.lastTransitionTime ?? '']] : [];
}
function restartsOf({ metadata, status }) {
    return [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])].map(({ name, restartCount = 0 }) => [`${metadata.uid}/${name}`, restartCount]);
}
/** Compares the world with the plan: where each workload stands, and what is wrong now. */
function assess(world, plan) {
    const index = indexWorld(world, plan.baseline);
    const rolling = manifest_workloads(plan.manifest, plan.namespace).map((ref) => {
        const group = workloadGroup(index, plan, ref);
        const state = workloadState(index, ref, group, plan.baseline);
        return { group, state, traveller: workloadTraveller(state, group, plan) };
    });
    const jobs = jobStates(index, plan);
    const travellers = [...rolling.map(({ traveller }) => traveller), ...jobTravellers(jobs)];
    const signalsOf = (group) => podSignals(index, plan, group, othersOf(group.workload, travellers));
    return {
        workloads: rolling.map(({ state }) => state),
        jobs,
        signals: [
            ...rolling.flatMap(({ group, state }) => group ? [...workloadSignals(index, plan, group, state), ...signalsOf(group)] : []),
            ...jobGroups(index, plan).flatMap((group) => [
                ...jobSignals(index, plan, group),
                ...signalsOf(group),
            ]),
            ...customGroups(index, plan).flatMap(signalsOf),
            ...claimSignals(index, plan),
        ],
        done: rolling.every(({ state }) => isOver(state)) && jobs.every(isFinished),
    };
}
const isOver = ({ phase }) => phase !== 'rolling' && phase !== 'waiting';
/** Hooks are helm's own to wait for. */
const isFinished = ({ hook, phase, note }) => hook || phase === 'done' || note === 'suspended';
/** An application may wait for a Job of the same manifest, such as a migration. */
const jobTravellers = (jobs) => jobs
    .filter(({ hook }) => !hook)
    .map(({ name, phase, note }) => ({
    workload: `Job/${name}`,
    onItsWay: (phase === 'running' || phase === 'waiting') && note !== 'suspended',
    readyAt: 0,
}));

;// CONCATENATED MODULE: ./src/domain/world.js
const REMEMBERED = ['Pod', 'Job'];
const REMEMBER_MOST = 200;
/** An empty world that changes by the changes of the watches. */
function createWorld() {
    const kinds = new Map();
    const gone = new Map();
    const of = (store, kind) => {
        const found = store.get(kind) ?? new Map();
        store.set(kind, found);
        return found;
    };
    return {
        all: (kind) => [...(kinds.get(kind)?.values() ?? [])],
        gone: (kind) => [...(gone.get(kind)?.values() ?? [])],
        apply: (change) => {
            const { object } = change;
            const key = identify(object);
            if (!change.gone) {
                of(kinds, object.kind).set(key, object);
                return;
            }
            of(kinds, object.kind).delete(key);
            if (REMEMBERED.includes(object.kind))
                remember(of(gone, object.kind), key, object);
        },
    };
}
/** A replaced object has the same name and another uid: both may be there for a moment. */
function identify({ metadata }) {
    return metadata.uid ?? `${metadata.namespace ?? ''}/${metadata.name}`;
}
function remember(store, key, object) {
    store.set(key, object);
    const [oldest] = store.keys();
    if (store.size > REMEMBER_MOST && oldest !== undefined)
        store.delete(oldest);
}

// EXTERNAL MODULE: ./src/errors.js
var errors = __nccwpck_require__(6986);
;// CONCATENATED MODULE: ./src/domain/explanation.js


/** Of two signals the one that explains the other comes first. */
const EXPLAINS = [
    'wrong-platform',
    'image-not-found',
    'image-denied',
    'wrong-digest',
    'bad-command',
    'denied-by-policy',
    'missing-config',
    'missing-volume',
    'quota-exceeded',
    'out-of-memory',
    'startup-failed',
    'liveness-killed',
    'init-failed',
    'exited',
    'crash-loop',
    'hook-failed',
    'registry-unreachable',
    'webhook-down',
    'volume-unbound',
    'unschedulable',
    'no-endpoints',
    'changed-by-others',
    'not-ready',
    'progress-deadline',
    'timeout',
];
/** Ripe before unripe, what lasts before what passes, causes before effects, old before new. */
function worstFirst(standing) {
    const rank = ({ signal, ripe }) => (ripe ? 0 : signal.class === 'transient' ? 200 : 100) + EXPLAINS.indexOf(signal.code);
    return [...standing].sort((a, b) => rank(a) - rank(b) || a.since - b.since || a.signal.key.localeCompare(b.signal.key));
}
/** What a slow start shows as well: it does not say why a deadline has passed, only where. */
const WEAK = ['not-ready', 'timeout'];
/**
 * A signal as a diagnosis. A progress deadline that has passed is told by its cause, where one
 * stands beside it; where pods just do not get ready, it is the deadline that was too short for them.
 */
function verdictOn(signal, standing) {
    if (signal.code !== 'progress-deadline')
        return diagnosisOf(signal);
    const cause = standing.find((one) => one.signal.workload === signal.workload && one.signal.code !== signal.code)?.signal;
    if (cause === undefined)
        return diagnosisOf(signal);
    const known = diagnosisOf(cause);
    return WEAK.includes(cause.code)
        ? {
            ...diagnosisOf(signal),
            container: known.container,
            message: `${signal.message} (${known.object}: ${known.message})`,
            hint: `${known.hint} If it only needs longer, raise progressDeadlineSeconds.`,
        }
        : { ...known, hint: `${known.hint} (Kubernetes gave up: ${signal.message})` };
}
function diagnosisOf(signal) {
    const { code, workload, object, namespace, container, message, hint, needs } = signal;
    const log = [];
    return {
        code,
        workload,
        object,
        namespace,
        container,
        message,
        hint,
        log,
        ...(needs && { needs }),
    };
}
/** The best explanation of a rollout that did not get done, from what stands and what helm said. */
function explain(assessment, standing, said) {
    const [worst] = standing;
    if (worst?.ripe)
        return verdictOn(worst.signal, standing);
    return (explanation_refused(assessment, said) ??
        (worst && atTheEnd(verdictOn(worst.signal, standing), said)) ??
        late(assessment, said));
}
/** It proves nothing by itself, so the reader is told what ended the wait. */
function atTheEnd(diagnosis, said) {
    const [line = ''] = cleanMessage(said).split('\n');
    const why = line.length > 160 ? `${line.slice(0, 160)}…` : line;
    return { ...diagnosis, hint: `It still stood at the end (${why}). ${diagnosis.hint}` };
}
/** Helm itself was refused, so no pod can tell. */
function explanation_refused({ workloads }, said) {
    const namespace = workloads[0]?.ref.namespace ?? '';
    const row = refusalIn(said, namespace);
    if (row === undefined)
        return undefined;
    const message = cleanMessage(said);
    const subject = { namespace, workload: 'the release', object: '', message, podsAreEnding: false };
    const place = { workload: '', object: '', namespace, container: '', log: [] };
    return { ...place, code: row.code, message, hint: row.hint(subject, message) };
}
/** Nothing stands: say what was not done yet. */
function late({ workloads, jobs }, said) {
    const message = cleanMessage(said);
    const base = { code: 'timeout', container: '', message, log: [] };
    const namespace = workloads[0]?.ref.namespace ?? '';
    const job = jobs.find(({ phase }) => phase === 'running');
    if (job !== undefined) {
        const workload = `Job/${job.name}`;
        const pod = job.pods.at(-1);
        const object = pod === undefined ? workload : `Pod/${pod}`;
        const hint = `${job.hook ? 'The hook' : 'The Job'} ${workload} was still running: does it hang, or wait for a lock? \`kubectl -n ${namespace} logs ${workload.toLowerCase()}\`. If it only needs longer, raise \`timeout\`.`;
        return { ...base, workload, object, namespace, container: job.container ?? '', hint };
    }
    const behind = workloads.find(({ phase }) => phase === 'rolling' || phase === 'waiting');
    if (behind === undefined) {
        const hint = 'Everything that is watched was done; what helm waited for is in its own words.';
        return { ...base, workload: '', object: '', namespace, hint };
    }
    const workload = `${behind.ref.kind}/${behind.ref.name}`;
    const unseen = behind.phase === 'waiting' ? endedHook(jobs) : undefined;
    if (unseen !== undefined) {
        const hint = `The hook Job/${unseen} has ended, but helm has not gone on: something between it and the API server (a proxy that buffers, a gateway with few streams) holds its watch back.`;
        return { ...base, workload, object: `Job/${unseen}`, namespace: behind.ref.namespace, hint };
    }
    const pod = behind.pods.find(({ ready }) => !ready);
    return {
        ...base,
        workload,
        object: pod === undefined ? workload : `Pod/${pod.name}`,
        namespace: behind.ref.namespace,
        hint: `${workload} had ${behind.ready} of ${behind.desired} new pods ready (${behind.note}). If it only needs longer, raise \`timeout\`.`,
    };
}
/** A hook that is done while helm has applied nothing yet. */
const endedHook = (jobs) => jobs.find(({ hook, phase }) => hook && phase === 'done')?.name;

;// CONCATENATED MODULE: ./src/domain/ripeness.js
/** How long another workload on its way excuses one that exits and starts again. */
const EXCUSED_FOR = 300_000;
/** How long a lone node may be the one at fault. */
const SUSPECT_FOR = 300_000;
/**
 * Whether a signal dooms what it stands on.
 * @param startedAt when the container first started, of a signal that tells of an exit
 * @param replaced another pod of the workload showed the same before and is gone
 */
function isRipe(seen, limits, now, { startedAt, replaced }) {
    const { signal, since, first } = seen;
    if (signal.excused && now - first < EXCUSED_FOR)
        return false;
    if (signal.suspect !== '' && !replaced && now - first < SUSPECT_FOR)
        return false;
    if (now - startedAt < signal.minAge)
        return false;
    switch (signal.class) {
        case 'fatal':
            return true;
        case 'count':
            return signal.count >= least(signal.bound, limits);
        case 'held':
        case 'slow':
            return signal.bound !== undefined && now - since >= least(signal.bound, limits);
        case 'transient':
            return false;
    }
}
const least = (bound, limits) => bound === undefined
    ? 1
    : Math.max(bound.least, bound.input ? limits[bound.input] + (bound.plus ?? 0) : 0);

;// CONCATENATED MODULE: ./src/domain/judge.js


/** A signal that comes back within this time has not been away: statuses flip, polls have gaps. */
const BREAK_MS = 5_000;
/** Keeps what time and repetition add to the signals of one rollout. */
function createJudge(limits) {
    const firsts = new Map();
    const starts = new Map();
    const doomed = new Map();
    let memory = new Map();
    let standing = [];
    const remember = (signal, now) => {
        const before = memory.get(signal.key);
        const first = firsts.get(signal.key) ?? now;
        firsts.set(signal.key, first);
        const { exit } = signal;
        if (exit !== undefined && !starts.has(exit.of))
            starts.set(exit.of, now - exit.ran);
        const isUnbroken = before !== undefined && now - before.last <= BREAK_MS;
        return { signal, first, since: isUnbroken ? before.since : now, last: now };
    };
    const isDoomed = (seen, here, now) => {
        const { workload, code, object, exit } = seen.signal;
        const others = doomed.get(`${workload}/${code}`) ?? new Set();
        const replaced = [...others].some((other) => other !== object && !here.has(other));
        const startedAt = starts.get(exit?.of ?? '') ?? seen.first;
        // A suspect pod is remembered too: its replacement clears the node.
        const cleared = { ...seen, signal: { ...seen.signal, suspect: '' } };
        if (!isRipe(cleared, limits, now, { startedAt, replaced }))
            return false;
        doomed.set(`${workload}/${code}`, others.add(object));
        return isRipe(seen, limits, now, { startedAt, replaced });
    };
    const look = ({ signals }, now) => {
        const seen = signals.map((signal) => remember(signal, now));
        const here = new Set(signals.map(({ object }) => object));
        const recent = [...memory].filter(([, { last }]) => now - last <= BREAK_MS);
        memory = new Map([...recent, ...seen.map((one) => [one.signal.key, one])]);
        standing = worstFirst(seen.map((one) => {
            const ripe = isDoomed(one, here, now);
            return { signal: one.signal, since: one.since, ripe, class: shownClass(one.signal, ripe) };
        }));
    };
    return {
        see: (assessment, now) => {
            look(assessment, now);
            const fatal = standing.find((one) => one.ripe && dooms(one.signal, standing));
            return fatal && verdictOn(fatal.signal, standing);
        },
        atEnd: (assessment, now, said) => {
            look(assessment, now);
            return explain(assessment, standing, said);
        },
        standing: () => standing,
    };
}
/** All new pods of the workload are doomed, or this one sign is enough. */
function dooms(signal, standing) {
    const same = standing.filter((one) => one.ripe && one.signal.workload === signal.workload);
    const pods = new Set(same.filter((one) => one.signal.pods > 0).map((one) => one.signal.object));
    return signal.pods === 0 || pods.size >= signal.pods;
}
/** How a signal shows in the live progress: nothing that may still pass is called fatal. */
function shownClass(signal, ripe) {
    if (ripe)
        return 'fatal';
    if (signal.class === 'count')
        return signal.count > 1 ? 'slow' : 'transient';
    return signal.class === 'transient' ? 'transient' : 'slow';
}

;// CONCATENATED MODULE: ./src/release/observe.js


const TICK_MS = 1000;
function observe(first, limits, ports) {
    const { view, elapsed } = ports;
    let plan = first;
    const judge = createJudge(limits);
    const believe = doubt(ports);
    const rolling = new Map();
    const waiting = new Set();
    let verdict;
    let last = takeLook();
    function takeLook() {
        const now = elapsed();
        const assessment = assess(view.world, plan);
        verdict ??= believe(judge.see(assessment, now), now);
        note(rolling, assessment, now);
        ports.show(assessment, judge.standing());
        return { assessment, verdict, now };
    }
    const look = () => {
        last = takeLook();
        for (const answered of [...waiting])
            if (answered(last))
                waiting.delete(answered);
    };
    const ends = [view.onChange(look), ports.every(TICK_MS, async () => look())];
    return {
        plan: () => plan,
        world: view.world,
        applied: () => {
            plan = { ...plan, applied: true };
            look();
        },
        assessment: () => last.assessment,
        rolling: () => rolling,
        until: (check) => new Promise((resolve, reject) => {
            const answered = (seen) => {
                try {
                    const answer = check(seen);
                    if (answer !== undefined)
                        resolve(answer);
                    return answer !== undefined;
                }
                catch (error) {
                    reject(error);
                    return true;
                }
            };
            if (!answered(last))
                waiting.add(answered);
        }),
        explain: (said) => verdict ?? judge.atEnd(last.assessment, elapsed(), said),
        end: () => {
            for (const end of ends)
                end();
            waiting.clear();
        },
    };
}
/** The kubelet looks again within so long; what is there by then counts as there. */
const RETRY_MS = 30_000;
/**
 * Believes that something is missing only when the cluster, asked for it, says so too: pods go on
 * saying it for up to 14 s after an operator brought it.
 */
function doubt({ present, }) {
    const known = new Map();
    return (diagnosis, now) => {
        if (!diagnosis?.needs)
            return diagnosis;
        const { namespace, needs } = diagnosis;
        const id = JSON.stringify([namespace, needs]);
        const answer = known.get(id);
        if (answer?.absent)
            return diagnosis;
        if (answer === undefined || now - answer.asked > RETRY_MS) {
            const asking = { asked: now };
            known.set(id, asking);
            void present(namespace, needs)
                .catch(() => false)
                .then((there) => {
                asking.absent = !there;
            });
        }
        return undefined;
    };
}
function note(rolling, { workloads }, now) {
    for (const { ref, phase } of workloads) {
        const name = `${ref.kind}/${ref.name}`;
        const known = rolling.get(name);
        if (known === undefined && phase === 'rolling')
            rolling.set(name, { from: now });
        if (known && known.to === undefined && phase === 'done')
            rolling.set(name, { ...known, to: now });
    }
}

;// CONCATENATED MODULE: ./src/report/stopwatch.js
/** @param now milliseconds of a clock that never jumps (`performance.now`) */
function createStopwatch(now) {
    const spans = [];
    return {
        phase: async (name, body) => {
            const span = { name, start: now(), end: undefined, failed: true };
            spans.push(span);
            try {
                const value = await body();
                span.failed = false;
                return value;
            }
            finally {
                span.end = now();
            }
        },
        timings: () => {
            const sums = new Map();
            for (const { name, start, end } of spans) {
                sums.set(name, (sums.get(name) ?? 0) + (end === undefined ? 0 : end - start));
            }
            return Object.fromEntries([...sums].map(([name, ms]) => [name, Math.round(ms)]));
        },
        spans: () => spans.map((span) => ({ ...span })),
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./src/domain/notices.js
const EMPTY_BOARD = { rejects: [] };
/** A holder that has not said for so long that it lives is gone; it says so every 5 s. */
const LEASE_SECONDS = 30;
/** Clocks of two runners may differ by so much; within it silence is measured by our own watch. */
const SKEW_SECONDS = 60;
/** True when a holder is gone for sure, even if its clock or ours is wrong by a minute. */
function isLongGone(holder, nowMs) {
    const renewed = Date.parse(holder.renewedAt);
    return Number.isNaN(renewed) || nowMs - renewed > (LEASE_SECONDS + SKEW_SECONDS) * 1000;
}
/** Puts a bundle on the list of rejects; the newest reason counts, the list stays short. */
function withReject(notices, reject) {
    const others = notices.rejects.filter((known) => known.bundle !== reject.bundle);
    return { ...notices, rejects: [...others, reject].slice(-50) };
}
function withoutReject(notices, bundle) {
    return { ...notices, rejects: notices.rejects.filter((known) => known.bundle !== bundle) };
}
function withHold(notices, hold) {
    const { hold: _, ...rest } = notices;
    return hold === undefined ? rest : { ...rest, hold };
}
/** Takes or gives back the lock; a request to stop was for the holder before. */
function withHolder(notices, holder) {
    const { holder: _, stopRequest: __, ...rest } = notices;
    return holder === undefined ? rest : { ...rest, holder };
}
const withStopRequest = (notices, stopRequest) => ({
    ...notices,
    stopRequest,
});
/** Written before the rollback; it means nothing once the release has a newer revision. */
const withUndo = (notices, undo) => ({ ...notices, undo });
/** Whether a forward deploy of a bundle may enter this environment. */
function mayEnter(notices, bundle) {
    const { hold, rejects } = notices;
    if (hold) {
        return {
            allowed: false,
            reason: `The environment is on hold since ${hold.at}, set by ${hold.by} (run ${hold.run}): ${hold.reason}`,
            hint: 'Lift it with the rollback workflow, mode lift, when the cause is mended.',
        };
    }
    const reject = rejects.find((known) => known.bundle === bundle);
    if (reject) {
        return {
            allowed: false,
            reason: `Bundle ${reject.bundle} was rejected here at ${reject.at} (run ${reject.run}): ${reject.reason}`,
            hint: 'Deploy a bundle with the cause mended, or lift the reject with the rollback workflow.',
        };
    }
    return { allowed: true };
}

;// CONCATENATED MODULE: ./src/release/lock.js


const POLL_MS = 1000;
/** Also how long it takes at most until a request to stop is seen. */
const RENEW_MS = 5000;
/**
 * Takes the release's lock and keeps it until `release`. A holder that lives is waited for; one
 * whose lease has not moved for its whole duration, on our own watch, is gone (its job was killed).
 * @throws {ActionError} `locked`, naming the run that holds it
 */
async function takeLock(input, ports) {
    const { board, now } = ports;
    const mine = () => ({ ...input.holder, renewedAt: new Date(now()).toISOString() });
    const isMine = (holder) => holder?.token === input.holder.token;
    const silence = silenceWatch(ports.elapsed);
    let told = false;
    for (;;) {
        const notices = await board.update((before) => {
            const { holder, stopRequest } = before;
            const free = holder === undefined || isMine(holder) || isLongGone(holder, now());
            if (free || silence(holder)) {
                return withHolder(before, mine());
            }
            if (input.askToStop === undefined || stopRequest)
                return undefined;
            return withStopRequest(before, {
                reason: input.askToStop,
                run: input.holder.run,
                at: new Date(now()).toISOString(),
            });
        });
        if (isMine(notices.holder))
            break;
        const { action, run } = notices.holder ?? { action: 'somebody', run: 'unknown' };
        if (!told)
            ports.info(`Waiting: ${action} of run ${run} is at work on this release`);
        told = true;
        if (ports.elapsed() > input.deadline) {
            throw new errors/* ActionError */.lZ('locked', `${action} of run ${run} is at work on this release`, {
                hint: 'Wait for that run, or cancel it; its lock ends 30 s after it does.',
            });
        }
        await ports.sleep(POLL_MS);
    }
    return keep(isMine, mine, ports);
}
function keep(isMine, mine, { board, every }) {
    const stop = new AbortController();
    const end = every(RENEW_MS, async () => {
        const now = await board.update((notices) => isMine(notices.holder) ? { ...notices, holder: mine() } : undefined);
        if (!isMine(now.holder) || now.stopRequest)
            stop.abort();
    });
    return {
        stop: stop.signal,
        abandon: end,
        release: async () => {
            end();
            await board.update((notices) => isMine(notices.holder) ? withHolder(notices, undefined) : undefined);
        },
    };
}
/** True for a holder whose lease has not moved for its whole duration since we first saw it. */
function silenceWatch(elapsed) {
    let seen = { renewedAt: '', token: '', at: 0 };
    return ({ renewedAt, token }) => {
        if (seen.renewedAt !== renewedAt || seen.token !== token) {
            seen = { renewedAt, token, at: elapsed() };
        }
        return elapsed() - seen.at > LEASE_SECONDS * 1000;
    };
}

;// CONCATENATED MODULE: ./src/session/run-of.js
/** Who works: `<run id>.<attempt>` on GitHub, the user elsewhere. */
function run_of_runOf(env) {
    const { GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt, USER: user } = env;
    return run ? `${run}.${attempt ?? '1'}` : `local.${user ?? 'unknown'}`;
}

;// CONCATENATED MODULE: ./src/session/lock.js




/**
 * Runs `body` while this run alone works on the release. The signal it gets is aborted when the
 * user cancels or another run (a rollback) asks us to stop.
 */
async function withLock({ action, token = (0,external_node_crypto_.randomUUID)(), keep = () => false, ...wish }, { board }, phase, ports, body) {
    const holder = { run: run_of_runOf(ports.env), action, token };
    const lock = await phase('lock', () => takeLock({ ...wish, holder }, { ...ports, board }));
    try {
        await body(AbortSignal.any([ports.cancelled, lock.stop]));
    }
    finally {
        if (keep())
            lock.abandon();
        else
            await lock.release().catch((error) => {
                ports.warn(`The lock was not given back, it ends by itself: ${(0,errors/* describeError */.Uc)(error)}`);
            });
    }
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./src/cloud/login.js + 5 modules
var login = __nccwpck_require__(8166);
// EXTERNAL MODULE: ./src/cloud/claims.js
var cloud_claims = __nccwpck_require__(6666);
;// CONCATENATED MODULE: ./src/cloud/explain.js

/** https://docs.github.com/actions/reference/security/oidc */
const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';
/**
 * Why a cluster may have refused a job, and what it compares. The API server never says which rule
 * failed (its log does), so everything it can have compared is shown; the token is not.
 */
function explain_explain(claims, provider, refusal) {
    const suspects = refusal.status === 401 ? suspicions(claims, refusal.now) : noRights(claims);
    return [
        'What this job’s ID token says:',
        ...claimLines(claims).map((line) => `  ${line}`),
        ...(suspects.length > 0 ? ['Look at this first:'] : []),
        ...suspects.map((line) => `  - ${line}`),
        ...COMPARED[provider][refusal.status],
    ];
}
const COMPARED = {
    direct: {
        401: [
            'The API server’s AuthenticationConfiguration compares, letter by letter: issuer.url with iss; ' +
                'issuer.audiences with aud; then every expression of claimValidationRules must be true. ' +
                'Its log names the rule that was not.',
            'mode: verify-trust of cluster-login prints the configuration that lets exactly this job in.',
        ],
        403: ['mode: verify-trust of cluster-login prints a RoleBinding for this job.'],
    },
};
/** The claims that trust conditions are made of, one a line; actor and names of people are left out. */
function claimLines(claims) {
    const other = (0,cloud_claims/* otherSubject */.tp)(claims);
    const form = (0,cloud_claims/* isImmutableSubject */.xi)(claims.sub) ? 'with ids' : 'without ids';
    const otherForm = (0,cloud_claims/* isImmutableSubject */.xi)(claims.sub) ? 'without ids' : 'with ids';
    return [
        ...shown(claims, ['iss', 'aud']),
        `sub = ${claims.sub} (form ${form})`,
        ...(other ? [`  form ${otherForm}, not in this token: ${other}`] : []),
        ...shown(claims, [
            ...['repository_id', 'repository_owner_id', 'environment', 'ref', 'event_name'],
            ...['job_workflow_ref', 'job_workflow_sha', 'runner_environment'],
        ]),
    ];
}
const shown = (claims, names) => names.map((name) => `${name} = ${(0,cloud_claims/* claim */.B7)(claims, name) || '(not in the token)'}`);
const SUSPICIONS = [
    {
        when: (_, claims, now) => claims.exp * 1000 <= now,
        say: (_, claims, now) => `The token expired ${Math.round((now - claims.exp * 1000) / 1000)} s ago: compare the clocks of runner, GitHub and API server.`,
    },
    {
        when: (is) => is('environment') === '',
        say: () => 'The job names no environment, so the token has no environment claim: write `environment: NAME` in the job.',
    },
    {
        when: (is) => is('event_name').startsWith('pull_request'),
        say: (is) => `The event is ${is('event_name')}: rules that protect a deploy refuse it. Deploy from a push, a dispatch or a release.`,
    },
    {
        when: (_, claims) => (0,cloud_claims/* isImmutableSubject */.xi)(claims.sub),
        say: () => 'sub holds ids (`@`): repositories made, renamed or transferred since 2026-07-15 have that form; a rule written for the old form never matches. Better compare repository_id and environment.',
    },
    {
        when: (_, claims) => !(0,cloud_claims/* isImmutableSubject */.xi)(claims.sub) && (0,cloud_claims/* otherSubject */.tp)(claims) !== undefined,
        say: () => 'sub holds no ids: a rule written for the form with ids never matches. Better compare repository_id and environment.',
    },
    {
        when: (is) => is('environment') !== '' && is('ref') !== '',
        say: () => 'With an environment, sub names no branch or tag: a rule must look at ref for that.',
    },
    {
        when: (_, claims) => claims.iss !== GITHUB_ISSUER,
        say: (_, claims) => `The issuer is not ${GITHUB_ISSUER} (an enterprise with a slug, GHES or ghe.com): issuer.url must be ${claims.iss}`,
    },
    {
        when: (is) => is('runner_environment') === 'self-hosted',
        say: () => 'The runner is self-hosted: a rule for "github-hosted" refuses it.',
    },
    {
        when: (is) => is('job_workflow_ref') !== '' && !is('job_workflow_ref').includes('@refs/tags/'),
        say: () => 'job_workflow_ref is no tag: a rule for released workflows refuses a branch or commit.',
    },
    {
        when: (is) => /[A-Z]/.test(is('environment') + is('job_workflow_ref')),
        say: () => 'Claims are compared with upper and lower case: check environment and job_workflow_ref.',
    },
];
function suspicions(claims, now) {
    const is = (name) => (0,cloud_claims/* claim */.B7)(claims, name);
    return SUSPICIONS.filter(({ when }) => when(is, claims, now)).map(({ say }) => say(is, claims, now));
}
const noRights = (claims) => [
    `The cluster accepted the token of repository ${(0,cloud_claims/* claim */.B7)(claims, 'repository_id')}, environment ` +
        `${(0,cloud_claims/* claim */.B7)(claims, 'environment') || '(none)'}; the trust is right, a RoleBinding is missing.`,
];

;// CONCATENATED MODULE: ./src/cloud/refusal.js


/**
 * Adds to a refusal of the cluster what it can have compared. Any other error, and every error with
 * a kubeconfig that was there, is returned as it is.
 */
function explainRefusal(access, error, now = Date.now()) {
    if (!(error instanceof errors/* ActionError */.lZ) || error.code !== 'cluster-refused')
        return error;
    if (!access.claims || access.provider === 'kubeconfig')
        return error;
    const { code, message, cause, status } = error;
    if (status !== 401 && status !== 403)
        return error;
    const hint = explain_explain(access.claims, access.provider, { status, now }).join('\n');
    return new errors/* ActionError */.lZ(code, message, { hint, cause, status });
}

// EXTERNAL MODULE: ./src/tools/clock.js
var clock = __nccwpck_require__(8859);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
;// CONCATENATED MODULE: ./src/cluster/kubectl-proxy.js



/** A Unix socket's path may have 107 bytes. */
const SOCKET_PATH_LIMIT = 107;
/** A failing connection makes a line each time. */
const KEPT_LINES = 20;
/** One that ends more often than this does not end by accident. */
const RESTARTS = 5;
/**
 * Starts `kubectl proxy` on a Unix socket. One that ends by itself, say for want of memory, is
 * started again: whoever watches a rollout must not go blind by it.
 * @throws {ActionError} `command-missing`
 */
async function startProxy(options, startProcess) {
    const { socket, remove } = await makeSocket(options.folder);
    let said = [];
    let closing = false;
    const start = () => startOnce(options, socket, startProcess, (line) => {
        said = [...said, line].slice(-KEPT_LINES);
    });
    let current = start();
    const supervise = async () => {
        for (let restarts = 0; restarts < RESTARTS; restarts++) {
            const { process, serving } = await current;
            await serving;
            await process.ended;
            if (closing)
                return;
            current = start();
        }
    };
    await current;
    // One that does not serve, or not again, is told to those who ask.
    void supervise().catch(() => { });
    return {
        socket,
        serving: async () => (await current).serving,
        said: () => said,
        close: async () => {
            closing = true;
            const last = await current.catch(() => undefined);
            await last?.process.stop(1000);
            await remove();
        },
    };
}
async function startOnce({ env, kubeconfig, context, kubectl = 'kubectl' }, socket, startProcess, onLine) {
    const args = ['proxy', `--unix-socket=${socket}`, '--kubeconfig', kubeconfig];
    if (context)
        args.push('--context', context);
    let served = () => { };
    const serves = new Promise((resolve) => {
        served = resolve;
    });
    const process = await startProcess(kubectl, args, {
        env,
        onLine: (line) => {
            onLine(line);
            // Its first line says where it listens; until then a connection fails at once.
            if (line.startsWith('Starting to serve on'))
                served();
        },
    });
    const failed = process.exited.then(() => {
        throw new Error('kubectl proxy ended');
    });
    const serving = Promise.race([serves, failed]);
    serving.catch(() => { }); // Told to those who ask.
    return { process, serving };
}
/** RUNNER_TEMP can be long on self-hosted runners: the socket then lives in a folder of its own. */
async function makeSocket(folder) {
    const socket = (0,external_node_path_.join)(folder, 'api');
    if (Buffer.byteLength(socket) <= SOCKET_PATH_LIMIT) {
        return { socket, remove: () => (0,promises_.rm)(socket, { force: true }) };
    }
    const short = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'api-'));
    return { socket: (0,external_node_path_.join)(short, 'api'), remove: () => (0,promises_.rm)(short, { recursive: true, force: true }) };
}

;// CONCATENATED MODULE: ./src/cluster/connect.js



/**
 * Connects through one `kubectl proxy` on a Unix socket: kubectl brings every way to log in
 * (exec plugins, client certificates, proxies), costs 69 ms and 47 MiB, adds < 1 ms a call.
 * @throws {ActionError} `cluster-unreachable`, `cluster-refused` (who we are was not accepted)
 */
async function connect(options, ports) {
    const proxy = await startProxy(options, ports.startProcess);
    const ask = async (request, stream) => {
        try {
            await proxy.serving();
            const sent = { ...httpRequest(request, proxy.socket), ...(stream && { stream }) };
            return readAnswer(await ports.send(sent));
        }
        catch (cause) {
            throw unreachable(proxy.said(), cause);
        }
    };
    const call = (request) => ask(request);
    // A proxy that outlives a cancelled step would hold our rights: its end also ends the attempt.
    const abort = () => void proxy.close();
    options.cancelled?.addEventListener('abort', abort);
    try {
        if (options.cancelled?.aborted)
            throw cancelled();
        await waitUntilServing(proxy, options.timeoutMs ?? 20_000);
        return { identity: await whoAmI(call, proxy), call, stream: ask, close: proxy.close };
    }
    catch (error) {
        await proxy.close();
        throw options.cancelled?.aborted ? cancelled() : error;
    }
    finally {
        options.cancelled?.removeEventListener('abort', abort);
    }
}
const cancelled = () => new errors/* ActionError */.lZ('cancelled', 'Cancelled while connecting to the cluster');
const JSON_TYPE = 'application/json';
const httpRequest = (request, socketPath) => ({
    url: `http://localhost${request.path}`,
    socketPath,
    method: request.method ?? 'GET',
    headers: {
        accept: request.accept ?? JSON_TYPE,
        'content-type': request.contentType ?? JSON_TYPE,
    },
    ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
    timeoutMs: request.timeoutMs ?? 10_000,
    maxBytes: 64 * 1024 * 1024,
});
function readAnswer({ status, headers, body }) {
    const text = body.toString('utf8');
    // A pod's log is text, also where it looks like JSON.
    const plain = headers['content-type']?.startsWith('text/plain');
    return { status, body: plain ? text : parseBody(text) };
}
async function waitUntilServing(proxy, timeoutMs) {
    const late = new AbortController();
    try {
        await Promise.race([
            proxy.serving(),
            clock/* systemClock */.m.sleep(timeoutMs, late.signal).then(() => {
                throw new Error(`kubectl proxy does not serve within ${timeoutMs / 1000} s`);
            }),
        ]);
    }
    catch (cause) {
        throw unreachable(proxy.said(), cause);
    }
    finally {
        late.abort();
    }
}
/** Asks the API server who we are; needs no right of its own. */
async function whoAmI(call, proxy) {
    const answer = await call({
        method: 'POST',
        path: '/apis/authentication.k8s.io/v1/selfsubjectreviews',
        body: { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' },
        timeoutMs: 20_000,
    });
    if (answer.status === 201) {
        const review = answer.body;
        const user = review.status?.userInfo;
        return { username: user?.username ?? '', groups: user?.groups ?? [] };
    }
    throw connect_refused(answer, proxy.said());
}
function connect_refused(answer, said) {
    const message = statusMessage(answer);
    if (answer.status === 401) {
        return new errors/* ActionError */.lZ('cluster-refused', `The cluster does not know us (401): ${message}`, {
            hint: 'The token was refused: check the trust condition, the audience and the expiry.',
            status: 401,
        });
    }
    if (answer.status === 403) {
        return new errors/* ActionError */.lZ('cluster-refused', `The cluster knows us but refuses (403): ${message}`, {
            status: 403,
        });
    }
    if (message.startsWith('getting credentials')) {
        // kubectl's answer when an exec plugin failed; the plugin's own words are on its stderr.
        const why = [message, ...said.slice(-5)].join('\n');
        return new errors/* ActionError */.lZ('login-refused', `kubectl got no credential for the cluster: ${why}`);
    }
    return new errors/* ActionError */.lZ('cluster-unreachable', `The cluster answered ${answer.status}: ${message}`);
}
function unreachable(said, cause) {
    const last = said.slice(-5).join('\n');
    return new errors/* ActionError */.lZ('cluster-unreachable', `No connection to the cluster${last && `: ${last}`}`, {
        cause,
        hint: 'Check the server address, its certificate authority, and that the runner can reach it.',
    });
}
/** The message of a Kubernetes Status answer, or the plain text. */
function statusMessage(answer) {
    if (typeof answer.body === 'string')
        return answer.body.trim();
    return String(answer.body?.message ?? 'no message');
}
function parseBody(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return text;
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __nccwpck_require__(8500);
;// CONCATENATED MODULE: ./src/cluster/logs.js

/**
 * The kubelet's excuse for a log it does not have (any more): it comes as if it were the log, with
 * status 200 and without a time.
 */
const EXCUSE = /^(unable to retrieve container logs for \S+|failed to try resolving symlinks in path ".*)$/i;
/** @returns the last lines of a container's log; `undefined` when it is not to be had */
async function readLog(cluster, log) {
    const lines = await readEnd(cluster, log, log.previous ? { previous: 'true' } : {});
    return lines && withoutExcuse(lines);
}
/** The last lines of a log, an excuse among them. */
async function readEnd(cluster, { limitBytes, tailLines: most, ...place }, parameters) {
    // The server counts lines from the end, but cuts bytes off the end: ask for less until all fits.
    for (let tailLines = most;; tailLines = Math.ceil(tailLines / 4)) {
        const answer = await cluster
            .call({
            path: logPath(place, {
                tailLines: String(tailLines),
                limitBytes: String(limitBytes),
                ...parameters,
            }),
            accept: '*/*',
        })
            .catch(() => undefined);
        if (answer?.status !== 200 || typeof answer.body !== 'string')
            return undefined;
        const cut = Buffer.byteLength(answer.body) >= limitBytes;
        if (!cut || tailLines <= 1)
            return splitLines(answer.body);
    }
}
function splitLines(text) {
    const lines = text.split(/\r?\n/);
    if (lines.at(-1) === '')
        lines.pop();
    return lines;
}
/** What there is besides an excuse, which is always the last line; `undefined` if it is all. */
function withoutExcuse(lines) {
    if (!EXCUSE.test(lines.at(-1) ?? ''))
        return lines;
    return lines.length > 1 ? lines.slice(0, -1) : undefined;
}
/** While a container starts there is no log yet; the API server says so by 400. */
const logs_RETRY_MS = 500;
const RETRY_MOST_MS = 4000;
/** Calls back with every line of a container's log that `follow` or `readEnd` bring. */
function openLog(cluster, place, onLine) {
    const lines = newLines(onLine);
    return {
        follow: (signal, hasEnded) => followLines(cluster, place, lines, signal, hasEnded),
        readEnd: async (end) => {
            const before = lines.count();
            const found = await readEnd(cluster, { ...place, ...end }, { timestamps: 'true' });
            // The stream has come to life meanwhile, and brings all of it.
            if (lines.count() > before)
                return false;
            found?.forEach(lines.take());
            return lines.count() > before;
        },
    };
}
async function followLines(cluster, place, lines, signal, hasEnded) {
    const before = lines.count();
    for (let pauseMs = logs_RETRY_MS; !signal.aborted; pauseMs = Math.min(2 * pauseMs, RETRY_MOST_MS)) {
        const since = lines.since();
        const path = logPath(place, {
            follow: 'true',
            timestamps: 'true',
            ...(since && { sinceTime: since }),
        });
        const take = lines.take();
        let excused = false;
        const onLine = (line) => {
            excused ||= EXCUSE.test(line);
            if (!signal.aborted)
                take(line);
        };
        const answer = await cluster
            .stream({ path, accept: '*/*' }, { onLine, signal })
            .catch(() => undefined);
        const onlyExcused = excused && lines.count() === before;
        if (answer?.status === 200 && (!onlyExcused || hasEnded()))
            return;
        if (answer && [401, 403, 404].includes(answer.status))
            return;
        await (0,external_node_timers_promises_.setTimeout)(pauseMs, undefined, { signal }).catch(() => { });
    }
}
/** `2026-11-21T14:50:01.123456789Z text`; the kubelet's own words in a log have no time. */
const STAMPED = /^(\d{4}-\d\d-\d\dT\S+) ?(.*)$/s;
/** Passes on lines without their time stamp, each once, over several connections. */
function newLines(onLine) {
    let last = '';
    let atLast = 0;
    let count = 0;
    const pass = (text) => {
        count += 1;
        onLine(text);
    };
    return {
        since: () => last,
        count: () => count,
        take: () => {
            let catchingUp = last !== '';
            let again = atLast;
            return (line) => {
                const [, time, text = ''] = STAMPED.exec(line) ?? [];
                if (time === undefined) {
                    if (!EXCUSE.test(line))
                        pass(line);
                    return;
                }
                if (catchingUp && (time < last || (time === last && again-- > 0)))
                    return;
                catchingUp = false;
                atLast = time === last ? atLast + 1 : 1;
                last = time;
                pass(text);
            };
        },
    };
}
function logPath({ namespace, pod, container }, parameters) {
    const query = new URLSearchParams({ container, ...parameters });
    return `/api/v1/namespaces/${namespace}/pods/${pod}/log?${query}`;
}

// EXTERNAL MODULE: ./src/domain/deep-merge.js
var deep_merge = __nccwpck_require__(751);
;// CONCATENATED MODULE: ./src/domain/coming-objects.js




/** What exists in every namespace without anybody's doing; OpenShift and Istio bring theirs. */
const ALWAYS = (/* unused pure expression or super */ null && ([
    'ServiceAccount/default',
    'ConfigMap/kube-root-ca.crt',
    'ConfigMap/openshift-service-ca.crt',
    'ConfigMap/istio-ca-root-cert',
]));
/** Annotations of controllers that fill a Secret or ConfigMap after it was made. */
const FILLED_BY = /replicat|reflect|secret-generator|cert-manager\.io|service\.beta\.openshift\.io|kubernetes\.io\/service-account\.name/;
const isAlwaysThere = ({ kind, name }) => ALWAYS.includes(`${kind}/${name}`);
/**
 * The objects of the release with the name that a reference asks for, which are there before its
 * pods start. Pods of a pre-install or pre-upgrade hook start before the manifest is applied: for
 * them only what hooks of the same event bring counts.
 * @param from the hook that refers, undefined for an object of the manifest
 */
function broughtFor(reference, from, coming) {
    return objectsBefore(from, coming).filter((object) => isMeant(object, reference, coming.namespace));
}
function objectsBefore(from, coming) {
    const { manifest, operation } = coming;
    const before = hooksOf(`pre-${operation}`, coming);
    if (from?.events.includes(`pre-${operation}`))
        return upTo(from, before);
    const lasting = before.filter((hook) => !endsWithItsHook(hook)).map(({ object }) => object);
    const after = from ? upTo(from, hooksOf(`post-${operation}`, coming)) : [];
    return [...manifest, ...lasting, ...after];
}
const hooksOf = (event, { hooks }) => hooks.filter(({ events }) => events.includes(event));
const upTo = (from, hooks) => hooks.filter(({ weight }) => weight <= from.weight).map(({ object }) => object);
/** Whether the release has an object of this kind and name, in its manifest or among its hooks. */
const brings = ({ manifest, hooks }, kind, name) => [...manifest, ...hooks.map(({ object }) => object)].some((object) => object.kind === kind && object.metadata.name === name);
/** Whether the pods of a hook run in this operation at all; those of `helm test` do not. */
const runsIn = (hook, { operation }) => hook.events.some((event) => event === `pre-${operation}` || event === `post-${operation}`);
/** Helm deletes it when its event is over, before what comes later can use it. */
const endsWithItsHook = ({ object }) => (object.metadata.annotations?.['helm.sh/hook-delete-policy'] ?? '').includes('hook-succeeded');
const isMeant = (object, wanted, namespace) => object.kind === wanted.kind &&
    groupOf(object) === '' &&
    object.metadata.name === wanted.name &&
    (object.metadata.namespace || namespace) === wanted.namespace;
/** The keys of a Secret or ConfigMap. */
function keysOf(object) {
    const { data, stringData, binaryData } = object;
    return [data, stringData, binaryData].flatMap((part) => (0,deep_merge/* isMapping */.p)(part) ? Object.keys(part) : []);
}
/** Whether somebody puts keys into it that the manifest does not show. */
const isFilledLater = (object) => object.type === 'kubernetes.io/service-account-token' ||
    Object.keys(object.metadata.annotations ?? {}).some((name) => FILLED_BY.test(name));
/**
 * The object of the release that may make what is referred to while it runs: a custom resource that
 * has its name or speaks of it (Certificate, ExternalSecret, a database cluster), an Ingress with
 * cert-manager's annotation, a Job whose command speaks of it. Which operators are at work nobody
 * can tell from a manifest: this is no proof that it comes, only none that it does not.
 */
function makerOf({ name }, coming) {
    const objects = [...coming.manifest, ...coming.hooks.map(({ object }) => object)];
    return objects.find((object) => mayMake(object, name));
}
function mayMake(object, name) {
    const group = groupOf(object);
    if (!isBuiltIn(group)) {
        const own = object.metadata.name;
        const isNamedAfter = name.startsWith(`${own}-`) || name.split('.').includes(own);
        return name === own || isNamedAfter || speaksOf(object.spec, name);
    }
    if (object.kind === 'Ingress') {
        const annotations = Object.keys(object.metadata.annotations ?? {});
        return (annotations.some((one) => one.startsWith('cert-manager.io/')) && speaksOf(object.spec, name));
    }
    if (object.kind !== 'Job')
        return false;
    const { initContainers, containers } = podTemplateOf(object)?.spec ?? {};
    return [...each(initContainers), ...each(containers)].some(({ command, args, env }) => [command, args, each(env).map(({ value }) => value)].some((part) => speaksOf(part, name)));
}
/** Whether a text anywhere in a value holds the name as a word of its own. */
function speaksOf(value, name) {
    const escaped = name.replace(/[^a-z0-9-]/g, '\\$&');
    const word = new RegExp(`(?<![a-z0-9-])${escaped}(?![a-z0-9-])`);
    return scalarLeaves(value).some((text) => word.test(text));
}

;// CONCATENATED MODULE: ./src/cluster/referred.js


const PLURALS = {
    Secret: 'secrets',
    ConfigMap: 'configmaps',
    ServiceAccount: 'serviceaccounts',
    PersistentVolumeClaim: 'persistentvolumeclaims',
};
/** Whether something that pods refer to is there, and which keys it holds. */
async function readReferred(referred, cluster) {
    const answer = await cluster.call({ path: pathOf(referred) });
    if (answer.status === 200)
        return { state: 'there', keys: keysOf(answer.body) };
    if (answer.status === 404)
        return { state: 'absent' };
    return { state: 'not-checked', why: statusMessage(answer) };
}
const isReferredKind = (kind) => kind in PLURALS;
const pathOf = ({ kind, namespace, name }) => `/api/v1/namespaces/${encodeURIComponent(namespace)}/${PLURALS[kind]}/${encodeURIComponent(name)}`;

;// CONCATENATED MODULE: ./src/cluster/present.js

/**
 * Whether something that a pod is said to lack is there by now: the kubelet looks again every 11 to
 * 14 s only. What cannot be read counts as not there.
 */
async function isPresent(cluster, namespace, { kind, name, key }) {
    if (!isReferredKind(kind))
        return false;
    const live = await readReferred({ kind, namespace, name }, cluster);
    return live.state === 'there' && (key === undefined || live.keys.includes(key));
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __nccwpck_require__(8522);
;// CONCATENATED MODULE: ./src/domain/release-record.js
/** The record of an operation that never came to its end, with the words that tell why. */
function asFailed(raw, description) {
    return { ...raw, info: { ...raw.info, status: 'failed', description } };
}

// EXTERNAL MODULE: ../../node_modules/yaml/dist/index.js
var dist = __nccwpck_require__(3483);
;// CONCATENATED MODULE: ./src/tools/parse-manifest.js


/**
 * How Helm reads YAML (sigs.k8s.io/yaml): 1.1, where `0644` is 420 and `yes` is true, but `12:30`
 * and `2026-01-02` stay text; the later of two equal keys wins.
 */
const YAML_OF_HELM = {
    version: '1.1',
    uniqueKeys: false,
    logLevel: 'error',
    customTags: asInGo,
};
/**
 * The objects of a rendered manifest, read as Helm reads it; the items of a `List` stand for
 * themselves.
 * @throws {ActionError} `helm-failed` for text that is no YAML
 */
function parseManifest(text) {
    return (0,dist/* parseAllDocuments */.hR)(text, YAML_OF_HELM).flatMap((document) => {
        const [error] = document.errors;
        if (error) {
            throw new errors/* ActionError */.lZ('helm-failed', `The manifest is no YAML: ${error.message}`);
        }
        return flatten(document.toJS());
    });
}
function asInGo(tags) {
    const known = tags.filter((tag) => typeof tag === 'string' ||
        (tag.format !== 'TIME' && tag.tag !== 'tag:yaml.org,2002:timestamp'));
    return [...known, OCTAL];
}
/** Of YAML 1.2; Go's reader knows it too. */
const OCTAL = {
    tag: 'tag:yaml.org,2002:int',
    default: true,
    test: /^0o[0-7]+$/,
    resolve: (text) => Number.parseInt(text.slice(2), 8),
};
function flatten(object) {
    if (object?.kind === undefined)
        return [];
    const { items } = object;
    if (!object.kind.endsWith('List') || !Array.isArray(items))
        return [object];
    return items.flatMap(flatten);
}

;// CONCATENATED MODULE: ./src/tools/parse-release.js

/**
 * A release as Helm writes it down, in its Secret and as the JSON of a dry run.
 * @throws {ActionError} `helm-failed` for a manifest that is no YAML
 */
const parseRelease = (raw) => ({
    version: raw.version ?? 0,
    status: (raw.info?.status ?? 'unknown'),
    description: raw.info?.description ?? '',
    manifest: parseManifest(raw.manifest ?? ''),
    hooks: (raw.hooks ?? []).flatMap(toHook),
    raw,
});
function toHook(hook) {
    const { events, weight = 0, manifest = '' } = hook;
    return parseManifest(manifest).map((object) => ({ object, events: events ?? [], weight }));
}
const HOOK = 'helm.sh/hook';
/** What `helm template` prints: hooks stand among the objects, told by their annotation. */
function recordOfTemplate(text) {
    const objects = parseManifest(text);
    const isHook = ({ metadata }) => metadata?.annotations?.[HOOK] !== undefined;
    const hooks = objects.filter(isHook).map((object) => {
        const { annotations = {} } = object.metadata;
        const events = String(annotations[HOOK])
            .split(',')
            .map((event) => event.trim());
        return { object, events, weight: Number(annotations[`${HOOK}-weight`] ?? 0) };
    });
    const manifest = objects.filter((object) => !isHook(object));
    return { version: 0, status: 'unknown', description: '', manifest, hooks, raw: {} };
}

;// CONCATENATED MODULE: ./src/cluster/release-record.js






/** Somebody else may write between our read and our write; so often we look again. */
const TRIES = 5;
/** A Secret holds 1 MiB; this is far above what Helm packs into it. */
const LARGEST_RECORD = 256 * 1024 * 1024;
const unpack = (0,external_node_util_.promisify)(external_node_zlib_.gunzip);
const pack = (0,external_node_util_.promisify)(external_node_zlib_.gzip);
/**
 * What Helm stored of one revision; it is there from the moment the revision is pending.
 * @returns undefined when there is no such revision (yet)
 * @throws {ActionError} `cluster-refused`; `helm-failed` for a body that Helm did not write
 */
async function readReleaseRecord(cluster, place) {
    const secret = await readSecret(cluster, place);
    if (secret === undefined)
        return undefined;
    return parseRelease({ version: place.revision, ...(await decode(secret, place)) });
}
/**
 * When the revision's Secret was last written, in ms since 1970 by the API server's clock.
 * @returns undefined when there is no such revision
 */
async function readLastChange(cluster, place) {
    const secret = await readSecret(cluster, place);
    if (secret === undefined)
        return undefined;
    const { creationTimestamp, managedFields = [] } = secret.metadata;
    const times = [creationTimestamp, ...managedFields.map(({ time }) => time)];
    return Math.max(...times.map((time) => Date.parse(time ?? '')).filter(Number.isFinite), 0);
}
/**
 * Ends a pending revision on paper: status `failed`, in the body (which Helm reads) and the label.
 * Nothing else of the record changes, and nothing is deployed. The Secret is sealed (`immutable`): a
 * helm that outlived its run would call the revision `deployed` when it sees somebody else's pods
 * ready. Helm can still read and delete it, and takes a refused write for a warning (measured).
 * @returns false when the revision is not pending any more: whoever made it has ended it
 * @throws {ActionError} as `rewriteRecord`
 */
function settlePending(cluster, place, description) {
    const change = (raw) => raw.info?.status?.startsWith('pending-') ? asFailed(raw, description) : undefined;
    return rewrite(cluster, place, change, { immutable: true });
}
/**
 * Changes the stored record of a revision in one step; when somebody else was quicker, `change` sees
 * what they wrote, and `undefined` leaves it as it is. Numbers that JavaScript cannot hold exactly
 * are those that Helm rounds in the same way when it reads the record.
 * @returns whether it was changed; false also when there is no such revision
 * @throws {ActionError} `cluster-refused` without get and update on Secrets (Helm needs both too),
 *   or for a revision that is sealed
 */
function rewriteRecord(cluster, place, change) {
    return rewrite(cluster, place, change, {});
}
async function rewrite(cluster, place, change, seal) {
    for (let attempt = 1;; attempt++) {
        const secret = await readSecret(cluster, place);
        const changed = secret && change(await decode(secret, place));
        if (secret === undefined || changed === undefined)
            return false;
        const { metadata } = secret;
        const status = changed.info?.status ?? 'unknown';
        const answer = await cluster.call({
            method: 'PUT',
            path: release_record_pathOf(place),
            body: {
                ...secret,
                ...seal,
                metadata: { ...metadata, labels: { ...metadata.labels, status } },
                data: { ...secret.data, release: await encode(changed) },
            },
        });
        if (answer.status === 200)
            return true;
        if (answer.status === 404)
            return false;
        if (answer.status !== 409 || attempt >= TRIES)
            throw release_record_refused('write', place, answer);
    }
}
const release_record_pathOf = ({ namespace, release, revision }) => `/api/v1/namespaces/${namespace}/secrets/sh.helm.release.v1.${release}.v${revision}`;
async function readSecret(cluster, place) {
    const answer = await cluster.call({ path: release_record_pathOf(place) });
    if (answer.status === 200)
        return answer.body;
    if (answer.status === 404)
        return undefined;
    throw release_record_refused('read', place, answer);
}
/** Base64 by Kubernetes, base64 by Helm, gzip (since Helm 3.0 always), JSON. */
async function decode(secret, place) {
    try {
        const stored = Buffer.from(secret.data?.release ?? '', 'base64').toString('latin1');
        const packed = Buffer.from(stored, 'base64');
        const json = await unpack(packed, { maxOutputLength: LARGEST_RECORD });
        return JSON.parse(json.toString('utf8'));
    }
    catch (cause) {
        throw new errors/* ActionError */.lZ('helm-failed', `The record of revision ${place.revision} of ${place.release} cannot be read`, {
            cause,
            hint: `Helm cannot read it either: helm history ${place.release} --namespace ${place.namespace}`,
        });
    }
}
async function encode(raw) {
    const packed = await pack(JSON.stringify(raw), { level: external_node_zlib_.constants.Z_BEST_COMPRESSION });
    return Buffer.from(packed.toString('base64'), 'latin1').toString('base64');
}
function release_record_refused(verb, place, answer) {
    return new errors/* ActionError */.lZ('cluster-refused', `Cannot ${verb} revision ${place.revision} of ${place.release}: ${statusMessage(answer)}`, {
        hint: `Grant get, list, create, update, delete on secrets in ${place.namespace}.`,
        status: answer.status,
    });
}

;// CONCATENATED MODULE: ./src/cluster/releases.js



const METADATA_ONLY = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json';
/**
 * The revisions of a release, oldest first, read from the metadata of Helm's Secrets: one request
 * of some 8 ms instead of `helm history` (177 ms), and no release body crosses the wire.
 * @throws {ActionError} `cluster-refused` without the right to list Secrets (Helm needs it too)
 */
async function readReleaseHistory(cluster, namespace, release) {
    const selector = encodeURIComponent(`owner=helm,name=${release}`);
    const path = `/api/v1/namespaces/${namespace}/secrets?labelSelector=${selector}`;
    const answer = await cluster.call({ path, accept: METADATA_ONLY });
    if (answer.status !== 200) {
        throw new errors/* ActionError */.lZ('cluster-refused', `Cannot list the release's Secrets in namespace ${namespace}: ${statusMessage(answer)}`, { hint: `Grant ${cluster.identity.username} get, list, create, update, delete on secrets.` });
    }
    const { items } = answer.body;
    return readHistory((items ?? []).map((item) => item.metadata));
}
/**
 * Writes labels on the Secret of one revision, `null` takes one away; Helm keeps them when the revision is superseded.
 * Without the right to patch Secrets, which Helm does not need, the whole Secret is put back.
 * @throws {ActionError} `cluster-refused` without the right to update Secrets
 */
async function labelRevision(cluster, at, labels) {
    const path = `/api/v1/namespaces/${at.namespace}/secrets/sh.helm.release.v1.${at.release}.v${at.revision}`;
    const patched = await cluster.call({
        method: 'PATCH',
        path,
        contentType: 'application/merge-patch+json',
        body: { metadata: { labels } },
    });
    const answer = patched.status === 403 ? await putLabels(cluster, path, labels) : patched;
    if (answer.status === 200)
        return;
    throw new errors/* ActionError */.lZ('cluster-refused', `Cannot label revision ${at.revision} of ${at.release}: ${statusMessage(answer)}`, { hint: `Grant ${cluster.identity.username} update or patch on secrets in ${at.namespace}.` });
}
/** The Secret carries its resourceVersion: what somebody else wrote meanwhile is not lost. */
async function putLabels(cluster, path, labels) {
    const found = await cluster.call({ path });
    if (found.status !== 200)
        return found;
    const secret = found.body;
    const all = Object.entries({ ...secret.metadata.labels, ...labels });
    const kept = Object.fromEntries(all.filter(([, value]) => value !== null));
    const metadata = { ...secret.metadata, labels: kept };
    return cluster.call({ method: 'PUT', path, body: { ...secret, metadata } });
}

;// CONCATENATED MODULE: ./src/cluster/access-review.js

/**
 * Asks the API server's authorizer what we may do, and changes nothing; needs no right.
 * @throws {ActionError} `cluster-unreachable`
 */
async function reviewAccess(question, cluster) {
    const answer = await cluster.call({
        method: 'POST',
        path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        body: {
            apiVersion: 'authorization.k8s.io/v1',
            kind: 'SelfSubjectAccessReview',
            spec: { resourceAttributes: question },
        },
    });
    if (answer.status !== 201)
        return { state: 'not-checked', why: statusMessage(answer) };
    const { allowed, reason = '', evaluationError = '' } = answer.body.status ?? {};
    if (allowed)
        return { state: 'allowed' };
    // An authorizer that could not look everything up has not said no.
    if (evaluationError !== '')
        return { state: 'not-checked', why: evaluationError };
    return { state: 'denied', why: reason };
}

;// CONCATENATED MODULE: ./src/cluster/rights.js

const pods = (verb) => ({ verb, resource: 'pods' });
/** docs/rights.md has the same words: a test compares. */
const ROWS = [
    {
        right: 'watch',
        asks: [
            pods('watch'),
            { verb: 'watch', group: 'apps', resource: 'deployments' },
            { verb: 'watch', group: 'apps', resource: 'replicasets' },
            { verb: 'watch', group: 'batch', resource: 'jobs' },
        ],
        loses: 'they are read every 3 s instead: a cause is found that much later',
    },
    {
        right: 'list-events',
        asks: [{ verb: 'list', resource: 'events' }],
        loses: 'causes that only events tell (volumes, probes, registries) end as `timeout`',
    },
    {
        right: 'pod-logs',
        asks: [{ verb: 'get', resource: 'pods', subresource: 'log' }],
        loses: 'no log lines of failing containers and of hooks',
    },
    {
        right: 'list-endpoints',
        asks: [{ verb: 'list', group: 'discovery.k8s.io', resource: 'endpointslices' }],
        loses: 'a Service that has lost its endpoints is not noticed',
    },
    {
        right: 'list-claims',
        asks: [{ verb: 'list', resource: 'persistentvolumeclaims' }],
        loses: 'a volume claim that nothing binds is told by the pod only',
    },
    {
        right: 'delete-pods',
        asks: [pods('delete')],
        loses: 'after an undo, a stuck pod of a StatefulSet has to be deleted by hand',
    },
    {
        right: 'dry-run-pods',
        asks: [pods('create')],
        loses: 'quota, Pod Security and ServiceAccounts are found out by the rollout only',
    },
    {
        right: 'read-quota',
        asks: [{ verb: 'list', resource: 'resourcequotas' }],
        loses: 'the evidence does not show the quota',
    },
    {
        right: 'patch-secrets',
        asks: [{ verb: 'patch', resource: 'secrets' }],
        loses: 'nothing but a request: labels are written by get and update',
    },
];
/**
 * Asks the API server, all at once, what we may do in the namespace; changes nothing. A question
 * without an answer counts as a right that is missing.
 */
async function readRights(cluster, namespace) {
    const answers = await Promise.all(ROWS.map(async (row) => ({
        row,
        allowed: await Promise.all(row.asks.map((ask) => mayDo(cluster, namespace, ask))),
    })));
    const missing = answers.flatMap(({ row, allowed }) => {
        const refused = row.asks.filter((_, index) => !allowed[index]);
        return refused.length === 0
            ? []
            : [{ right: row.right, grant: rights_describe(refused), loses: row.loses }];
    });
    return { has: (right) => !missing.some((one) => one.right === right), missing };
}
const mayDo = async (cluster, namespace, ask) => {
    const answer = await reviewAccess({ namespace, ...ask }, cluster).catch(() => undefined);
    return answer?.state === 'allowed';
};
/** `watch pods, deployments.apps`: as `kubectl auth can-i` takes it. */
function rights_describe(asks) {
    const names = asks.map(({ group, resource, subresource }) => [group ? `${resource}.${group}` : resource, ...(subresource ? [subresource] : [])].join('/'));
    return `${asks[0]?.verb} ${names.join(', ')}`;
}

;// CONCATENATED MODULE: ./src/cluster/known-objects.js
/**
 * Tells each state of each object once, through `onChange`. With `since`, only what is newer than
 * that version is told.
 */
function knownObjects(onChange, since) {
    const known = new Map();
    // A list that was on its way while a stream told of the end must not bring the object back.
    const ended = new Map();
    const see = (object) => {
        const [key, version, start] = [known_objects_identify(object), versionOf(object), since()];
        const told = known.get(key);
        const before = told ? versionOf(told) : (ended.get(key) ?? start);
        if (before !== undefined && !isNewer(version, before))
            return;
        known.set(key, object);
        ended.delete(key);
        onChange({ gone: false, object });
    };
    const end = (object, version) => {
        const key = known_objects_identify(object);
        ended.set(key, version);
        if (known.delete(key))
            onChange({ gone: true, object });
    };
    return {
        see,
        lose: (object) => end(object, versionOf(object)),
        settle: ({ resourceVersion, items }) => {
            const there = new Set(items.map(known_objects_identify));
            for (const [key, object] of known) {
                if (there.has(key) || isNewer(versionOf(object), resourceVersion))
                    continue;
                end(object, resourceVersion);
            }
            for (const item of items)
                see(item);
        },
    };
}
/** A replaced object has the same name and another uid. */
const known_objects_identify = ({ metadata }) => metadata.uid ?? `${metadata.namespace ?? ''}/${metadata.name}`;
/** The version of an object, or `''` where it has none. */
const versionOf = ({ metadata }) => metadata.resourceVersion ?? '';
/**
 * Versions are decimal numbers without a limit, comparable within one collection
 * (https://kubernetes.io/docs/reference/using-api/api-concepts/#resource-versions); where a server
 * makes them otherwise, a different one is taken for newer.
 */
function isNewer(version, than) {
    if (!/^\d+$/.test(version) || !/^\d+$/.test(than))
        return version !== than;
    return version.length === than.length ? version > than : version.length > than.length;
}
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
/** Leaves out what is large and tells nothing: who manages which field, and kubectl's own copy. */
function trim(object) {
    const { managedFields: _, ...metadata } = object.metadata;
    if (metadata.annotations?.[LAST_APPLIED] === undefined)
        return { ...object, metadata };
    const { [LAST_APPLIED]: __, ...annotations } = metadata.annotations;
    return { ...object, metadata: { ...metadata, annotations } };
}

;// CONCATENATED MODULE: ./src/cluster/list-objects.js

/** A page of so many pods is some 800 KB of text, which is garbage before the next one comes. */
const PAGE = 100;
/**
 * Reads a whole collection, page by page, all of one moment. An item of a list lacks its kind.
 * @returns the listing, or the status that refused it
 */
async function listObjects(call, place) {
    const items = [];
    let next;
    for (;;) {
        const answer = await call({
            path: collectionPath(place, { limit: String(PAGE), ...(next && { continue: next }) }),
            timeoutMs: 30_000,
        });
        if (answer.status !== 200)
            return { refused: answer.status, body: answer.body };
        const page = answer.body;
        const type = { apiVersion: page.apiVersion, kind: place.kind };
        for (const item of page.items ?? [])
            items.push(trim({ ...item, ...type }));
        next = page.metadata.continue;
        if (!next)
            return { resourceVersion: page.metadata.resourceVersion, items };
    }
}
/** The newest version of a collection, without its objects. */
async function readVersion(call, place) {
    const answer = await call({ path: collectionPath(place, { limit: '1' }) });
    if (answer.status !== 200)
        return { refused: answer.status, body: answer.body };
    return { resourceVersion: answer.body.metadata.resourceVersion, items: [] };
}
/** The path of a collection with its selector and further parameters. */
function collectionPath(place, parameters) {
    const query = new URLSearchParams({
        ...(place.selector && { labelSelector: place.selector }),
        ...parameters,
    });
    return `${place.path}?${query}`;
}

;// CONCATENATED MODULE: ./src/cluster/running.js





const PLURAL = {
    Deployment: 'deployments',
    StatefulSet: 'statefulsets',
    DaemonSet: 'daemonsets',
};
/** Reads from the cluster what each container of the given workloads really runs, now. */
async function readRunning(cluster, refs) {
    const lives = await Promise.all(refs.map((ref) => readWorkload(cluster, ref)));
    return lives.flatMap(runningImages);
}
const appsOf = ({ namespace }) => `/apis/apps/v1/namespaces/${namespace}`;
const getWorkload = async (cluster, ref) => (await get(cluster, `${appsOf(ref)}/${PLURAL[ref.kind]}/${ref.name}`));
async function readWorkload(cluster, ref) {
    const apps = appsOf(ref);
    const object = await getWorkload(cluster, ref);
    const list = (kind, path) => listAll(cluster, { kind, path, selector: selector(object) });
    const [replicaSets, pods] = await Promise.all([
        ref.kind === 'Deployment' ? list('ReplicaSet', `${apps}/replicasets`) : [],
        list('Pod', `/api/v1/namespaces/${ref.namespace}/pods`),
    ]);
    return { ref, object, replicaSets, pods };
}
/**
 * Names the state of workloads by their versions: the API server gives a new one with every change,
 * also of how many pods are ready. One read each, past all caches.
 */
async function readStates(cluster, refs) {
    const objects = await Promise.all(refs.map((ref) => getWorkload(cluster, ref)));
    return objects.map((object) => `${object.metadata.uid}@${versionOf(object)}`).join(' ');
}
/** A workload's selector in the query form of the API. */
function selector(object) {
    const given = object.spec?.selector ?? {};
    const labels = Object.entries(given.matchLabels ?? {}).map(([key, value]) => `${key}=${value}`);
    const expressions = (given.matchExpressions ?? []).map(({ key, operator, values = [] }) => {
        if (operator === 'Exists')
            return key;
        if (operator === 'DoesNotExist')
            return `!${key}`;
        return `${key} ${operator === 'In' ? 'in' : 'notin'} (${values.join(',')})`;
    });
    return [...labels, ...expressions].join(',');
}
async function listAll(cluster, place) {
    const listing = await listObjects(cluster.call, place);
    if (!('refused' in listing))
        return listing.items;
    throw running_refused(place.path, { status: listing.refused, body: listing.body });
}
async function get(cluster, path) {
    const answer = await cluster.call({ path });
    if (answer.status !== 200)
        throw running_refused(path, answer);
    return answer.body;
}
const running_refused = (path, answer) => new errors/* ActionError */.lZ('cluster-refused', `GET ${path} answered ${answer.status}: ${statusMessage(answer)}`, {
    hint: 'The deployer needs get and list on pods, replicasets and the workload kinds.',
    status: answer.status,
});

;// CONCATENATED MODULE: ./src/records/board.js


const ANNOTATION = 'deploy-actions/notices';
const board_TRIES = 10;
const LEASE = {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    path: (namespace) => `/apis/coordination.k8s.io/v1/namespaces/${namespace}/leases`,
    spec: ({ holder }) => ({
        spec: {
            leaseDurationSeconds: LEASE_SECONDS,
            ...(holder && {
                holderIdentity: `${holder.action} ${holder.run}`,
                // A MicroTime: six digits of a second.
                renewTime: holder.renewedAt.replace(/Z$/, '000Z'),
            }),
        },
    }),
};
const CONFIG_MAP = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    path: (namespace) => `/api/v1/namespaces/${namespace}/configmaps`,
    spec: () => ({}),
};
function openBoard(call, namespace, release, sleep) {
    const name = `deploy-actions.${release}`;
    let carrier = LEASE;
    // A server that has just been restarted refuses for seconds what it allows: no reason to move.
    let allowed = false;
    const fetch = async () => {
        const answer = await call({ path: `${carrier.path(namespace)}/${name}` });
        allowed ||= answer.status === 200 || answer.status === 404;
        if (answer.status === 200)
            return answer.body;
        if (answer.status === 404)
            return undefined;
        if (answer.status !== 403 || allowed || carrier === CONFIG_MAP) {
            throw board_refused('read', namespace, answer);
        }
        carrier = CONFIG_MAP;
        return fetch();
    };
    const write = (known, notices) => {
        const body = toRecord(carrier, known, name, notices);
        const path = carrier.path(namespace);
        return known === undefined
            ? call({ method: 'POST', path, body })
            : call({ method: 'PUT', path: `${path}/${name}`, body });
    };
    return {
        read: async () => toNotices(await fetch()),
        update: async (change) => {
            for (let attempt = 1;; attempt++) {
                const known = await fetch();
                const now = toNotices(known);
                const next = change(now);
                if (next === undefined)
                    return now;
                const answer = await write(known, next);
                if (answer.status === 200 || answer.status === 201)
                    return next;
                // 409: somebody else was quicker; their change is looked at first.
                if (answer.status !== 409 || attempt === board_TRIES)
                    throw board_refused('write', namespace, answer);
                await sleep(50 * attempt);
            }
        },
    };
}
function toRecord({ apiVersion, kind, spec }, known, name, notices) {
    return {
        ...known,
        apiVersion,
        kind,
        metadata: {
            ...known?.metadata,
            name,
            labels: { 'app.kubernetes.io/managed-by': 'deploy-actions' },
            annotations: { ...known?.metadata.annotations, [ANNOTATION]: JSON.stringify(notices) },
        },
        ...spec(notices),
    };
}
function toNotices(record) {
    const text = record?.metadata.annotations?.[ANNOTATION];
    if (text === undefined)
        return EMPTY_BOARD;
    try {
        return { ...EMPTY_BOARD, ...JSON.parse(text) };
    }
    catch (cause) {
        throw new errors/* ActionError */.lZ('board-unreadable', `The annotation ${ANNOTATION} is not JSON`, {
            cause,
            hint: `Look at it: kubectl get lease,configmap ${record?.metadata.name} --output yaml`,
        });
    }
}
function board_refused(verb, namespace, answer) {
    const said = answer.body?.message ?? String(answer.status);
    return new errors/* ActionError */.lZ('cluster-refused', `Cannot ${verb} the notice board: ${said}`, {
        hint: `Grant get, create and update on leases (coordination.k8s.io), or on configmaps, in namespace ${namespace}.`,
    });
}

;// CONCATENATED MODULE: ./src/tools/child-environment.js
/**
 * The environment for a child process: ours without the inputs (INPUT_* may hold secret values) and
 * without the runner's own service tokens. What the exec credential plugin needs to mint a token
 * (ACTIONS_ID_TOKEN_REQUEST_*) stays: helm and kubectl start the plugin.
 */
function childEnvironment(env, more = {}) {
    const kept = Object.entries(env).filter((entry) => entry[1] !== undefined && !/^(INPUT_|STATE_|ACTIONS_RUNTIME_|ACTIONS_CACHE_)/.test(entry[0]));
    return { ...Object.fromEntries(kept), ...more };
}

;// CONCATENATED MODULE: ./src/domain/helm-version.js
/** Helm 3 merges on its own machine, and overwrites what others set. @param version `v3.18.0` */
const isHelm3 = (version) => version.startsWith('v3.');

// EXTERNAL MODULE: ./src/tools/exec.js
var exec = __nccwpck_require__(7164);
;// CONCATENATED MODULE: ./src/tools/helm-args.js

/** `upgrade --install` of a release. */
function upgradeArgs(release, input, version) {
    const args = revisionArgs(release, input);
    // Helm 4's default strategy rolls back releases with custom resources: always name the strategy.
    args.push(isHelm3(version) ? '--wait' : `--wait=${input.wait}`);
    if (input.forceConflicts && !isHelm3(version))
        args.push('--force-conflicts');
    return args;
}
/** The same without any change: what says how to wait, and whom to overrule, changes no manifest. */
const renderArgs = (release, input) => [
    ...revisionArgs(release, input),
    ...['--dry-run=server', '--output', 'json'],
];
function revisionArgs(release, input) {
    const args = ['upgrade', release, input.chart, '--install'];
    // Where the server validates fields itself (1.27 and later always) helm's own validation finds
    // nothing, and reading the API's description for it takes as long as the rest of helm's start.
    args.push('--disable-openapi-validation');
    if (input.waitForJobs)
        args.push('--wait-for-jobs');
    args.push('--timeout', `${Math.ceil(input.timeoutMs / 1000)}s`);
    args.push('--history-max', String(input.historyMax), '--labels', pairs(input.labels));
    if (input.description !== '')
        args.push('--description', input.description);
    if (input.createNamespace)
        args.push('--create-namespace');
    if (input.takeOwnership)
        args.push('--take-ownership');
    return [...args, ...versionArgs(input.version), ...valuesArgs(input)];
}
const versionArgs = (version) => version === '' ? [] : ['--version', version];
const valuesArgs = (input) => [
    ...input.files.flatMap((file) => ['--values', file]),
    ...(input.stdin === '' ? [] : ['--values', '-']),
];
const pairs = (labels) => Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');

;// CONCATENATED MODULE: ./src/tools/helm-pull.js




/**
 * Fetches a chart once, so that lint, render and upgrade work on the same bytes. Credentials reach
 * helm on stdin; what helm keeps of them lies in `folder` and is removed again.
 * @throws {ActionError} `chart-unavailable`
 */
async function pullChart(input, run) {
    const into = await (0,promises_.mkdtemp)((0,external_node_path_.join)(input.folder, 'chart-'));
    const own = (0,external_node_path_.join)(into, 'helm');
    const drop = (0,external_node_path_.join)(into, 'pulled');
    await Promise.all([own, drop].map((folder) => (0,promises_.mkdir)(folder)));
    const env = ownFiles(input, own);
    const call = async (args, stdin) => {
        const answer = await run(args, { env, ...(stdin !== undefined && { input: stdin }) });
        if (answer.code !== 0)
            throw unavailable(input, answer);
        return answer;
    };
    try {
        await introduce(input, call);
        const said = await call(['pull', ...reference(input), '--destination', drop]);
        const [file = ''] = await (0,promises_.readdir)(drop);
        // Helm names it `web@sha256-….tgz` by its digest.
        const path = (0,external_node_path_.join)(into, 'chart.tgz');
        await (0,promises_.rename)((0,external_node_path_.join)(drop, file), path);
        const about = (0,dist/* parse */.qg)((await call(['show', 'chart', path])).stdout);
        const pulled = { path, name: about.name, version: about.version, digest: digestIn(said) };
        refuseOther(input, pulled);
        return pulled;
    }
    finally {
        await (0,promises_.rm)(own, { recursive: true, force: true });
    }
}
/** Where helm keeps what is ours; the user's own logins and repositories are never written to. */
function ownFiles({ source, login }, own) {
    // Helm 4 keeps a copy of what it pulls, and would do so below HOME.
    const env = { HELM_CONTENT_CACHE: (0,external_node_path_.join)(own, 'content') };
    if (source.kind === 'registry' && login)
        env.HELM_REGISTRY_CONFIG = (0,external_node_path_.join)(own, 'registry.json');
    if (source.kind === 'repository') {
        env.HELM_REPOSITORY_CONFIG = (0,external_node_path_.join)(own, 'repositories.yaml');
        env.HELM_REPOSITORY_CACHE = (0,external_node_path_.join)(own, 'repository');
    }
    return env;
}
/** Our name of the repository; helm needs one. */
const OURS = 'ours';
/** Makes registry or repository known to helm, with the credentials where there are some. */
async function introduce({ source, login }, call) {
    const known = login ? ['--username', login.username, '--password-stdin'] : [];
    if (source.kind === 'registry' && login) {
        // The host only: Helm 4 takes no scheme and no path there.
        await call(['registry', 'login', source.host, ...known], login.password);
    }
    if (source.kind === 'repository') {
        await call(['repo', 'add', OURS, source.url, ...known], login?.password);
    }
}
function reference({ source, version }) {
    if (source.kind === 'registry' && source.digest) {
        return [`${source.repository}@${source.digest}`];
    }
    return [nameOf(source), ...(version === '' ? [] : ['--version', version])];
}
function nameOf(source) {
    if (source.kind === 'registry')
        return source.repository;
    return `${source.kind === 'known' ? source.repository : OURS}/${source.name}`;
}
/** Helm 3 says it on stderr, Helm 4 on stdout. */
const digestIn = ({ stdout, stderr }) => /^Digest: (sha256:[0-9a-f]{64})$/m.exec(`${stdout}\n${stderr}`)?.[1];
/** By digest helm ignores the version that was asked for, so it is compared here. */
function refuseOther({ source, version }, pulled) {
    if (source.kind !== 'registry' || source.digest === undefined)
        return;
    const { repository, digest } = source;
    if (pulled.digest !== digest) {
        const came = pulled.digest ?? 'without a digest';
        throw new errors/* ActionError */.lZ('chart-unavailable', `${repository}: ${digest} was asked for, ${came} came`);
    }
    if (version !== '' && version !== pulled.version) {
        throw new errors/* ActionError */.lZ('chart-unavailable', `${repository}@${digest} is ${pulled.name} ${pulled.version}, not ${version}`, { hint: 'Correct chart-version, or leave it out: the digest says which chart it is.' });
    }
}
function unavailable({ source, login }, answer) {
    const lines = answer.stderr.trim().split('\n');
    const from = lines.findLastIndex((line) => line.startsWith('Error: '));
    const said = (from < 0 ? lines.slice(-3) : lines.slice(from)).join('\n').replace(/^Error: /, '');
    const where = source.kind === 'repository' ? `${source.url}/${source.name}` : nameOf(source);
    return new errors/* ActionError */.lZ('chart-unavailable', `No chart from ${where}: ${said}`, {
        hint: helm_pull_hintOf(said, source, login !== undefined),
    });
}
function helm_pull_hintOf(said, source, loggedIn) {
    if (/\b(401|403)\b|unauthorized|denied|forbidden|credential|no basic auth/i.test(said)) {
        return loggedIn
            ? 'Check chart-username and chart-password, and that they may read the chart.'
            : 'Give chart-username and chart-password, or log in with helm in an earlier step.';
    }
    if (/certificate|x509/i.test(said)) {
        return 'Helm trusts the authorities of the system and of SSL_CERT_FILE.';
    }
    if (source.kind === 'known' && /repo .*not found|no cached repo|no repo/i.test(said)) {
        return `Is ${source.repository}/${source.name} meant as a folder? Then it is not there: is actions/checkout an earlier step? Else run helm repo add in an earlier step, or give the address: https://host/charts/name.`;
    }
    if (/not found|no chart/i.test(said))
        return 'Check chart and chart-version.';
    return 'Check the address, and that the runner can reach it.';
}

;// CONCATENATED MODULE: ./src/tools/helm-words.js
/** Reads the end of a `helm lint`. */
function lintResult({ code, stdout, stderr }) {
    if (code === 0)
        return { verdict: 'clean' };
    const crash = crashIn(stderr.split('\n'));
    if (crash !== undefined)
        return { verdict: 'crashed', said: crash };
    return { verdict: 'wrong', said: lintErrors(stdout) || stderr.trim() };
}
/** What helm says went wrong, without its log prefix; a render error goes on in indented lines. */
function helmError(lines) {
    const crash = crashIn(lines);
    if (crash !== undefined)
        return `helm itself crashed: ${crash}`;
    const from = lines.findLastIndex((line) => line.startsWith('Error: '));
    if (from < 0)
        return lines.filter(Boolean).slice(-3).join('\n') || 'helm said nothing';
    const rest = lines.slice(from + 1);
    // What a schema refuses stands in a list below the name of its chart.
    const end = rest.findIndex((line) => !/^(\s+\S|\S+:$|- )/.test(line));
    return [lines[from]?.slice(7), ...(end < 0 ? rest : rest.slice(0, end))].join('\n');
}
/** The errors of helm's report: each begins with `[ERROR]` and goes on in indented lines (Helm 4). */
function lintErrors(report) {
    const errors = report.match(/^\[ERROR\].*(\n(?!\[|==>|Error:|\d+ chart).+)*/gm) ?? [];
    return errors.join('\n').trim();
}
/** A Go program that crashes says so in one line, and where in many; a chart may say the former. */
const crashIn = (lines) => lines.some((line) => /^goroutine \d+ /.test(line))
    ? lines.find((line) => /^(panic|fatal error): /.test(line))
    : undefined;

;// CONCATENATED MODULE: ./src/tools/run-within.js


const GRACE_MS = 2000;
/**
 * Runs a command that talks to somebody else (a registry, a key service) to its end: not longer
 * than it may take, and not on after a cancel. Any exit code is an answer.
 * @throws {ActionError} `command-missing`; `command-failed` when it took too long; `cancelled`
 */
async function runWithin({ what, timeoutMs, cancelled }, start) {
    const said = { stdout: '', stderr: '' };
    const child = await start({
        onLine: (line, stream) => {
            said[stream] += `${line}\n`;
        },
    });
    const late = new AbortController();
    const inTime = (0,clock/* limit */.A)(timeoutMs, () => late.abort());
    const stop = AbortSignal.any([late.signal, cancelled]);
    const end = () => void child.stop(GRACE_MS);
    stop.addEventListener('abort', end, { once: true });
    if (stop.aborted)
        end();
    const { code } = await child.exited;
    inTime();
    stop.removeEventListener('abort', end);
    if (cancelled.aborted)
        throw new errors/* ActionError */.lZ('cancelled', `Cancelled during ${what}`);
    if (late.signal.aborted && code !== 0) {
        throw new errors/* ActionError */.lZ('command-failed', `${what} did not end within ${timeoutMs / 1000} s`);
    }
    return { code: code ?? 1, ...said };
}

;// CONCATENATED MODULE: ./src/tools/helm.js










const SKIP_SCHEMA = '--skip-schema-validation';
/** A chart is some KiB; what takes longer has no connection. */
const PULL_MS = 120_000;
/** Reading and rendering take a second or two; what takes so long waits for something else. */
const CALL_MS = 120_000;
/** Helm for one release; nothing is started before a verb is called, which throws {ActionError} `command-missing`. */
function createHelm(options, ports) {
    const { release, command = 'helm' } = options;
    const run = (args, input) => ports.exec(command, args, {
        env: options.env,
        allowFailure: true,
        timeoutMs: CALL_MS,
        ...(input !== undefined && { input }),
    });
    const cluster = ['--namespace', options.namespace];
    if (options.kubeconfig)
        cluster.push('--kubeconfig', options.kubeconfig);
    if (options.context)
        cluster.push('--kube-context', options.context);
    let known;
    const version = () => {
        known ??= helm_readVersion(command, run);
        return known;
    };
    return {
        version,
        pull: (input, cancelled) => pullChart(input, (args, { env, ...more }) => runWithin({ what: `helm ${args[0]}`, timeoutMs: PULL_MS, cancelled }, (listen) => ports.startProcess(command, args, {
            env: { ...options.env, ...env },
            ...more,
            ...listen,
        }))),
        lint: async (input, skipSchema = false) => {
            const args = ['lint', input.chart, '--namespace', options.namespace, ...valuesArgs(input)];
            if (skipSchema)
                args.push(SKIP_SCHEMA);
            return lintResult(await run(args, input.stdin));
        },
        defaultValues: async (chart, wanted) => {
            const args = ['show', 'values', chart, ...versionArgs(wanted)];
            return ((0,dist/* parse */.qg)(succeeded(args, await run(args)).stdout) ?? {});
        },
        crds: async (chart) => {
            const args = ['show', 'crds', chart];
            const objects = parseManifest(succeeded(args, await run(args)).stdout);
            return objects.filter(({ kind }) => kind === 'CustomResourceDefinition');
        },
        render: async (input) => {
            const args = [...renderArgs(release, input), ...cluster];
            const answer = await run(args, input.stdin);
            if (answer.code !== 0)
                return { ok: false, error: helmError(answer.stderr.split('\n')) };
            return { ok: true, record: parseRelease(releaseIn(args, answer.stdout)) };
        },
        template: async (input, isUpgrade, skipSchema = false) => {
            const args = ['template', release, input.chart, '--namespace', options.namespace];
            if (isUpgrade)
                args.push('--is-upgrade');
            if (skipSchema)
                args.push(SKIP_SCHEMA);
            args.push('--skip-tests', ...versionArgs(input.version), ...valuesArgs(input));
            const answer = await run(args, input.stdin);
            if (answer.code !== 0)
                return { ok: false, error: helmError(answer.stderr.split('\n')) };
            return { ok: true, record: recordOfTemplate(answer.stdout) };
        },
        upgrade: async (input) => {
            const args = [...upgradeArgs(release, input, await version()), ...cluster];
            const said = [];
            const { pid, exited, signal } = await ports.startProcess(command, args, {
                env: options.env,
                input: input.stdin,
                onLine: (line) => {
                    said.push(line);
                    input.onLine(line);
                },
            });
            return { pid, exited, signal, error: () => helmError(said) };
        },
        history: async () => {
            const args = ['history', release, '--max', '256', '--output', 'json', ...cluster];
            return parseJson(args, succeeded(args, await run(args)).stdout);
        },
        rollback: async (revision, { historyMax, forceConflicts, timeoutMs }) => {
            const args = ['rollback', release, String(revision), ...cluster];
            args.push('--history-max', String(historyMax));
            args.push('--timeout', `${Math.ceil(timeoutMs / 1000)}s`);
            if (forceConflicts && !isHelm3(await version()))
                args.push('--force-conflicts');
            // Without a limit of ours: see above.
            const how = { env: options.env, allowFailure: true };
            succeeded(args, await ports.exec(command, args, how));
        },
        manifest: async () => {
            const args = ['get', 'manifest', release, ...cluster];
            return parseManifest(succeeded(args, await run(args)).stdout);
        },
    };
}
function succeeded(args, result) {
    if (result.code !== 0)
        throw (0,exec/* commandFailed */.n)('helm', args, result);
    return result;
}
async function helm_readVersion(command, run) {
    const { code, stdout, stderr } = await run(['version', '--template', '{{.Version}}']);
    const said = stdout.trim();
    const [, major, minor] = /^v(\d+)\.(\d+)\./.exec(said) ?? [];
    if (code !== 0 || major === undefined) {
        const [words = ''] = (stderr.trim() || said || `nothing, and ended with code ${code}`).split('\n');
        throw new errors/* ActionError */.lZ('helm-failed', `${command} does not say its version; it says: ${words}`, {
            hint: 'Is it helm, and made for this machine? `command -v helm; helm version` in an earlier step tells.',
        });
    }
    if (Number(major) < 3 || (Number(major) === 3 && Number(minor) < 18)) {
        throw new errors/* ActionError */.lZ('helm-failed', `helm ${said} is too old`, {
            hint: 'Install Helm 3.18 or later in an earlier step (GitHub-hosted runners have it).',
        });
    }
    return said;
}
/** Since 4.2.1 helm prints what it pulled before the JSON. */
const releaseIn = (args, stdout) => parseJson(args, stdout.slice(Math.max(0, stdout.search(/^\{/m))));
function parseJson(args, text) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        const said = text.trim().slice(0, 200) || 'nothing';
        throw new errors/* ActionError */.lZ('helm-failed', `helm ${args[0]} printed no JSON, but ${said}`, { cause });
    }
}

// EXTERNAL MODULE: ./src/tools/scratch.js
var tools_scratch = __nccwpck_require__(9655);
;// CONCATENATED MODULE: ./src/cluster/forgive.js
/** An API server that has just started forbids all until it has read its roles: seconds. */
const FORGIVEN_MS = 30_000;
/** What a server says that cannot answer yet. */
const UNAVAILABLE = 503;
/**
 * Takes a 403 on what could be read before for a server that is starting: a right that was really
 * taken away is believed when it stays away.
 */
function createForgiveness(elapsed) {
    const worked = new Set();
    let since;
    return (outcome) => {
        if (outcome.is === 'listed')
            worked.add('list');
        if (outcome.is === 'ended')
            worked.add('list').add('watch');
        if (outcome.is !== 'refused') {
            since = undefined;
            return outcome;
        }
        if (outcome.status !== 403 || !worked.has(outcome.of))
            return outcome;
        since ??= elapsed();
        return elapsed() - since < FORGIVEN_MS ? { ...outcome, status: UNAVAILABLE } : outcome;
    };
}

;// CONCATENATED MODULE: ./src/cluster/next-attempt.js
const next_attempt_POLL_MS = 3000;
/** Streams that were refused for a reason that passes are tried again after this. */
const WATCH_AGAIN_MS = 60_000;
/** What keeps its stream where few are allowed gets one as soon as the others have given theirs up. */
const STREAM_FREE_MS = 10_000;
const FEW_STREAMS = 'few streams are allowed here (429)';
const STREAM_FAILURES = 3;
/** A 401 heals where kubectl gets a new token; an API server that just started says it, too. */
const TOKEN_FAILURES = 15;
/** What to do after `outcome`: the whole of how a collection is kept up to date, as a table. */
function nextAttempt(last, outcome, now) {
    switch (outcome.is) {
        case 'listed':
            return last.way === 'poll' ? afterPoll(last, now) : { ...last, from: outcome.at, pauseMs: 0 };
        case 'ended': {
            const { proving: _, ...rest } = last;
            return { ...rest, from: outcome.at, failures: 0, pauseMs: 100 };
        }
        case 'broken':
            return failed(last, now);
        case 'silent':
            if (outcome.elsewhere) {
                return poll('its stream is silent while others are not', now + WATCH_AGAIN_MS);
            }
            return poll('streams are held back on the way, by a proxy that buffers');
        case 'incomplete':
            return { way: 'list-watch', failures: 0, pauseMs: 0 };
        case 'yielded':
            return poll(FEW_STREAMS);
        case 'expired': {
            const { from: _, ...rest } = last;
            // Expired at once again and again would be a loop: it counts as a failure.
            return { ...rest, failures: last.failures + 1, pauseMs: pause(last.failures) };
        }
        case 'refused':
            return outcome.of === 'list'
                ? listRefused(last, outcome.status, now)
                : watchRefused(last, outcome.status, now);
    }
}
function afterPoll(last, now) {
    const again = last.watchAgainAt !== undefined && now >= last.watchAgainAt;
    if (again)
        return { way: 'list-watch', failures: 0, pauseMs: 0, proving: true };
    return { ...last, failures: 0, pauseMs: next_attempt_POLL_MS };
}
function watchRefused(last, status, now) {
    if (status === 401 || status === 408 || status >= 500)
        return failed(last, now, status);
    if (status === 410)
        return nextAttempt(last, { is: 'expired' }, now);
    if (status === 429)
        return poll(FEW_STREAMS, now + STREAM_FREE_MS);
    if (status === 403 || status === 405)
        return poll('the right to watch is missing');
    // 400, 422: a server that does not know this form of the request.
    if (last.way === 'watch')
        return { way: 'list-watch', failures: last.failures, pauseMs: 0 };
    return poll(`watches are refused (${status})`);
}
function listRefused(last, status, now) {
    if (passes(status))
        return failed(last, now, status);
    const why = status === 403 ? 'the right to list is missing' : `lists are refused (${status})`;
    return { way: 'none', failures: 0, pauseMs: 0, reason: why };
}
/** Whether another try may be answered better: the token, the load, the server's own trouble. */
const passes = (status) => [401, 408, 410, 429].includes(status) || status >= 500;
/** No answer, or one that passes: the same again, with growing pauses; then by list first. */
function failed(last, now, status = 0) {
    const failures = last.failures + 1;
    if (status === 401 && failures >= TOKEN_FAILURES) {
        return { way: 'none', failures, pauseMs: 0, reason: 'our token is refused (401)' };
    }
    const pauseMs = pause(failures - (status === 401 ? 1 : 0));
    if (last.way === 'poll')
        return { ...last, failures, pauseMs: Math.max(pauseMs, 1000) };
    const streamed = last.way === 'watch' || last.from !== undefined;
    if (!streamed || failures < STREAM_FAILURES)
        return { ...last, failures, pauseMs };
    if (last.proving)
        return poll('watches break off', now + WATCH_AGAIN_MS);
    return { way: 'list-watch', failures, pauseMs, proving: true };
}
const pause = (failures) => failures <= 0 ? 0 : Math.min(250 * 2 ** (failures - 1), 1000);
const poll = (reason, watchAgainAt) => ({
    way: 'poll',
    failures: 0,
    pauseMs: 0,
    reason,
    ...(watchAgainAt !== undefined && { watchAgainAt }),
});

;// CONCATENATED MODULE: ./src/cluster/stream-changes.js


/** The state of now comes within milliseconds; what is silent for so long holds it back. */
const SILENT_MS = 5000;
/** The server sends a bookmark every minute: a stream without one is a dead connection. */
const DEAD_MS = 90_000;
/**
 * Follows a collection by one stream, from the version `from`, or from the state of now that the
 * stream itself brings (watch-list, Kubernetes 1.32). Settles when it is over; never rejects.
 */
async function streamChanges(of, from, ports) {
    const { delivery, sleep, elapsed } = ports;
    const reader = createReader(of.known, from);
    const ends = new AbortController();
    const signal = AbortSignal.any([ports.signal, ends.signal]);
    let verdict;
    const end = (outcome) => {
        verdict ??= outcome;
        ends.abort();
    };
    const silent = () => end({ is: 'silent', elsewhere: delivery.proven() });
    const onLine = (text) => {
        if (signal.aborted)
            return;
        const line = parseLine(text);
        if (line?.type === 'ERROR')
            end(refusal(line.object.code ?? 0));
        else if (line === undefined)
            end();
        else {
            reader.take(line);
            delivery.prove();
        }
    };
    const heldBack = () => {
        if (reader.lines() === 0)
            silent();
    };
    const stopListening = [
        onAbort(delivery.heldBack, heldBack),
        onAbort(ports.yields, () => end({ is: 'yielded' })),
    ];
    const doubt = () => {
        delivery.doubt();
        silent();
    };
    void (from === undefined
        ? expectInitial(reader, { doubt, incomplete: () => end({ is: 'incomplete' }), sleep, signal })
        : expectNews(reader, of.check, { doubt, delivery, sleep, signal }));
    const began = elapsed();
    const path = collectionPath(of, query(from));
    const answer = await ports.cluster
        .stream({ path }, { onLine, signal, idleMs: DEAD_MS })
        .catch(() => undefined);
    ends.abort();
    for (const stop of stopListening)
        stop();
    if (verdict)
        return verdict;
    if (answer && answer.status !== 200) {
        return { is: 'refused', of: 'watch', status: answer.status };
    }
    const lived = reader.lines() > 0 || elapsed() - began > SILENT_MS;
    const at = reader.at();
    return at !== undefined && lived ? { is: 'ended', at } : { is: 'broken' };
}
/** Calls back when the signal is aborted, or was; returns what ends that. */
function onAbort(signal, body) {
    signal.addEventListener('abort', body);
    if (signal.aborted)
        body();
    return () => signal.removeEventListener('abort', body);
}
function createReader(known, from) {
    const initial = [];
    let at = from;
    let lines = 0;
    const bookmark = (object) => {
        const ends = object.metadata.annotations?.['k8s.io/initial-events-end'] === 'true';
        if (at === undefined && !ends)
            return;
        at = versionOf(object);
        if (ends)
            known.settle({ resourceVersion: at, items: initial.splice(0) });
    };
    return {
        lines: () => lines,
        at: () => at,
        take: ({ type, object }) => {
            lines++;
            if (type === 'BOOKMARK') {
                bookmark(object);
                return;
            }
            const told = trim(object);
            // The state of now comes in no order of versions.
            if (at === undefined)
                initial.push(told);
            else
                at = versionOf(told);
            if (type === 'DELETED')
                known.lose(told);
            else
                known.see(told);
        },
    };
}
/** A stream that brings its own start: it has to come, and to come to an end. */
async function expectInitial(reader, { sleep, signal, doubt, incomplete }) {
    while (!signal.aborted && reader.at() === undefined) {
        const before = reader.lines();
        await sleep(SILENT_MS, signal);
        if (signal.aborted || reader.at() !== undefined || reader.lines() > before)
            continue;
        if (reader.lines() === 0)
            doubt();
        else
            incomplete();
    }
}
/** A stream that goes on from a list may be silent for long: a list tells whether it should be. */
async function expectNews(reader, check, { sleep, signal, doubt, delivery }) {
    for (let pauseMs = SILENT_MS;; pauseMs *= 2) {
        await sleep(pauseMs, signal);
        if (signal.aborted || delivery.proven())
            return;
        if ((await check()) === 0)
            continue;
        await sleep(SILENT_MS / 5, signal);
        if (!signal.aborted && reader.lines() === 0)
            doubt();
    }
}
const query = (from) => ({
    watch: '1',
    allowWatchBookmarks: 'true',
    ...(from === undefined
        ? { sendInitialEvents: 'true', resourceVersionMatch: 'NotOlderThan' }
        : { resourceVersion: from }),
});
const refusal = (code) => code === 410 ? { is: 'expired' } : { is: 'refused', of: 'watch', status: code };
/** @returns undefined for what was cut off in the middle, or is not from an API server */
function parseLine(text) {
    try {
        const line = JSON.parse(text);
        return line?.object?.metadata || line?.type === 'ERROR' ? line : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/cluster/collection.js






/** Follows one collection until `signal` ends it; never rejects. */
function followCollection(place, onChange, ports) {
    const { signal, sleep, elapsed, onAttempt } = ports;
    const { call } = ports.cluster;
    const forgive = createForgiveness(elapsed);
    let start;
    let changes = 0;
    let attempt = { way: place.fromNow ? 'list-watch' : 'watch', failures: 0, pauseMs: 0 };
    let told = () => { };
    const synced = new Promise((resolve) => {
        told = resolve;
    });
    const known = knownObjects((change) => {
        changes++;
        if (!signal.aborted)
            onChange(change);
    }, () => start);
    const settle = (listing) => {
        known.settle(listing);
        told();
    };
    /** A listing is told before this returns. */
    const list = async () => {
        // Of what only matters from now on, the first list is but the moment that now is.
        const first = place.fromNow && start === undefined;
        const listing = await (first ? readVersion(call, place) : listObjects(call, place)).catch(() => undefined);
        if (listing === undefined)
            return { is: 'broken' };
        if ('refused' in listing) {
            return forgive({ is: 'refused', of: 'list', status: listing.refused });
        }
        if (place.fromNow)
            start ??= listing.resourceVersion;
        settle(listing);
        return forgive({ is: 'listed', at: listing.resourceVersion });
    };
    const check = async () => {
        const before = changes;
        await list();
        return changes - before;
    };
    const perform = ({ way, from }) => way === 'watch' || (way === 'list-watch' && from !== undefined)
        ? streamChanges({ ...place, known: { ...known, settle }, check }, from, ports).then(forgive)
        : list();
    const follow = async () => {
        while (!signal.aborted && attempt.way !== 'none') {
            const outcome = await perform(attempt);
            if (signal.aborted)
                break;
            attempt = nextAttempt(attempt, outcome, elapsed());
            onAttempt(outcome);
            if (attempt.pauseMs > 0)
                await sleep(attempt.pauseMs * (0.75 + Math.random() / 2), signal);
        }
        told();
    };
    const refresh = async () => {
        for (let failures = 1; !signal.aborted && attempt.way !== 'none'; failures++) {
            const outcome = await list();
            if (outcome.is === 'listed')
                return;
            const status = outcome.is === 'refused' ? outcome.status : 0;
            if ((status > 0 && !passes(status)) || (status === 401 && failures >= TOKEN_FAILURES)) {
                throw new errors/* ActionError */.lZ('cluster-refused', `Cannot list ${place.path}: ${status}`);
            }
            await sleep(Math.min(250 * 2 ** failures, 2000), signal);
        }
    };
    void follow();
    return { place, synced, attempt: () => attempt, refresh };
}

;// CONCATENATED MODULE: ./src/cluster/delivery.js
/** Shared by all streams of a connection: what one of them learns, the others need not. */
function createDelivery() {
    let proven = false;
    const heldBack = new AbortController();
    return {
        proven: () => proven,
        prove: () => {
            proven = true;
        },
        heldBack: heldBack.signal,
        doubt: () => {
            if (!proven)
                heldBack.abort();
        },
    };
}

;// CONCATENATED MODULE: ./src/cluster/watch-news.js

/** A restart of the API server that is over sooner is nobody's concern. */
const OUTAGE_MS = 5000;
/** Says once that the API server does not answer, and once that it does again. */
function outageNews({ elapsed, info, warn }) {
    let since;
    let said = false;
    return (outcome) => {
        const failed = outcome.is === 'broken' ||
            (outcome.is === 'refused' && (outcome.status === 401 || outcome.status >= 500));
        if (!failed) {
            if (said)
                info('The API server answers again');
            since = undefined;
            said = false;
            return;
        }
        since ??= elapsed();
        if (said || elapsed() - since < OUTAGE_MS)
            return;
        said = true;
        const why = outcome.is === 'refused' ? ` (${outcome.status})` : '';
        warn(`The API server does not answer${why}; asking again until it does`);
    };
}
/** Says what is only polled, or cannot be read, and why: a line per reason, however many kinds. */
function degradationNews({ warn }) {
    const said = new Set();
    return (ways) => {
        const kinds = new Map();
        for (const [path, { kind, attempt }] of ways) {
            const line = watch_news_describe(attempt);
            // It may come and go: once is enough.
            if (line === '' || said.has(`${path} ${line}`))
                continue;
            said.add(`${path} ${line}`);
            kinds.set(line, (kinds.get(line) ?? new Set()).add(kind));
        }
        for (const [line, of] of kinds)
            warn(`${[...of].join(', ')}: ${line}`);
    };
}
function watch_news_describe({ way, reason = '' }) {
    if (way === 'none')
        return `cannot be read, ${reason}`;
    if (way === 'poll')
        return `read every ${next_attempt_POLL_MS / 1000} s instead of watched, ${reason}`;
    return '';
}

;// CONCATENATED MODULE: ./src/cluster/watch.js



/** What a rollout shows first in: it keeps its stream where few are allowed. */
const DEAREST = 'Pod';
/**
 * Follows collections, one stream each: the state of now, then every change, through outages,
 * expired versions and broken connections. Where streams are refused or held back it polls; where
 * few are allowed it keeps that of the pods alone, or helm, which waits for hooks by one, had none.
 */
function watchPlaces(places, onChange, ports) {
    const closing = new AbortController();
    const scarce = new AbortController();
    const never = new AbortController();
    const outage = outageNews(ports);
    const degradation = degradationNews(ports);
    const shared = { ...ports, delivery: createDelivery(), signal: closing.signal };
    let started = false;
    const tellWays = () => degradation(new Map(collections.map(({ place, attempt }) => [
        place.path,
        { kind: place.kind, attempt: attempt() },
    ])));
    const collections = places.map((place) => followCollection(place, onChange, {
        ...shared,
        yields: place.kind === DEAREST ? never.signal : scarce.signal,
        onAttempt: (outcome) => {
            outage(outcome);
            if (outcome.is === 'refused' && outcome.of === 'watch' && outcome.status === 429)
                scarce.abort();
            if (started)
                tellWays();
        },
    }));
    const synced = Promise.all(collections.map((one) => one.synced)).then(() => {
        started = true;
        tellWays();
    });
    return {
        synced,
        lost: () => [...new Set(collections.filter(isLost).map(({ place }) => place.kind))],
        streams: () => collections.every((one) => one.attempt().way !== 'poll'),
        mode: (kind) => worst(collections.filter(({ place }) => place.kind === kind)),
        refresh: async () => {
            await Promise.all(collections.map((one) => one.refresh()));
        },
        close: () => closing.abort(),
    };
}
const isLost = (collection) => collection.attempt().way === 'none';
function worst(collections) {
    const ways = collections.map((one) => one.attempt().way);
    if (ways.length === 0 || ways.includes('none'))
        return 'none';
    return ways.includes('poll') ? 'poll' : 'watch';
}

;// CONCATENATED MODULE: ./src/session/view.js



/** What tells how a rollout goes: one stream per kind and namespace, however many pods there are. */
const PLACES = [
    { kind: 'Deployment', api: '/apis/apps/v1', plural: 'deployments' },
    { kind: 'ReplicaSet', api: '/apis/apps/v1', plural: 'replicasets' },
    { kind: 'StatefulSet', api: '/apis/apps/v1', plural: 'statefulsets' },
    { kind: 'DaemonSet', api: '/apis/apps/v1', plural: 'daemonsets' },
    { kind: 'Job', api: '/apis/batch/v1', plural: 'jobs' },
    { kind: 'Pod', api: '/api/v1', plural: 'pods' },
    { kind: 'Event', api: '/api/v1', plural: 'events', fromNow: true },
    { kind: 'PersistentVolumeClaim', api: '/api/v1', plural: 'persistentvolumeclaims' },
    { kind: 'EndpointSlice', api: '/apis/discovery.k8s.io/v1', plural: 'endpointslices' },
];
const placesOf = (namespace) => PLACES.map(({ api, plural, ...place }) => ({
    ...place,
    path: `${api}/namespaces/${namespace}/${plural}`,
}));
/** Changes come in bursts; those who look are called at most so often. */
const COALESCE_MS = 100;
/** Longer than an API server takes to start again. */
const FIRST_SYNC_MS = 60_000;
/**
 * Opens the view on a namespace; settles when what is there now is in its world.
 * @throws {ActionError} `cluster-unreachable` where that takes too long; `cancelled`
 */
async function openView(cluster, namespace, ports) {
    const world = createWorld();
    const listeners = new Set();
    const tell = coalesced(() => {
        for (const listener of [...listeners])
            listener();
    }, ports);
    const watchers = new Map();
    const include = async (namespaces) => {
        for (const one of namespaces.filter((name) => !watchers.has(name))) {
            const change = (seen) => {
                world.apply(seen);
                tell.soon();
            };
            // Missing rights are told once, with what they cost, by who asked for them.
            const quiet = { ...ports, cluster, warn: ports.info };
            watchers.set(one, watchPlaces(placesOf(one), change, quiet));
        }
        await Promise.all([...watchers.values()].map((watcher) => watcher.synced));
    };
    const close = () => {
        for (const watcher of watchers.values())
            watcher.close();
        tell.never();
    };
    const synced = new AbortController();
    const enough = AbortSignal.any([synced.signal, ports.cancelled]);
    const isThere = await Promise.race([
        include([namespace]).then(() => true),
        ports.sleep(FIRST_SYNC_MS, enough).then(() => false),
    ]);
    synced.abort();
    if (!isThere) {
        close();
        throw notSynced(ports.cancelled.aborted);
    }
    return {
        world,
        include,
        onChange: (listener) => {
            listeners.add(listener);
            return () => void listeners.delete(listener);
        },
        refresh: async () => {
            await Promise.all([...watchers.values()].map((watcher) => watcher.refresh()));
        },
        streams: () => [...watchers.values()].every((watcher) => watcher.streams()),
        lost: () => [...new Set([...watchers.values()].flatMap((watcher) => watcher.lost()))],
        close,
    };
}
const notSynced = (cancelled) => cancelled
    ? new errors/* ActionError */.lZ('cancelled', 'Cancelled while the state of the cluster was read')
    : new errors/* ActionError */.lZ('cluster-unreachable', `The state of the cluster could not be read within ${FIRST_SYNC_MS / 1000} s`, { hint: 'Does the API server answer? kubectl get --raw /readyz' });
/** Calls `body` once for many wishes, soon after the first. */
function coalesced(body, { sleep }) {
    const over = new AbortController();
    let waits = false;
    const wait = async () => {
        waits = true;
        await sleep(COALESCE_MS, over.signal);
        waits = false;
        if (!over.signal.aborted)
            body();
    };
    return {
        soon: () => {
            if (!waits)
                void wait();
        },
        never: () => over.abort(),
    };
}

;// CONCATENATED MODULE: ./src/session/session.js















/**
 * Logs in, connects, runs `body`, and closes the connection whatever happens.
 * @param early called while the connection is still being made
 */
async function withSession(settings, phase, ports, body, early = () => { }) {
    const access = await phase('login', () => (0,login/* login */.i)(settings, ports));
    const opened = await phase('connect', () => openSession(access, settings, ports, early));
    const { cluster } = opened;
    ports.info(`Connected as ${cluster.identity.username}`);
    let view;
    try {
        await body({
            ...opened,
            view: () => {
                view ??= openView(cluster, settings.namespace, ports);
                return view;
            },
        });
    }
    finally {
        (await view?.catch(() => undefined))?.close();
        await cluster.close();
    }
}
/** What needs helm only is begun while the connection to the API server comes up. */
async function openSession(access, { release, namespace, tools = {} }, ports, early) {
    const scratch = await (0,tools_scratch/* makeScratch */.l)(ports.tempFolder, ports.saveState);
    // kubectl and helm would write their cache of the API's kinds below HOME.
    const env = childEnvironment(ports.env, { KUBECACHEDIR: (0,external_node_path_.join)(scratch, 'kube') });
    const place = {
        kubeconfig: access.kubeconfig,
        ...(access.context && { context: access.context }),
        env,
    };
    const { helm: command, kubectl } = tools;
    const connecting = connect({ ...place, ...(kubectl && { kubectl }), folder: scratch, cancelled: ports.cancelled }, ports);
    const helm = createHelm({ ...place, ...(command && { command }), release, namespace }, ports);
    early({ helm, scratch });
    const cluster = await connecting.catch((error) => {
        throw explainRefusal(access, error);
    });
    return {
        cluster,
        scratch,
        helm,
        board: openBoard(cluster.call, namespace, release, ports.sleep),
        reads: {
            history: () => readReleaseHistory(cluster, namespace, release),
            manifest: helm.manifest,
            running: (refs) => readRunning(cluster, refs),
            states: (refs) => readStates(cluster, refs),
            present: (where, need) => isPresent(cluster, where, need),
            record: (revision) => readReleaseRecord(cluster, { namespace, release, revision }),
        },
        rights: () => readRights(cluster, namespace),
        log: {
            read: (at) => readLog(cluster, at),
            open: (at, onLine) => openLog(cluster, at, onLine),
        },
        settlePending: (revision, description) => settlePending(cluster, { namespace, release, revision }, description),
        label: (revision, labels) => labelRevision(cluster, { namespace, release, revision }, labels),
    };
}

;// CONCATENATED MODULE: ./src/domain/redact.js
/** Shorter ones are no secret to keep: `***` for each `1` of a log would tell more than it hides. */
const SHORTEST = 3;
/** From here on a secret is hidden inside longer words and in all its encodings, too. */
const LONG = 8;
const COMMON_WORDS = ['true', 'false', 'null', 'yes', 'none'];
/**
 * A function that takes these secrets out of any text: each as it is, each of its lines, and what
 * encodings make of it (base64 at any alignment, URL, JSON, shell and YAML quotes, hex). Secrets of
 * 3 to 7 characters go as whole words only; shorter ones, and words like `true`, stay. Tokens that
 * are known by their form (JWT, GitHub, registry messages, passwords in URLs) always go.
 */
function createRedactor(secrets) {
    const parts = new Set(secrets.flatMap((secret) => [secret, ...secret.split(/\r?\n/)]).map((part) => part.trim()));
    const known = [...parts].filter((part) => !COMMON_WORDS.includes(part.toLowerCase()));
    const long = new Set(known.filter((part) => part.length >= LONG).flatMap(formsOf));
    const short = known.filter((part) => part.length >= SHORTEST && part.length < LONG);
    const patterns = [
        ...alternatives([...long], (form) => form),
        ...alternatives(short, (word) => `(?<![\\p{L}\\p{N}_])${word}(?![\\p{L}\\p{N}_])`),
    ];
    return (text) => withoutTokens(patterns.reduce((rest, pattern) => rest.replace(pattern, '***'), text));
}
/** One pattern for all of them, the longest first: a short one must not cut a long one apart. */
function alternatives(texts, wrap) {
    if (texts.length === 0)
        return [];
    const sorted = [...texts].sort((a, b) => b.length - a.length);
    return [new RegExp(sorted.map((text) => wrap(escaped(text))).join('|'), 'gu')];
}
const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
/** The shapes in which programs print a secret. */
function formsOf(secret) {
    const url = encodeURIComponent(secret);
    const strict = url.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
    const json = JSON.stringify(secret).slice(1, -1);
    const hex = Buffer.from(secret).toString('hex');
    return [
        secret,
        url,
        strict,
        url.replaceAll('%20', '+'),
        strict.replaceAll('%20', '+'),
        url.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
        json,
        JSON.stringify(json).slice(1, -1),
        secret.replaceAll("'", "''"),
        secret.replaceAll("'", "'\\''"),
        secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
        secret.replaceAll('&', '\\u0026').replaceAll('<', '\\u003c').replaceAll('>', '\\u003e'),
        hex,
        hex.toUpperCase(),
        ...base64Forms(secret),
    ];
}
/**
 * The characters of the base64 of any text that holds the secret: they depend on where in a group
 * of three bytes it begins; those at the edges belong to its neighbours, too, and are left out.
 */
function base64Forms(secret) {
    return [0, 1, 2].flatMap((before) => {
        const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
        const from = Math.ceil((before * 8) / 6);
        const to = Math.floor((bytes.length * 8) / 6);
        const whole = bytes.toString('base64').slice(from, to);
        return [whole, whole.replaceAll('+', '-').replaceAll('/', '_')];
    });
}
/** What is a secret by its looks, whoever wrote it: pattern and what stands there afterwards. */
const TOKENS = [
    [/\beyJ[\w-]{8,}\.eyJ[\w-]{8,}(?:\.[\w-]*)?/g, '***'],
    [/\bgh[a-z]_[0-9A-Za-z]{30,}/g, '***'],
    [/\bgithub_pat_\w{20,}/g, '***'],
    [/\bdckr_[a-z]+_[\w-]{8,}/g, '***'],
    [/\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g, '***'],
    [/\bglpat-[\w-]{20,}/g, '***'],
    [/(-----BEGIN [A-Z ]*PRIVATE KEY-----)[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, '$1***'],
    [/\b(bearer|basic) +[\w.~+/=-]{8,}/gi, '$1 ***'],
    [/(\b[a-z][\w+.-]*:\/\/)[^\s/@:'"]*:[^\s/@'"]+@/gi, '$1***@'],
    [
        /([?&;](?:[\w-]*(?:token|signature|credential|secret|password|sig|code))=)[^\s&"'<>]+/gi,
        '$1***',
    ],
    // Docker Hub names the account: "You have reached your pull rate limit as 'acme': dckr_jti_…".
    [/(pull rate limit as ')[^']*(')(?:: *[^\s.]+)?/g, '$1***$2'],
];
const withoutTokens = (text) => TOKENS.reduce((rest, [pattern, left]) => rest.replace(pattern, left), text);
/** The same for lines that belong together: a private key goes with all its lines. */
const redactLines = (lines, redact) => lines.length === 0 ? [] : redact(lines.join('\n')).split('\n');
/** The same for lines that come one after the other: the lines inside a private key are `***`. */
function createLineRedactor(redact) {
    let inKey = false;
    return (line) => {
        const begins = /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(line);
        const inside = inKey;
        if (begins || inKey)
            inKey = !/-----END [A-Z ]*PRIVATE KEY-----/.test(line);
        return inside ? '***' : redact(line);
    };
}
/** Every leaf of a YAML value as text, numbers too: what `createRedactor` wants to know of it. */
function redact_scalarLeaves(value) {
    if (value === null || value === undefined)
        return [];
    if (typeof value === 'object')
        return Object.values(value).flatMap(redact_scalarLeaves);
    return [String(value)];
}
/** The decoded values of the Secrets among these objects, of 8 characters or more. */
function secretsIn(objects) {
    return objects
        .filter(({ kind }) => kind === 'Secret')
        .flatMap((object) => {
        const { data, stringData } = object;
        const decoded = redact_scalarLeaves(data).map((text) => Buffer.from(text, 'base64').toString());
        return [...decoded, ...redact_scalarLeaves(stringData)];
    })
        .filter((text) => text.length >= LONG);
}

;// CONCATENATED MODULE: ./actions/helm-deploy/own-secrets.js

/** All that must not be shown: the leaves of `secret-values`, and what only encrypted files know. */
const ownSecrets = ({ secretValues }, chart) => [...redact_scalarLeaves(secretValues), ...(chart?.secrets ?? [])];

;// CONCATENATED MODULE: ./actions/helm-deploy/guarded.js


/**
 * The same ports, but nothing of `secret-values` gets into a line of the log: GitHub masks only
 * what has 8 or more characters, and only in the log.
 */
function guarded(settings, ports) {
    const redact = createRedactor(ownSecrets(settings));
    return {
        ...ports,
        info: (line) => ports.info(redact(line)),
        warn: (text) => ports.warn(redact(text)),
    };
}

// EXTERNAL MODULE: ./src/domain/image-ref.js
var image_ref = __nccwpck_require__(3115);
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
const formatBundle = (bundle) => JSON.stringify(bundle);
/**
 * Reads a bundle out of JSON or out of a record's payload and computes its id again: a body that was
 * changed on its way is refused. @throws {ActionError} `bundle-invalid`
 */
function bundle_parseBundle(given) {
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

;// CONCATENATED MODULE: ./src/records/deployments.js


/** Deployments are found by what they deploy: one exact list call by the source tree. */
const taskOf = (tree) => `deploy-actions:${tree}`;
/** Of one tree; more than this is no basis for a decision. */
const MOST_RECORDS = 300;
/**
 * Writes down that a bundle is about to go into an environment: state first, then action.
 * A connection that is lost meanwhile may have made the record all the same: it is looked for
 * before another one is made.
 * @returns the deployment's id
 */
async function deployments_createRecord(github, record) {
    const { bundle, environment, kind, release, namespace, revision, run } = record;
    const make = () => github.createDeployment({
        ref: bundle.commit,
        task: taskOf(bundle.tree),
        environment,
        description: `${kind} ${bundle.id} as ${release} revision ${revision}`.slice(0, 140),
        payload: { schema: 1, kind, bundle, release, namespace, revision, run },
        production_environment: record.production,
        transient_environment: false,
    });
    try {
        return await make();
    }
    catch (error) {
        if (!(error instanceof ActionError) || error.code !== 'request-failed')
            throw error;
        const there = (await readRecords(github, bundle.tree, environment)).find((known) => known.run === run && known.revision === revision && known.kind === kind);
        return there?.id ?? (await make());
    }
}
/** Says how a deploy goes on; what it proves is said by `addVerdict` alone. */
async function addProgress(github, id, progress) {
    const { text, ...status } = progress;
    await github.addStatus(id, { ...status, description: text.slice(0, 140) });
}
/** Every record of a source tree, newest first; deployments that are not ours are left out. */
async function readRecords(github, tree, environment) {
    const filter = { task: taskOf(tree), ...(environment !== undefined && { environment }) };
    const found = await github.deployments(filter, MOST_RECORDS);
    return found
        .map(deployments_toRecord)
        .filter((record) => record !== undefined && record.bundle.tree === tree);
}
/** The newest records of an environment, of whatever tree: what runs there should be among them. */
async function newestRecords(github, environment) {
    const found = await github.newestDeployments(environment);
    return found.map(deployments_toRecord).filter((record) => record !== undefined);
}
/** A deployment as our record; undefined for another tool's, or a payload that was changed. */
function deployments_toRecord(deployment) {
    const payload = payloadOf(deployment.payload);
    if (payload.schema !== 1 || !deployment.task.startsWith('deploy-actions:'))
        return undefined;
    try {
        return {
            id: deployment.id,
            environment: deployment.environment,
            kind: payload.kind === 'rollback' ? 'rollback' : 'deploy',
            bundle: parseBundle(payload.bundle),
            release: String(payload.release),
            namespace: String(payload.namespace),
            revision: Number(payload.revision),
            run: String(payload.run),
            createdAt: Date.parse(deployment.created_at),
        };
    }
    catch {
        return undefined;
    }
}
/** GitHub gives the payload back as it was sent: as an object, or as text by old clients. */
function payloadOf(payload) {
    const value = typeof payload === 'string' ? deployments_parseJson(payload) : payload;
    return typeof value === 'object' && value !== null ? value : {};
}
function deployments_parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./actions/helm-deploy/record.js



/**
 * Writes down that a bundle is about to go into an environment, before it does.
 * @returns undefined where nothing is to be recorded: no bundle, no environment, `deployment: false`
 */
async function openRecord(bundle, revision, settings, ports) {
    const { environment, release, namespace, production, deployment } = settings;
    if (!bundle || environment === '' || !deployment)
        return undefined;
    const github = ports.github(settings.githubToken);
    const run = runOf(ports.env);
    const place = { environment, release, namespace, revision, run, production };
    const id = await createRecord(github, { ...place, kind: 'deploy', bundle });
    return { id, say: (state, text, url) => say({ github, id }, { state, text, url }, ports) };
}
/** The record that an earlier process of this run opened. */
function recordOf(id, settings, ports) {
    if (id === undefined)
        return undefined;
    const github = ports.github(settings.githubToken);
    return { id, say: (state, text, url) => say({ github, id }, { state, text, url }, ports) };
}
async function say({ github, id }, { state, text, url }, { env, warn }) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
    const log_url = `${server}/${repository}/actions/runs/${run}`;
    const progress = { state, text, log_url, ...(url && { environment_url: url }) };
    await addProgress(github, id, progress).catch((error) => {
        warn(`The deployment record says too little: ${(0,errors/* describeError */.Uc)(error)}`);
    });
}

;// CONCATENATED MODULE: ./actions/helm-deploy/settings.js
/** What softens the verdict over a rollout. */
const limitsOf = ({ pullAttempts, maxRestarts, unschedulableAfter, }) => ({ pullAttempts, maxRestarts, unschedulableAfter });

// EXTERNAL MODULE: ./src/http/request.js
var http_request = __nccwpck_require__(7235);
// EXTERNAL MODULE: ./src/tools/tool-source.js + 1 modules
var tool_source = __nccwpck_require__(2648);
;// CONCATENATED MODULE: ./src/tools/install.js





/** Names a server of one's own that has the same paths; it is asked before all others. */
const MIRROR = 'DEPLOY_ACTIONS_TOOL_MIRROR';
/** kubectl, the largest, has 60 MB. */
const LARGEST = 200 * 1024 * 1024;
const DOWNLOAD_MS = 90_000;
const HOPS = 4;
/**
 * A program of exactly the wanted version: out of the runner's tool cache, or downloaded, and then
 * kept there. What is downloaded is compared with its checksum before it is written anywhere.
 * @param wanted matches `TOOL_VERSION`
 * @returns the path of the program
 * @throws {ActionError} `command-missing` naming all that was tried, or what came instead of the file
 */
async function installTool(tool, wanted, ports) {
    const file = (0,tool_source/* toolFile */.HV)(tool, wanted, process);
    const servers = [...mirrorOf(ports.env), ...file.hosts];
    if (!ports.env.RUNNER_TOOL_CACHE) {
        throw new errors/* ActionError */.lZ('command-missing', `${tool} cannot be kept: no RUNNER_TOOL_CACHE`, {
            hint: "GitHub's runner always sets it; elsewhere name a folder by it.",
        });
    }
    const kept = await findKept(file);
    if (kept !== undefined)
        return kept;
    const { content, from } = await download(file, servers, ports);
    ports.info(`${tool} ${file.version} downloaded from ${from}, sha256:${file.sha256}`);
    return install_keep(file, content, ports.tempFolder);
}
/** @throws {ActionError} `invalid-input` */
function mirrorOf(env) {
    const given = env[MIRROR] ?? '';
    if (given === '')
        return [];
    const base = given.replace(/\/+$/, '');
    if (URL.canParse(base) && base.startsWith('https://') && !/[?#]/.test(base))
        return [base];
    throw new errors/* ActionError */.lZ('invalid-input', `${MIRROR} is no https address`, {
        hint: 'https://mirror.example.com, with a path if you like, without a query.',
    });
}
/** @throws {ActionError} `command-missing` */
async function download(file, servers, ports) {
    const tried = [];
    for (const server of servers) {
        const url = `${server}${file.path}`;
        const answer = await follow(url, ports).catch((error) => (0,errors/* describeError */.Uc)(error));
        if (typeof answer !== 'string' && answer.status === 200) {
            install_refuseOther(file, answer.body, url);
            return { content: answer.body, from: named(url) };
        }
        const why = typeof answer === 'string' ? answer : `answered ${answer.status}`;
        tried.push(`${named(url)}: ${why}`);
    }
    throw new errors/* ActionError */.lZ('command-missing', `${file.tool} ${file.version} could not be downloaded:\n${tried.join('\n')}`, {
        hint: `Check that the runner can reach these servers, name one of your own by ${MIRROR}, or put ${file.tool} on PATH and leave ${file.tool}-version out.`,
    });
}
/** The projects send downloads on to other hosts; never to plain http. */
async function follow(start, ports) {
    let url = start;
    for (let hops = 0;; hops++) {
        const answer = await ports.get({ url, timeoutMs: DOWNLOAD_MS, maxBytes: LARGEST });
        const { location } = answer.headers;
        if (![301, 302, 303, 307, 308].includes(answer.status) || location === undefined)
            return answer;
        const next = URL.canParse(location, url) ? new URL(location, url) : undefined;
        if (next?.protocol !== 'https:' || hops >= HOPS)
            return answer;
        url = next.href;
    }
}
/** Whoever serves another file is not passed over in silence: no further server is asked. */
function install_refuseOther(file, content, url) {
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(content).digest('hex');
    if (sha256 === file.sha256)
        return;
    throw new errors/* ActionError */.lZ('command-missing', `${named(url)} is not the ${file.tool} ${file.version} that was asked for: its ${content.length} bytes have sha256:${sha256}, expected is sha256:${file.sha256}`, {
        hint: 'Nothing of it was kept or run. A proxy that answers with a page of its own does this, too; so does a checksum of another processor (amd64, arm64).',
    });
}
/** A mirror's address may hold a password. */
function named(url) {
    const { host, pathname } = new URL(url);
    return `https://${host}${pathname}`;
}
/** Loaded only where a tool is wanted, from a file of its own in the bundle, without its own HTTP. */
const loadCache = () => Promise.all(/* import() */[__nccwpck_require__.e(31), __nccwpck_require__.e(371)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6371));
/** The checksum is part of the version: what one checksum let in is not found by another. */
const keyOf = ({ version, sha256 }) => `${version}-sha256-${sha256}`;
async function findKept(file) {
    const cache = await loadCache();
    const folder = cache.find(file.tool, keyOf(file));
    if (folder === '')
        return undefined;
    const program = (0,external_node_path_.join)(folder, file.tool);
    const runs = await (0,promises_.access)(program, promises_.constants.X_OK).then(() => true, () => false);
    return runs ? program : undefined;
}
async function install_keep(file, content, tempFolder) {
    const cache = await loadCache();
    const stage = await (0,promises_.mkdtemp)((0,external_node_path_.join)(tempFolder, 'tool-'));
    try {
        const program = (0,external_node_path_.join)(stage, 'kept', file.tool);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(program));
        if (file.member === undefined)
            await (0,promises_.writeFile)(program, content);
        else {
            const archive = (0,external_node_path_.join)(stage, 'archive.tar.gz');
            await (0,promises_.writeFile)(archive, content);
            const unpacked = await cache.extractTar(archive, (0,external_node_path_.join)(stage, 'unpacked'));
            await (0,promises_.rename)((0,external_node_path_.join)(unpacked, file.member), program);
        }
        await (0,promises_.chmod)(program, 0o755);
        // Another job of this machine may have been faster, and may already run what it kept.
        const kept = await findKept(file);
        if (kept !== undefined)
            return kept;
        return (0,external_node_path_.join)(await cache.cacheDir((0,external_node_path_.dirname)(program), file.tool, keyOf(file)), file.tool);
    }
    finally {
        await (0,promises_.rm)(stage, { recursive: true, force: true });
    }
}

;// CONCATENATED MODULE: ./actions/helm-deploy/tools.js



/** For each server; there may be another that answers. */
const RETRY = { tries: 2, totalMs: 20_000 };
/**
 * The programs that `helm-version` and `kubectl-version` ask for; what is not asked for is on PATH.
 * @throws {ActionError} `command-missing`, `cancelled`
 */
async function bringTools({ helmVersion, kubectlVersion }, phase, ports) {
    if (helmVersion === '' && kubectlVersion === '')
        return {};
    const outside = {
        ...ports,
        get: (request) => (0,http_request/* sendWithRetry */.lx)(ports.send, request, RETRY),
    };
    const bring = (tool, wanted) => wanted === '' ? Promise.resolve(undefined) : installTool(tool, wanted, outside);
    return phase('tools', () => unlessCancelled(ports.cancelled, async () => {
        const [helm, kubectl] = await Promise.all([
            bring('helm', helmVersion),
            bring('kubectl', kubectlVersion),
        ]);
        return { helm, kubectl };
    }));
}
/** A download is not waited for by somebody who wants to stop. */
async function unlessCancelled(cancelled, body) {
    const over = new AbortController();
    const stopped = new Promise((_, reject) => {
        const stop = () => reject(new errors/* ActionError */.lZ('cancelled', 'Cancelled while tools were downloaded'));
        if (cancelled.aborted)
            stop();
        cancelled.addEventListener('abort', stop, { signal: over.signal });
    });
    try {
        return await Promise.race([stopped, body()]);
    }
    finally {
        over.abort();
    }
}

;// CONCATENATED MODULE: ./src/domain/field-owners.js
/**
 * Those who set a field of `spec`, or something below it.
 * @param live read with its `managedFields`
 * @param field `replicas`
 */
function ownersOf({ metadata }, field) {
    const { managedFields = [] } = metadata;
    return managedFields.filter(({ fieldsV1 }) => fieldsV1?.['f:spec']?.[`f:${field}`]);
}

;// CONCATENATED MODULE: ./src/domain/held-replicas.js

/**
 * Compares an object of a manifest with the live one, read with its `managedFields`.
 * @returns undefined where both agree, or where the live number is helm's own
 */
function heldReplicas(object, live) {
    const replicas = replicasOf(live);
    if (replicas === undefined || replicas === replicasOf(object))
        return undefined;
    const owners = ownersOf(live, 'replicas');
    // Scaled to 0 the number is left out of the record of who set it (measured on 1.35).
    if (owners.length === 0 && replicas === 0)
        return { object, replicas, manager: 'somebody' };
    const other = owners.find(({ manager }) => manager !== 'helm');
    if (!other)
        return undefined;
    const { manager = 'somebody', subresource } = other;
    return { object, replicas, manager: subresource ? `${manager} (${subresource})` : manager };
}
/** The number in `spec.replicas`; undefined where there is none. */
function replicasOf({ spec }) {
    const replicas = spec?.replicas;
    return typeof replicas === 'number' ? replicas : undefined;
}
/** The objects of a manifest with the replicas that they keep. */
const withHeld = (manifest, held) => manifest.map((object) => {
    const found = held.find((one) => one.object === object);
    if (!found)
        return object;
    return { ...object, spec: { ...object.spec, replicas: found.replicas } };
});

// EXTERNAL MODULE: ./src/domain/object-key.js
var object_key = __nccwpck_require__(2381);
;// CONCATENATED MODULE: ./src/domain/pod-template.js

const PATHS = ['spec', 'spec.template.spec', 'spec.jobTemplate.spec.template.spec'];
/**
 * The pod template of a Pod, of a workload, or of any kind that has one in the usual place, such as
 * an Argo Rollout; undefined for all else.
 */
function pod_template_podTemplateOf(object) {
    for (const field of PATHS) {
        const spec = field
            .split('.')
            .reduce((value, key) => ((0,deep_merge/* isMapping */.p)(value) ? value[key] : undefined), object);
        // `spec.containers` of a custom kind may be anything.
        const isPod = field !== 'spec' || (object.kind === 'Pod' && object.apiVersion === 'v1');
        if (isPod && (0,deep_merge/* isMapping */.p)(spec) && Array.isArray(spec.containers))
            return { field, spec };
    }
    return undefined;
}
/** Whether applying the object starts pods: not of a CronJob, nor of what is scaled to zero. */
function startsPods({ kind, spec }) {
    const { replicas, suspend } = (spec ?? {});
    return kind !== 'CronJob' && replicas !== 0 && suspend !== true;
}
/** Items of what should be a list of mappings: charts also write null, or leave it out. */
const pod_template_each = (given) => (Array.isArray(given) ? given : []).filter((item) => isMapping(item));

;// CONCATENATED MODULE: ./src/domain/kept-accounts.js


/**
 * What going from one manifest to another leaves with the old ServiceAccount: the API server also
 * fills in the deprecated `serviceAccount`, which nobody owns, and when helm takes
 * `serviceAccountName` away sets it again from there (measured on 1.35 with helm 4.2).
 */
function keptAccounts(from, to, namespace) {
    const before = new Map(from.map((object) => [(0,object_key/* objectKey */.T5)(object, namespace), object]));
    return to.flatMap((object) => {
        const old = before.get((0,object_key/* objectKey */.T5)(object, namespace));
        const account = old && accountOf(old);
        const template = pod_template_podTemplateOf(object);
        if (!account || !template || template.field === 'spec' || accountOf(object))
            return [];
        return [{ object, field: template.field, account }];
    });
}
/** The account that the object's pods run as; undefined: the namespace's default. */
function accountOf(object) {
    const { serviceAccountName, serviceAccount } = pod_template_podTemplateOf(object)?.spec ?? {};
    return serviceAccountName || serviceAccount || undefined;
}

;// CONCATENATED MODULE: ./src/release/drop-accounts.js



/** How long a controller may take to see the change: it looks at once, unless it is down. */
const SEEN = { looks: 40, everyMs: 250 };
/** Takes away the ServiceAccounts that a rollback leaves behind: helm does not (see keptAccounts). */
async function dropAccounts({ from, to, namespace }, ports) {
    await Promise.all(keptAccounts(from, to, namespace).map((kept) => drop(kept, ports)));
}
async function drop({ object, field, account }, ports) {
    const { objects, info, warn } = ports;
    try {
        const live = await objects.read(object);
        if (!live || accountOf(live) !== account)
            return;
        const none = { serviceAccountName: null, serviceAccount: null };
        const change = field.split('.').reduceRight((inner, key) => ({ [key]: inner }), none);
        await objects.merge(object, change);
        await seen(object, ports);
        info(`${objectName(object)} runs as the default ServiceAccount again, not as ${account}`);
    }
    catch (error) {
        warn(`${objectName(object)} still runs as ServiceAccount ${account}: ${(0,errors/* describeError */.Uc)(error)}`);
    }
}
/** Until then what the rollback alone had made, and what cannot start, would be judged. */
async function seen(object, { objects, sleep }) {
    for (let look = 0; look < SEEN.looks; look++) {
        const { metadata, status } = (await objects.read(object)) ?? {};
        const { observedGeneration } = (status ?? {});
        const { generation } = metadata ?? {};
        if (observedGeneration === undefined || generation === undefined)
            return;
        if (observedGeneration >= generation)
            return;
        await sleep(SEEN.everyMs);
    }
}

;// CONCATENATED MODULE: ./src/domain/stuck-pods.js

/**
 * The pods that keep a StatefulSet from going back. It replaces one pod only when the one before is
 * ready, so a pod of a failed revision that never gets ready stays for ever, also after a rollback
 * (kubernetes#67250, open; measured on 1.35). A Ready pod is never among them, nor any pod where
 * people replace pods themselves (`OnDelete`, below a `partition`).
 */
function stuckPods({ ref, object, pods }) {
    const { spec, status, metadata } = object;
    const strategy = spec?.updateStrategy;
    if (ref.kind !== 'StatefulSet' || strategy?.type === 'OnDelete')
        return [];
    // The controller has not seen the rollback yet: it cannot say which revision is the wanted one.
    if ((status?.observedGeneration ?? 0) < (metadata.generation ?? 0))
        return [];
    const wanted = status?.updateRevision;
    if (!wanted)
        return [];
    const first = (spec?.ordinals?.start ?? 0) + (strategy?.rollingUpdate?.partition ?? 0);
    return pods.filter((pod) => {
        const { labels, ownerReferences, deletionTimestamp } = pod.metadata;
        const revision = labels?.['controller-revision-hash'];
        return (ownerReferences?.some(({ uid, controller }) => controller && uid === metadata.uid) &&
            revision !== undefined &&
            revision !== wanted &&
            !deletionTimestamp &&
            !isReady(pod) &&
            ordinalOf(pod) >= first);
    });
}
const ordinalOf = ({ metadata }) => Number(/\d+$/.exec(metadata.name)?.[0]);

;// CONCATENATED MODULE: ./src/release/free-stuck-pods.js


/**
 * Deletes the pods that keep StatefulSets from going back, as they are seen; see stuckPods.
 * @returns what ends it
 */
function freeStuckPods(refs, ports) {
    const sets = refs.filter(({ kind }) => kind === 'StatefulSet');
    // Each state of a pod and its set is judged once; what changes comes back by itself.
    const judged = new Set();
    const look = () => {
        for (const stuck of sets.flatMap((ref) => stuckNow(ref, ports))) {
            const key = [stuck.set, stuck.pod].map(({ metadata }) => metadata.resourceVersion).join();
            if (judged.has(key))
                continue;
            judged.add(key);
            void free(stuck, ports);
        }
    };
    const stop = ports.view.onChange(look);
    look();
    return stop;
}
function stuckNow(ref, { view }) {
    const inPlace = ({ metadata }) => metadata.namespace === ref.namespace;
    const set = view.world
        .all('StatefulSet')
        .find((one) => inPlace(one) && one.metadata.name === ref.name);
    if (!set)
        return [];
    const pods = view.world.all('Pod').filter(inPlace);
    const found = stuckPods({ ref, object: set, replicaSets: [], pods });
    return found.map((pod) => ({ ref, set, pod }));
}
async function free({ ref, pod }, ports) {
    const { name } = pod.metadata;
    try {
        // What is seen may be from before the rollback: then the wanted revision is still the bad one.
        const { kind, name: setName, namespace } = ref;
        const object = await ports.objects.read({
            apiVersion: 'apps/v1',
            kind,
            metadata: { name: setName, namespace },
        });
        if (!object || stuckPods({ ref, object, replicaSets: [], pods: [pod] }).length === 0)
            return;
        if ((await ports.deletePod(pod)) === 'changed')
            return;
        ports.info(`Pod ${name} of the failed revision kept ${kind}/${setName} from going back: deleted`);
    }
    catch (error) {
        const hint = error instanceof errors/* ActionError */.lZ && error.hint ? `\n${error.hint}` : '';
        ports.warn(`Pod ${name} of the failed revision keeps ${ref.kind}/${ref.name} from going back: ${(0,errors/* describeError */.Uc)(error)}${hint}`);
    }
}

// EXTERNAL MODULE: ./src/domain/lost-data.js
var lost_data = __nccwpck_require__(63);
// EXTERNAL MODULE: ./src/domain/removal.js
var removal = __nccwpck_require__(5226);
;// CONCATENATED MODULE: ./src/release/keep-data.js




/**
 * Keeps helm from deleting what holds data and is not where we go: `helm rollback` removes it
 * without a word.
 * @returns what takes our mark off again, for after the rollback
 * @throws {ActionError} `undo-failed` where something cannot be kept
 */
async function keepData({ from, to, namespace }, ports) {
    const lost = (0,lost_data/* lostData */.J)(from, to, namespace);
    const marked = (await Promise.all(lost.map((object) => mark(object, namespace, ports)))).flat();
    return async () => {
        await Promise.all(marked.map((object) => ports.objects.annotate(object, { [removal/* RESOURCE_POLICY */.O8]: null }).catch((error) => {
            ports.warn(`${objectName(object)} still says ${removal/* RESOURCE_POLICY */.O8}: ${(0,errors/* describeError */.Uc)(error)}`);
        })));
    };
}
async function mark(object, namespace, { objects, warn }) {
    const name = objectName(object);
    const where = `--namespace ${object.metadata.namespace ?? namespace}`;
    try {
        const live = await objects.read(object);
        if (!live)
            return [];
        const kept = live.metadata.annotations?.[removal/* RESOURCE_POLICY */.O8] === 'keep';
        if (!kept)
            await objects.annotate(object, { [removal/* RESOURCE_POLICY */.O8]: 'keep' });
        warn(`${name} is kept, it may hold data: the revision we go back to has none. Not needed? kubectl delete ${name} ${where}`);
        return kept ? [] : [object];
    }
    catch (cause) {
        throw new errors/* ActionError */.lZ('undo-failed', `${name} may hold data and cannot be kept`, {
            cause,
            hint: `kubectl annotate ${name} ${removal/* RESOURCE_POLICY */.O8}=keep ${where}`,
        });
    }
}

;// CONCATENATED MODULE: ./src/domain/dry-run-finding.js

const IMMUTABLE = /is immutable|updates to \w+ spec for fields other than|may not be changed/;
/** One row per way of the API server to say no, the first that fits counts (seen on 1.35). */
const REFUSALS = [
    { status: 'any', says: /failed calling webhook/, kind: 'webhook-down' },
    { status: 'any', says: /does not support dry.?run/i, kind: 'not-checked' },
    { status: 403, says: /exceeded quota|failed quota/, kind: 'quota' },
    // The quota has just been made; a moment later it is counted.
    { status: 403, says: /status unknown for quota/, kind: 'not-checked' },
    // RBAC; what a policy forbids names no verb.
    { status: 403, says: /cannot (patch|create|get|update) resource/, kind: 'not-checked' },
    { status: 403, kind: 'denied' },
    { status: 'any', says: /denied the request/, kind: 'denied' },
    { status: 404, says: /^namespaces /, kind: 'no-namespace' },
    { status: 404, kind: 'unserved' },
    { status: 422, says: IMMUTABLE, kind: 'immutable' },
    { status: 422, kind: 'invalid' },
    { status: 400, kind: 'invalid' },
    { status: 413, kind: 'invalid' },
    // A field that the schema does not have, or of another type, is a 500 here and not a 422.
    { status: 500, says: /failed to create typed patch object/, kind: 'invalid' },
];
/** What a refused server-side apply of an object means; at least one finding. */
function findingsOf(object, refusal) {
    const { status, message, causes } = refusal;
    const conflicts = causes.filter(({ reason }) => reason === 'FieldManagerConflict');
    if (status === 409 && conflicts.length > 0) {
        return conflicts.map((cause) => ({
            kind: 'conflict',
            object,
            field: fieldOf(cause.field),
            manager: managerOf(cause.message ?? ''),
            message: cause.message ?? message,
        }));
    }
    const row = REFUSALS.find((one) => (one.status === 'any' || one.status === status) && (one.says?.test(message) ?? true));
    const kind = row?.kind ?? 'not-checked';
    if ((kind !== 'immutable' && kind !== 'invalid') || causes.length === 0) {
        const field = fieldOf(/: (\.[^:\s]+): /.exec(message)?.[1]);
        return [{ kind, object, field, manager: '', message: shorten(message) }];
    }
    return causes.map((cause) => ({
        kind: IMMUTABLE.test(cause.message ?? '') ? 'immutable' : 'invalid',
        object,
        field: fieldOf(cause.field),
        manager: '',
        message: shorten(cause.message ?? message),
    }));
}
const fieldOf = (field = '') => field.replace(/^\./, '');
/** `conflict with "kubectl" with subresource "scale" using apps/v1` → `kubectl (scale)`. */
function managerOf(message) {
    const manager = /with "([^"]*)"/.exec(message)?.[1] ?? '';
    const subresource = /with subresource "([^"]*)"/.exec(message)?.[1];
    return subresource ? `${manager} (${subresource})` : manager;
}
/** `Invalid value: {… the whole pod template …}: field is immutable`: the end is what matters. */
const shorten = (message) => message.replace(/Invalid value: \{.*\}: /s, '').slice(0, 500);
/** One line for people: `Deployment/web spec.replicas: …`. */
function describeFinding({ object, field, message }) {
    const name = objectName(object);
    return `${field ? `${name} ${field}` : name}: ${message}`;
}

;// CONCATENATED MODULE: ./src/release/say-conflicts.js


/**
 * Asks the API server what going back to a manifest will run into, and says it.
 * @returns true when others set fields that come back; helm 4 has to be told to overwrite them
 */
async function sayConflicts(manifest, { objects, info, warn }) {
    const findings = (await objects.dryRun(manifest)).flatMap((run) => run.findings);
    const conflicts = findings.filter(({ kind }) => kind === 'conflict');
    for (const { object, field, manager } of conflicts) {
        info(`${objectName(object)} ${field}: changed by ${manager}, the release's value comes back`);
    }
    const unknown = findings.filter(({ kind }) => kind === 'not-checked');
    if (unknown.length > 0)
        info(`Not checked before going back:\n${list(unknown)}`);
    const problems = findings.filter((one) => !conflicts.includes(one) && !unknown.includes(one));
    if (problems.length > 0)
        warn(`Going back may not succeed:\n${list(problems)}`);
    return conflicts.length > 0;
}
const list = (findings) => findings.map(describeFinding).join('\n');

;// CONCATENATED MODULE: ./src/release/restore.js









/** A rollback that comes late still goes: its hooks then have so long. */
const HOOKS_MS = 30_000;
/**
 * Goes back to an earlier revision, and proves that it serves again. `helm rollback` runs without
 * `--wait`: the watch is ours, and helm would leave the release pending when it is killed. Beside
 * it we see to what it gets wrong: data that the target does not know, replicas that an autoscaler
 * set, fields that others changed, ServiceAccounts, pods of StatefulSets that never heal.
 * @throws {ActionError} `undo-failed`, with the commands for a person
 */
async function restoreRevision(input, ports) {
    const { namespace, target, deadline } = input;
    try {
        const awaitRevision = ports.expect();
        const history = await ports.history();
        if (history.at(-1)?.number === target.number) {
            ports.info(`Revision ${target.number} is still the newest: there is nothing to go back from`);
            return { revision: target.number, images: await awaitRevision(target.number, deadline) };
        }
        await blame(history.at(-1), input, ports);
        const expected = nextNumber(history);
        const [from, to] = await Promise.all([expected - 1, target.number].map(ports.record));
        if (!to)
            throw new Error(`revision ${target.number} is not in the cluster any more`);
        const change = { from: from?.manifest ?? [], to: to.manifest, namespace };
        const unmark = await keepData(change, ports);
        await rollBack(to, expected, input, ports);
        await dropAccounts(change, ports);
        await Promise.all([relabel(target, expected, ports), unmark()]);
        const stop = freeStuckPods(manifest_workloads(to.manifest, namespace), ports);
        try {
            return { revision: expected, images: await awaitRevision(expected, deadline) };
        }
        finally {
            stop();
        }
    }
    catch (cause) {
        throw new errors/* ActionError */.lZ('undo-failed', `Going back to revision ${target.number} did not succeed: ${(0,errors/* describeError */.Uc)(cause)}`, { hint: byHand(input, cause) });
    }
}
/**
 * Helm is green on some broken rollouts: its "Upgrade complete" would make them a target again. One
 * that was killed leaves its revision pending, for good once a newer one is there.
 */
async function blame(newest, { failure }, { markFailed, warn }) {
    if (failure === undefined || !newest)
        return;
    if (newest.status !== 'deployed' && !history_isPending(newest))
        return;
    await markFailed(newest.number, failure).catch((error) => {
        warn(`Revision ${newest.number} still counts as good: ${(0,errors/* describeError */.Uc)(error)}`);
    });
}
async function rollBack(to, expected, { target, historyMax, deadline }, ports) {
    const { helm } = ports;
    const held = await findHeld(to, ports);
    // Helm 4 goes on as the target was made: from the server's side, or as Helm 3 always does.
    const overwrites = isHelm3(await helm.version()) || to.raw.apply_method !== 'ssa';
    const conflicts = await sayConflicts(withHeld(to.manifest, held), ports);
    await ports.announce(expected).catch((error) => {
        ports.warn(`A run after this one may not know this rollback as ours: ${(0,errors/* describeError */.Uc)(error)}`);
    });
    const putBack = await hold(held, target.number, ports);
    try {
        // An autoscaler goes on scaling meanwhile: its next number must not stop the rollback.
        const forceConflicts = !overwrites && (conflicts || held.length > 0);
        const timeoutMs = Math.max(deadline - ports.elapsed(), HOOKS_MS);
        await helm.rollback(target.number, { historyMax, forceConflicts, timeoutMs });
    }
    finally {
        await putBack?.().catch((error) => {
            ports.warn(`Revision ${target.number} keeps today's replicas: ${(0,errors/* describeError */.Uc)(error)}`);
        });
    }
}
/** @returns what puts the record back as it was, where it was changed */
async function hold(held, revision, { holdReplicas, warn }) {
    if (held.length === 0)
        return undefined;
    const names = held.map(({ object }) => objectName(object)).join(', ');
    try {
        const putBack = await holdReplicas(revision, held);
        if (!putBack)
            warn(`The replicas of ${names} change: they are not where we can write them`);
        return putBack;
    }
    catch (error) {
        // To be back with too few pods for a moment is better than not to be back.
        warn(`The replicas of ${names} change: ${(0,errors/* describeError */.Uc)(error)}`);
        return undefined;
    }
}
/** What a rollback to the revision would scale behind the back of who scaled it last. */
async function findHeld(to, { objects, info, warn }) {
    const scaled = to.manifest.filter((object) => replicasOf(object) !== undefined);
    const found = await Promise.all(scaled.map(async (object) => {
        const live = await objects.read(object).catch((error) => {
            warn(`Who scaled ${objectName(object)} is not known: ${(0,errors/* describeError */.Uc)(error)}`);
            return undefined;
        });
        return (live && heldReplicas(object, live)) ?? [];
    }));
    const held = found.flat();
    for (const { object, replicas, manager } of held) {
        const asked = `revision ${to.version} says ${replicasOf(object)}`;
        info(`${objectName(object)} keeps its ${replicas} replicas, set by ${manager}; ${asked}`);
    }
    return held;
}
/** Helm copies the target's labels; they count for the new revision once they name it. */
async function relabel(target, revision, ports) {
    if (Object.keys(target.labels).length === 0)
        return;
    await ports.label(revision, { [LABEL.forRevision]: String(revision) }).catch((error) => {
        ports.warn(`The restored revision is not labelled: ${(0,errors/* describeError */.Uc)(error)}`);
    });
}
/** The commands for a person, what helps most first. */
function byHand({ release, namespace, target }, cause) {
    const where = `--namespace ${namespace}`;
    return [
        ...(cause instanceof errors/* ActionError */.lZ && cause.hint ? [cause.hint] : []),
        `By hand: helm history ${release} ${where}; helm rollback ${release} ${target.number} ${where}; kubectl get pods ${where}`,
    ].join('\n');
}

;// CONCATENATED MODULE: ./src/domain/human-time.js
/** Milliseconds as a person reads them: `340 ms`, `4.2 s`, `3 min 5 s`. */
function humanTime(ms) {
    if (ms < 999.5)
        return `${Math.round(ms)} ms`;
    if (ms < 59_950)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

// EXTERNAL MODULE: ./src/domain/inert.js
var inert = __nccwpck_require__(8046);
;// CONCATENATED MODULE: ./src/report/progress.js


/** A workload of many pods changes all the time: only its end is told at once. */
const PACE_MS = 2000;
/** What a workload looks like in its first moments is not worth a line. */
const FIRST_MS = 1000;
const HEARTBEAT_MS = 30_000;
/** Every healthy start is not ready, not scheduled, not created for a while. */
const SLOW_MS = 10_000;
const progress_NAMED = 4;
/**
 * Live progress in few lines: each workload when it changes, each trouble once, and one heartbeat
 * per 30 s when there is nothing to tell.
 * @param elapsed milliseconds of a clock that never jumps
 */
function createProgress(print, elapsed) {
    const began = elapsed();
    const said = new Map();
    const troubles = new Set();
    let lastPrint = began;
    const say = (line) => {
        lastPrint = elapsed();
        print(line);
    };
    return {
        log: (source, line) => say(`${source} │ ${line}`),
        show: (assessment, standing) => {
            const now = elapsed();
            const subjects = [...assessment.workloads.map(ofWorkload), ...assessment.jobs.map(ofJob)];
            for (const subject of subjects) {
                const line = tell(said, subject, now);
                if (line !== undefined)
                    say(line);
            }
            const looked = new Set();
            for (const one of standing) {
                const { workload, container, code } = one.signal;
                // They come worst first: what is less bad about the same container would only distract.
                const place = `${workload} ${container}`;
                if (looked.has(place) || !isWorthTelling(one, now))
                    continue;
                looked.add(place);
                const trouble = `${place} ${code}`;
                if (troubles.has(trouble))
                    continue;
                troubles.add(trouble);
                say(troubleLine(one));
            }
            if (now - lastPrint < HEARTBEAT_MS)
                return;
            say(`… ${humanTime(now - began)}, waiting for ${pending(subjects)}`);
        },
    };
}
const ofWorkload = (workload) => {
    const { ref, phase, desired, ready, old, note } = workload;
    const name = `${ref.kind}/${ref.name}`;
    const over = { name, counts: phase, state: 'over', quiet: false, mayNeverRun: false };
    if (phase === 'not-applicable')
        return { ...over, text: note || 'does not roll by itself' };
    if (phase === 'scaled-to-zero')
        return { ...over, text: 'scaled to zero, nothing runs' };
    const counts = `${ready}/${desired} ready`;
    const leaving = old > 0 && phase !== 'done' ? `${old} old` : '';
    return {
        name,
        counts,
        text: joined(counts, leaving, note),
        state: { waiting: 'waiting', rolling: 'active', done: 'over' }[phase],
        mayNeverRun: false,
        quiet: true,
    };
};
const ofJob = ({ name, hook, phase, note }) => ({
    name: `${hook ? 'Hook' : 'Job'}/${name}`,
    counts: phase,
    text: joined(phase, note),
    state: { waiting: 'waiting', running: 'active', done: 'over', failed: 'over' }[phase],
    mayNeverRun: hook,
    quiet: phase === 'done',
});
const joined = (...parts) => parts.filter((part) => part !== '').join(' · ');
/** The line about this subject, undefined where there is nothing new to say; notes what was said. */
function tell(said, subject, now) {
    const { name, counts, text, state, quiet } = subject;
    const before = said.get(name);
    const known = before?.counts === counts ? before.texts : new Set();
    if (before?.state === state && known.has(text))
        return undefined;
    const begins = state === 'active' && before?.state !== 'active' && quiet;
    const silent = begins || state === 'waiting' || (before === undefined && quiet && state === 'over');
    if (!silent && state === 'active' && before && now - before.at < PACE_MS)
        return undefined;
    const began = before?.state === 'active' ? before.began : undefined;
    said.set(name, {
        at: begins ? now - PACE_MS + FIRST_MS : silent ? Number.NEGATIVE_INFINITY : now,
        state,
        began: state === 'active' ? (began ?? now) : undefined,
        counts,
        texts: new Set(begins ? [] : [...known, text]),
    });
    if (silent)
        return undefined;
    const took = state === 'over' && began !== undefined ? `after ${humanTime(now - began)}` : '';
    return joined(`${name} ${text}`, took);
}
const isWorthTelling = ({ signal, since, ripe }, now) => ripe || signal.class === 'fatal' || signal.class === 'count' || now - since >= SLOW_MS;
const MESSAGE_LIMIT = 400;
function troubleLine({ signal, class: kind }) {
    const { workload, object, container, code, message } = signal;
    const where = [object === workload ? '' : object, container && `container ${container}`]
        .filter((part) => part !== '')
        .join(', ');
    const line = (0,inert/* plainLine */.h)(message);
    const words = line.length > MESSAGE_LIMIT ? `${line.slice(0, MESSAGE_LIMIT)} …` : line;
    return joined(`${kind === 'transient' ? '·' : '⚠'} ${workload}`, code, where, words);
}
function pending(subjects) {
    const open = subjects.filter(({ state, mayNeverRun }) => state === 'active' || (state === 'waiting' && !mayNeverRun));
    if (open.length === 0)
        return 'helm';
    const named = open.slice(0, progress_NAMED).map(({ name, text }) => `${name} (${text})`);
    const rest = open.length > progress_NAMED ? `, and ${open.length - progress_NAMED} more` : '';
    return `${named.join(', ')}${rest}`;
}

;// CONCATENATED MODULE: ./src/cluster/delete-pod.js


/**
 * Deletes a pod in the very state that it was read in.
 * @returns `changed` where it is in another state by now, is gone, or another has its name
 * @throws {ActionError} `cluster-refused`, with the command for a person as its hint
 */
async function deletePod(cluster, { metadata }) {
    const { namespace = '', name, uid, resourceVersion } = metadata;
    const answer = await cluster.call({
        method: 'DELETE',
        path: `/api/v1/namespaces/${namespace}/pods/${name}`,
        body: { apiVersion: 'v1', kind: 'DeleteOptions', preconditions: { uid, resourceVersion } },
    });
    if (answer.status < 300)
        return 'deleted';
    if (answer.status === 404 || answer.status === 409)
        return 'changed';
    throw new errors/* ActionError */.lZ('cluster-refused', `Cannot delete pod ${name}: ${statusMessage(answer)}`, {
        hint: `By hand: kubectl delete pod ${name} --namespace ${namespace}`,
        status: answer.status,
    });
}

;// CONCATENATED MODULE: ./src/tools/set-replicas.js

/**
 * Changes `spec.replicas` in the text of a manifest and nothing else: writing YAML anew would lose
 * what Helm reads differently from us (`0644`, `yes`).
 * @returns undefined where one of the numbers is not to be found in the text
 */
function setReplicas(text, changes) {
    const documents = (0,dist/* parseAllDocuments */.hR)(text, { uniqueKeys: false, logLevel: 'error' });
    const spots = changes.flatMap(({ object, replicas }) => {
        const node = documents
            .find((document) => isAbout(document, object))
            ?.getIn(['spec', 'replicas'], true);
        if (!(0,dist/* isScalar */.jn)(node) || !node.range)
            return [];
        return [{ start: node.range[0], end: node.range[1], text: String(replicas) }];
    });
    if (spots.length < changes.length)
        return undefined;
    // From the end, so that the places in front stay where they are.
    return spots
        .sort((a, b) => b.start - a.start)
        .reduce((done, spot) => done.slice(0, spot.start) + spot.text + done.slice(spot.end), text);
}
const isAbout = (document, { kind, metadata }) => document.get('kind') === kind &&
    document.getIn(['metadata', 'name']) === metadata.name &&
    (document.getIn(['metadata', 'namespace']) ?? undefined) === metadata.namespace;

;// CONCATENATED MODULE: ./src/cluster/hold-replicas.js


/**
 * Changes the numbers of replicas in the record of a revision, for the time of a `helm rollback` to
 * it: helm applies what is written there, and knows no way to leave a field out. Nothing else says
 * how to go back without the pods that an autoscaler added (measured on 3.18 and 4.2: client-side
 * apply takes them away, server-side apply refuses, and does so too when forced). The hooks, the
 * values and the chart stay the revision's own, which an upgrade in its place would not give.
 * Killed in between, the record keeps the numbers that were true then.
 * @returns what puts the record back as it was; undefined where a number is not in its text
 */
async function holdReplicas(cluster, place, held) {
    let before = '';
    let during;
    const changed = await rewriteRecord(cluster, place, (raw) => {
        before = raw.manifest ?? '';
        during = setReplicas(before, held);
        return during === undefined ? undefined : { ...raw, manifest: during };
    });
    if (!changed)
        return undefined;
    return async () => {
        await rewriteRecord(cluster, place, (raw) => raw.manifest === during ? { ...raw, manifest: before } : undefined);
    };
}

;// CONCATENATED MODULE: ./src/cluster/dry-run.js



/** Helm's name in `managedFields`, both for server-side and for client-side apply. */
const MANAGER = 'helm';
const AT_ONCE = 8;
const TIMEOUT_MS = 15_000;
/**
 * Asks the API server what a server-side apply of each object would do, whichever way helm applies:
 * conflicts with who else sets the same field, immutable fields, schema, admission, quota, unserved
 * kinds. Nothing is changed; some 2–15 ms for each object (measured). Never throws: what cannot be
 * asked (no right, no answer) is a finding `not-checked`.
 */
async function dryRunObjects(objects, ports) {
    const defined = new Set(objects.flatMap(kindsOfDefinition));
    const results = [];
    const queue = objects.entries();
    const worker = async () => {
        for (const [index, object] of queue) {
            const result = await dryRun(object, ports).catch((error) => notChecked(object, (0,errors/* describeError */.Uc)(error)));
            const comes = result.findings[0]?.kind === 'unserved' && defined.has(kindOf(object));
            results[index] = comes ? notChecked(object, 'its definition comes with the release') : result;
        }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return results;
}
async function dryRun(object, { cluster, locate }) {
    if (!object.metadata.name)
        return notChecked(object, 'its name is made when it is created');
    const place = await locate(object);
    if (place.state === 'unknown')
        return notChecked(object, place.why);
    if (place.state === 'unserved') {
        const message = `the cluster does not serve ${kindOf(object)}`;
        return { object, result: undefined, findings: [finding(object, 'unserved', message)] };
    }
    const apply = (force) => cluster.call({
        method: 'PATCH',
        path: `${place.path}?dryRun=All&fieldManager=${MANAGER}${force ? '&force=true' : ''}`,
        contentType: 'application/apply-patch+yaml',
        body: object,
        timeoutMs: TIMEOUT_MS,
    });
    const first = await apply(false);
    const findings = readFindings(object, first);
    const conflicts = findings.filter(({ kind }) => kind === 'conflict');
    if (conflicts.length === 0)
        return { object, result: resultOf(first), findings };
    // A conflict hides all else: only a forced apply goes on to schema and admission.
    const forced = await apply(true);
    // Helm 4 takes over what helm itself once wrote from its own machine: that is no conflict.
    const foreign = conflicts.filter(({ manager }) => manager !== MANAGER);
    return {
        object,
        result: resultOf(forced),
        findings: [...foreign, ...readFindings(object, forced)],
    };
}
const resultOf = (answer) => answer.status < 300 ? answer.body : undefined;
function readFindings(object, answer) {
    if (answer.status < 300)
        return [];
    const details = answer.body?.details;
    const { status } = answer;
    return findingsOf(object, {
        status,
        message: statusMessage(answer),
        causes: details?.causes ?? [],
    });
}
const finding = (object, kind, message) => ({
    kind,
    object,
    field: '',
    manager: '',
    message,
});
const notChecked = (object, why) => ({
    object,
    result: undefined,
    findings: [finding(object, 'not-checked', why)],
});
const kindOf = ({ apiVersion, kind }) => `${apiVersion} ${kind}`;
/** The kinds that a CustomResourceDefinition of the same manifest brings. */
function kindsOfDefinition({ kind, spec }) {
    if (kind !== 'CustomResourceDefinition')
        return [];
    const { group, names, versions } = (spec ?? {});
    return (versions ?? []).map(({ name }) => `${group}/${name} ${names?.kind}`);
}

;// CONCATENATED MODULE: ./src/cluster/kinds.js

/** Answers from the API server's own lists; `namespace` is that of objects without one. */
function createLocate(cluster, namespace) {
    const asked = new Map();
    return async (object) => {
        const root = kinds_rootOf(object.apiVersion);
        const pending = asked.get(root) ?? cluster.call({ path: root });
        asked.set(root, pending);
        const answer = await pending;
        if (answer.status === 404)
            return { state: 'unserved' };
        if (answer.status !== 200)
            return { state: 'unknown', why: statusMessage(answer) };
        // A subresource has a slash in its name, and often the kind of its owner.
        const found = answer.body.resources?.find(({ kind, name }) => kind === object.kind && !name.includes('/'));
        if (!found)
            return { state: 'unserved' };
        const scope = found.namespaced
            ? `/namespaces/${encodeURIComponent(object.metadata.namespace || namespace)}`
            : '';
        const { namespaced, name: plural } = found;
        const path = `${root}${scope}/${plural}/${encodeURIComponent(object.metadata.name)}`;
        return { state: 'served', namespaced, plural, path };
    };
}
/** The core group has no name and a root of its own. */
const kinds_rootOf = (apiVersion) => apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;

;// CONCATENATED MODULE: ./src/cluster/live-objects.js





/**
 * `namespace` is that of objects that name none. `read`, `merge` and `annotate` throw {ActionError}
 * `cluster-refused` where the API server does not let us.
 */
function createLiveObjects(cluster, namespace) {
    const locate = createLocate(cluster, namespace);
    const find = async (object) => {
        const place = await locate(object);
        if (place.state === 'unknown')
            throw live_objects_refused('find', object, place.why);
        return place.state === 'served' ? place : undefined;
    };
    const merge = async (verb, object, body) => {
        const place = await find(object);
        if (!place)
            return;
        const contentType = 'application/merge-patch+json';
        const answer = await cluster.call({ method: 'PATCH', path: place.path, contentType, body });
        if (answer.status === 200 || answer.status === 404)
            return;
        throw live_objects_refused(verb, object, statusMessage(answer));
    };
    return {
        read: async (object) => {
            const place = await find(object);
            if (!place)
                return undefined;
            const answer = await cluster.call({ path: place.path });
            if (answer.status === 200)
                return answer.body;
            if (answer.status === 404)
                return undefined;
            throw live_objects_refused('read', object, statusMessage(answer));
        },
        merge: (object, change) => merge('change', object, change),
        annotate: (object, annotations) => merge('annotate', object, { metadata: { annotations } }),
        dryRun: (objects) => dryRunObjects(objects, { cluster, locate }),
    };
}
const live_objects_refused = (verb, object, why) => new errors/* ActionError */.lZ('cluster-refused', `Cannot ${verb} ${objectName(object)}: ${why}`);

;// CONCATENATED MODULE: ./src/release/in-time.js
/** What `work` comes to, or a rejection when `giveUp` is aborted first; the work itself goes on. */
function inTime(work, giveUp) {
    return new Promise((resolve, reject) => {
        const giveUpNow = () => reject(new Error('no answer in time'));
        // Where we stood still, what came in meanwhile is read first.
        const late = () => void setImmediate(giveUpNow);
        if (giveUp.aborted)
            giveUpNow();
        giveUp.addEventListener('abort', late, { once: true });
        work.then(resolve, reject).finally(() => giveUp.removeEventListener('abort', late));
    });
}
/** Waits for something that an outage may hold up for ever, but not longer than `until`. */
async function notAfter(until, body, { sleep, elapsed }) {
    const waiting = new AbortController();
    try {
        await Promise.race([body, sleep(Math.max(0, until - elapsed()), waiting.signal)]);
    }
    finally {
        waiting.abort();
    }
}

;// CONCATENATED MODULE: ./src/release/rollout-error.js

/** A rollout that failed, and why: the code, the object and what to do about it. */
class RolloutError extends errors/* ActionError */.lZ {
    diagnosis;
    constructor(diagnosis) {
        const { code, workload, object, container, message, hint } = diagnosis;
        const where = [workload, object !== workload && object, container && `container ${container}`];
        super(code, `${where.filter(Boolean).join(', ')}: ${message}`, { hint });
        this.name = 'RolloutError';
        this.diagnosis = diagnosis;
    }
}

;// CONCATENATED MODULE: ./src/release/verify.js



const verify_POLL_MS = 500;
/**
 * Proves a deploy by re-reading the cluster: the revision is live and every workload's newest pods
 * are ready with the images that were asked for. Helm's exit code alone proves none of it: it
 * counts a rollout done while `maxUnavailable` pods are still missing.
 * @returns what runs, by container
 * @throws {ActionError} `wrong-revision`, `wrong-digest`, `timeout`
 */
async function verify_verifyRelease(input, ports) {
    const refs = manifest_workloads(input.manifest, input.namespace);
    const { earlier } = input;
    const [history, states] = await Promise.all([
        ports.history(),
        earlier && ports.states(refs).catch(() => undefined),
    ]);
    requireRevision(history, input.expected);
    if (earlier && states === earlier.states)
        return earlier.images;
    const asked = comparable(input.asked);
    for (;;) {
        const running = await ports.running(refs);
        const problems = identity_identityProblems(asked, running);
        if (problems.length === 0)
            return running;
        const lines = problems.map((problem) => `${problem.subject}: ${problem.message}`).join('\n');
        if (problems.some((problem) => problem.kind === 'absent')) {
            throw new errors/* ActionError */.lZ('wrong-digest', `Not everything that was asked for runs:\n${lines}`, {
                hint: 'Does the chart use the image value in its pod template? Did a webhook rewrite it?',
            });
        }
        if (ports.elapsed() > input.deadline) {
            throw new errors/* ActionError */.lZ('timeout', `Helm is done, but not all pods are:\n${lines}`);
        }
        await ports.sleep(verify_POLL_MS);
    }
}
/**
 * Proves ahead of time what runs of a rollout that is done, so that `verifyRelease` only has to see
 * that nothing has changed since. @returns undefined where it is not yet so
 */
async function verify_proveRunning({ manifest, namespace, asked }, ports) {
    const refs = workloads(manifest, namespace);
    // Read first: what changes while the pods are read makes another state.
    const states = await ports.states(refs);
    const images = await ports.running(refs);
    return identityProblems(comparable(asked), images).length === 0 ? { images, states } : undefined;
}
/** The images that can be compared with what runs. */
const comparable = (asked) => asked.flatMap(({ name, digest }) => (digest ? [{ name, digest }] : []));
function requireRevision(history, expected) {
    const newest = history.at(-1);
    if (newest?.number === expected && newest.status === 'deployed')
        return;
    throw new errors/* ActionError */.lZ('wrong-revision', `Revision ${expected} should be live, but the newest is ${newest?.number ?? 'none'} (${newest?.status ?? 'no release'})`, { hint: 'Somebody else deployed this release at the same time.' });
}

;// CONCATENATED MODULE: ./src/release/prove-rollout.js




/**
 * Proves the rollout as soon as it is seen to be done: helm's legacy strategy looks every 2 s only,
 * so most of the time it is still asleep then. Only where changes come by streams: what is polled
 * may be older than what was proven.
 */
function foresee(observation, { namespace, asked, deadline }, ports) {
    let proof;
    let over = false;
    const prove = async () => {
        await freshen(deadline, ports);
        if (!observation.assessment().done)
            return undefined;
        const { manifest } = observation.plan();
        return proveRunning({ namespace, manifest, asked }, ports);
    };
    void observation.until(({ assessment }) => {
        if (over)
            return true;
        if (!assessment.done || !ports.view.streams())
            return undefined;
        proof = prove().catch(() => undefined);
        return true;
    });
    return async () => {
        over = true;
        return proof;
    };
}
/** Helm counts a rollout done while old pods serve: all of it is waited for, then read once more. */
async function proveRollout(observation, early, { namespace, revision, asked, deadline, failFast }, ports) {
    const earlier = await early();
    if (earlier === undefined)
        await freshen(deadline, ports);
    observation.applied();
    await awaitRollout(observation, { deadline, failFast, stop: ports.stop });
    const { manifest } = observation.plan();
    const wish = { namespace, manifest, expected: revision, asked, deadline, earlier };
    return verifyRelease(wish, ports);
}
/** Reads everything once more, so that nothing is judged by what was; an outage may outlast it. */
async function freshen(until, ports) {
    // What cannot be read any more is told by the proof that follows.
    await notAfter(until, ports.view.refresh().catch(() => { }), ports);
}
/**
 * Waits until all workloads of the plan are done.
 * @throws {RolloutError} with the cause where they cannot be, or are not in time
 */
async function awaitRollout(observation, { deadline, failFast, stop }) {
    await observation.until(({ assessment, verdict, now }) => {
        if (stop.aborted)
            throw new errors/* ActionError */.lZ('cancelled', 'Cancelled while waiting for the pods');
        if (assessment.done)
            return true;
        if (verdict && failFast)
            throw new RolloutError(verdict);
        if (now > deadline)
            throw new RolloutError(observation.explain('not all pods are done in time'));
        return undefined;
    });
}

;// CONCATENATED MODULE: ./src/release/await-revision.js




/**
 * Looks at what is there; call it before the revision is made, and the answer after.
 * The answer throws {RolloutError} with the cause, {ActionError} `wrong-revision`.
 */
function expectRevision(namespace, ports) {
    const baseline = takeBaseline(ports.view.world);
    return async (revision, deadline) => {
        const { manifest = [], hooks = [] } = (await ports.record(revision)) ?? {};
        await freshen(deadline, ports);
        const plan = { namespace, manifest, hooks, baseline, applied: true };
        const observation = observe(plan, ports.limits, ports);
        try {
            await awaitRollout(observation, { deadline, failFast: true, stop: ports.stop });
        }
        finally {
            observation.end();
        }
        return verify_verifyRelease({ namespace, manifest, expected: revision, asked: [], deadline }, ports);
    };
}

;// CONCATENATED MODULE: ./src/session/restore-ports.js








/** Everything that going back needs, on an open session. */
async function restorePorts(session, { release, namespace }, wait, ports) {
    const { cluster, helm, board, reads, label } = session;
    const view = await session.view();
    return {
        ...ports,
        helm,
        label,
        view,
        history: reads.history,
        record: reads.record,
        objects: createLiveObjects(cluster, namespace),
        deletePod: (pod) => deletePod(cluster, pod),
        holdReplicas: (revision, held) => holdReplicas(cluster, { release, namespace, revision }, held),
        markFailed: async (revision, why) => {
            await rewriteRecord(cluster, { release, namespace, revision }, (raw) => asFailed(raw, why));
        },
        announce: async (revision) => {
            const at = new Date(ports.now()).toISOString();
            await board.update((notices) => withUndo(notices, { revision, run: run_of_runOf(ports.env), at }));
        },
        expect: () => expectRevision(namespace, { ...ports, ...reads, ...wait, view }),
    };
}

;// CONCATENATED MODULE: ./actions/helm-deploy/undo.js







const UNDO_MS = 180_000;
/**
 * Goes back to the revision that was live before, after a failed rollout, and writes on the notice
 * board what this environment no longer takes.
 * @returns what runs again; undefined where nothing was undone, which is then said
 */
async function undo({ session, failure, live, stop, bundle }, settings, ports) {
    if (settings.onFailure === 'keep' || stop.aborted || isOvertaken(failure))
        return undefined;
    if (live === undefined) {
        ports.warn(`${settings.release} was never live here: the failed first install is left as it is.`);
        return undefined;
    }
    ports.info(`Going back to revision ${live.number}, which was live before`);
    const reason = reasonOf(failure);
    // Who cancels has not said that the bundle is bad.
    if (!isCancel(failure))
        await writeNotices({ bundle, reason }, session, settings, ports);
    return goBackTo(live, reason, { session, stop }, settings, ports);
}
/**
 * Makes an earlier revision live again and proves it.
 * @param reason why the newest one is failed, in one line; `''` where it is so already
 */
async function goBackTo(target, reason, { session, stop }, settings, ports) {
    const { release, namespace, historyMax } = settings;
    const { show } = createProgress(ports.info, ports.elapsed);
    const limits = limitsOf(settings);
    const outside = await restorePorts(session, settings, { stop, limits, show }, ports);
    const deadline = ports.elapsed() + UNDO_MS;
    const failure = reason === '' ? {} : { failure: reason };
    const wish = { release, namespace, historyMax, target, deadline, ...failure };
    return (await restoreRevision(wish, outside)).images;
}
const isCancel = (failure) => failure instanceof errors/* ActionError */.lZ && failure.code === 'cancelled';
/** One line for the notice board and for helm's history. */
const reasonOf = (failure) => {
    const code = failure instanceof errors/* ActionError */.lZ ? `${failure.code}: ` : '';
    return `${code}${(0,errors/* describeError */.Uc)(failure)}`.replace(/\s+/g, ' ').slice(0, 300);
};
/** Somebody else's newer revision must not be rolled away. */
const isOvertaken = (failure) => failure instanceof errors/* ActionError */.lZ && failure.code === 'wrong-revision';
/** State first, then action: who reads the board during the undo already knows. */
async function writeNotices({ bundle, reason }, { board }, settings, ports) {
    const note = { reason, run: run_of_runOf(ports.env), at: new Date(ports.now()).toISOString() };
    await board.update((notices) => {
        const rejected = bundle ? withReject(notices, { ...note, bundle }) : notices;
        return settings.production ? withHold(rejected, { ...note, by: 'helm-deploy' }) : rejected;
    });
}

// EXTERNAL MODULE: ./src/domain/bounded.js
var bounded = __nccwpck_require__(4203);
;// CONCATENATED MODULE: ./src/domain/event-facts.js
/** Reads both forms of events, `v1` and `events.k8s.io/v1`. */
function eventFacts(event) {
    const raw = event;
    const about = raw.involvedObject ?? raw.regarding ?? {};
    const first = raw.firstTimestamp ?? raw.eventTime ?? '';
    return {
        object: `${about.kind ?? ''}/${about.name ?? ''}`,
        namespace: about.namespace ?? event.metadata.namespace ?? '',
        type: raw.type ?? '',
        reason: raw.reason ?? '',
        message: raw.message ?? raw.note ?? '',
        count: raw.series?.count ?? raw.count ?? 1,
        first,
        last: raw.series?.lastObservedTime ?? raw.lastTimestamp ?? first,
    };
}

;// CONCATENATED MODULE: ./src/domain/pod-facts.js
function podFacts(pod) {
    const spec = (pod.spec ?? {});
    const status = (pod.status ?? {});
    const { metadata } = pod;
    const owner = metadata.ownerReferences?.find((reference) => reference.controller);
    const facts = (init, statuses = []) => (container) => containerFacts(container, statuses.find(({ name }) => name === container.name), init);
    return {
        name: metadata.name,
        namespace: metadata.namespace ?? '',
        owner: owner ? `${owner.kind}/${owner.name}` : '',
        node: spec.nodeName ?? '',
        phase: status.phase ?? '',
        created: metadata.creationTimestamp ?? '',
        deleting: metadata.deletionTimestamp !== undefined,
        reason: status.reason ?? '',
        message: status.message ?? '',
        conditions: conditionsOf(pod),
        containers: [
            ...(spec.initContainers ?? []).map(facts(true, status.initContainerStatuses)),
            ...(spec.containers ?? []).map(facts(false, status.containerStatuses)),
        ],
    };
}
function containerFacts({ name, image }, status, init) {
    return {
        name,
        init,
        image: image ?? '',
        imageID: status?.imageID ?? '',
        ready: status?.ready ?? false,
        restarts: status?.restartCount ?? 0,
        now: stateOf(status?.state) ?? UNKNOWN,
        before: stateOf(status?.lastState) ?? null,
    };
}
const UNKNOWN = {
    state: 'unknown',
    reason: '',
    message: '',
    exitCode: null,
    started: '',
    finished: '',
};
function stateOf(states = {}) {
    const state = ['terminated', 'running', 'waiting'].find((name) => states[name]);
    if (state === undefined)
        return undefined;
    const { reason, message, exitCode, startedAt, finishedAt } = states[state] ?? {};
    return {
        state,
        reason: reason ?? '',
        message: message ?? '',
        exitCode: exitCode ?? null,
        started: startedAt ?? '',
        finished: finishedAt ?? '',
    };
}
/** The status conditions of any object. */
function conditionsOf({ status }) {
    const { conditions } = (status ?? {});
    return (conditions ?? []).map((condition) => ({
        type: condition.type,
        status: condition.status,
        reason: condition.reason ?? '',
        message: condition.message ?? '',
        since: condition.lastTransitionTime ?? '',
    }));
}
/** True when a container has run, so that it has a log, be it an empty one. */
const hasRun = ({ now, before }) => now.state === 'running' || now.started !== '' || before !== null;
/** True for a container that ended badly, now or in the run before. */
const endedBadly = ({ now, before }) => [now, before].some((state) => state?.state === 'terminated' && state.exitCode !== 0);
/** It had just ended when it was seen: by now its log may be that of the next run. */
const mayHaveRestarted = ({ now, before }) => now.state === 'terminated' && before === null;

;// CONCATENATED MODULE: ./src/domain/rollout-facts.js



/** Of new pods those that are not ready first; those of Jobs and of the diagnosis, too. */
function podsOf(world, assessment, diagnosis) {
    const all = new Map([...world.gone('Pod'), ...world.all('Pod')].map((pod) => [pod.metadata.name, pod]));
    const states = assessment.workloads.flatMap(({ pods }) => pods);
    const names = new Set([
        ...(diagnosis?.object.startsWith('Pod/') ? [diagnosis.object.slice(4)] : []),
        ...assessment.jobs.filter(({ phase }) => phase !== 'done').flatMap(({ pods }) => pods),
        ...states.filter(({ ready }) => !ready).map(({ name }) => name),
        ...states.map(({ name }) => name),
        ...assessment.jobs.flatMap(({ pods }) => pods),
    ]);
    return [...names]
        .flatMap((name) => all.get(name) ?? [])
        .slice(0, bounded/* LIMITS */.b1.pods)
        .map(podFacts);
}
/** A workload's state with what it says about itself. */
function workloadFacts({ ref, pods, ...state }, world) {
    return {
        ...ref,
        ...state,
        pods: pods.map(({ name }) => name),
        conditions: conditionsOfNamed(world, ref.kind, ref.name, ref.namespace),
    };
}
/** The conditions of the object of this name, none where it is not there. */
function conditionsOfNamed(world, kind, name, namespace) {
    const object = world
        .all(kind)
        .find(({ metadata }) => metadata.name === name && (namespace === undefined || metadata.namespace === namespace));
    return object ? conditionsOf(object) : [];
}
/** Those about the release's objects and what was made for them, the newest of each. */
function eventsOf(world, plan, pods) {
    const own = [...plan.manifest, ...plan.hooks.map(({ object }) => object)];
    const names = new Set([
        ...own.map(({ kind, metadata }) => `${kind}/${metadata.name}`),
        ...pods.flatMap(({ name, owner }) => [`Pod/${name}`, owner]),
        ...claimsOf(world, plan).map(({ name }) => `PersistentVolumeClaim/${name}`),
        ...replicaSetsOf(world, plan).map(({ metadata }) => `ReplicaSet/${metadata.name}`),
    ]);
    const byObject = Map.groupBy(world
        .all('Event')
        .map(eventFacts)
        .filter(({ object }) => names.has(object)), ({ object }) => object);
    const newest = [...byObject.values()].flatMap((events) => events.sort((a, b) => Date.parse(a.last) - Date.parse(b.last)).slice(-bounded/* LIMITS */.b1.eventsPerObject));
    return newest.slice(-bounded/* LIMITS */.b1.events);
}
function replicaSetsOf(world, plan) {
    const deployments = new Set(plan.manifest.filter(({ kind }) => kind === 'Deployment').map(({ metadata }) => metadata.name));
    return world
        .all('ReplicaSet')
        .filter(({ metadata }) => metadata.ownerReferences?.some(({ kind, name }) => kind === 'Deployment' && deployments.has(name)));
}
/** Claims of the manifest, and those a StatefulSet makes (`<template>-<set>-<number>`). */
function claimsOf(world, plan) {
    const own = plan.manifest.map(({ metadata }) => metadata.name);
    return world
        .all('PersistentVolumeClaim')
        .filter(({ metadata: { name } }) => own.some((owner) => name === owner || name.includes(`-${owner}-`)))
        .slice(0, bounded/* LIMITS */.b1.pods)
        .map(({ metadata, spec, status }) => ({
        name: metadata.name,
        namespace: metadata.namespace ?? '',
        phase: status?.phase ?? '',
        storageClass: spec?.storageClassName ?? '',
    }));
}

;// CONCATENATED MODULE: ./src/release/failure-logs.js




const CONTAINERS = 8;
const LINES = 100;
const LIMIT_BYTES = 32 * 1024;
/** Lines that go with the diagnosis itself. */
const LINES_OF_CAUSE = 50;
/** Reads the end of the logs of containers in trouble, of this run and the one before it. */
async function readLogs({ pods, diagnosis, known }, { read, giveUp, redact }) {
    const failing = pods
        .flatMap((pod) => pod.containers.filter(inTrouble).map((container) => ({ pod, container })))
        .sort((a, b) => rank(b, diagnosis) - rank(a, diagnosis))
        .slice(0, CONTAINERS);
    const answers = await Promise.all(failing.flatMap(queriesFor).map(async ({ query, isGuess }) => {
        const { previous = false, namespace, pod, container } = query;
        const place = { namespace, pod, container, previous };
        const [lines, why] = await inTime(read(query), giveUp).then((found) => [found, 'the cluster does not have it'], (error) => [undefined, (0,errors/* describeError */.Uc)(error)]);
        return { place, lines, why, isGuess };
    }));
    const fresh = answers.flatMap(({ place, lines }) => lines?.length ? [{ ...place, lines: redactLines(lines, redact) }] : []);
    const kept = known.filter((one) => !fresh.some((other) => isSame(one, other)));
    const lost = answers.filter(({ place, lines, isGuess }) => !lines && !isGuess && !known.some((one) => isSame(one, place)));
    return {
        logs: [...fresh, ...kept].filter(({ lines }) => lines.length > 0),
        missing: lost.map(({ place: { pod, container, previous }, why }) => {
            const what = `${previous ? 'previous ' : ''}log of pod ${pod}, container ${container}`;
            return { what, why };
        }),
    };
}
const isSame = (a, b) => a.namespace === b.namespace &&
    a.pod === b.pod &&
    a.container === b.container &&
    a.previous === b.previous;
/** An init container that ended well is done, not in trouble. */
const inTrouble = (container) => hasRun(container) &&
    !(container.now.state === 'terminated' && container.now.exitCode === 0 && container.init) &&
    (!container.ready || container.restarts > 0);
function rank({ pod, container }, diagnosis) {
    const named = diagnosis?.object === `Pod/${pod.name}` ? 2 : 0;
    return named + (diagnosis?.container === container.name ? 1 : 0);
}
function queriesFor({ pod, container }) {
    const query = {
        namespace: pod.namespace,
        pod: pod.name,
        container: container.name,
        tailLines: LINES,
        limitBytes: LIMIT_BYTES,
    };
    const isGuess = mayHaveRestarted(container);
    const current = container.now.started === '' ? [] : [{ query, isGuess: false }];
    return container.before === null && !isGuess
        ? current
        : [...current, { query: { ...query, previous: true }, isGuess }];
}
/** The lines that belong to a diagnosis: of the run that ended, where one did. */
function logOf({ object, container }, { jobs }, pods, logs) {
    const names = jobs.find(({ name }) => object === `Job/${name}`)?.pods ?? [
        object.replace(/^Pod\//, ''),
    ];
    const own = logs.filter((log) => names.includes(log.pod) && (container === '' || log.container === container));
    const facts = pods
        .find(({ name }) => names.includes(name))
        ?.containers.find(({ name }) => name === container);
    const ended = facts && mayHaveRestarted(facts)
        ? own.some(({ previous, lines }) => previous && lines.length > 0)
        : facts?.before !== null && facts?.now.state !== 'terminated';
    const best = own.find(({ previous }) => previous === ended) ?? own.at(-1);
    return (best?.lines ?? []).slice(-LINES_OF_CAUSE);
}

;// CONCATENATED MODULE: ./src/release/read-quotas.js


/** The quotas of the namespaces that the release uses. */
async function readQuotas({ namespace, manifest }, { call, giveUp }) {
    const namespaces = new Set([
        namespace,
        ...manifest.flatMap(({ metadata }) => metadata.namespace ?? []),
    ]);
    const read = async (where) => {
        const path = `/api/v1/namespaces/${where}/resourcequotas`;
        const { status, body } = await call({ path });
        if (status !== 200) {
            const { message = '' } = (body ?? {});
            throw new Error(`the API server answered ${status}: ${message}`);
        }
        const { items = [] } = body;
        return items.map(({ metadata, status: state }) => {
            const { hard = {}, used = {} } = (state ?? {});
            return { name: metadata.name, namespace: where, hard, used };
        });
    };
    const answers = await Promise.all([...namespaces].map(async (where) => {
        const what = `quotas of namespace ${where}`;
        return inTime(read(where), giveUp).then((quotas) => ({ quotas, missing: [] }), (error) => ({ quotas: [], missing: [{ what, why: (0,errors/* describeError */.Uc)(error) }] }));
    }));
    return {
        quotas: answers.flatMap(({ quotas }) => quotas),
        missing: answers.flatMap(({ missing }) => missing),
    };
}

;// CONCATENATED MODULE: ./src/release/evidence.js




/**
 * Gathers what explains the failure. It never throws and never waits longer than `giveUp` lets it:
 * most is in the world already, only logs and quotas are asked for.
 */
async function collectEvidence(input, ports) {
    const { world, plan, assessment } = input;
    const pods = podsOf(world, assessment, input.diagnosis);
    const [read, quotas] = await Promise.all([
        readLogs({ pods, diagnosis: input.diagnosis, known: input.logs }, ports),
        readQuotas(plan, ports),
    ]);
    const evidence = {
        schema: 1,
        release: input.release,
        namespace: input.namespace,
        revision: input.revision ?? null,
        previousRevision: input.previousRevision ?? null,
        run: input.run,
        identity: input.identity,
        at: input.at,
        diagnosis: input.diagnosis
            ? { ...input.diagnosis, log: logOf(input.diagnosis, assessment, pods, read.logs) }
            : null,
        problem: input.problem,
        helm: input.helm.slice(-bounded/* LIMITS */.b1.helmLines),
        workloads: assessment.workloads.map((state) => workloadFacts(state, world)),
        jobs: assessment.jobs.map((state) => ({
            ...state,
            container: state.container ?? '',
            conditions: conditionsOfNamed(world, 'Job', state.name),
        })),
        pods,
        events: eventsOf(world, plan, pods),
        logs: read.logs,
        quotas: quotas.quotas,
        claims: claimsOf(world, plan),
        timeline: timelineOf(input.spans),
        missing: [
            ...input.unreadable.map((what) => ({
                what,
                why: 'could not be read with the rights of this run',
            })),
            ...read.missing,
            ...quotas.missing,
        ],
    };
    const { redact } = ports;
    const clean = (0,bounded/* mapTexts */.zO)(evidence, (text) => (0,bounded/* cut */.Jj)(redact(text), bounded/* LIMITS */.b1.text));
    // A code is one of ours: it stays readable where a secret happens to be the same word.
    const code = evidence.diagnosis?.code;
    const diagnosis = clean.diagnosis && code ? { ...clean.diagnosis, code } : null;
    return (0,bounded/* fitted */.$5)({ ...clean, diagnosis }, bounded/* LIMITS */.b1.total, ['helm']);
}
function timelineOf(spans) {
    const began = Math.min(...spans.map(({ start }) => start));
    return spans.map(({ name, start, end, failed }) => ({
        name,
        start: Math.round(start - began),
        end: end === undefined ? null : Math.round(end - began),
        failed: failed && end !== undefined,
    }));
}

;// CONCATENATED MODULE: ./src/release/hook-log.js

/** Lines shown live of one container: it may print for ever. */
const SHOWN = 2000;
/** Shows all that a hook's container prints, live; keeps the `end` of it. */
function followHook(end, { open, print, redact, start, stop }) {
    const redactLine = createLineRedactor(redact);
    let kept = [];
    let shown = 0;
    /** Lines of the run that is followed. */
    let count = 0;
    /** By how often it was started again. */
    let run = -1;
    let followed = -1;
    let hasEnded = false;
    let isReading = false;
    /** Ends the stream, while there is one. */
    let stream;
    const log = open((line) => {
        const text = redactLine(line);
        if (count === 0)
            kept = [];
        kept.push(text);
        if (kept.length > end.tailLines)
            kept.shift();
        count += 1;
        shown += 1;
        if (shown <= SHOWN)
            print(text);
        else if (shown === SHOWN + 1)
            print('… it prints more than is shown here');
    });
    /** What the stream did not bring, from the end of the log. */
    const readEnd = async () => {
        if (isReading)
            return;
        isReading = true;
        const held = stream;
        try {
            if (await log.readEnd(end))
                held?.abort();
        }
        finally {
            isReading = false;
        }
    };
    const followRun = async (ended) => {
        count = 0;
        await log.follow(AbortSignal.any([stop, ended]), () => hasEnded);
        if (count === 0 && !stop.aborted)
            await readEnd();
    };
    const followRuns = async () => {
        while (followed < run && !stop.aborted) {
            followed = run;
            stream = new AbortController();
            await followRun(stream.signal);
        }
        stream = undefined;
    };
    return {
        see: ({ restarts, now }, { phase }) => {
            run = restarts;
            hasEnded = phase === 'Succeeded' || phase === 'Failed';
            if (stream === undefined && followed < run)
                start(followRuns());
            // A stream that brought nothing until now may be held back by a proxy; the pod goes soon.
            if (stream !== undefined && now.state === 'terminated' && count === 0)
                start(readEnd());
        },
        lines: () => [...kept],
    };
}

;// CONCATENATED MODULE: ./src/release/pod-logs.js



/** What is kept of each log. */
const KEPT = { tailLines: 100, limitBytes: 32 * 1024 };
/** Lines shown of a container that ended badly, and how many of those are shown in a run. */
const SHOWN_OF_CRASH = 10;
const CRASHES = 5;
/**
 * Shows what containers print: hooks live, from their first line on, and of a new pod's container
 * that ended badly the last lines, once. A hook's pod may be gone seconds after it failed (a Job
 * with `restartPolicy: OnFailure` deletes it before helm says so): its log is read live, and once
 * more when the container is seen terminated, where the stream brought nothing.
 */
function followPodLogs(ports) {
    const stop = new AbortController();
    const followed = new Map();
    /** Shown, or being read. */
    const crashes = new Set();
    /** What could not be read is tried again when the container has moved on, not at every look. */
    const tried = new Set();
    const excerpts = [];
    const running = new Set();
    const start = (work) => {
        const one = work.catch(() => { }).finally(() => running.delete(one));
        running.add(one);
    };
    const hookLog = (at, source) => followHook(KEPT, {
        open: (onLine) => ports.open(at, onLine),
        print: (line) => ports.log(source, line),
        redact: ports.redact,
        start,
        stop: stop.signal,
    });
    const seeHook = (pod, hook, attempt) => {
        for (const container of pod.containers.filter(hasRun)) {
            const at = { namespace: pod.namespace, pod: pod.name, container: container.name };
            const log = followed.get(pod_logs_keyOf(at))?.log ?? hookLog(at, sourceOf(hook, attempt, container, pod));
            followed.set(pod_logs_keyOf(at), { at, log });
            log.see(container, pod);
        }
    };
    const showCrash = async (key, pod, container) => {
        const excerpt = await readCrash(pod, container, ports).catch(() => undefined);
        if (excerpt === undefined)
            crashes.delete(key);
        else
            excerpts.push(excerpt);
    };
    const seePod = (pod, workload) => {
        for (const container of pod.containers.filter(endedBadly)) {
            const key = `${workload} ${container.name}`;
            const state = stateKeyOf(pod, container);
            if (crashes.has(key) || tried.has(state) || crashes.size >= CRASHES)
                continue;
            crashes.add(key);
            tried.add(state);
            start(showCrash(key, pod, container));
        }
    };
    return {
        see: (world, { workloads, jobs }) => {
            if (stop.signal.aborted)
                return;
            const pods = podsByName(world);
            for (const job of jobs.filter((one) => one.hook)) {
                job.pods.forEach((name, index) => {
                    const pod = pods.get(name);
                    if (pod)
                        seeHook(podFacts(pod), job.name, index + 1);
                });
            }
            for (const { ref, pods: states } of workloads) {
                for (const { name } of states.filter((state) => !state.ready)) {
                    const pod = pods.get(name);
                    if (pod)
                        seePod(podFacts(pod), `${ref.kind}/${ref.name}`);
                }
            }
        },
        logs: () => [
            ...[...followed.values()].map(({ at, log }) => ({
                ...at,
                previous: false,
                lines: log.lines(),
            })),
            ...excerpts,
        ],
        end: async () => {
            stop.abort();
            await Promise.all(running);
        },
    };
}
/** The living and those that were deleted a moment ago: a hook's pod may go with its Job. */
const podsByName = (world) => new Map([...world.gone('Pod'), ...world.all('Pod')].map((pod) => [pod.metadata.name, pod]));
const pod_logs_keyOf = ({ namespace, pod, container }) => `${namespace}/${pod}/${container}`;
const stateKeyOf = (pod, { name, restarts, now }) => `${pod.namespace}/${pod.name}/${name} ${restarts} ${now.state}`;
/** `migrate`, `migrate (pod 2)` for a further try, `migrate/wait` where it has several containers. */
const sourceOf = (hook, attempt, { name }, pod) => `${hook}${pod.containers.length > 1 ? `/${name}` : ''}${attempt > 1 ? ` (pod ${attempt})` : ''}`;
/** Shows the last lines of the newest run that ended badly; undefined when there were none. */
async function readCrash(pod, container, { read, log, redact }) {
    const at = { namespace: pod.namespace, pod: pod.name, container: container.name };
    const { previous, lines } = await readEndedRun(container, async (previous) => ({
        previous,
        lines: await read({ ...at, ...KEPT, previous }),
    }));
    if (lines === undefined || lines.length === 0)
        return undefined;
    const shown = redactLines(lines, redact);
    const source = `${pod.name}/${container.name}`;
    if (shown.length > SHOWN_OF_CRASH)
        log(source, `… the last ${SHOWN_OF_CRASH} of its lines:`);
    for (const line of shown.slice(-SHOWN_OF_CRASH))
        log(source, line);
    return { ...at, previous, lines: shown };
}
/** The log of the run that was seen to have ended: the container may have been started again. */
async function readEndedRun(container, readRun) {
    if (container.now.state !== 'terminated')
        return readRun(true);
    const present = await readRun(false);
    if (!mayHaveRestarted(container))
        return present;
    // Asked for after the present one: it is there if that was, or may have been, the next run's.
    const before = await readRun(true);
    return before.lines === undefined ? present : before;
}

// EXTERNAL MODULE: ./src/report/diagnosis-block.js
var diagnosis_block = __nccwpck_require__(8045);
;// CONCATENATED MODULE: ./actions/helm-deploy/witness.js










/** Whatever the cluster does: an undo must not wait longer for the evidence. */
const EVIDENCE_MS = 20_000;
function createWitness({ session, secrets, revision, previousRevision, said, spans }, settings, ports) {
    const own = ownSecrets(settings, { secrets });
    let redact = createRedactor(own);
    const progress = createProgress((line) => ports.info(redact(line)), ports.elapsed);
    const { log, view } = session;
    const hooks = followPodLogs({
        ...log,
        log: (source, line) => progress.log(source, line),
        redact: (text) => redact(text),
    });
    let observation;
    let diagnosis;
    let evidence = '';
    return {
        show: (assessment, standing) => {
            progress.show(assessment, standing);
            if (observation)
                hooks.see(observation.world, assessment);
        },
        redact: (text) => redact(text),
        onObserved: (seen) => {
            observation = seen;
            redact = createRedactor([...own, ...secretsIn(objectsOf(seen.plan()))]);
            hooks.see(seen.world, seen.assessment());
        },
        onFailure: async (scene) => {
            const { release, namespace } = settings;
            redact = createRedactor([...own, ...secretsIn(objectsOf(scene.observation.plan()))]);
            const found = await collectEvidence({
                ...{ release, namespace, previousRevision, revision },
                run: run_of_runOf(ports.env),
                identity: session.cluster.identity.username,
                at: new Date(ports.now()).toISOString(),
                diagnosis: scene.diagnosis,
                problem: (0,errors/* describeError */.Uc)(scene.failure),
                helm: said,
                assessment: scene.observation.assessment(),
                world: scene.observation.world,
                plan: scene.observation.plan(),
                spans: spans(),
                logs: hooks.logs(),
                unreadable: (await view()).lost(),
            }, {
                read: log.read,
                call: session.cluster.call,
                redact: (text) => redact(text),
                giveUp: AbortSignal.timeout(EVIDENCE_MS),
            });
            diagnosis = found.diagnosis ?? undefined;
            evidence = (0,external_node_path_.join)(session.scratch, 'evidence.json');
            await (0,promises_.writeFile)(evidence, JSON.stringify(found, undefined, 2), { mode: 0o600 });
            if (diagnosis)
                for (const line of (0,diagnosis_block/* diagnosisLines */.d)(diagnosis))
                    ports.info(line);
            return diagnosis;
        },
        testimony: () => ({ redact, observation, logs: hooks.logs(), diagnosis, evidence }),
        end: () => hooks.end(),
    };
}
const objectsOf = ({ manifest, hooks }) => [...manifest, ...hooks.map((hook) => hook.object)];

;// CONCATENATED MODULE: ./actions/helm-deploy/after-cancel.js
















/** GitHub gives all that remains of a cancelled job 5 minutes; the lock is ours already. */
const LOCK_MS = 10_000;
/** Helm was told to stop and does so within 50 ms; one that is still at it belongs to a dead main. */
const HELM_MS = 5000;
/**
 * Ends what main could not: helm was stopped, and the revision that was live before comes back.
 * Whatever cannot be done here is left to the next run, which finds the release as it is.
 */
async function afterCancel(course, settings, outside) {
    const ports = guarded(settings, outside);
    const { phase } = createStopwatch(ports.elapsed);
    let aftermath = { status: 'left', said: 'Nothing was undone.' };
    const deadline = ports.elapsed() + LOCK_MS;
    const wish = { action: 'helm-deploy', deadline, token: course.lockToken };
    const tools = await bringTools(settings, phase, ports);
    await withSession({ ...settings, tools }, phase, ports, (session) => withLock(wish, session, phase, ports, async (stop) => {
        aftermath = await end(session, course, stop, settings, ports);
    }));
    const record = recordOf(course.deployment, settings, ports);
    await record?.say('error', `cancelled: ${aftermath.said}`);
    return aftermath;
}
async function end(session, course, stop, settings, ports) {
    const { revision, live, bundle } = course;
    const newest = await ended(session, ports);
    const ours = newest &&
        ownerRun(newest, await session.board.read()) === run_of_runOf(ports.env) &&
        // Or the undo had begun: it is begun again, from what it made.
        newest.number >= revision;
    if (!ours)
        return { status: 'left', said: 'helm had changed nothing yet.' };
    const failure = new errors/* ActionError */.lZ('cancelled', 'The run was cancelled during the rollout');
    const diagnosis = await lookBack(session, course, failure, settings, ports).catch(() => undefined);
    try {
        const images = await undo({ session, failure, live, stop, bundle }, settings, ports);
        if (!images || !live)
            return { status: 'failed', said: `revision ${revision} is left as it is.`, diagnosis };
        return { status: 'rolled-back', said: `revision ${live.number} serves again.`, diagnosis };
    }
    catch (error) {
        return { status: 'failed', said: (0,errors/* describeError */.Uc)(error), diagnosis };
    }
}
/** What is wrong with the pods, told before they are gone. */
async function lookBack(session, { revision, live }, failure, settings, ports) {
    const [view, record] = await Promise.all([session.view(), session.reads.record(revision)]);
    if (!record)
        return undefined;
    const seen = {
        session,
        secrets: [],
        revision,
        previousRevision: live?.number,
        said: [],
        spans: () => [],
    };
    const witness = createWitness(seen, settings, ports);
    const { manifest, hooks } = record;
    const { namespace } = settings;
    const plan = { namespace, manifest, hooks, baseline: takeBaseline(createWorld()) };
    const observation = observe(plan, limitsOf(settings), {
        ...ports,
        ...session.reads,
        view,
        show: () => { },
    });
    const troubled = observation.assessment().signals.length > 0;
    const diagnosis = troubled ? observation.explain(failure.message) : undefined;
    await witness.onFailure({ diagnosis, failure, observation });
    observation.end();
    await witness.end();
    return witness.testimony().diagnosis;
}
/** The newest revision, once helm is no longer at it; one of somebody else stays as it is. */
async function ended({ reads, board, settlePending }, { env, elapsed, sleep }) {
    const end = elapsed() + HELM_MS;
    for (;;) {
        const newest = (await reads.history()).at(-1);
        if (!newest || !history_isPending(newest))
            return newest;
        if (ownerRun(newest, await board.read()) !== run_of_runOf(env))
            return newest;
        if (elapsed() > end) {
            await settlePending(newest.number, 'Cancelled; set to failed by deploy-actions');
            return (await reads.history()).at(-1);
        }
        await sleep(500);
    }
}


/***/ }),

/***/ 3494:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Kc: () => (/* binding */ savedHelm),
/* harmony export */   _e: () => (/* binding */ openCourse)
/* harmony export */ });
/* unused harmony exports saveCourse, saveHelm, closeCourse */
const STATE = 'course';
const HELM = 'helm-pid';
/** State first, then action: called before helm is started, so that no cancel comes too early. */
function saveCourse(state, { saveState }) {
    saveState(STATE, JSON.stringify(state));
}
/** Main may be killed before it can tell helm to stop. */
function saveHelm(pid, { saveState }) {
    saveState(HELM, String(pid));
}
/** Helm's pid as main saw it, 0 when it was not started. */
const savedHelm = (loadState) => Number(loadState(HELM));
/** Nothing is left to do for post. The same key: a second one that got lost would undo a good deploy. */
function closeCourse({ saveState }) {
    saveState(STATE, '');
}
/** The rollout that main left open; undefined when there is none. */
function openCourse(loadState) {
    const text = loadState(STATE);
    return text === '' ? undefined : JSON.parse(text);
}


/***/ }),

/***/ 5943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  QL: () => (/* binding */ inputs),
  aO: () => (/* binding */ rules)
});

// UNUSED EXPORTS: outputs

// EXTERNAL MODULE: ./src/cloud/login-inputs.js
var login_inputs = __nccwpck_require__(6482);
// EXTERNAL MODULE: ./src/settings/define.js
var settings_define = __nccwpck_require__(7468);
;// CONCATENATED MODULE: ./src/settings/record-inputs.js

/** What is written on GitHub, and with which token: for the actions that change an environment. */
const recordInputs = {
    deployment: (0,settings_define/* flag */.Jt)({
        description: 'Record what runs as a GitHub Deployment, where its bundle is known (needs `deployments: write`). What cannot be recorded is a warning.',
        default: 'true',
    }),
    'github-token': (0,settings_define/* text */.Qq)({
        description: 'Token for what is recorded on GitHub, and read there.',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub's expression, for action.yml
        default: '${{ github.token }}',
        secret: true,
    }),
};

// EXTERNAL MODULE: ./src/settings/settle.js + 3 modules
var settle = __nccwpck_require__(1374);
// EXTERNAL MODULE: ../../node_modules/yaml/dist/index.js
var dist = __nccwpck_require__(3483);
// EXTERNAL MODULE: ./src/domain/deep-merge.js
var deep_merge = __nccwpck_require__(751);
;// CONCATENATED MODULE: ./src/settings/yaml-input.js



/**
 * Inline YAML that must be a mapping, e.g. Helm values. With `secret`, every string leaf is masked:
 * the keys stay readable, and a mask on a whole line such as `postgres:` would blank the log.
 */
function yamlMapping(about) {
    const { secret, ...rest } = about;
    const definition = (0,settings_define/* custom */.Ie)('YAML', rest, parseMapping);
    return secret ? { ...definition, secretsIn: leavesOf } : definition;
}
function parseMapping(text) {
    const document = (0,dist/* parseDocument */.Tp)(text, { prettyErrors: false });
    const [error] = document.errors;
    if (error) {
        // The library's pretty message quotes the text, which may be a secret: say only where.
        const line = text.slice(0, error.pos[0]).split('\n').length;
        throw new settings_define/* Refusal */.P_(`is not valid YAML: line ${line}: ${error.code}`);
    }
    const value = document.toJS();
    if (!(0,deep_merge/* isMapping */.p)(value))
        throw new settings_define/* Refusal */.P_('must be a YAML mapping', 'write `key: value` lines');
    return value;
}
function leavesOf(text) {
    return leaves((0,dist/* parseDocument */.Tp)(text, { prettyErrors: false }).toJS());
}
function leaves(value) {
    if (typeof value === 'string')
        return [value];
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.values(value).flatMap(leaves);
}

// EXTERNAL MODULE: ./src/domain/image-ref.js
var image_ref = __nccwpck_require__(3115);
// EXTERNAL MODULE: ./src/errors.js
var errors = __nccwpck_require__(6986);
;// CONCATENATED MODULE: ./actions/helm-deploy/images.js




const FORM = 'write name=repository@sha256:<64 hex digits>, one a line';
/** Images by name: `name=reference` lines, or the JSON of build-image's `images` output. */
function namedImages(about) {
    const definition = (0,settings_define/* custom */.Ie)('lines or JSON', about, parse);
    return { ...definition, parse: (text) => definition.parse(text) ?? [] };
}
function parse(given) {
    const images = given.trimStart().startsWith('{') ? fromJson(given) : fromLines(given);
    const names = images.map((image) => image.name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined)
        throw new settings_define/* Refusal */.P_(`"${twice}" is given twice`, FORM);
    return images;
}
function fromLines(given) {
    return given
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .map((line) => {
        const [, name, reference] = /^([A-Za-z0-9_.-]+)=(\S+)$/.exec(line) ?? [];
        if (name === undefined || reference === undefined) {
            throw new settings_define/* Refusal */.P_(`"${line.slice(0, 80)}" is not name=reference`, FORM);
        }
        return named(name, reference);
    });
}
/** build-image's `images` output: `{schema: 1, images: {name: {repository, digest, …}}}`. */
function fromJson(given) {
    const value = parseJson(given);
    if (!(0,deep_merge/* isMapping */.p)(value) || value.schema !== 1 || !(0,deep_merge/* isMapping */.p)(value.images)) {
        throw new settings_define/* Refusal */.P_('is JSON, but not an `images` output of build-image', FORM);
    }
    return Object.entries(value.images).map(([name, image]) => {
        const { repository, digest } = (0,deep_merge/* isMapping */.p)(image) ? image : {};
        if (typeof repository === 'string' && typeof digest === 'string') {
            return named(name, `${repository}@${digest}`);
        }
        throw new settings_define/* Refusal */.P_(`${name} has no repository and digest`, FORM);
    });
}
function parseJson(given) {
    try {
        return JSON.parse(given);
    }
    catch {
        throw new settings_define/* Refusal */.P_('starts like JSON but is none', FORM);
    }
}
function named(name, reference) {
    try {
        const ref = (0,image_ref/* parseImageRef */.Q)(reference);
        return {
            name,
            repository: (0,image_ref/* formatRepository */.Sh)(ref),
            digest: ref.digest,
            tag: ref.digest === undefined ? (ref.tag ?? 'latest') : ref.tag,
        };
    }
    catch (error) {
        throw new settings_define/* Refusal */.P_(`${name}: ${(0,errors/* describeError */.Uc)(error)}`, FORM);
    }
}

;// CONCATENATED MODULE: ./actions/helm-deploy/chart-inputs.js



/** What is deployed: the chart, its values and its images. */
const chartInputs = (0,settings_define/* defineInputs */.pf)({
    chart: (0,settings_define/* text */.Qq)({
        description: 'Chart folder or archive, `oci://host/repository[@sha256:…]`, `https://host/charts/name` (chart `name` of that repository), or `repository/chart`.',
        required: true,
        inFile: true,
    }),
    'chart-version': (0,settings_define/* text */.Qq)({ description: 'Version of a chart that is not a folder.' }),
    'chart-username': (0,settings_define/* text */.Qq)({ description: 'User of a private chart repository or registry.' }),
    'chart-password': (0,settings_define/* text */.Qq)({
        description: 'Its password or token; it reaches helm on stdin only.',
        secret: true,
    }),
    values: (0,settings_define/* lines */.Mn)({ description: 'Values files, one a line; the later wins.' }),
    'values-decrypt': (0,settings_define/* text */.Qq)({
        description: 'Command that decrypts a values file, run by a shell for each with its path as last argument: `sops decrypt`. What it prints is masked and reaches helm on stdin only.',
    }),
    set: yamlMapping({ description: 'Inline YAML, merged over the values files.' }),
    'secret-values': yamlMapping({
        description: 'Inline YAML with secrets, merged over `set`. Every leaf of 8 or more characters is masked; it reaches helm on stdin only.',
        secret: true,
    }),
    images: namedImages({
        description: 'Images to deploy, one `name=repository@sha256:…` a line, or the `images` output of build-image. `api` fills the chart value `api.image` (or `image` when it is the only one).',
    }),
    'image-paths': (0,settings_define/* lines */.Mn)({
        description: 'Where the chart takes an image, `name=values.path` a line. Default: `<name>.image`, or `image` for the only one.',
    }),
    'allow-tags': (0,settings_define/* flag */.Jt)({
        description: 'Accept images by tag. What runs is then not proven by digest.',
        default: 'false',
    }),
    crds: (0,settings_define/* choice */.Yq)(['skip', 'apply'], {
        description: "`apply`: bring the chart's `crds/` up to date before the release; Helm itself only ever installs them.",
        default: 'skip',
    }),
});

// EXTERNAL MODULE: ./src/domain/removal.js
var removal = __nccwpck_require__(5226);
;// CONCATENATED MODULE: ./actions/helm-deploy/allowed-removals.js


/** `Kind` or `Kind/name` a line: data whose removal is meant. */
function allowedRemovals(about) {
    return (0,settings_define/* list */.p_)(about, (text) => (0,settings_define/* splitLines */.uz)(text).map((line) => {
        const allowed = (0,removal/* parseAllowed */.sh)(line);
        if (allowed)
            return allowed;
        throw new settings_define/* Refusal */.P_(`"${line.slice(0, 60)}" is not allowed`, 'write Kind or Kind/name a line: PersistentVolumeClaim/data');
    }));
}

;// CONCATENATED MODULE: ./actions/helm-deploy/check-list.js

const NAMES = ['lint', 'schema', 'dry-run', 'access', 'images', 'diff'];
/** Names of checks, separated by lines, blanks or commas; `all` and `none` stand alone. */
function checkList(about) {
    return (0,settings_define/* custom */.Ie)('list of checks', about, (text) => {
        const words = text.split(/[\s,]+/).filter(Boolean);
        if (words.length === 1 && words[0] === 'all')
            return new Set(NAMES);
        if (words.length === 1 && words[0] === 'none')
            return new Set();
        const unknown = words.filter((word) => !NAMES.some((name) => name === word));
        if (unknown.length > 0) {
            throw new settings_define/* Refusal */.P_(`"${unknown.join(' ').slice(0, 60)}" is not known`, `allowed: all, none, or of ${NAMES.join(', ')}`);
        }
        return new Set(words);
    });
}

;// CONCATENATED MODULE: ./actions/helm-deploy/check-inputs.js



/** What is found out before anything changes, and what is allowed all the same. */
const checkInputs = (0,settings_define/* defineInputs */.pf)({
    mode: (0,settings_define/* choice */.Yq)(['deploy', 'plan'], {
        description: '`plan`: render, check and diff, change nothing. Without a cluster what needs one is "not checked".',
        default: 'deploy',
    }),
    comment: (0,settings_define/* flag */.Jt)({
        description: 'With `mode: plan` in a run of a pull request: write the plan as one comment, which later runs change (needs `pull-requests: write`). Never on the pull request of a fork.',
        default: 'false',
    }),
    checks: checkList({
        description: 'Which checks run before anything changes: `all`, `none`, or a list of names.',
        default: 'all',
    }),
    'strict-checks': (0,settings_define/* flag */.Jt)({
        description: 'Refuse what could not be checked, for want of a right or an answer.',
        default: 'false',
    }),
    'allow-delete': allowedRemovals({
        description: 'Data whose removal is meant, `Kind` or `Kind/name` a line. The removal of PersistentVolumeClaims, CustomResourceDefinitions, Namespaces, StatefulSets and custom resources is refused otherwise.',
    }),
    'take-ownership': (0,settings_define/* flag */.Jt)({
        description: 'Take over objects that another release, or none, owns.',
        default: 'false',
    }),
    'force-conflicts': (0,settings_define/* flag */.Jt)({
        description: 'Overwrite fields that others have set. Helm 3 always does: they are named as a warning.',
        default: 'false',
    }),
});

;// CONCATENATED MODULE: ./actions/helm-deploy/label-lines.js

/** Kubernetes' rules for the key and the value of a label. */
const KEY = /^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?$/;
const VALUE = /^([A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?)?$/;
/** Helm's own, and ours, are not the user's to set. */
const TAKEN = /^(name|owner|status|version|createdAt|modifiedAt|deploy-actions\/.*)$/;
/** `key=value` lines as labels. */
function labelLines(about) {
    return (0,settings_define/* custom */.Ie)('lines', about, (text) => Object.fromEntries(text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .map(parseLabel)));
}
function parseLabel(line) {
    const at = line.indexOf('=');
    const [key, value] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    if (at < 0 || !KEY.test(key) || !VALUE.test(value)) {
        throw new settings_define/* Refusal */.P_(`"${line.slice(0, 60)}" is no label`, 'write key=value, as in Kubernetes');
    }
    if (TAKEN.test(key))
        throw new settings_define/* Refusal */.P_(`${key} is taken`, 'Helm and deploy-actions set it');
    return [key, value];
}

// EXTERNAL MODULE: ./src/settings/duration.js
var duration = __nccwpck_require__(2395);
;// CONCATENATED MODULE: ./actions/helm-deploy/settle-duration.js


/** `auto`, or a duration that may be nothing (`0s`), in milliseconds. */
function settleDuration(about) {
    return (0,settings_define/* custom */.Ie)('auto \\| duration', about, (text) => {
        if (text === 'auto')
            return text;
        if (/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(text))
            return (0,duration/* milliseconds */.Rz)(text);
        throw new settings_define/* Refusal */.P_(`"${text.slice(0, 60)}" is not allowed`, 'write auto, 0s, 20s or 2m');
    });
}

;// CONCATENATED MODULE: ./actions/helm-deploy/rollout-inputs.js


/** How long is waited, when it is given up, and what then. */
const rolloutInputs = (0,settings_define/* defineInputs */.pf)({
    timeout: (0,settings_define/* duration */.p0)({
        description: 'For the whole rollout, hooks included.',
        default: '10m',
    }),
    'fail-fast': (0,settings_define/* flag */.Jt)({
        description: 'End as soon as the rollout provably cannot succeed. `false`: name the cause, but wait for helm.',
        default: 'true',
    }),
    'pull-attempts': (0,settings_define/* wholeNumber */.rD)({
        description: 'Failed pulls of an image after which it counts as missing; 2 where the registry is replicated and may lag.',
        default: '1',
        min: 1,
        max: 10,
    }),
    'max-restarts': (0,settings_define/* wholeNumber */.rD)({
        description: 'Restarts of a new container that are accepted; the exit after them is fatal.',
        default: '2',
        min: 0,
        max: 20,
    }),
    'unschedulable-after': (0,settings_define/* duration */.p0)({
        description: 'How long a pod may find no node; autoscalers need minutes, a cluster of fixed size none.',
        default: '5m',
    }),
    settle: settleDuration({
        description: 'How long to watch on after helm is done: restarts, lost readiness, Services without endpoints. `auto`: 5–60 s, from the probes.',
        default: 'auto',
    }),
    wait: (0,settings_define/* choice */.Yq)(['legacy', 'watcher'], {
        description: "Helm 4's way to wait; `watcher` also waits for custom resources. Helm 3 has one way only.",
        default: 'legacy',
    }),
    recover: (0,settings_define/* choice */.Yq)(['own', 'foreign'], {
        description: 'Which releases left pending are recovered: those of runs that are over, or also `foreign` ones, which nobody of ours made.',
        default: 'own',
    }),
    'wait-for-jobs': (0,settings_define/* flag */.Jt)({ description: 'Wait for the Jobs of the chart, too.', default: 'true' }),
    'on-failure': (0,settings_define/* choice */.Yq)(['rollback', 'keep'], {
        description: '`rollback`: go back to the revision that was live before. `keep`: leave what failed.',
        default: 'rollback',
    }),
    production: (0,settings_define/* flag */.Jt)({
        description: 'An undo here also sets a hold: no forward deploy until a person lifts it with the rollback action.',
        default: 'false',
    }),
});

// EXTERNAL MODULE: ./src/tools/tool-source.js + 1 modules
var tool_source = __nccwpck_require__(2648);
;// CONCATENATED MODULE: ./actions/helm-deploy/tool-inputs.js


/** Programs that are downloaded instead of those on PATH. */
const toolInputs = {
    'helm-version': (0,settings_define/* text */.Qq)({
        description: 'Helm to download, checked by SHA-256 and cached. Default: the one on PATH (3.18 or later, or 4).',
        pattern: tool_source/* TOOL_VERSION */.wr,
        allowed: '4.0.0, or 4.2.3@sha256:… for a version we have no checksum of',
    }),
    'kubectl-version': (0,settings_define/* text */.Qq)({
        description: 'kubectl to download, checked by SHA-256 and cached. Default: the one on PATH.',
        pattern: tool_source/* TOOL_VERSION */.wr,
        allowed: '1.36.3, or 1.36.3@sha256:… for a version we have no checksum of',
    }),
};
/** A version must come with a checksum: ours, or one that is given. */
const checkTools = (given) => [
    ...(0,tool_source/* unpinned */.CW)('helm', given.helmVersion ?? ''),
    ...(0,tool_source/* unpinned */.CW)('kubectl', given.kubectlVersion ?? ''),
];

;// CONCATENATED MODULE: ./actions/helm-deploy/inputs.js









/** A DNS label, the form of names in Kubernetes and of Helm releases (at most 53 there). */
const NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const inputs = (0,settings_define/* defineInputs */.pf)({
    ...settle/* configInputs */.y,
    release: (0,settings_define/* text */.Qq)({
        description: 'Name of the Helm release.',
        required: true,
        inFile: true,
        pattern: /^(?=.{1,53}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
        allowed: 'up to 53 of a-z 0-9 -, as in Helm',
    }),
    namespace: (0,settings_define/* text */.Qq)({
        description: 'Namespace of the release.',
        required: true,
        inFile: true,
        pattern: NAME,
        allowed: 'a-z 0-9 -, as in Kubernetes',
    }),
    'create-namespace': (0,settings_define/* flag */.Jt)({
        description: 'Create the namespace when it is missing (needs the right to).',
        default: 'false',
    }),
    ...chartInputs,
    bundle: (0,settings_define/* text */.Qq)({
        description: 'Id of the bundle to deploy. Without `images` they are those recorded for it. It is kept on the revision, and refused where it was rejected.',
        pattern: /^bdl-[0-9a-f]{16}$/,
        allowed: 'bdl- and 16 hex digits',
    }),
    ...checkInputs,
    ...rolloutInputs,
    'history-max': (0,settings_define/* wholeNumber */.rD)({
        description: 'Revisions that Helm keeps.',
        default: '20',
        min: 2,
        max: 1000,
    }),
    labels: labelLines({
        description: 'Further labels of the release, `key=value` a line.',
    }),
    description: (0,settings_define/* text */.Qq)({
        description: 'What `helm history` shows of the revision.',
        pattern: /^[^\r\n]{0,255}$/,
        allowed: 'one line of up to 255 characters',
    }),
    url: (0,settings_define/* text */.Qq)({
        description: 'Where people reach the environment. Default: found from HTTPRoute, Ingress or LoadBalancer.',
        pattern: /^https?:\/\/\S+$/,
        allowed: 'http://… or https://…',
    }),
    ...toolInputs,
    ...recordInputs,
    ...login_inputs/* loginInputs */.ZF,
});
const outputs = {
    status: '`deployed`; `unchanged` (all of it runs already); `planned`; `rolled-back` (it failed, and what was live before serves again); `failed` (helm was started, the result is not good); `refused` (nothing was changed).',
    revision: 'Revision of the release that this run made.',
    'previous-revision': 'Revision that was live before; empty on a first install.',
    images: 'What really runs, as JSON: `{schema, images: [{workload, container, image, digest, reported, ready, desired}]}`.',
    bundle: 'Id of the bundle that was deployed; empty when none is known.',
    'deployment-id': 'Id of the GitHub Deployment; empty when none was written.',
    url: 'Where people reach the environment; empty where nobody knows.',
    manifest: 'Path of the rendered manifest without the values of Secrets; until the job ends.',
    diff: 'Path of what changes, as text; until the job ends.',
    diagnosis: 'Why the rollout failed, as JSON: `{schema, code, workload, object, namespace, container, message, hint, log}`; empty when it did not.',
    evidence: 'Path of a JSON file with all that was seen of a failed rollout; until the job ends.',
    identity: 'Who the cluster says we are.',
    timings: 'Milliseconds by phase, as JSON.',
};
/** What must hold between the inputs. */
const rules = [
    login_inputs/* checkLogin */.wD,
    checkTools,
    ({ chartUsername = '', chartPassword = '' }) => (chartUsername === '') === (chartPassword === '')
        ? []
        : [
            {
                input: chartUsername === '' ? 'chart-username' : 'chart-password',
                message: 'is needed: user and password of a private chart belong together',
            },
        ],
    ({ images = [], allowTags }) => allowTags
        ? []
        : images
            .filter((image) => image.digest === undefined)
            .map((image) => ({
            input: 'images',
            message: `${image.name} is given by tag, and a tag can be moved`,
            hint: 'Give it as repository@sha256:… (output of build-image), or set allow-tags: true.',
        })),
];


/***/ }),

/***/ 2013:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _src_cloud_login_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8166);
/* harmony import */ var _src_runner_run_action_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3400);
/* harmony import */ var _src_session_session_ports_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1664);
/* harmony import */ var _src_settings_config_load_config_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9781);
/* harmony import */ var _src_settings_settle_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1374);
/* harmony import */ var _src_tools_orphan_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5811);
/* harmony import */ var _src_tools_scratch_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(9655);
/* harmony import */ var _after_cancel_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(5699);
/* harmony import */ var _course_state_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(3494);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(5943);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(8982);











await (0,_src_runner_run_action_js__WEBPACK_IMPORTED_MODULE_1__/* .runPost */ .a)(async (io) => {
    // What is saved here is kept by nobody: these folders are removed with those of main.
    const saved = new Map();
    const own = { ...io, saveState: (name, value) => void saved.set(name, value) };
    try {
        const course = (0,_course_state_js__WEBPACK_IMPORTED_MODULE_10__/* .openCourse */ ._e)(io.loadState);
        if (course === undefined)
            return;
        const settings = (0,_src_settings_settle_js__WEBPACK_IMPORTED_MODULE_4__/* .settle */ .G)(_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .inputs */ .QL, io, _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .rules */ .aO);
        await (0,_src_tools_orphan_js__WEBPACK_IMPORTED_MODULE_5__/* .endOrphan */ .G)((0,_course_state_js__WEBPACK_IMPORTED_MODULE_10__/* .savedHelm */ .Kc)(io.loadState), ['upgrade', settings.release]);
        const ports = { ...(0,_src_session_session_ports_js__WEBPACK_IMPORTED_MODULE_2__/* .sessionPorts */ .d)(own, import.meta.url), loadConfig: _src_settings_config_load_config_js__WEBPACK_IMPORTED_MODULE_3__/* .loadConfig */ .Z };
        await io.summary((0,_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .aftermathOf */ .y)(await (0,_after_cancel_js__WEBPACK_IMPORTED_MODULE_7__/* .afterCancel */ .Z)(course, settings, ports)));
    }
    finally {
        const loads = [io.loadState, (name) => saved.get(name) ?? ''];
        await Promise.all(loads.flatMap((load) => [(0,_src_cloud_login_js__WEBPACK_IMPORTED_MODULE_0__/* .logout */ .r)(load), (0,_src_tools_scratch_js__WEBPACK_IMPORTED_MODULE_6__/* .removeScratch */ .Z)(load)]));
    }
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 8982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  y: () => (/* binding */ aftermathOf)
});

// UNUSED EXPORTS: summaryOf

// EXTERNAL MODULE: ./src/domain/bounded.js
var bounded = __nccwpck_require__(4203);
// EXTERNAL MODULE: ./src/errors.js
var errors = __nccwpck_require__(6986);
// EXTERNAL MODULE: ./src/report/markdown.js
var markdown = __nccwpck_require__(231);
;// CONCATENATED MODULE: ./src/report/cause.js


/** Why it failed and what to do next, as lines of markdown; none when nothing failed. */
function cause_cause(failure) {
    if (failure === undefined)
        return [];
    if (failure instanceof AggregateError)
        return failure.errors.flatMap(cause_cause);
    const hint = failure instanceof ActionError && failure.hint
        ? ['', `**Next:** ${sentences(failure.hint)}`]
        : [];
    return ['', quoted(describeError(failure)), ...hint];
}

;// CONCATENATED MODULE: ./src/report/checks-block.js

/** What the checks found, as a table for the job summary. */
const checks_block_checksBlock = (problems) => [
    '',
    `### Refused: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`,
    '',
    table(['Check', 'What is wrong', 'What to do'], problems.map(({ title, message, hint }) => [prose(title), prose(message), sentences(hint)])),
];

// EXTERNAL MODULE: ./src/report/diagnosis-block.js
var diagnosis_block = __nccwpck_require__(8045);
// EXTERNAL MODULE: ./src/domain/inert.js
var inert = __nccwpck_require__(8046);
;// CONCATENATED MODULE: ./src/report/diff-block.js


/** A reviewer reads no more of it on the run page; the file has all. */
const SHOWN_LINES = 400;
const SHOWN_VALUE = 200;
const SIGN = { added: '+', changed: '~', removed: '-', unknown: '?' };
/** What a deploy would change, as lines of text: an object a line, its fields below it. */
function diffLines(changes) {
    return changes.flatMap(({ action, object, fields }) => {
        const { name, namespace } = object.metadata;
        const where = namespace === undefined ? '' : ` (${namespace})`;
        const note = action === 'unknown' ? ': could not be compared' : '';
        return [`${SIGN[action]} ${object.kind}/${name}${where}${note}`, ...fields.flatMap(fieldLines)];
    });
}
function fieldLines({ path, from, to }) {
    return [
        ...(from === undefined ? [] : [`  - ${path}: ${shown(from)}`]),
        ...(to === undefined ? [] : [`  + ${path}: ${shown(to)}`]),
    ];
}
function shown(value) {
    const text = plainLine(typeof value === 'string' ? value : JSON.stringify(value));
    return text.length > SHOWN_VALUE ? `${text.slice(0, SHOWN_VALUE)}…` : text;
}
/** `1 added, 2 changed`; `no change` when nothing differs. */
function diffCounts(changes) {
    const kinds = ['added', 'changed', 'removed', 'unknown'];
    const counts = kinds.flatMap((kind) => {
        const count = changes.filter(({ action }) => action === kind).length;
        return count === 0 ? [] : [`${count} ${kind}`];
    });
    return counts.join(', ') || 'no change';
}
/** The diff for the job summary, folded, and cut where it would fill the page. */
function diff_block_diffBlock(changes, nothing = 'Nothing differs from what the cluster has.') {
    if (changes === undefined)
        return [];
    if (changes.length === 0)
        return [nothing, ''];
    const lines = diffLines(changes);
    const rest = lines.length - SHOWN_LINES;
    return [
        `<details><summary>Changes: ${diffCounts(changes)}</summary>`,
        '',
        fence([
            ...lines.slice(0, SHOWN_LINES),
            ...(rest > 0 ? [`… ${rest} lines more in the file of the output diff`] : []),
        ]),
        '',
        '</details>',
        '',
    ];
}

;// CONCATENATED MODULE: ./src/report/hooks-block.js

const hooks_block_SIGN = { waiting: '⏳', running: '⏳', done: '✅', failed: '❌' };
/** Lines of each log that are folded below the table. */
const SHOWN = 20;
/** The Jobs of the release and its hooks with the end of what they printed; none without Jobs. */
function hooks_block_hooksBlock(jobs, logs) {
    if (jobs.length === 0)
        return [];
    const rows = jobs.map(({ name, hook, phase, note }) => [
        code(name),
        hook ? 'hook' : 'Job',
        `${hooks_block_SIGN[phase]} ${phase}`,
        prose(note),
    ]);
    const printed = jobs.flatMap((job) => logs
        .filter(({ pod, lines }) => job.pods.includes(pod) && lines.length > 0)
        .flatMap(({ pod, container, lines }) => [
        `<details><summary>What ${prose(pod)}/${prose(container)} printed last</summary>`,
        '',
        fence(lines.slice(-SHOWN)),
        '',
        '</details>',
        '',
    ]));
    return ['', table(['Hook or Job', 'Kind', 'State', 'Note'], rows), ...printed];
}

;// CONCATENATED MODULE: ./src/report/timing-details.js


/** The phases of a run, folded: lines of markdown for a job summary. */
const timing_details_timingDetails = (timings) => [
    '<details><summary>Where the time went</summary>\n',
    table(['Phase', 'Time'], Object.entries(timings).map(([phase, ms]) => [phase, humanTime(ms)])),
    '</details>',
    '',
];

;// CONCATENATED MODULE: ./src/report/workloads-block.js


/**
 * The workloads of a release: what runs, how much of it is ready, and how long that took.
 * @param images what was proven to run, one a container; those that were never reached have none
 */
function workloads_block_workloadsBlock(images, states, rolling) {
    const reached = new Set(images.map(({ workload }) => workload));
    const rows = [
        ...images.map((image) => [
            code(image.workload),
            code(image.container),
            code(image.image.replace(/@sha256:.*$/, '')),
            image.digest === '' ? 'by tag, not proven' : code(shortDigest(image.digest)),
            image.rolls ? `${image.ready}/${image.desired}` : 'does not roll by itself',
            timeOf(rolling, image.workload),
        ]),
        ...states
            .map((state) => ({ ...state, name: `${state.ref.kind}/${state.ref.name}` }))
            .filter(({ name }) => !reached.has(name))
            .map((state) => [code(state.name), '', '', '', standOf(state), timeOf(rolling, state.name)]),
    ];
    const head = ['Workload', 'Container', 'Image', 'Digest', 'Ready', 'Time to ready'];
    return rows.length === 0 ? [] : ['', table(head, rows)];
}
/** One that helm never came to has no counts to show. */
const standOf = ({ phase, ready, desired, note }) => [phase === 'waiting' ? '' : `${ready}/${desired}`, prose(note)].filter(Boolean).join(' · ');
/** Of one that had nothing to roll there is none to tell. */
function timeOf(rolling, workload) {
    const times = rolling.get(workload);
    if (times === undefined)
        return '';
    return times.to === undefined ? 'not ready' : humanTime(times.to - times.from);
}

;// CONCATENATED MODULE: ./actions/helm-deploy/summary-plan.js





/** A plan as a reviewer of the change reads it: in the comment, and in the job summary. */
function summary_plan_planSummary({ environment, release, namespace }, { failure, offline, difference }) {
    const where = environment === '' ? '' : ` (${code(environment)})`;
    const end = failure === undefined ? '📝 Plan' : '⛔ Refused';
    return [
        `## ${end}: ${code(release)} in ${code(namespace)}${where}`,
        '',
        ...(failure instanceof ChecksError ? checksBlock(failure.problems) : cause(failure)),
        ...(failure === undefined
            ? diffBlock(difference?.changes, ...(offline ? ['No object changes.'] : []))
            : []),
        ...(offline
            ? [sentences(offline.compared), sentences(`Not checked: ${offline.notChecked}.`), '']
            : []),
    ].join('\n');
}

;// CONCATENATED MODULE: ./actions/helm-deploy/summary.js












const summary_SIGN = {
    deployed: '✅',
    unchanged: '➖',
    planned: '📝',
    'rolled-back': '↩️',
    failed: '❌',
    refused: '⛔',
};
/** The job summary: one screen that a reviewer can decide from. */
function summaryOf(settings, result) {
    if (result.offline)
        return planSummary(settings, result);
    const { status, images, testimony, spans, timings } = result;
    const seenLast = testimony?.observation?.assessment();
    const assessment = seenLast && testimony && mapTexts(seenLast, testimony.redact);
    const seen = testimony?.observation?.rolling() ?? new Map();
    // After an undo the table shows what runs again, which was ready all the time.
    const rolling = status === 'rolled-back' ? new Map() : seen;
    return [
        `## ${summary_SIGN[status]} ${settings.release} in ${settings.namespace}: ${status}`,
        '',
        revisionLine(result),
        ...(result.bundle
            ? [`Bundle \`${result.bundle.id}\` of commit ${result.bundle.commit.slice(0, 12)}.`]
            : []),
        ...(result.url ? [`Open: ${code(result.url)}`] : []),
        ...causes(result),
        '',
        ...workloadsBlock(images, assessment?.workloads ?? [], rolling),
        ...hooksBlock(assessment?.jobs ?? [], testimony?.logs ?? []),
        ...diffBlock(result.difference?.changes),
        ...timelineBlock(spans, seen),
        ...timingDetails(timings),
        ...evidenceLines(testimony?.evidence ?? ''),
        result.identity && `On the cluster we are ${code(result.identity)}.`,
        '',
    ].join('\n');
}
const evidenceLines = (path) => path === ''
    ? []
    : [
        `Evidence: ${code(path)} on the runner until the job ends; keep it with actions/upload-artifact (output \`evidence\`).`,
        '',
    ];
/** What the cluster told about the first failure, and whatever failed after it. */
function causes({ failure, testimony }) {
    if (failure instanceof ChecksError)
        return checksBlock(failure.problems);
    if (!testimony?.diagnosis)
        return cause(failure);
    const later = failure instanceof AggregateError ? failure.errors.slice(1) : [];
    return ['', ...diagnosisBlock(testimony.diagnosis), ...later.flatMap(cause)];
}
function revisionLine({ status, revision, previousRevision }) {
    if (status === 'refused' || status === 'planned')
        return 'Nothing was changed in the cluster.';
    if (status === 'unchanged')
        return `All of it runs already, as revision ${revision}.`;
    if (status === 'rolled-back') {
        return `Revision ${revision} failed; revision ${previousRevision} serves again.`;
    }
    return previousRevision === undefined
        ? `First install, revision ${revision}.`
        : `Revision ${previousRevision} → ${revision}.`;
}
/** What post adds when the run was cancelled in the middle. */
const aftermathOf = ({ status, said, diagnosis }) => [
    `### ${status === 'rolled-back' ? '↩️' : '⚠️'} Cancelled`,
    '',
    (0,markdown/* prose */.CS)(said),
    '',
    ...(diagnosis ? (0,diagnosis_block/* diagnosisBlock */.B)(diagnosis) : []),
].join('\n');


/***/ }),

/***/ 6666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B7: () => (/* binding */ claim),
/* harmony export */   Yq: () => (/* binding */ decodeClaims),
/* harmony export */   tp: () => (/* binding */ otherSubject),
/* harmony export */   xi: () => (/* binding */ isImmutableSubject)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6986);

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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('login-refused', 'What came as ID token is not a JWT of an ID token', {
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


/***/ }),

/***/ 6482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ZF: () => (/* binding */ loginInputs),
/* harmony export */   Zt: () => (/* binding */ checkPem),
/* harmony export */   wD: () => (/* binding */ checkLogin)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var _settings_define_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7468);


/** How an action reaches its cluster: spread into the `defineInputs` of every action that does. */
const loginInputs = {
    cluster: (0,_settings_define_js__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .Ie)('https://server', {
        description: 'The API server, which trusts GitHub’s ID tokens itself (see docs/login-direct.md). ' +
            'Empty: use the kubeconfig that is there.',
    }, parseCluster),
    audience: (0,_settings_define_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: 'Audience of the ID token, required with `cluster`: one of `issuer.audiences` in the API ' +
            'server’s AuthenticationConfiguration, letter by letter. One per cluster.',
        pattern: /^[\x21-\x7e]{1,255}$/,
        allowed: 'up to 255 visible ASCII characters, no spaces',
    }),
    'server-ca': (0,_settings_define_js__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .Ie)('PEM or path', {
        description: 'Certificate authority of the API server, as PEM text or the path of a file. ' +
            'Empty: the authorities of the system.',
    }, parseServerCa),
    'expect-environment': (0,_settings_define_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: 'Refuse, before a token is sent anywhere, unless the job runs in this GitHub Environment.',
    }),
    'expect-workflow-ref': (0,_settings_define_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: 'Refuse unless the token’s `job_workflow_ref` is this: exact, or with `*` at its end ' +
            '(`acme/platform/.github/workflows/deploy.yml@refs/tags/v*`).',
        pattern: /^[^*\s]+\*?$/,
        allowed: 'OWNER/REPO/PATH@REF, with * only as the last character',
    }),
    'expect-event': (0,_settings_define_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn)({
        description: 'Refuse unless the run was started by one of these events, one a line. Not given: every ' +
            'event but `pull_request_target`, `workflow_run` and `issue_comment`.',
    }),
    kubeconfig: (0,_settings_define_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: 'Path of an existing kubeconfig. Empty: `KUBECONFIG`, else `~/.kube/config`.',
    }),
    'kube-context': (0,_settings_define_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: 'Context of the existing kubeconfig. Empty: its current one.',
    }),
};
/**
 * What is wrong between these inputs. A value that could not be read is absent: what depends on it
 * is then not judged.
 */
function checkLogin(given) {
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
        throw new _settings_define_js__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P_(`"${value.slice(0, 60)}" is not the address of an API server`, allowed);
    }
    if (url.username || url.password || url.search || url.hash) {
        throw new _settings_define_js__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P_('may hold host, port and path only', allowed);
    }
    return { provider: 'direct', server: url.href.replace(/\/$/, '') };
}
function parseServerCa(value) {
    if (!value.includes('-----BEGIN'))
        return { file: value };
    return { pem: checkPem(value) };
}
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
/** The certificates of a PEM text. @throws {Refusal} when there is none or one cannot be read */
function checkPem(text) {
    const certificates = text.match(CERTIFICATE) ?? [];
    if (certificates.length === 0) {
        throw new _settings_define_js__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P_('holds no certificate', 'PEM starts with -----BEGIN CERTIFICATE-----');
    }
    for (const [index, certificate] of certificates.entries()) {
        try {
            new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(certificate);
        }
        catch {
            throw new _settings_define_js__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P_(`certificate ${index + 1} of ${certificates.length} cannot be read`);
        }
    }
    return `${certificates.join('\n')}\n`;
}


/***/ }),

/***/ 8166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ login),
  r: () => (/* binding */ logout)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./src/errors.js
var errors = __nccwpck_require__(6986);
// EXTERNAL MODULE: ./src/settings/define.js
var settings_define = __nccwpck_require__(7468);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __nccwpck_require__(8500);
;// CONCATENATED MODULE: ./src/cloud/credential-cache.js




/** A mint ends within 20 s: an older lock has lost its holder. */
const LOCK_MS = 30_000;
/** What must be left of a cached credential for a process that starts with it. */
const RESERVE_MS = 60_000;
/** The cache of one configuration; another audience is another file. */
function credentialCache(folder, config) {
    const key = (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(config)).digest('hex').slice(0, 16);
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
            const work = `${file}.${(0,external_node_crypto_.randomUUID)()}`;
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

// EXTERNAL MODULE: ./src/cloud/claims.js
var cloud_claims = __nccwpck_require__(6666);
;// CONCATENATED MODULE: ./src/cloud/expectations.js


/**
 * Events that run with the identity of the base repository although somebody else started them:
 * refused unless they are named. https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/
 */
const UNTRUSTED = ['pull_request_target', 'workflow_run', 'issue_comment'];
/**
 * Refuses a job before its token leaves for the cluster.
 * @throws {ActionError} `login-refused` naming every claim that is not as expected
 */
function checkExpectations(claims, expected) {
    const mismatches = findMismatches(claims, expected);
    if (mismatches.length === 0)
        return;
    throw new errors/* ActionError */.lZ('login-refused', `This job may not log in; no token was sent to the cluster.\n${mismatches.join('\n')}`, { hint: 'Run it from the right job, or change the expect-… inputs.' });
}
/** One line for each claim that is not as expected. */
function findMismatches(claims, expected) {
    const environment = (0,cloud_claims/* claim */.B7)(claims, 'environment');
    const workflow = (0,cloud_claims/* claim */.B7)(claims, 'job_workflow_ref');
    const event = (0,cloud_claims/* claim */.B7)(claims, 'event_name');
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

// EXTERNAL MODULE: ./src/http/request.js
var request = __nccwpck_require__(7235);
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
    return { token, claims: (0,cloud_claims/* decodeClaims */.Yq)(token), clockAheadMs: clockAhead(response, asked, ports) };
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

;// CONCATENATED MODULE: ./src/cloud/kubeconfig.js
const NAME = 'deploy-actions';
/**
 * A kubeconfig (JSON, which is YAML) whose user is an exec credential plugin: it holds no token and
 * so outlives every token. https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins
 */
function execKubeconfig(options) {
    const cluster = {
        server: options.server,
        ...(options.serverCa && {
            'certificate-authority-data': Buffer.from(options.serverCa).toString('base64'),
        }),
    };
    const exec = {
        apiVersion: 'client.authentication.k8s.io/v1',
        command: options.nodePath,
        args: options.args,
        // The plugin reads ACTIONS_ID_TOKEN_REQUEST_* from the environment that kubectl passes on.
        env: null,
        interactiveMode: 'Never',
        provideClusterInfo: false,
    };
    const config = {
        apiVersion: 'v1',
        kind: 'Config',
        clusters: [{ name: NAME, cluster }],
        users: [{ name: NAME, user: { exec } }],
        contexts: [{ name: NAME, context: { cluster: NAME, user: NAME } }],
        'current-context': NAME,
    };
    return `${JSON.stringify(config, null, 2)}\n`;
}

// EXTERNAL MODULE: ./src/cloud/login-inputs.js
var login_inputs = __nccwpck_require__(6482);
;// CONCATENATED MODULE: ./src/cloud/provider.js
/** The API server trusts GitHub itself: the ID token is the credential. */
const direct = async ({ token, claims, clockAheadMs }, now) => {
    const expiresAt = claims.exp * 1000 - clockAheadMs;
    return { token, expiresAt, livesMs: expiresAt - now };
};
const EXCHANGES = { direct };

;// CONCATENATED MODULE: ./src/cloud/login.js













const STATE = 'login-folder';
const FOLDER_PREFIX = 'cluster-login-';
/**
 * Turns the inputs into a kubeconfig: the one that is there, or one of our own whose user is an exec
 * plugin. The first credential is minted here, so that a wrong job ends before a token leaves.
 * @throws {InputError}; {ActionError} `login-refused`, `request-failed`
 */
async function login(settings, ports) {
    const problems = (0,login_inputs/* checkLogin */.wD)(settings);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
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
    const folder = (0,external_node_path_.join)(ports.tempFolder, `${FOLDER_PREFIX}${(0,external_node_crypto_.randomUUID)()}`);
    ports.saveState(STATE, folder);
    await (0,promises_.mkdir)(folder, { mode: 0o700 });
    await credentialCache(folder, config).write(credential);
    const write = async (name, text) => {
        const file = (0,external_node_path_.join)(folder, name);
        await (0,promises_.writeFile)(file, text, { mode: 0o600, flag: 'wx' });
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
        dispose: () => (0,promises_.rm)(folder, { recursive: true, force: true }),
    };
}
async function readServerCa(source) {
    if (source === undefined || 'pem' in source)
        return source?.pem;
    try {
        return (0,login_inputs/* checkPem */.Zt)(await (0,promises_.readFile)(source.file, 'utf8'));
    }
    catch (error) {
        const message = error instanceof settings_define/* Refusal */.P_
            ? `the file ${source.file} ${error.message}`
            : `is neither PEM text nor a file that can be read (${error.code})`;
        throw new errors/* InputError */.dz([
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
    const file = settings.kubeconfig || env.KUBECONFIG || (0,external_node_path_.join)(env.HOME ?? (0,external_node_os_.homedir)(), '.kube', 'config');
    const hint = 'Give cluster: https://… to log in over OIDC, or kubeconfig: PATH.';
    if ((0,external_node_fs_.existsSync)(file)) {
        return {
            provider: 'kubeconfig',
            kubeconfig: file,
            ...(settings.kubeContext && { context: settings.kubeContext }),
            dispose: async () => { },
        };
    }
    if (from === 'KUBECONFIG' && file.includes(':')) {
        throw new errors/* InputError */.dz([
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
    throw new errors/* InputError */.dz([{ input: from === 'cluster' ? 'cluster' : 'kubeconfig', message, hint }]);
}


/***/ }),

/***/ 4203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ fitted),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   b1: () => (/* binding */ LIMITS),
/* harmony export */   zO: () => (/* binding */ mapTexts)
/* harmony export */ });
/** How much of a failed rollout is written down. */
const LIMITS = {
    /** Bytes of JSON of all of it. */
    total: 512 * 1024,
    /** Characters of one text. */
    text: 4096,
    pods: 40,
    events: 300,
    eventsPerObject: 20,
    helmLines: 200,
};
/** The beginning of a text that is too long, with the length of the rest. */
const cut = (text, limit) => text.length <= limit ? text : `${text.slice(0, limit)} … ${text.length - limit} more characters`;
/** The same value with every text in it changed; keys and numbers stay. */
function mapTexts(value, change) {
    if (typeof value === 'string')
        return change(value);
    if (Array.isArray(value))
        return value.map((one) => mapTexts(one, change));
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value).map(([key, one]) => [key, mapTexts(one, change)]);
    return Object.fromEntries(entries);
}
/**
 * The same record within a size: the longest of its lists is halved as often as it takes, and that
 * it was is said in `missing`. What matters most is first in a list.
 * @param limit bytes of JSON
 * @param endMatters names of the lists whose end matters most
 */
function fitted(record, limit, endMatters = []) {
    let result = record;
    while (sizeOf(result) > limit) {
        const [longest] = Object.entries(result)
            .filter(([name, value]) => name !== 'missing' && Array.isArray(value) && value.length > 0)
            .map(([name, value]) => ({ name, list: value, size: sizeOf(value) }))
            .sort((a, b) => b.size - a.size);
        if (longest === undefined)
            return result;
        const { name, list } = longest;
        const said = { what: name, why: 'shortened: there was too much' };
        const missing = result.missing.some(({ what }) => what === name)
            ? result.missing
            : [...result.missing, said];
        const half = Math.floor(list.length / 2);
        const atEnd = endMatters.some((one) => one === name);
        const rest = atEnd ? list.slice(list.length - half) : list.slice(0, half);
        result = { ...result, [name]: rest, missing };
    }
    return result;
}
const sizeOf = (value) => Buffer.byteLength(JSON.stringify(value));


/***/ }),

/***/ 751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ isMapping)
/* harmony export */ });
/* unused harmony export deepMerge */
const isMapping = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Merges values as Helm does: mappings key by key, everything else is replaced by the later one. */
function deepMerge(base, over) {
    const merged = { ...base };
    for (const [key, value] of Object.entries(over)) {
        const before = merged[key];
        merged[key] = isMapping(before) && isMapping(value) ? deepMerge(before, value) : value;
    }
    return merged;
}


/***/ }),

/***/ 3115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ parseImageRef),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   Sh: () => (/* binding */ formatRepository)
/* harmony export */ });
/* unused harmony exports isTag, isDigest, formatImageRef */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6986);

const HUB = 'docker.io';
const HOST = /^(?:\[[0-9a-fA-F:]+\]|[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*)(?::\d{1,5})?$/;
const PATH_PART = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
/** Of `host/path`, https://github.com/distribution/reference/blob/main/reference.go */
const NAME_LIMIT = 255;
const isTag = (text) => TAG.test(text);
const isDigest = (text) => DIGEST.test(text);
/**
 * Reads `[host/]path[:tag][@digest]` by the rules of docker: without a host it is Docker Hub, and
 * there a single name is below `library/`. @throws {ActionError} `invalid-input`
 */
function parseImageRef(text) {
    if (text.includes('://'))
        throw refused(text, `leave "${text.split('://')[0]}://" out`);
    const [beforeDigest = '', digest, ...more] = text.split('@');
    if (more.length > 0 || (digest !== undefined && !isDigest(digest))) {
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
const refused = (text, why) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('invalid-input', `"${text}" is not an image reference: ${why}`, {
    hint: 'write it like ghcr.io/acme/shop/api',
});


/***/ }),

/***/ 8046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ plainLine),
/* harmony export */   t: () => (/* binding */ inert)
/* harmony export */ });
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


/***/ }),

/***/ 63:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ lostData)
/* harmony export */ });
/* harmony import */ var _object_key_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2381);

/**
 * Kinds that go with their release as a matter of course: making them again from the chart gives
 * the same. By API group, because a custom kind may have any name.
 */
const STATELESS = {
    '': [
        'ConfigMap',
        'Endpoints',
        'LimitRange',
        'Pod',
        'PodTemplate',
        'ReplicationController',
        'ResourceQuota',
        'Secret',
        'Service',
        'ServiceAccount',
    ],
    apps: ['DaemonSet', 'Deployment', 'ReplicaSet'],
    batch: ['CronJob', 'Job'],
    autoscaling: ['HorizontalPodAutoscaler'],
    policy: ['PodDisruptionBudget'],
    'discovery.k8s.io': ['EndpointSlice'],
    'scheduling.k8s.io': ['PriorityClass'],
    'networking.k8s.io': ['Ingress', 'IngressClass', 'NetworkPolicy'],
    'rbac.authorization.k8s.io': ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'],
    'admissionregistration.k8s.io': [
        'MutatingWebhookConfiguration',
        'ValidatingAdmissionPolicy',
        'ValidatingAdmissionPolicyBinding',
        'ValidatingWebhookConfiguration',
    ],
    'gateway.networking.k8s.io': ['GRPCRoute', 'HTTPRoute', 'TCPRoute', 'TLSRoute', 'UDPRoute'],
    'monitoring.coreos.com': ['PodMonitor', 'PrometheusRule', 'ServiceMonitor'],
};
/**
 * What going from one manifest to another would delete for good: volumes, namespaces, definitions
 * (with all their objects), StatefulSets, and every kind that we do not know.
 */
function lostData(from, to, namespace) {
    const staying = new Set(to.map((object) => (0,_object_key_js__WEBPACK_IMPORTED_MODULE_0__/* .objectKey */ .T5)(object, namespace)));
    return from.filter((object) => holdsData(object) && !staying.has((0,_object_key_js__WEBPACK_IMPORTED_MODULE_0__/* .objectKey */ .T5)(object, namespace)));
}
const holdsData = (object) => !STATELESS[(0,_object_key_js__WEBPACK_IMPORTED_MODULE_0__/* .groupOf */ .F8)(object)]?.includes(object.kind);


/***/ }),

/***/ 1910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ DNS_LABEL),
/* harmony export */   K: () => (/* binding */ RELEASE_NAME)
/* harmony export */ });
/** A DNS label, as Kubernetes names namespaces; for `pattern`, of at most 63 characters. */
const DNS_LABEL = String.raw `^(?=.{1,63}$)[a-z0-9]([\-a-z0-9]*[a-z0-9])?$`;
/** A Helm release: a DNS label of at most 53 characters, so that names made from it still fit. */
const RELEASE_NAME = String.raw `^(?=.{1,53}$)[a-z0-9]([\-a-z0-9]*[a-z0-9])?$`;


/***/ }),

/***/ 2381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F8: () => (/* binding */ groupOf),
/* harmony export */   T5: () => (/* binding */ objectKey)
/* harmony export */ });
/* unused harmony export isBuiltIn */
/** The API group of an object, `''` for the core group. */
const groupOf = ({ apiVersion }) => apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
/**
 * What makes an object the same one in two manifests, as Helm compares (`ResourceList.Difference`):
 * group, kind, namespace and name; the version does not count.
 * @param namespace of objects that name none
 */
const objectKey = (object, namespace) => [groupOf(object), object.kind, object.metadata.namespace || namespace, object.metadata.name].join('/');
/** Whether Kubernetes itself has the group; all others are somebody's own kinds. */
const isBuiltIn = (group) => !group.includes('.') || group.endsWith('.k8s.io');


/***/ }),

/***/ 5226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O8: () => (/* binding */ RESOURCE_POLICY),
/* harmony export */   sh: () => (/* binding */ parseAllowed)
/* harmony export */ });
/* unused harmony exports removalBetween, judgeRemoval */
/* harmony import */ var _lost_data_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(63);



/** Helm does not delete an object whose live annotation of this name is `keep` (3.18 and 4.2). */
const RESOURCE_POLICY = 'helm.sh/resource-policy';
/**
 * What helm deletes between two manifests.
 * @param live the object as it is in the cluster: helm reads `helm.sh/resource-policy: keep` there;
 *   undefined where it is gone or not known, then the old manifest's word counts
 */
function removalBetween(from, to, namespace, live) {
    const staying = new Set(to.map((object) => objectKey(object, namespace)));
    const removed = from.filter((object) => !staying.has(objectKey(object, namespace)) &&
        (live(object) ?? object).metadata.annotations?.[RESOURCE_POLICY] !== 'keep');
    return { removed, data: lostData(removed, [], namespace) };
}
/** Reads one entry of `allow-delete`: `PersistentVolumeClaim` or `PersistentVolumeClaim/data`. */
function parseAllowed(entry) {
    const [, kind, name] = /^([A-Za-z][A-Za-z0-9]*)(?:\/([a-z0-9:.-]+))?$/.exec(entry) ?? [];
    return kind === undefined ? undefined : { kind, name };
}
/** Refuses the removal of data unless it is meant. */
function judgeRemoval({ data }, allowed) {
    return data
        .filter((object) => !allowed.some((one) => covers(one, object)))
        .map((object) => ({
        check: 'removal',
        outcome: 'refused',
        object: objectName(object),
        field: '',
        message: `the new manifest has no ${objectName(object)} any more, so helm would delete it${losing(object)}`,
        hint: `If that is meant: allow-delete: ${objectName(object)}. To keep it: kubectl annotate ${object.kind.toLowerCase()} ${object.metadata.name} ${RESOURCE_POLICY}=keep`,
    }));
}
const covers = ({ kind, name }, object) => kind.toLowerCase() === object.kind.toLowerCase() &&
    (name === undefined || name === object.metadata.name);
const LOSING = {
    PersistentVolumeClaim: ' with its data',
    Namespace: ' with everything in it',
    CustomResourceDefinition: ' with all objects of its kind',
};
const losing = ({ kind }) => LOSING[kind] ?? '';


/***/ }),

/***/ 6986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Uc: () => (/* binding */ describeError),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   lZ: () => (/* binding */ ActionError)
/* harmony export */ });
/* unused harmony exports describeProblem, ChecksError */
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

/***/ 7235:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Rx: () => (/* binding */ createSend),
/* harmony export */   lx: () => (/* binding */ sendWithRetry)
/* harmony export */ });
/* unused harmony export parseJson */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6986);
/* harmony import */ var _tools_clock_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8859);
/* harmony import */ var _tools_read_lines_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2121);




/** A line of a stream is one object of the cluster; etcd takes none beyond 1.5 MiB. */
const LONGEST_LINE = 8 * 1024 * 1024;
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
                (0,_tools_read_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .readLines */ .S)(response, request.stream.onLine, LONGEST_LINE);
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
        call.on('close', (0,_tools_clock_js__WEBPACK_IMPORTED_MODULE_2__/* .limit */ .A)(timeoutMs, late));
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
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('request-failed', `${request.method ?? 'GET'} ${where} failed`, { cause });
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
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ))
                throw error;
            return error;
        });
        const again = answer instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ || TRANSIENT.has(answer.status) || budget.alsoRetry?.(answer);
        const pause = pauseBefore(attempt, answer instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ ? undefined : answer);
        if (!again || attempt >= budget.tries || Date.now() + pause > end) {
            if (answer instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ)
                throw answer;
            return answer;
        }
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(pause);
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


/***/ }),

/***/ 8045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ diagnosisBlock),
/* harmony export */   d: () => (/* binding */ diagnosisLines)
/* harmony export */ });
/* harmony import */ var _domain_inert_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8046);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(231);


/** Lines of a container's log that fit on one screen; the evidence has more. */
const SHOWN = 20;
/** The cause of a failed rollout for the job summary, as lines of markdown. */
function diagnosisBlock(diagnosis) {
    const { message, hint, log } = diagnosis;
    return [
        '',
        `### Cause: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(diagnosis.code)}`,
        '',
        placeOf(diagnosis)
            .map(([what, name]) => `${what} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(name)}`)
            .join(' · '),
        '',
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(message || 'The cluster gave no message.'),
        '',
        ...(hint === '' ? [] : [`**Next:** ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .sentences */ .hC)(hint)}`, '']),
        ...logBlock(diagnosis, log),
    ];
}
function logBlock({ container }, log) {
    if (log.length === 0)
        return [];
    const of = container === '' ? 'the container' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(container);
    return [`Last lines of ${of}:`, '', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fence */ .EU)(log.slice(-SHOWN)), ''];
}
/** The same for the job's log, as plain lines. */
function diagnosisLines(diagnosis) {
    const { message, hint, log } = diagnosis;
    const place = placeOf(diagnosis).map(([what, name]) => `${what} ${name}`);
    return [
        `✗ ${diagnosis.code}: ${place.join(', ')}`,
        ...message.split(/\r\n|[\r\n]/).map((line) => `  ${(0,_domain_inert_js__WEBPACK_IMPORTED_MODULE_0__/* .plainLine */ .h)(line)}`),
        ...log.slice(-SHOWN).map((line) => `  │ ${(0,_domain_inert_js__WEBPACK_IMPORTED_MODULE_0__/* .plainLine */ .h)(line)}`),
        ...(hint === '' ? [] : [`  → ${hint}`]),
    ];
}
/** Where it shows, from the outside in; what is not known or says the same twice is left out. */
const placeOf = ({ workload, object, container, namespace }) => [
    ['workload', workload],
    ['object', object === workload ? '' : object],
    ['container', container],
    ['namespace', namespace],
].filter(([, name]) => name !== '');


/***/ }),

/***/ 231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   hC: () => (/* binding */ sentences)
/* harmony export */ });
/* unused harmony exports table, shortDigest */
/* harmony import */ var _domain_inert_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8046);

const LINE_END = /\r\n|[\r\n]/;
/** A cell of a markdown table: one line, pipes escaped. */
const cell = (value) => value.replace(/\r?\n/g, ' ').replaceAll('|', '\\|');
const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;
/** A GitHub table; `''` without rows, so that no empty table is shown. */
function table(head, rows) {
    if (rows.length === 0)
        return '';
    return [row(head), row(head.map(() => '---')), ...rows.map(row), ''].join('\n');
}
/** The first 12 hex digits of a digest, as registries show it. */
const shortDigest = (digest) => digest.replace(/^sha256:/, '').slice(0, 12);
/**
 * What markdown or HTML could read as more than text: signs that always mean something, those that
 * do at a line's start or outside words, and addresses that GitHub would make links of.
 */
const MEANT = /[#$&*<>[\\\]`|~]|^\s*[-+=]|(?<=^\s*\d+)[.)]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:(?=\/\/)|(?<=www)\./giu;
/** The same with every such sign as an entity, which can only ever be shown. */
const escaped = (text) => text.replace(MEANT, (signs) => signs.replace(/\S/g, (sign) => `&#${sign.codePointAt(0)};`));
/** Somebody else's words inside a line of markdown, in a table too. */
const prose = (text) => escaped((0,_domain_inert_js__WEBPACK_IMPORTED_MODULE_0__/* .plainLine */ .h)(text));
/** Somebody else's word as code, in a table too; `''` for `''`. */
function code(text) {
    const line = (0,_domain_inert_js__WEBPACK_IMPORTED_MODULE_0__/* .plainLine */ .h)(text);
    if (line === '')
        return '';
    // In backticks only a backtick means anything, and in a table a pipe.
    return /^\s|[`|]/.test(line) ? `<code>${escaped(line)}</code>` : `\`${line}\``;
}
/** Somebody else's lines as they are, in a fence longer than any that they could close it with. */
function fence(lines) {
    const shown = lines.flatMap((line) => line.split(LINE_END)).map(_domain_inert_js__WEBPACK_IMPORTED_MODULE_0__/* .plainLine */ .h);
    const longest = Math.max(2, ...(shown.join('\n').match(/`+/g) ?? []).map((run) => run.length));
    const ticks = '`'.repeat(longest + 1);
    return [`${ticks}text`, ...shown, ticks].join('\n');
}
/** Sentences of ours with somebody else's words in them; what stands in backticks is code. */
const sentences = (text) => linesOf(text).map(sentence).join(BREAK);
const sentence = (line) => (0,_domain_inert_js__WEBPACK_IMPORTED_MODULE_0__/* .plainLine */ .h)(line)
    .split('`')
    .map((part, index) => (index % 2 === 0 ? escaped(part) : code(part)))
    .join('');
/** Somebody else's words as a quotation, line by line; unlike a fence it wraps long lines. */
const quoted = (text) => linesOf(text)
    .map((line) => `> ${prose(line)}`)
    .join(BREAK);
const linesOf = (text) => text.trim().split(LINE_END);
/** A line's end that is one for the reader, too. */
const BREAK = '  \n';


/***/ }),

/***/ 3400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  a: () => (/* binding */ runPost)
});

// UNUSED EXPORTS: runAction

// EXTERNAL MODULE: ./src/errors.js
var errors = __nccwpck_require__(6986);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
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
    process.stdout.write(cmd.toString() + external_os_.EOL);
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
// EXTERNAL MODULE: external "crypto"
var external_crypto_ = __nccwpck_require__(6982);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`;
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
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
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
    process.stdout.write(external_os_.EOL);
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
    process.stdout.write(message + external_os_.EOL);
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


const { access, appendFile, writeFile } = external_fs_.promises;
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
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
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
        return this.addRaw(external_os_.EOL);
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
// EXTERNAL MODULE: ./src/domain/inert.js
var inert = __nccwpck_require__(8046);
;// CONCATENATED MODULE: ./src/runner/io.js



const SUMMARY_LIMIT = 1024 * 1024 - 1024;
const io_runnerIo = (cancelled) => ({
    cancelled,
    env: process.env,
    tempFolder: process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(),
    read: (name) => getInput(name),
    mask: (secret) => maskEverywhere(secret),
    info: (line) => info((0,inert/* inert */.t)(line)),
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

/***/ 1664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  d: () => (/* binding */ sessionPorts)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __nccwpck_require__(3136);
;// CONCATENATED MODULE: ./src/cloud/credential-script.js


/**
 * Absolute path of the exec plugin's bundle, which lies beside every action's.
 * @param bundleUrl `import.meta.url` of `dist/<action>/index.js` or `dist/<action>/post/index.js`
 */
function credentialScript(bundleUrl) {
    const folder = (0,external_node_path_.dirname)((0,external_node_url_.fileURLToPath)(bundleUrl));
    const action = (0,external_node_path_.basename)(folder) === 'post' ? (0,external_node_path_.dirname)(folder) : folder;
    return (0,external_node_path_.join)((0,external_node_path_.dirname)(action), 'credential', 'index.js');
}

// EXTERNAL MODULE: ./src/errors.js
var errors = __nccwpck_require__(6986);
;// CONCATENATED MODULE: ./src/http/github/refusal.js

/**
 * How long to wait before the call is sent again; undefined: it makes no sense or would be wrong.
 * A limited call was not done, so it may be sent again whatever it does.
 */
function retryPause(refused, attempt, repeatable) {
    const growing = 500 * 2 ** (attempt - 1);
    if (isSecondaryLimit(refused)) {
        const asked = Number(refused.headers['retry-after']);
        // Without a header GitHub asks for at least a minute.
        return Number.isFinite(asked) && asked > 0 ? asked * 1000 : 60_000;
    }
    if (isUsedUp(refused) || !repeatable)
        return undefined;
    return refused.status === 0 || refused.status >= 500 ? growing : undefined;
}
/** The failure for the person who reads the log, with the right that is missing where one is. */
function githubError(what, needs, refused, now) {
    const { status, message, headers, cause } = refused;
    if (status === 0) {
        return new errors/* ActionError */.lZ('request-failed', `GitHub did not answer (${what})`, { cause });
    }
    if (isUsedUp(refused) || isSecondaryLimit(refused)) {
        const reset = Number(headers['x-ratelimit-reset']) * 1000;
        const minutes = Math.max(1, Math.ceil((reset - now) / 60_000));
        const when = Number.isFinite(reset) ? `in ${minutes} min` : 'in a few minutes';
        return new errors/* ActionError */.lZ('rate-limited', `GitHub's rate limit is used up (${what}): ${message}`, {
            hint: `Run the job again ${when}. All jobs of the repository share the limit of GITHUB_TOKEN.`,
        });
    }
    return new errors/* ActionError */.lZ('github-refused', `Cannot ${what}: GitHub said ${status} ${message}`, {
        ...hintFor(status, needs, headers['x-accepted-github-permissions']),
    });
}
function hintFor(status, needs, accepted) {
    if (status === 401)
        return { hint: 'The token is not valid (any more): check github-token.' };
    if (status === 403 || status === 404) {
        const asked = accepted === undefined ? '' : ` (GitHub asks for ${accepted})`;
        return { hint: `Give the job the permission \`${needs}\`${asked}.` };
    }
    return {};
}
const isUsedUp = ({ status, headers }) => (status === 403 || status === 429) && headers['x-ratelimit-remaining'] === '0';
const isSecondaryLimit = (refused) => (refused.status === 403 || refused.status === 429) &&
    !isUsedUp(refused) &&
    ('retry-after' in refused.headers ||
        /secondary rate limit/i.test(refused.message) ||
        refused.status === 429);

;// CONCATENATED MODULE: ./src/http/github/api.js


const TRIES = 4;
/** A secondary limit may ask for so long a pause; longer ones end the call. */
const LONGEST_PAUSE_MS = 60_000;
const ANSWER_MS = 15_000;
const LARGEST_ANSWER = 32 * 1024 * 1024;
function createApi(options) {
    const seen = { requests: 0, left: undefined };
    let octokit;
    const settings = {
        baseUrl: options.url,
        userAgent: 'deploy-actions',
        log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
        request: {
            // Our own Send: octokit's fetch has no deadline, and would bring a second way through proxies.
            fetch: async (url, init) => {
                seen.requests++;
                const response = await sendFollowing(options.send, {
                    url,
                    method: init.method ?? 'GET',
                    headers: init.headers ?? {},
                    ...(init.body !== undefined && { body: init.body }),
                    timeoutMs: ANSWER_MS,
                    maxBytes: LARGEST_ANSWER,
                });
                const left = response.headers.get('x-ratelimit-remaining');
                if (left !== null)
                    seen.left = Number(left);
                return response;
            },
        },
    };
    /** @returns the data, or why there is none after all that could be tried */
    const attempt = async (rules, body) => {
        for (let number = 1;; number++) {
            try {
                octokit ??= loadOctokit(options.token, settings);
                return { data: (await body(await octokit)).data };
            }
            catch (error) {
                const refused = asRefused(error);
                const pause = retryPause(refused, number, rules.repeatable);
                if (pause === undefined || number >= TRIES || pause > LONGEST_PAUSE_MS)
                    return { refused };
                await options.sleep(pause);
            }
        }
    };
    return {
        requests: () => seen.requests,
        left: () => seen.left,
        call: async (what, rules, body) => {
            const result = await attempt(rules, body);
            if ('data' in result)
                return result.data;
            throw githubError(what, rules.needs, result.refused, options.now());
        },
        find: async (what, rules, body) => {
            const result = await attempt(rules, body);
            if ('data' in result)
                return result.data;
            const { status } = result.refused;
            if (status === 404 || status === 422)
                return undefined;
            throw githubError(what, rules.needs, result.refused, options.now());
        },
    };
}
/**
 * Loaded by the first call, from a file of its own in the bundle: reading it takes as long as node's
 * own start, and many runs make no call.
 */
async function loadOctokit(token, settings) {
    const github = await Promise.all(/* import() */[__nccwpck_require__.e(31), __nccwpck_require__.e(329)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1329));
    return github.getOctokit(token, settings);
}
const quiet = () => { };
/** Sends, and follows a moved repository (301, 307, 308) on the same host only. */
async function sendFollowing(send, request) {
    let url = request.url;
    for (let hops = 0;; hops++) {
        const answer = await send({ ...request, url });
        const { location } = answer.headers;
        const moved = [301, 302, 307, 308].includes(answer.status) && location !== undefined;
        const next = moved ? new URL(location, url) : undefined;
        if (next && next.host === new URL(url).host && request.method === 'GET' && hops < 3) {
            url = next.href;
            continue;
        }
        const empty = answer.status === 204 || answer.status === 205 || answer.status === 304;
        const headers = Object.entries(answer.headers).map(([name, value]) => [
            name,
            [value ?? ''].flat().join(', '),
        ]);
        // A redirect that is not followed is no answer of the API.
        const status = moved ? 421 : answer.status;
        return new Response(empty ? null : new Uint8Array(answer.body), { status, headers });
    }
}
/** The parts of octokit's RequestError that we judge by; anything else got no answer. */
function asRefused(error) {
    const given = error;
    if (given.response === undefined) {
        const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
        if (cause instanceof errors/* ActionError */.lZ)
            return { status: 0, message: '', headers: {}, cause };
        throw error;
    }
    return {
        status: given.status ?? 0,
        message: given.message ?? '',
        headers: given.response.headers ?? {},
        cause: error,
    };
}

// EXTERNAL MODULE: ./src/http/request.js
var request = __nccwpck_require__(7235);
;// CONCATENATED MODULE: ./src/http/github/download-artifact.js


/** What we keep in artifacts is small; anything larger is not ours. */
const LARGEST = 32 * 1024 * 1024;
/**
 * The archive of an artifact. GitHub answers with the address of its storage, which gets no token:
 * the address is its own permission.
 * @throws {ActionError} `github-refused`, `request-failed`
 */
async function downloadArtifact(id, { url, token, send, repository }) {
    const answer = await (0,request/* sendWithRetry */.lx)(send, {
        url: `${url}/repos/${repository}/actions/artifacts/${id}/zip`,
        headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
    });
    const { location } = answer.headers;
    if (answer.status !== 302 || location === undefined)
        throw refused(answer.status);
    const file = await (0,request/* sendWithRetry */.lx)(send, { url: location, maxBytes: LARGEST, timeoutMs: 60_000 });
    if (file.status !== 200)
        throw refused(file.status);
    return file.body;
}
const refused = (status) => new errors/* ActionError */.lZ('github-refused', `Cannot download an artifact: GitHub said ${status}`, {
    hint: 'Give the job the permission `actions: read`.',
});

;// CONCATENATED MODULE: ./src/http/github/facts.js
/** The parts of GitHub's answers that we use, in its own words where they are short. */
function toRun(run) {
    const actors = [run.actor?.login, run.triggering_actor?.login];
    return {
        id: run.id,
        attempt: run.run_attempt ?? 1,
        headBranch: run.head_branch ?? '',
        headSha: run.head_sha,
        event: run.event,
        status: run.status ?? '',
        conclusion: run.conclusion ?? '',
        // GitHub adds `@ref` for some events.
        path: run.path.replace(/@.*$/, ''),
        called: (run.referenced_workflows ?? []).map((workflow) => workflow.path),
        actors: actors.filter((login) => login !== undefined),
    };
}
function toComparison(comparison) {
    return {
        status: comparison.status,
        aheadBy: comparison.ahead_by,
        behindBy: comparison.behind_by,
        commits: comparison.commits.map(({ sha, commit, author, committer }) => ({
            sha,
            title: commit.message.split('\n')[0] ?? '',
            people: [author?.login, committer?.login].filter((login) => login !== undefined),
        })),
    };
}
const INSIDERS = ['OWNER', 'MEMBER', 'COLLABORATOR'];
const toComment = (comment) => ({
    id: comment.id,
    body: comment.body ?? '',
    isOurs: comment.user?.type === 'Bot' || INSIDERS.includes(comment.author_association ?? ''),
});
function toEnvironment(environment) {
    const rules = environment.protection_rules ?? [];
    const review = rules.find((rule) => rule.type === 'required_reviewers');
    return {
        name: environment.name,
        reviewers: (review?.reviewers ?? []).map(({ reviewer }) => reviewer?.login ?? `@${reviewer?.slug ?? 'team'}`),
        preventSelfReview: review?.prevent_self_review ?? false,
    };
}

;// CONCATENATED MODULE: ./src/http/github/github.js




const PAGE = 100;
/** GitHub of the running job, for a token: GITHUB_API_URL and GITHUB_REPOSITORY say where. */
const githubOf = (env, ports) => (token) => createGitHub({
    ...ports,
    token,
    url: env.GITHUB_API_URL ?? 'https://api.github.com',
    repository: env.GITHUB_REPOSITORY ?? '',
});
/** @param options.repository `owner/name` (GITHUB_REPOSITORY) */
function createGitHub(options) {
    const api = createApi(options);
    const [owner = '', repo = ''] = options.repository.split('/');
    const here = { owner, repo };
    const read = (what, permission, body) => api.call(what, { needs: `${permission}: read`, repeatable: true }, body);
    const find = (what, permission, body) => api.find(what, { needs: `${permission}: read`, repeatable: true }, body);
    const write = (what, permission, repeatable, body) => api.call(what, { needs: `${permission}: write`, repeatable }, body);
    return {
        repository: options.repository,
        requests: api.requests,
        left: api.left,
        defaultBranch: async () => (await read('read the repository', 'metadata', (o) => o.rest.repos.get(here))).default_branch,
        deployments: (filter, max) => pages(max, (page) => read('list deployments', 'deployments', (o) => o.rest.repos.listDeployments({ ...here, ...filter, ...page }))),
        newestDeployments: (environment) => read('list deployments', 'deployments', (o) => o.rest.repos.listDeployments({ ...here, environment, per_page: 30 })),
        createDeployment: async (deployment) => {
            const data = await write('create a deployment', 'deployments', false, (o) => o.rest.repos.createDeployment({
                ...here,
                ...deployment,
                // Ours is a record of what happens: it waits for no check and merges nothing.
                auto_merge: false,
                required_contexts: [],
                payload: { ...deployment.payload },
            }));
            if (data.id !== undefined)
                return data.id;
            throw new errors/* ActionError */.lZ('github-refused', `GitHub made no deployment: ${data.message ?? ''}`);
        },
        statuses: async (deployment) => {
            const newestFirst = await pages(PAGE, (page) => read('list deployment statuses', 'deployments', (o) => o.rest.repos.listDeploymentStatuses({ ...here, deployment_id: deployment, ...page })));
            return [...newestFirst].reverse();
        },
        // Twice the same word about the same bundle changes nothing: it may be repeated.
        addStatus: async (deployment, status) => {
            await write('add a deployment status', 'deployments', true, (o) => o.rest.repos.createDeploymentStatus({
                ...here,
                deployment_id: deployment,
                auto_inactive: false,
                ...status,
            }));
        },
        run: async (run_id) => {
            const run = await find('read a workflow run', 'actions', (o) => o.rest.actions.getWorkflowRun({ ...here, run_id }));
            return run && toRun(run);
        },
        job: (job_id) => find('read a job', 'actions', (o) => o.rest.actions.getJobForWorkflowRun({ ...here, job_id })),
        jobs: (run_id, attempt_number) => pages(10 * PAGE, async (page) => {
            const data = await read('list jobs', 'actions', (o) => o.rest.actions.listJobsForWorkflowRunAttempt({
                ...here,
                run_id,
                attempt_number,
                ...page,
            }));
            return data.jobs;
        }),
        reviews: async (run_id) => {
            const reviews = await read('read approvals', 'actions', (o) => o.rest.actions.getReviewsForRun({ ...here, run_id }));
            return reviews.map((review) => ({
                user: review.user.login,
                state: review.state,
                environments: review.environments.map((environment) => environment.name ?? ''),
            }));
        },
        commit: async (commit_sha) => {
            const commit = await find('read a commit', 'contents', (o) => o.rest.git.getCommit({ ...here, commit_sha }));
            return commit && { sha: commit.sha, tree: commit.tree.sha };
        },
        compare: async (base, head) => {
            const comparison = await find('compare commits', 'contents', (o) => o.rest.repos.compareCommitsWithBasehead({ ...here, basehead: `${base}...${head}` }));
            return comparison && toComparison(comparison);
        },
        checks: (ref) => pages(10 * PAGE, async (page) => {
            const data = await read('list check runs', 'checks', (o) => o.rest.checks.listForRef({ ...here, ref, filter: 'latest', ...page }));
            return data.check_runs;
        }),
        branch: async (name) => {
            const ref = await find('read a branch', 'contents', (o) => o.rest.git.getRef({ ...here, ref: `heads/${name}` }));
            return ref?.object.sha;
        },
        forward: async (name, sha) => {
            await write(`move ${name}`, 'contents', true, (o) => o.rest.git.updateRef({ ...here, ref: `heads/${name}`, sha, force: false }));
        },
        dispatch: async (workflow, branch) => {
            await write(`start ${workflow} on ${branch}`, 'actions', false, (o) => o.rest.actions.createWorkflowDispatch({ ...here, workflow_id: workflow, ref: branch }));
        },
        environment: async (environment_name) => {
            const found = await find('read an environment', 'actions', (o) => o.rest.repos.getEnvironment({ ...here, environment_name }));
            return found && toEnvironment(found);
        },
        artifact: async (run_id, name) => {
            const listed = await find('list artifacts', 'actions', (o) => o.rest.actions.listWorkflowRunArtifacts({ ...here, run_id, name }));
            const there = listed?.artifacts.find((one) => one.name === name && !one.expired);
            return there && downloadArtifact(there.id, options);
        },
        comments: async (issue_number) => {
            const found = await pages(10 * PAGE, (page) => read('list comments', 'pull-requests', (o) => o.rest.issues.listComments({ ...here, issue_number, ...page })));
            return found.map(toComment);
        },
        addComment: async (issue_number, body) => {
            await write('write a comment', 'pull-requests', false, (o) => o.rest.issues.createComment({ ...here, issue_number, body }));
        },
        updateComment: async (comment_id, body) => {
            await write('change a comment', 'pull-requests', true, (o) => o.rest.issues.updateComment({ ...here, comment_id, body }));
        },
    };
}
/** Reads page after page. @throws {ActionError} when there is more than `max`: no partial answer */
async function pages(max, read) {
    const all = [];
    for (let page = 1;; page++) {
        const found = await read({ per_page: PAGE, page });
        all.push(...found);
        if (found.length < PAGE)
            return all;
        if (all.length >= max) {
            throw new errors/* ActionError */.lZ('github-refused', `GitHub lists more than ${max} entries`, {
                hint: 'A part of them is no basis for a decision.',
            });
        }
    }
}

// EXTERNAL MODULE: ./src/tools/clock.js
var clock = __nccwpck_require__(8859);
// EXTERNAL MODULE: ./src/tools/exec.js
var exec = __nccwpck_require__(7164);
// EXTERNAL MODULE: ./src/tools/process.js + 1 modules
var tools_process = __nccwpck_require__(1287);
;// CONCATENATED MODULE: ./src/session/session-ports.js






/**
 * What an action that works on a release needs of the outside world beside `io`, made once in its
 * main or post.
 * @param bundleUrl `import.meta.url` of `dist/<action>/index.js`
 */
function sessionPorts(io, bundleUrl) {
    const clocked = { send: (0,request/* createSend */.Rx)(io.env), ...clock/* systemClock */.m };
    return {
        ...io,
        ...clocked,
        exec: exec/* exec */.m,
        startProcess: tools_process/* startProcess */.k,
        nodePath: process.execPath,
        credentialScript: credentialScript(bundleUrl),
        github: githubOf(io.env, clocked),
    };
}


/***/ }),

/***/ 4354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ camelCase)
/* harmony export */ });
const camelCase = (name) => name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());


/***/ }),

/***/ 6867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ mappingOf),
/* harmony export */   c: () => (/* binding */ listOf)
/* harmony export */ });
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5935);

/** A list; empty when its key is not there. */
function listOf(item, about) {
    const { min = 0, unique = false, ...rest } = about;
    const schema = {
        type: 'array',
        items: item.schema,
        ...(min > 0 && { minItems: min }),
        ...(unique && { uniqueItems: true }),
    };
    const list = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .shape */ .cW)(`list of ${item.kind}`, { ...rest, default: [] }, schema, (at) => {
        if (at.kind !== 'list') {
            at.refuse(`must be a list, not ${(0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(at)}`, 'write [one, two] or `- one` lines');
            return undefined;
        }
        const items = at.children();
        if (items.length < min)
            at.refuse(`must have at least ${min} item${min > 1 ? 's' : ''}`);
        if (unique)
            refuseTwice(items.map(({ value }) => value));
        return items.map(({ value }) => item.read(value));
    });
    return withKeysOf(item, list);
}
function refuseTwice(items) {
    items.forEach((item, index) => {
        if (item.value === undefined || item.value === null)
            return;
        if (items.findIndex((other) => other.value === item.value) === index)
            return;
        item.refuse(`${(0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(String(item.value))} is given twice`);
    });
}
/** A mapping from names to values of one shape; empty when its key is not there. */
function mappingOf(value, about) {
    const { named, pattern, allowed, ...rest } = about;
    const expression = new RegExp(pattern, 'u');
    const schema = {
        type: 'object',
        propertyNames: { pattern },
        additionalProperties: value.schema,
    };
    const mapping = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .shape */ .cW)(`mapping ${named} → ${value.kind}`, { ...rest, default: {} }, schema, (at) => {
        if (at.kind !== 'mapping') {
            at.refuse(`must be a mapping, not ${(0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(at)}`, `write ${named}: … lines`);
            return undefined;
        }
        const read = at.children().map((entry) => {
            if (!expression.test(entry.name)) {
                entry.refuse(`${(0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(entry.name)} is not allowed as a name`, `allowed: ${allowed}`);
            }
            return [entry.name, value.read(entry.value)];
        });
        return Object.fromEntries(read);
    });
    return withKeysOf(value, mapping);
}
/** The reference shows the keys of records inside of lists and mappings, too. */
const withKeysOf = (inner, outer) => inner.keys ? { ...outer, keys: inner.keys } : outer;


/***/ }),

/***/ 1894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ plainValue)
/* harmony export */ });
/** The value as plain data. */
function plainValue(at) {
    if (at.kind === 'list')
        return at.children().map(({ value }) => plainValue(value));
    if (at.kind !== 'mapping')
        return at.value ?? null;
    return Object.fromEntries(at.children().map(({ name, value }) => [name, plainValue(value)]));
}


/***/ }),

/***/ 6454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  X: () => (/* binding */ environmentShape)
});

// EXTERNAL MODULE: ./src/domain/names.js
var names = __nccwpck_require__(1910);
// EXTERNAL MODULE: ./src/settings/config/collections.js
var collections = __nccwpck_require__(6867);
// EXTERNAL MODULE: ./src/settings/config/record.js
var record = __nccwpck_require__(8497);
// EXTERNAL MODULE: ./src/settings/config/shape.js
var shape = __nccwpck_require__(5935);
;// CONCATENATED MODULE: ./src/settings/config/probes.js



/** Requests that a healthy environment answers well. */
const probesShape = (0,collections/* listOf */.c)((0,record/* record */.g)({
    path: (0,shape/* text */.Qq)({
        description: 'Path below the environment’s URL.',
        pattern: String.raw `^/\S*$`,
        allowed: 'a path that starts with /',
    }),
    url: (0,shape/* text */.Qq)({
        description: 'Whole URL, for what is served elsewhere.',
        pattern: String.raw `^https?://\S+$`,
        allowed: 'http://… or https://…',
    }),
    status: (0,shape/* wholeNumber */.rD)({
        description: 'Expected status code.',
        min: 100,
        max: 599,
        default: 200,
    }),
    body: (0,shape/* text */.Qq)({ description: 'Text that the answer must hold.' }),
    version: (0,shape/* text */.Qq)({
        description: 'What the answer must be, or give as `version` or `commit` in its JSON.',
    }),
}, { description: 'One request.', exactlyOne: ['path', 'url'] }), { description: 'Requests that must be answered well, again and again over the soak.' });

// EXTERNAL MODULE: ./src/settings/config/release.js
var release = __nccwpck_require__(5419);
;// CONCATENATED MODULE: ./src/settings/config/require.js



/** What must be true before a bundle enters an environment. */
const requireShape = (0,record/* record */.g)({
    pass: (0,collections/* listOf */.c)((0,shape/* text */.Qq)({ description: 'Name of an environment.' }), {
        description: 'Environments in which this bundle must have passed.',
        unique: true,
    }),
    checks: (0,collections/* listOf */.c)((0,shape/* text */.Qq)({ description: 'Name of a check.' }), {
        description: 'Check runs of this commit that must be green, such as the jobs of your test workflow.',
        unique: true,
    }),
    approvals: (0,shape/* wholeNumber */.rD)({
        description: 'People who must approve on GitHub.',
        min: 0,
        max: 1,
        default: 0,
        allowed: '0 or 1: on GitHub one approval releases a job',
    }),
    'min-age': (0,shape/* duration */.p0)({
        description: 'The bundle must have passed at least so long ago.',
        days: true,
    }),
    'max-age': (0,shape/* duration */.p0)({
        description: 'The bundle must have passed at most so long ago.',
        days: true,
    }),
}, { description: 'What must be true before a bundle enters the environment.' });

// EXTERNAL MODULE: ./src/settings/config/service.js
var service = __nccwpck_require__(2685);
;// CONCATENATED MODULE: ./src/settings/config/environment.js








const e2eShape = (0,record/* record */.g)({
    command: (0,shape/* text */.Qq)({
        description: 'Command that tests the environment, run by a shell.',
        required: true,
    }),
    report: (0,shape/* text */.Qq)({ description: 'Path of the report that the command writes.' }),
    retries: (0,shape/* wholeNumber */.rD)({
        description: 'How often failed specs are run again. Default: 1.',
        min: 0,
        max: 5,
    }),
    timeout: (0,shape/* duration */.p0)({ description: 'For one run of the command. Default: 15m.' }),
    env: (0,collections/* mappingOf */.G)((0,shape/* text */.Qq)({ description: 'A value.', pattern: service/* ONE_LINE */.St, allowed: 'one line of text' }), {
        description: 'Variables for the command; it sees nothing else of the job’s but PATH and the like.',
        named: '<NAME>',
        pattern: service/* VARIABLE_NAME */.nN,
        allowed: 'A-Z a-z 0-9 _',
    }),
}, { description: 'End-to-end tests against the environment.' });
/** A GitHub Environment and the namespace and cluster behind it. */
const environmentShape = (0,record/* record */.g)({
    namespace: (0,shape/* text */.Qq)({
        description: 'Namespace of the release.',
        required: true,
        pattern: names/* DNS_LABEL */.H,
        allowed: 'up to 63 of a-z 0-9 -, as in Kubernetes',
    }),
    cluster: (0,shape/* text */.Qq)({
        description: 'The API server. Default: the kubeconfig that is there.',
        pattern: String.raw `^https://[^\s@?#]+$`,
        allowed: 'https://server[:port]',
    }),
    audience: (0,shape/* text */.Qq)({
        description: 'Audience of the ID token, as the API server expects it. Needed with `cluster`.',
        pattern: String.raw `^[\x21-\x7e]{1,255}$`,
        allowed: 'up to 255 visible ASCII characters, no spaces',
    }),
    'server-ca': (0,shape/* text */.Qq)({
        description: 'Certificate authority of the API server: PEM text or a path.',
    }),
    url: (0,shape/* text */.Qq)({
        description: 'Where people and probes reach the environment.',
        pattern: String.raw `^https?://\S+$`,
        allowed: 'http://… or https://…',
    }),
    values: (0,release/* valuesShape */.c3)('Helm values files after those of `release`.'),
    release: release/* releaseOverrideShape */.$Q,
    require: requireShape,
    e2e: e2eShape,
    probes: probesShape,
    'probe-interval': (0,shape/* duration */.p0)({ description: 'Between two rounds of probes. Default: 5s.' }),
    'min-success': (0,shape/* text */.Qq)({
        description: 'Share of good answers that each probe needs. Default: 99%.',
        pattern: String.raw `^(?=.*[1-9])(100(\.0+)?|\d{1,2}(\.\d+)?)%$`,
        allowed: 'a share like 99% or 99.9%',
    }),
    soak: (0,shape/* duration */.p0)({ description: 'How long probes must stay good.' }),
    proof: (0,shape/* choice */.Yq)(['rollout'], {
        description: '`rollout`: a verified rollout alone is proof enough.',
    }),
    'max-flaky': (0,shape/* wholeNumber */.rD)({
        description: 'Specs that may pass on a retry only. Default: 2.',
        min: 0,
        max: 1000,
    }),
    'on-inconclusive': (0,shape/* choice */.Yq)(['stop', 'pass', 'fail'], {
        description: 'What becomes of doubt. Default: `stop`.',
    }),
    production: (0,shape/* flag */.Jt)({
        description: 'An undo or a rollback here holds further deploys. Default: `true` for the last environment of a flow.',
    }),
    rollback: (0,record/* record */.g)({
        objective: (0,shape/* duration */.p0)({
            description: 'From a detected fault to the verified old state. Default: 15m.',
        }),
    }, { description: 'What a rollback here must achieve.' }),
}, { description: 'An environment: its name is that of the GitHub Environment.' });


/***/ }),

/***/ 9781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  t: () => (/* binding */ CONFIG_PATH),
  Z: () => (/* binding */ loadConfig)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __nccwpck_require__(4573);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./src/errors.js
var errors = __nccwpck_require__(6986);
// EXTERNAL MODULE: ./src/settings/config/shape.js
var shape = __nccwpck_require__(5935);
;// CONCATENATED MODULE: ./src/settings/config/conflicts/conflict.js

/** A reference to something by a name that is not there. */
function unknownName(kind, name, known, path) {
    if (known.includes(name))
        return [];
    return [{ path, message: `"${name}" is no ${kind} of this file`, hint: (0,shape/* didYouMean */.au)(name, known) }];
}
/** What is not refused of a list. */
const present = (list = []) => list.filter((item) => item !== undefined);

;// CONCATENATED MODULE: ./src/settings/config/conflicts/cycle.js
/**
 * A way from one of `names` back to itself: `['a', 'b', 'a']`, or `undefined`.
 * @param next where a name leads
 */
function findCycle(names, next) {
    const done = new Set();
    const search = (name, way) => {
        if (way.includes(name))
            return [...way.slice(way.indexOf(name)), name];
        if (done.has(name))
            return undefined;
        for (const other of next(name)) {
            const cycle = search(other, [...way, name]);
            if (cycle)
                return cycle;
        }
        done.add(name);
        return undefined;
    };
    for (const name of names) {
        const cycle = search(name, []);
        if (cycle)
            return cycle;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/settings/config/conflicts/environments.js


/** Environments whose names clash, that share one release, or whose requirements cannot be met. */
const environmentConflicts = (file) => [
    ...nameConflicts(file),
    ...sameRelease(file),
    ...requireConflicts(file),
];
/** GitHub makes one environment of names that differ in case; some names we use ourselves. */
function nameConflicts({ environments = {} }) {
    const names = Object.keys(environments);
    return names.flatMap((name, index) => {
        const lower = name.toLowerCase();
        const twin = names.slice(0, index).find((other) => other.toLowerCase() === lower);
        const base = names.find((other) => lower === `${other.toLowerCase()}-rollback`);
        const messages = [
            ...(twin ? [`is the same environment as ${twin} for GitHub`] : []),
            ...(base ? [`is the environment in which ${base} is rolled back`] : []),
            ...(lower === 'promote' ? ['is the environment in which branches are moved'] : []),
        ];
        return messages.map((message) => ({
            path: ['environments', name],
            atKey: true,
            message,
            hint: 'choose another name',
        }));
    });
}
/** Without `cluster` the kubeconfig decides, and it may be another one for each job. */
function sameRelease({ name, release, environments = {} }) {
    const releases = Object.entries(environments).flatMap(([environment, it]) => it?.cluster === undefined || it.namespace === undefined
        ? []
        : [
            {
                environment,
                id: [it.cluster, it.namespace, it.release?.name ?? release?.name ?? name],
            },
        ]);
    return releases.flatMap(({ environment, id }, index) => {
        const other = releases.slice(0, index).find((before) => before.id.join() === id.join());
        if (!other)
            return [];
        return [
            {
                path: ['environments', environment, 'namespace'],
                message: `makes it the release of ${other.environment}: cluster, namespace and release name are equal`,
            },
        ];
    });
}
function requireConflicts({ environments }) {
    if (environments === undefined)
        return [];
    const names = Object.keys(environments);
    const pass = (name) => present(environments[name]?.require?.pass);
    const cycle = findCycle(names, pass);
    return [
        ...names.flatMap((name) => {
            const path = ['environments', name, 'require'];
            const { minAge = 0, maxAge = Number.POSITIVE_INFINITY } = environments[name]?.require ?? {};
            return [
                ...pass(name).flatMap((other, index) => unknownName('environment', other, names, [...path, 'pass', index])),
                ...(minAge > maxAge
                    ? [{ path: [...path, 'min-age'], message: 'is longer than max-age: nothing could pass' }]
                    : []),
            ];
        }),
        ...(cycle
            ? [
                {
                    path: ['environments', cycle[0] ?? '', 'require', 'pass'],
                    message: `goes in a circle: ${cycle.join(' → ')}`,
                },
            ]
            : []),
    ];
}

;// CONCATENATED MODULE: ./src/settings/config/conflicts/flow.js


/** Entries that cannot be meant: twice the same start, unknown environments, endless promotions. */
const flowConflicts = (file) => [
    ...startConflicts(file),
    ...deployConflicts(file),
    ...promotionConflicts(file),
];
function startConflicts({ flow = [] }) {
    const starts = flow.map((entry) => entry?.push === undefined ? entry?.tag && `tag ${entry.tag}` : `push ${entry.push}`);
    return starts.flatMap((start, index) => start === undefined || starts.indexOf(start) === index
        ? []
        : [{ path: ['flow', index], message: `${start} has an entry before this one` }]);
}
function deployConflicts({ flow = [], environments }) {
    return flow.flatMap((entry, index) => {
        const path = ['flow', index, 'deploy'];
        const deploy = present(entry?.deploy);
        // What pipeline.yml has jobs for: two environments, and a last one that waits for approval.
        const most = entry && 'promoteTo' in entry ? 2 : 3;
        const limit = most === 2 ? 'with promote-to at most 2' : 'at most 3';
        return [
            ...(environments
                ? deploy.flatMap((name, i) => unknownName('environment', name, Object.keys(environments), [...path, i]))
                : []),
            ...(deploy.length > most
                ? [{ path: [...path, most], message: `is one too many: ${limit} environments an entry` }]
                : []),
        ];
    });
}
/** A promotion that comes back to where it started would run for ever. */
function promotionConflicts({ flow = [] }) {
    const next = (branch) => present(flow.filter((entry) => entry?.push === branch).map((entry) => entry?.promoteTo));
    return flow.flatMap((entry, index) => {
        const { push, promoteTo } = entry ?? {};
        if (push === undefined || promoteTo === undefined)
            return [];
        const cycle = findCycle([push], next);
        if (!cycle?.includes(push))
            return [];
        const path = ['flow', index, 'promote-to'];
        return [{ path, message: `comes back to where it started: ${cycle.join(' → ')}` }];
    });
}

;// CONCATENATED MODULE: ./src/settings/config/conflicts/proof.js

/**
 * An environment that lets something on must be able to prove it. Without any rule its verdict
 * would always be `inconclusive`, and the flow would be stuck on its second day.
 */
function proofConflicts({ flow = [], environments = {} }) {
    const leadsTo = new Map();
    for (const entry of flow) {
        const deploy = present(entry?.deploy);
        for (const [index, name] of deploy.entries()) {
            const next = deploy[index + 1] ?? (entry?.promoteTo && `branch ${entry.promoteTo}`);
            if (next !== undefined && !leadsTo.has(name))
                leadsTo.set(name, next);
        }
    }
    for (const [name, environment] of Object.entries(environments)) {
        for (const needed of present(environment?.require?.pass)) {
            if (!leadsTo.has(needed))
                leadsTo.set(needed, name);
        }
    }
    return [...leadsTo].flatMap(([name, next]) => {
        const environment = environments[name];
        // One that is not there or could not be read at all is told elsewhere.
        if (environment === undefined || canProve(environment))
            return [];
        return [
            {
                path: ['environments', name],
                atKey: true,
                message: `proves nothing, and what passes here goes on to ${next}`,
                hint: 'give it e2e or probes; or say proof: rollout when a verified rollout is proof enough',
            },
        ];
    });
}
/** A key that was refused is there, too: it was meant. */
const canProve = (environment) => 'e2e' in environment || 'proof' in environment || environment.probes?.length !== 0;

;// CONCATENATED MODULE: ./src/settings/config/conflicts/services.js


/** Services that other keys name and that are not there; services that wait for themselves. */
function serviceConflicts(file) {
    const { services, release, environments = {} } = file;
    if (services === undefined)
        return [];
    const names = Object.keys(services);
    const dependsOn = (name) => present(services[name]?.dependsOn);
    const unknown = names.flatMap((name) => dependsOn(name).flatMap((other, index) => unknownName('service', other, names, ['services', name, 'depends-on', index])));
    const images = (paths, path) => Object.keys(paths ?? {})
        .flatMap((name) => unknownName('service', name, names, [...path, 'images', name]))
        .map((conflict) => ({ ...conflict, atKey: true }));
    const cycle = findCycle(names, dependsOn);
    return [
        ...unknown,
        ...images(release?.images, ['release']),
        ...Object.entries(environments).flatMap(([name, environment]) => images(environment?.release?.images, ['environments', name, 'release'])),
        ...(cycle
            ? [
                {
                    path: ['services', cycle[0] ?? '', 'depends-on'],
                    message: `goes in a circle: ${cycle.join(' → ')}`,
                },
            ]
            : []),
    ];
}

;// CONCATENATED MODULE: ./src/domain/ref-pattern.js
/** What is wrong with a pattern, or `undefined`. */
function findPatternProblem(pattern) {
    const parsed = parse(pattern);
    return 'problem' in parsed ? parsed.problem : undefined;
}
/** Whether the pattern means exactly one name. */
const isPlainRef = (pattern) => !/[*?+[\]\\!]/.test(pattern);
/**
 * Whether a branch or tag name (without `refs/heads/`) matches. A pattern that cannot be read
 * matches nothing. All positions are followed side by side: the time is pattern × name, whatever
 * the pattern.
 */
function matchesRef(pattern, name) {
    const parsed = parse(pattern);
    if ('problem' in parsed)
        return false;
    const { tokens } = parsed;
    const reachable = (from) => {
        const all = new Set(from);
        // A set takes what is added while it is walked.
        for (const at of all)
            if (tokens[at]?.optional)
                all.add(at + 1);
        return all;
    };
    let places = reachable([0]);
    for (const character of name) {
        const next = new Set();
        for (const at of places) {
            const token = tokens[at];
            if (!token?.takes(character))
                continue;
            next.add(at + 1);
            if (token.repeats)
                next.add(at);
        }
        places = reachable(next);
    }
    return places.has(tokens.length);
}
function parse(pattern) {
    if (pattern === '')
        return { problem: 'is empty' };
    if (pattern.startsWith('!'))
        return { problem: 'cannot be negated: there is nothing before it' };
    const tokens = [];
    const characters = [...pattern];
    let afterCharacter = false;
    for (let at = 0; at < characters.length; at++) {
        const character = characters[at] ?? '';
        if (character === '*') {
            const crosses = characters[at + 1] === '*';
            if (crosses)
                at++;
            tokens.push({ takes: (c) => crosses || c !== '/', optional: true, repeats: true });
            afterCharacter = false;
        }
        else if (character === '?' || character === '+') {
            const last = tokens.at(-1);
            if (!last || !afterCharacter)
                return { problem: `has no character before ${character}` };
            tokens[tokens.length - 1] = {
                ...last,
                ...(character === '?' ? { optional: true } : { repeats: true }),
            };
            afterCharacter = false;
        }
        else {
            const taken = character === '[' ? readClass(characters, at) : readOne(characters, at);
            if ('problem' in taken)
                return taken;
            tokens.push({ takes: taken.takes, optional: false, repeats: false });
            at = taken.end;
            afterCharacter = true;
        }
    }
    return { tokens };
}
function readOne(characters, at) {
    const end = characters[at] === '\\' ? at + 1 : at;
    const literal = characters[end];
    return literal === undefined ? { problem: 'ends with \\' } : { takes: (c) => c === literal, end };
}
function readClass(characters, at) {
    const end = characters.indexOf(']', at + 1);
    if (end < 0)
        return { problem: 'has [ without ]' };
    const inside = characters.slice(at + 1, end).join('');
    if (inside === '')
        return { problem: 'has nothing between [ and ]' };
    const singles = new Set();
    const ranges = [];
    for (const [part, from = '', to] of inside.matchAll(/(.)(?:-(.))?/gsu)) {
        if (to === undefined)
            singles.add(from);
        else if (isRange(from, to))
            ranges.push([from, to]);
        else
            return { problem: `has "${part}", which is no range within a-z, A-Z or 0-9` };
    }
    const takes = (c) => singles.has(c) || ranges.some(([from, to]) => from <= c && c <= to);
    return { takes, end };
}
const isRange = (from, to) => from <= to && [/[a-z]/, /[A-Z]/, /[0-9]/].some((kind) => kind.test(from) && kind.test(to));

// EXTERNAL MODULE: ./src/settings/config/collections.js
var collections = __nccwpck_require__(6867);
// EXTERNAL MODULE: ./src/settings/config/environment.js + 2 modules
var environment = __nccwpck_require__(6454);
// EXTERNAL MODULE: ./src/settings/config/record.js
var record = __nccwpck_require__(8497);
// EXTERNAL MODULE: ./src/settings/config/release.js
var release = __nccwpck_require__(5419);
// EXTERNAL MODULE: ./src/settings/config/service.js
var service = __nccwpck_require__(2685);
;// CONCATENATED MODULE: ./src/settings/config/deploy-file.js







const PATTERN_ALLOWED = 'a name, or a pattern of GitHub (* ** ? + [a-z] and \\ before a literal one)';
const flowShape = (0,record/* record */.g)({
    push: (0,shape/* text */.Qq)({
        description: 'Branch whose pushes start this flow, or a pattern (`release/**`).',
        allowed: PATTERN_ALLOWED,
        check: findPatternProblem,
    }),
    tag: (0,shape/* text */.Qq)({
        description: 'Tag that starts this flow, or a pattern (`v*`).',
        allowed: PATTERN_ALLOWED,
        check: findPatternProblem,
    }),
    deploy: (0,collections/* listOf */.c)((0,shape/* text */.Qq)({ description: 'Name of an environment.' }), {
        description: 'Environments in this order; each must pass before the next.',
        required: true,
        min: 1,
        unique: true,
    }),
    'promote-to': (0,shape/* text */.Qq)({
        description: 'Branch that is moved to this commit once all of them passed.',
        allowed: 'the name of a branch',
        check: (given) => (isPlainRef(given) ? undefined : 'is a pattern'),
    }),
}, { description: 'What a push deploys.', exactlyOne: ['push', 'tag'] });
/** All of `.github/deploy.yml`. */
const deployFile = (0,record/* record */.g)({
    name: (0,shape/* text */.Qq)({
        description: 'Name of the system; the default of release and image names.',
        required: true,
        pattern: '^(?=.{1,53}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        allowed: 'up to 53 of a-z 0-9 and single dashes, starting with a letter',
    }),
    registry: (0,shape/* text */.Qq)({
        description: 'Registry of the images, with a path below it where it has one.',
        default: 'ghcr.io',
        pattern: String.raw `^(localhost(:\d{1,5})?|[a-z0-9\-]+(\.[a-z0-9\-]+)+(:\d{1,5})?|[a-z0-9\-]+:\d{1,5})(/[a-z0-9]+([._\-]+[a-z0-9]+)*)*$`,
        allowed: 'a host in lower case like ghcr.io, with port or path where needed',
    }),
    'trusted-workflows': (0,collections/* listOf */.c)((0,shape/* text */.Qq)({
        description: 'Path of a workflow file.',
        pattern: String.raw `^[^\s#]\S*$`,
        allowed: '.github/workflows/ship.yml, or owner/repo/… when it is called',
    }), {
        description: 'Workflows of your own whose runs may prove, besides the reusable ones of this suite.',
        unique: true,
    }),
    services: (0,collections/* mappingOf */.G)(service/* serviceShape */.dS, {
        description: 'What is built: one image each.',
        named: '<service>',
        pattern: service/* SERVICE_NAME */.OX,
        allowed: service/* SERVICE_NAME_ALLOWED */.vX,
    }),
    release: release/* releaseShape */.d1,
    flow: (0,collections/* listOf */.c)(flowShape, {
        description: 'What pushes deploy. The first entry that fits the branch or tag counts.',
    }),
    environments: (0,collections/* mappingOf */.G)(environment/* environmentShape */.X, {
        description: 'Where it is deployed.',
        named: '<environment>',
        pattern: String.raw `^[A-Za-z0-9][\w\-.]{0,99}$`,
        allowed: 'up to 100 of A-Z a-z 0-9 . _ -, starting with a letter or digit',
    }),
}, { description: 'How a service repository is built, deployed and promoted.' });

// EXTERNAL MODULE: ../../node_modules/yaml/dist/index.js
var dist = __nccwpck_require__(3483);
;// CONCATENATED MODULE: ./src/settings/config/document.js

/** Of a file written by hand; more is a mistake or an attack. */
const MAX_BYTES = 64 * 1024;
/** Values that are looked at, each use of an alias counted again. */
const MAX_VALUES = 20_000;
/** Opens one YAML 1.2 document; what is wrong with it is told in `problems`, never thrown. */
function openYaml(text, file) {
    const problems = [];
    const lines = new dist/* LineCounter */.HN();
    const place = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const refuse = (offset, path, message, hint) => {
        const input = path === '' ? 'file' : path;
        problems.push({ input, message, place: place(offset), ...(hint !== undefined && { hint }) });
    };
    const document = document_parse(text, lines, refuse);
    const targets = document ? followAliases(document, refuse) : new Map();
    let seen = 0;
    /** One cursor per value and way to it; `around` is where a value that is not there would be. */
    const cursor = (node, path, around) => {
        const offset = node?.range[0] ?? around;
        const resolved = (0,dist/* isAlias */.Vj)(node) ? targets.get(node) : node;
        const children = once(() => {
            const entries = entriesOf(resolved);
            seen += entries.length;
            if (seen > MAX_VALUES) {
                const first = seen - entries.length <= MAX_VALUES;
                if (first)
                    refuse(offset, path, `holds too much: more than ${MAX_VALUES} values in all`);
                return [];
            }
            return entries.map(({ name, key, value }) => {
                const below = typeof name === 'number' ? `${path}[${name}]` : joinPath(path, name);
                const keyOffset = key?.range[0] ?? value?.range[0] ?? offset;
                return {
                    name: String(name),
                    path: below,
                    refuse: (message, hint) => refuse(keyOffset, below, message, hint),
                    value: cursor(value, below, keyOffset),
                };
            });
        });
        const value = (0,dist/* isScalar */.jn)(resolved) ? resolved.value : undefined;
        return {
            kind: kindOf(resolved),
            path,
            value,
            written: text.slice(offset, node?.range[1] ?? offset),
            place: place(offset),
            keyPlace: place(around),
            children,
            refuse: (message, hint) => refuse(offset, path, message, hint),
            refuseHere: (message, hint) => refuse(around, path, message, hint),
        };
    };
    // With an alias that leads nowhere or in a circle there is no telling what was meant.
    const root = document && problems.length === 0
        ? cursor(document.contents, '', 0)
        : undefined;
    const child = (parent, name) => parent.children().find((entry) => entry.name === String(name))?.value;
    return {
        root,
        at: (...path) => {
            let here = root ?? cursor(null, '', 0);
            for (const name of path) {
                const next = child(here, name);
                if (!next)
                    break;
                here = next;
            }
            return here;
        },
        find: (...path) => path.reduce((here, name) => here && child(here, name), root),
        problems: () => problems.toSorted(byPlace),
    };
}
/**
 * The value of every alias: the last one before it with that anchor. Found in one walk, as the
 * library's own look-up walks the whole document for each alias.
 */
function followAliases(document, refuse) {
    const anchors = new Map();
    const targets = new Map();
    (0,dist/* visit */.YR)(document, {
        Alias: (_, alias) => {
            const target = anchors.get(alias.source);
            const offset = alias.range?.[0] ?? 0;
            if (!target)
                refuse(offset, '', `has no anchor &${alias.source} before this alias`);
            else if (offset < target.range[1])
                refuse(offset, '', `*${alias.source} stands inside itself`);
            else
                targets.set(alias, target);
        },
        Value: (_, node) => {
            if (node.anchor !== undefined)
                anchors.set(node.anchor, node);
        },
    });
    return targets;
}
const once = (make) => {
    let made;
    return () => {
        made ??= { it: make() };
        return made.it;
    };
};
function document_parse(text, lines, refuse) {
    const bytes = Buffer.byteLength(text);
    if (bytes > MAX_BYTES) {
        refuse(0, '', `has ${bytes} bytes, more than ${MAX_BYTES}`);
        return undefined;
    }
    const options = { lineCounter: lines, prettyErrors: false, stringKeys: true };
    const document = (0,dist/* parseDocument */.Tp)(text, options);
    const found = [...document.errors, ...document.warnings];
    // One mistake often breaks several rules at the same place.
    const first = found.filter(({ pos }, at) => found.findIndex((e) => e.pos[0] === pos[0]) === at);
    for (const { pos, code, message } of first) {
        const deep = message.includes('call stack') ? 'is nested too deeply' : undefined;
        refuse(pos[0], '', deep ?? SAID_BETTER[code] ?? `is not valid YAML: ${message}`);
    }
    return found.length === 0 ? document : undefined;
}
const SAID_BETTER = {
    DUPLICATE_KEY: 'is not valid YAML: this key was given before in the same mapping',
    MULTIPLE_DOCS: 'holds more than one YAML document',
    NON_STRING_KEY: 'is not valid YAML: a key must be text',
    TAB_AS_INDENT: 'is not valid YAML: a tab cannot indent; use spaces',
};
function entriesOf(node) {
    if ((0,dist/* isSeq */.oP)(node)) {
        return node.items.map((value, name) => ({ name, key: undefined, value }));
    }
    if (!(0,dist/* isMap */.jh)(node))
        return [];
    return node.items.map(({ key, value }) => ({
        name: (0,dist/* isScalar */.jn)(key) ? String(key.value) : '',
        key,
        value,
    }));
}
function kindOf(node) {
    if ((0,dist/* isSeq */.oP)(node))
        return 'list';
    if ((0,dist/* isMap */.jh)(node))
        return 'mapping';
    const value = (0,dist/* isScalar */.jn)(node) ? node.value : null;
    if (typeof value === 'string')
        return 'text';
    if (typeof value === 'number' || typeof value === 'bigint')
        return 'number';
    return typeof value === 'boolean' ? 'boolean' : 'nothing';
}
const joinPath = (path, name) => {
    const plainName = /^[\w.-]+$/.test(name) ? name : JSON.stringify(name);
    return path === '' ? plainName : `${path}.${plainName}`;
};
const byPlace = (a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0);

;// CONCATENATED MODULE: ./src/settings/config/read-config.js







const CONFLICTS = [serviceConflicts, environmentConflicts, flowConflicts, proofConflicts];
/**
 * Reads the text of a deploy.yml.
 * @param file its path; relative to the repository, so that annotations find it
 * @throws {InputError} with every problem of the file, each with line and column
 */
function readConfig(text, file) {
    const yaml = openYaml(text, file);
    const draft = yaml.root && readRoot(yaml);
    const problems = yaml.problems();
    if (draft === undefined || problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    // Nothing was refused, so no part of the draft is missing.
    return { file, value: draft, find: yaml.find };
}
function readRoot(yaml) {
    const root = yaml.at();
    if (root.kind === 'nothing') {
        root.refuse('is empty', 'it needs at least `name: …`');
        return undefined;
    }
    const draft = deployFile.read(root);
    for (const { path, atKey, message, hint } of CONFLICTS.flatMap((find) => find(draft ?? {}))) {
        const at = yaml.at(...path);
        (atKey ? at.refuseHere : at.refuse)(message, hint);
    }
    return draft;
}

;// CONCATENATED MODULE: ./src/settings/config/load-config.js




/** Where a service repository keeps it. */
const CONFIG_PATH = '.github/deploy.yml';
/**
 * Loads a deploy.yml; `undefined` when there is no such file.
 * @throws {InputError} with every problem of the file
 */
function loadConfig(path) {
    let bytes;
    try {
        bytes = (0,external_node_fs_.readFileSync)(path);
    }
    catch (error) {
        const { code } = error;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        throw new errors/* InputError */.dz([{ input: 'config', message: `${path} cannot be read: ${code}` }]);
    }
    if (!(0,external_node_buffer_.isUtf8)(bytes)) {
        throw new errors/* InputError */.dz([{ input: 'config', message: `${path} is not UTF-8 text` }]);
    }
    return readConfig(bytes.toString('utf8'), path);
}


/***/ }),

/***/ 8497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ record)
/* harmony export */ });
/* harmony import */ var _camel_case_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4354);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2049);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5935);



/** A mapping with known keys; any other key is refused with the one it was meant to be. */
function record(keys, about) {
    const required = Object.keys(keys).filter((name) => keys[name]?.required);
    const { exactlyOne } = about;
    const schema = {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(Object.entries(keys).map(([name, value]) => [name, value.schema])),
        ...(required.length > 0 && { required }),
        ...(exactlyOne && { oneOf: exactlyOne.map((name) => ({ required: [name] })) }),
    };
    const read = (at) => {
        if (at.kind !== 'mapping') {
            const hint = `allowed keys: ${Object.keys(keys).join(', ')}`;
            at.refuse(`must be a mapping, not ${(0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(at)}`, hint);
            return undefined;
        }
        const meant = refuseUnknown(at, keys);
        const given = new Map(at.children().map((entry) => [entry.name, entry.value]));
        for (const name of required) {
            // Misspelt is told already.
            if (given.has(name) || meant.has(name))
                continue;
            at.refuseHere(`has no ${name}`, keys[name]?.description);
        }
        if (exactlyOne)
            refuseAllButOne(at, exactlyOne, given, meant);
        // What was refused is there, as undefined; what was not given and has no default is not there.
        const values = Object.entries(keys).flatMap(([name, value]) => {
            const there = given.get(name);
            const read = there ? value.read(there) : meant.has(name) ? undefined : value.absent;
            const absent = !there && !meant.has(name) && value.absent === undefined;
            return absent ? [] : [[(0,_camel_case_js__WEBPACK_IMPORTED_MODULE_1__/* .camelCase */ .x)(name), read]];
        });
        return Object.fromEntries(values);
    };
    return { ...(0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .shape */ .cW)('mapping', about, schema, read), keys };
}
/** @returns the known keys that the unknown ones were meant to be */
function refuseUnknown(at, keys) {
    const known = Object.keys(keys);
    const meant = new Set();
    const given = at.children();
    for (const entry of given) {
        if (known.includes(entry.name))
            continue;
        // A key that is there already is not what another was meant to be.
        const free = known.filter((name) => !given.some((other) => other.name === name));
        const guess = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(entry.name, free);
        if (guess !== undefined)
            meant.add(guess);
        entry.refuse('is not known', (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(entry.name, guess === undefined ? known : free));
    }
    return meant;
}
function refuseAllButOne(at, names, given, meant) {
    const there = names.filter((name) => given.has(name) || meant.has(name));
    if (there.length === 1)
        return;
    const all = names.join(' or ');
    at.refuseHere(there.length === 0 ? `has no ${all}` : `has ${there.join(' and ')}`, `give ${all}`);
}


/***/ }),

/***/ 5419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ releaseOverrideShape),
/* harmony export */   c3: () => (/* binding */ valuesShape),
/* harmony export */   d1: () => (/* binding */ releaseShape)
/* harmony export */ });
/* harmony import */ var _domain_names_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1910);
/* harmony import */ var _collections_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6867);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8497);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2685);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5935);





/** A path in the checkout, one a line when it becomes an input: no line break, no comment. */
const FILE = String.raw `^[^\s#](.*\S)?$`;
const valuesShape = (description) => (0,_collections_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c)((0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)({ description: 'Path of a file.', pattern: FILE, allowed: 'a path of one line' }), {
    description,
});
const releaseKeys = {
    name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)({
        description: 'Name of the Helm release. Default: `name` of the file.',
        pattern: _domain_names_js__WEBPACK_IMPORTED_MODULE_4__/* .RELEASE_NAME */ .K,
        allowed: 'up to 53 of a-z 0-9 -, as in Helm',
    }),
    chart: (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)({
        description: 'Chart folder or archive, `oci://…` reference, or `repository/chart`.',
    }),
    'chart-version': (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)({ description: 'Version of a chart that is not a folder.' }),
    set: (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .anyMapping */ .Hz)({ description: 'Helm values, merged over the values files.' }),
    images: (0,_collections_js__WEBPACK_IMPORTED_MODULE_0__/* .mappingOf */ .G)((0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)({
        description: 'Path in the values.',
        pattern: String.raw `^[\w\-]+(\.[\w\-]+)*$`,
        allowed: 'keys joined by dots, like api.image',
    }), {
        description: 'Where the chart takes the image of a service: `api: backend.image`. Default: `<service>.image`, or `image` for the only one.',
        named: '<service>',
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_2__/* .SERVICE_NAME */ .OX,
        allowed: _service_js__WEBPACK_IMPORTED_MODULE_2__/* .SERVICE_NAME_ALLOWED */ .vX,
    }),
    'allow-tags': (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .flag */ .Jt)({ description: 'Accept images by tag. What runs is then not proven.' }),
    'create-namespace': (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .flag */ .Jt)({ description: 'Create the namespace when it is missing.' }),
    'on-failure': (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)(['rollback', 'keep'], {
        description: 'What becomes of a failed rollout. Default: `rollback`.',
    }),
    'fail-fast': (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .flag */ .Jt)({
        description: 'End as soon as the rollout provably cannot succeed. Default: `true`.',
    }),
    'pull-attempts': (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .wholeNumber */ .rD)({
        description: 'Failed pulls after which an image counts as missing. Default: 1.',
        min: 1,
        max: 10,
    }),
    'max-restarts': (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .wholeNumber */ .rD)({
        description: 'Restarts of a new container that are accepted. Default: 2.',
        min: 0,
        max: 20,
    }),
    'unschedulable-after': (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)({
        description: 'How long a pod may find no node. Default: 5m.',
    }),
    settle: (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)({
        description: 'How long to watch on after the rollout. Default: `auto`, from the probes.',
        pattern: String.raw `^(auto|(\d+(\.\d+)?(ms|s|m|h))+)$`,
        allowed: 'auto, 0s, 20s or 2m',
    }),
    wait: (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)(['legacy', 'watcher'], {
        description: 'How Helm 4 waits. Default: `legacy`.',
    }),
    recover: (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)(['own', 'foreign'], {
        description: 'Which pending releases are recovered. Default: `own`.',
    }),
    'wait-for-jobs': (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .flag */ .Jt)({ description: 'Wait for the Jobs of the chart, too. Default: `true`.' }),
    'values-decrypt': (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)({
        description: 'Command that decrypts a values file: `sops decrypt`.',
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_2__/* .ONE_LINE */ .St,
        allowed: 'one line of text',
    }),
    crds: (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)(['skip', 'apply'], {
        description: "What becomes of the chart's `crds/` at an upgrade. Default: `skip`.",
    }),
    checks: (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)({
        description: 'Checks before anything changes: all, none, or a list of names. Default: `all`.',
        pattern: _service_js__WEBPACK_IMPORTED_MODULE_2__/* .ONE_LINE */ .St,
        allowed: 'one line of text',
    }),
    'strict-checks': (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .flag */ .Jt)({ description: 'Refuse what could not be checked. Default: `false`.' }),
    'allow-delete': (0,_collections_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c)((0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)({ description: '`Kind` or `Kind/name`.', pattern: FILE, allowed: 'Kind or Kind/name' }), { description: 'Data whose removal is meant.' }),
    'take-ownership': (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .flag */ .Jt)({ description: 'Take over objects of another release or of none.' }),
    'force-conflicts': (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .flag */ .Jt)({ description: 'Overwrite fields that others have set.' }),
    timeout: (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)({ description: 'For the whole rollout, hooks included. Default: 10m.' }),
    'history-max': (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .wholeNumber */ .rD)({
        description: 'Revisions Helm keeps. Default: 20.',
        min: 2,
        max: 1000,
    }),
};
/** How all environments are deployed. */
const releaseShape = (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g)({ ...releaseKeys, values: valuesShape('Helm values files for every environment; later wins.') }, { description: 'How all environments are deployed with Helm.' });
/** What an environment does differently; its values files stand beside it. */
const releaseOverrideShape = (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g)(releaseKeys, {
    description: 'What of `release` is different here.',
});


/***/ }),

/***/ 2685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   OX: () => (/* binding */ SERVICE_NAME),
/* harmony export */   St: () => (/* binding */ ONE_LINE),
/* harmony export */   dS: () => (/* binding */ serviceShape),
/* harmony export */   nN: () => (/* binding */ VARIABLE_NAME),
/* harmony export */   vX: () => (/* binding */ SERVICE_NAME_ALLOWED)
/* harmony export */ });
/* harmony import */ var _domain_image_ref_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3115);
/* harmony import */ var _collections_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6867);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8497);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5935);




/** A part of an image's name, and of a Kubernetes name. */
const SERVICE_NAME = '^(?=.{1,63}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$';
const SERVICE_NAME_ALLOWED = 'a-z 0-9 and single dashes, starting with a letter';
/** Name and value go into a list with one `NAME=value` a line. */
const VARIABLE_NAME = String.raw `^[A-Za-z_]\w*$`;
const ONE_LINE = String.raw `^[^\r\n]*$`;
/** One deployable unit with one image. */
const serviceShape = (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g)({
    image: (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)({
        description: 'Repository of its image. Default: `<registry>/<owner>/<name>-<service>`.',
        allowed: 'a repository without a tag, like ghcr.io/acme/shop-api',
        check: (given) => (isRepository(given) ? undefined : 'is not a repository'),
    }),
    context: (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)({ description: 'Folder to build the image from.', default: '.' }),
    file: (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)({ description: 'Path of the Dockerfile. Default: `Dockerfile` in the context.' }),
    target: (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)({ description: 'Stage to build. Default: the last one.' }),
    'build-args': (0,_collections_js__WEBPACK_IMPORTED_MODULE_1__/* .mappingOf */ .G)((0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)({ description: 'A value.', pattern: ONE_LINE, allowed: 'one line of text' }), {
        description: 'Build arguments; never secrets, everybody can read them from the image.',
        named: '<NAME>',
        pattern: VARIABLE_NAME,
        allowed: 'A-Z a-z 0-9 _',
    }),
    'depends-on': (0,_collections_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c)((0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)({ description: 'Name of a service.' }), {
        description: 'Services that are deployed before this one.',
        unique: true,
    }),
}, { description: 'A service: one image.' });
function isRepository(given) {
    try {
        (0,_domain_image_ref_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(given);
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 5935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hz: () => (/* binding */ anyMapping),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   au: () => (/* binding */ didYouMean),
/* harmony export */   cW: () => (/* binding */ shape),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   rD: () => (/* binding */ wholeNumber)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2395);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2049);
/* harmony import */ var _cursor_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1894);



/** Builds a shape whose value is there or not as `about` says. */
function shape(kind, about, schema, read) {
    const { description, required = false } = about;
    const documented = { description, ...('default' in about && { default: about.default }) };
    return {
        kind,
        description,
        required,
        // A required key that is not there is a problem, told by the record: nobody sees this.
        absent: about.default,
        schema: { ...schema, ...documented },
        read: read,
    };
}
/** Text, never empty. */
function text(about) {
    const { pattern = String.raw `\S`, allowed = 'text that is not empty', check } = about;
    const expression = new RegExp(pattern, 'u');
    return shape('text', about, { type: 'string', pattern }, (at) => {
        const given = textAt(at, allowed);
        if (given === undefined)
            return undefined;
        const problem = expression.test(given) ? check?.(given) : 'is not allowed';
        if (problem === undefined)
            return given;
        at.refuse(`${shown(given)} ${problem}`, hintOf(allowed));
        return undefined;
    });
}
/** One of a fixed set of words. */
function choice(words, about) {
    return shape(words.join(' | '), about, { enum: words }, (at) => {
        const given = textAt(at, words.join(', '));
        const found = words.find((word) => word === given);
        if (given !== undefined && found === undefined) {
            at.refuse(`${shown(given)} is not known`, didYouMean(given, words));
        }
        return found;
    });
}
/** `true` or `false`. */
function flag(about) {
    return shape('boolean', about, { type: 'boolean' }, (at) => {
        if (typeof at.value === 'boolean')
            return at.value;
        at.refuse(`must be a boolean, not ${describe(at)}`, 'allowed: true, false, without quotes');
        return undefined;
    });
}
/** A whole number within limits. */
function wholeNumber(about) {
    const { min, max, allowed = `${min} to ${max}, without quotes` } = about;
    const schema = { type: 'integer', minimum: min, maximum: max };
    return shape('number', about, schema, (at) => {
        const { value } = at;
        if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) {
            return value;
        }
        const problem = at.kind === 'number' ? `${at.written} is not allowed` : undefined;
        at.refuse(problem ?? `must be a number, not ${describe(at)}`, hintOf(allowed));
        return undefined;
    });
}
/** A duration (`90s`, `10m`, `1h30m`), read into milliseconds; with `days` also `7d`. */
function duration(about) {
    const pattern = about.days ? _duration_js__WEBPACK_IMPORTED_MODULE_0__/* .AGE */ .K : _duration_js__WEBPACK_IMPORTED_MODULE_0__/* .DURATION */ .ft;
    const allowed = about.days ? 'a duration like 30m, 12h or 7d' : 'a duration like 90s or 1h30m';
    return shape('duration', about, { type: 'string', pattern }, (at) => {
        const given = textAt(at, allowed);
        if (given === undefined)
            return undefined;
        if (new RegExp(pattern, 'u').test(given))
            return (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .milliseconds */ .Rz)(given);
        at.refuse(`${shown(given)} is not a duration`, hintOf(allowed));
        return undefined;
    });
}
/** Any YAML mapping, as plain data. */
function anyMapping(about) {
    return shape('mapping', about, { type: 'object' }, (at) => {
        if (at.kind === 'mapping')
            return (0,_cursor_js__WEBPACK_IMPORTED_MODULE_1__/* .plainValue */ ._)(at);
        at.refuse(`must be a mapping, not ${describe(at)}`, 'write `key: value` lines');
        return undefined;
    });
}
/** The text of a value, or `undefined` after it was refused. */
function textAt(at, allowed) {
    if (typeof at.value === 'string')
        return at.value;
    const scalar = at.kind === 'number' || at.kind === 'boolean';
    const hint = scalar ? `write it in quotes: "${at.written}"` : hintOf(allowed);
    at.refuse(`must be text, not ${describe(at)}`, hint);
    return undefined;
}
/** A value as messages name it. */
function describe(at) {
    if (at.kind === 'nothing')
        return 'empty';
    if (at.kind === 'list' || at.kind === 'mapping')
        return `a ${at.kind}`;
    return `the ${at.kind} ${at.kind === 'text' ? shown(String(at.value)) : at.written}`;
}
/** A name that is not known: what it was meant to be, and all there is. */
function didYouMean(word, known) {
    const meant = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(word, known);
    const all = known.length === 0 ? 'there is none' : `allowed: ${known.join(', ')}`;
    return meant === undefined ? all : `did you mean "${meant}"? ${all}`;
}
const hintOf = (allowed) => `allowed: ${allowed}`;
/** A text in a message: quoted, one line, at most 60 characters. */
function shown(value) {
    const line = value.replace(/\s+/gu, ' ');
    const cut = [...line];
    return JSON.stringify(cut.length > 60 ? `${cut.slice(0, 57).join('')}…` : line);
}


/***/ }),

/***/ 7468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ie: () => (/* binding */ custom),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   P_: () => (/* binding */ Refusal),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   pf: () => (/* binding */ defineInputs),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   uz: () => (/* binding */ splitLines)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6986);
/* harmony import */ var _camel_case_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4354);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2395);



/** Thrown by a parser; `defineInputs` adds the input's name. */
class Refusal extends Error {
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
function text(about) {
    return input('text', about, (value) => {
        if (value !== '' && about.pattern && !about.pattern.test(value)) {
            throw new Refusal(`"${shorten(value)}" is not allowed`, about.allowed);
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
        throw new Refusal(`"${shorten(value)}" is not a boolean`, 'allowed: true, false');
    });
}
/** One of a fixed set of words. */
function choice(words, about) {
    return input(words.join(' \\| '), about, (value) => {
        const found = words.find((word) => word === value);
        if (found === undefined) {
            throw new Refusal(`"${shorten(value)}" is not known`, `allowed: ${words.join(', ')}`);
        }
        return found;
    });
}
/** A duration as Go and Helm write it (`90s`, `10m`, `1h30m`), read into milliseconds. */
function duration(about) {
    return input('duration', about, (value) => {
        if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(value)) {
            throw new Refusal(`"${shorten(value)}" is not a duration`, 'write 90s, 10m or 1h30m');
        }
        const total = (0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .milliseconds */ .Rz)(value);
        if (total <= 0)
            throw new Refusal('must be longer than nothing', 'write 90s, 10m or 1h30m');
        return total;
    });
}
/** A whole number within limits. */
function wholeNumber(about) {
    return input('number', about, (value) => {
        const number = Number(value);
        if (!/^\d+$/.test(value) || number < about.min || number > about.max) {
            throw new Refusal(`"${shorten(value)}" is not allowed`, `allowed: ${about.min}–${about.max}`);
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
            values[(0,_camel_case_js__WEBPACK_IMPORTED_MODULE_2__/* .camelCase */ .x)(name)] = definition.parse(value);
        }
        catch (error) {
            if (!(error instanceof Refusal))
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(problems);
    return values;
}
/** A value in a message: one line, at most 60 characters (it may be a whole file by mistake). */
function shorten(value) {
    const line = value.replace(/\s+/g, ' ');
    return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}


/***/ }),

/***/ 2395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ AGE),
/* harmony export */   Rz: () => (/* binding */ milliseconds),
/* harmony export */   ft: () => (/* binding */ DURATION)
/* harmony export */ });
const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** A duration as Go and Helm write it (`90s`, `10m`, `1h30m`), for `pattern`. Longer than nothing. */
const DURATION = String.raw `^(?=.*[1-9])(\d+(\.\d+)?(ms|s|m|h))+$`;
/** The same with days (`7d`), which Go does not have: for ages, never handed to helm. */
const AGE = String.raw `^(?=.*[1-9])(\d+(\.\d+)?(ms|s|m|h|d))+$`;
/** Milliseconds of a text that matches `DURATION` or `AGE`. */
function milliseconds(text) {
    const parts = text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g);
    return [...parts].reduce((sum, [, count, unit]) => sum + Number(count) * UNITS[unit], 0);
}


/***/ }),

/***/ 2049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/**
 * The known word a misspelt one was most likely meant to be, or `undefined`. At most a third of the
 * letters may be wrong: a far-fetched guess is worse than none.
 */
function nearest(word, known) {
    const limit = Math.max(1, Math.floor(word.length / 3));
    const scored = known
        .map((candidate) => ({ candidate, distance: editDistance(word, candidate) }))
        .filter(({ distance }) => distance <= limit)
        .sort((a, b) => a.distance - b.distance);
    return scored[0]?.candidate;
}
/** Insertions, deletions, replacements and swaps of neighbours, whatever the case of the letters. */
function editDistance(left, right) {
    const [a, b] = [left.toLowerCase(), right.toLowerCase()];
    // Longer than any key: not worth the square of its length.
    if (Math.abs(a.length - b.length) > 20 || a.length > 200)
        return Number.POSITIVE_INFINITY;
    const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
    const cell = (row, column) => rows[row]?.[column] ?? 0;
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        rows.push(row);
        for (let j = 1; j <= b.length; j++) {
            const replaced = cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
            const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
            const swap = swapped ? cell(i - 2, j - 2) + 1 : replaced;
            row.push(Math.min(cell(i - 1, j) + 1, cell(i, j - 1) + 1, replaced, swap));
        }
    }
    return cell(a.length, b.length);
}


/***/ }),

/***/ 1374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  y: () => (/* binding */ configInputs),
  G: () => (/* binding */ settle)
});

// EXTERNAL MODULE: ./src/errors.js
var errors = __nccwpck_require__(6986);
// EXTERNAL MODULE: ../../node_modules/yaml/dist/index.js
var dist = __nccwpck_require__(3483);
// EXTERNAL MODULE: ./src/settings/config/cursor.js
var cursor = __nccwpck_require__(1894);
;// CONCATENATED MODULE: ./src/settings/config/flow.js

/**
 * What a ref (`refs/heads/develop`, `refs/tags/v1.2.3`) deploys. The first entry that fits counts.
 * A ref that deploys nothing is told with what would.
 */
function planFlow(config, ref) {
    const [, kind, name = ''] = /^refs\/(heads|tags)\/(.+)$/s.exec(ref) ?? [];
    if (kind === undefined)
        return refused(`${ref || 'an empty ref'} is no branch and no tag`);
    if (config.flow.length === 0)
        return refused('the file has no flow');
    const entry = config.flow.find((it) => matchesRef((kind === 'tags' ? it.tag : it.push) ?? '', name));
    if (!entry) {
        const starts = config.flow.map(describeStart).join(', ');
        const what = kind === 'tags' ? 'tag' : 'branch';
        return refused(`no entry of flow fits the ${what} ${name}: there are ${starts}`);
    }
    return { ok: true, plan: planOf(entry) };
}
const refused = (...reasons) => ({ ok: false, reasons });
const describeStart = ({ push, tag }) => push === undefined ? `tag ${tag}` : `push ${push}`;
function planOf({ deploy, promoteTo }) {
    // With a promotion nothing here is last: that comes with the push to the branch it moves.
    const before = promoteTo === undefined ? deploy.slice(0, -1) : deploy;
    const [first, second] = before;
    const last = promoteTo === undefined ? deploy.at(-1) : undefined;
    return {
        environments: deploy,
        ...(first !== undefined && { first }),
        ...(second !== undefined && { second }),
        ...(last !== undefined && { last }),
        ...(promoteTo !== undefined && { promoteTo }),
    };
}
/** Whether an environment holds after an undo: the last of a flow, or where the file says so. */
const isProduction = (config, environment) => config.environments[environment]?.production ??
    config.flow.some((entry) => planOf(entry).last === environment);
/** The branch that an environment lets its bundles into; `undefined` when it is none, or several. */
function promotionOf(config, environment) {
    const branches = config.flow
        .filter(({ deploy, promoteTo }) => promoteTo !== undefined && deploy.at(-1) === environment)
        .map(({ promoteTo }) => promoteTo);
    return new Set(branches).size === 1 ? branches[0] : undefined;
}

// EXTERNAL MODULE: ./src/settings/config/environment.js + 2 modules
var environment = __nccwpck_require__(6454);
// EXTERNAL MODULE: ./src/settings/config/release.js
var release = __nccwpck_require__(5419);
;// CONCATENATED MODULE: ./src/settings/config/input-keys.js


/** Stands for the name of an environment in a path. */
const ENVIRONMENT = '<environment>';
/** Their keys are inputs of their own; every other mapping is one input. */
const OPENED = { release: '', rollback: '', e2e: 'e2e-' };
const RENAMED = {
    'release.name': 'release',
    // `images` of the actions are references; here it says where the chart takes them.
    'release.images': 'image-paths',
};
/**
 * Every key that stands for an input, the more special after the general: path below the
 * environment joined by `-`, with `release.` and `rollback.` left out.
 */
const inputKeys = () => [
    { path: ['trusted-workflows'], input: 'trusted-workflows' },
    ...keysBelow(['release'], release/* releaseShape */.d1),
    ...Object.entries(environment/* environmentShape */.X.keys).flatMap(([name, shape]) => {
        const path = ['environments', ENVIRONMENT, name];
        if (name === 'release')
            return keysBelow(path, release/* releaseOverrideShape */.$Q);
        return name in OPENED ? keysBelow(path, shape) : [{ path, input: name }];
    }),
];
function keysBelow(path, { keys = {} }) {
    const section = path.at(-1) ?? '';
    return Object.keys(keys).map((name) => ({
        path: [...path, name],
        input: RENAMED[`${section}.${name}`] ?? `${OPENED[section]}${name}`,
    }));
}

;// CONCATENATED MODULE: ./src/settings/config/file-inputs.js




/**
 * What a file gives to the inputs of the actions for one of its environments, as the text a user
 * would have typed: lists one item a line, variables as `NAME=value` lines, structures as YAML.
 */
function fileInputs(config, environment) {
    const inputs = new Map(derived(config, environment));
    for (const { path, input } of inputKeys()) {
        const at = config.find(...path.map((part) => (part === ENVIRONMENT ? environment : part)));
        if (!at)
            continue;
        const before = inputs.get(input);
        const text = textOf(at, input);
        // Helm reads values files in order: those of the environment win over those of the release.
        const whole = input === 'values' && before ? `${before.text}\n${text}` : text;
        inputs.set(input, { text: whole, key: at.path, place: at.place });
    }
    return inputs;
}
/** What follows from other keys. */
function* derived(config, environment) {
    const at = (path, text) => {
        const found = config.find(...path);
        const key = path.join('.');
        return { text, key, place: found?.keyPlace ?? { file: config.file, line: 1, column: 1 } };
    };
    yield ['release', at(['name'], config.value.name)];
    if (isProduction(config.value, environment))
        yield ['production', at(['flow'], 'true')];
    const to = promotionOf(config.value, environment);
    if (to !== undefined)
        yield ['to', at(['flow'], `branch:${to}`)];
}
/** One `NAME=value` a line. */
const PAIRS = ['e2e-env', 'image-paths'];
function textOf(at, input) {
    if (at.kind !== 'list' && at.kind !== 'mapping')
        return String(at.value);
    const values = at.children().map(({ name, value }) => ({ name, value }));
    if (PAIRS.includes(input))
        return values.map((it) => `${it.name}=${it.value.value}`).join('\n');
    if (at.kind === 'list' && values.every((it) => it.value.kind === 'text')) {
        return values.map((it) => it.value.value).join('\n');
    }
    return (0,dist/* stringify */.As)((0,cursor/* plainValue */._)(at), { aliasDuplicateObjects: false, lineWidth: 0 });
}

// EXTERNAL MODULE: ./src/settings/config/load-config.js + 10 modules
var load_config = __nccwpck_require__(9781);
// EXTERNAL MODULE: ./src/settings/config/shape.js
var shape = __nccwpck_require__(5935);
// EXTERNAL MODULE: ./src/settings/define.js
var settings_define = __nccwpck_require__(7468);
;// CONCATENATED MODULE: ./src/settings/settle.js






/** The inputs that choose what the file gives: spread into the `defineInputs` of an action. */
const configInputs = {
    environment: (0,settings_define/* text */.Qq)({
        description: 'Environment to work on: a key of `environments` in `config`, and the name of the GitHub Environment. Inputs that are given win over the file.',
    }),
    config: (0,settings_define/* text */.Qq)({
        description: 'Path of the service’s deploy.yml (see docs/deploy-yml.md). Read when it is there.',
        default: load_config/* CONFIG_PATH */.t,
    }),
};
/** Ways to the cluster that exclude each other: given one of these, the file's are not used. */
const OWN_ACCESS = ['kubeconfig', 'kube-context'];
const FILE_ACCESS = ['cluster', 'audience', 'server-ca'];
/**
 * Reads inputs and file into one readonly value. Each value is parsed by the action's own
 * definition, whether it was typed as an input or written in the file.
 * @throws {InputError} with every problem; those of the file at their line and column
 */
function settle(inputs, source, rules = [], load = load_config/* loadConfig */.Z) {
    const environment = source.read('environment').trim();
    if (environment === '')
        return (0,settings_define/* readInputs */.Ko)(inputs, source, rules);
    const config = loadGiven(source.read('config').trim(), load);
    if (!config)
        return (0,settings_define/* readInputs */.Ko)(inputs, source, rules);
    requireEnvironment(config, environment);
    const explicit = (name) => source.read(name).trim() !== '';
    const fromFile = new Map(fileInputs(config, environment));
    if (OWN_ACCESS.some(explicit))
        for (const name of FILE_ACCESS)
            fromFile.delete(name);
    for (const name of [...fromFile.keys()])
        if (explicit(name))
            fromFile.delete(name);
    const read = (name) => fromFile.get(name)?.text ?? source.read(name);
    try {
        return (0,settings_define/* readInputs */.Ko)(inputs, { ...source, read }, rules);
    }
    catch (error) {
        if (!(error instanceof errors/* InputError */.dz))
            throw error;
        const about = { config, environment, fromFile, explicit };
        throw new errors/* InputError */.dz(error.problems.map((problem) => traced(problem, about)));
    }
}
function loadGiven(path, load) {
    const config = load(path === '' ? load_config/* CONFIG_PATH */.t : path);
    if (config || path === '' || path === load_config/* CONFIG_PATH */.t)
        return config;
    const hint = 'The path is relative to the workspace; is actions/checkout an earlier step?';
    throw new errors/* InputError */.dz([{ input: 'config', message: `${path} is not there`, hint }]);
}
function requireEnvironment(config, environment) {
    const known = Object.keys(config.value.environments);
    if (known.includes(environment))
        return;
    const hint = (0,shape/* didYouMean */.au)(environment, known);
    const message = `"${environment}" is no environment of ${config.file}`;
    throw new errors/* InputError */.dz([{ input: 'environment', message, hint }]);
}
/** The problem with the key and place it came from, or the key it could have come from. */
function traced(problem, origin) {
    const { config, environment, fromFile, explicit } = origin;
    const source = fromFile.get(problem.input);
    if (source)
        return { ...problem, input: source.key, place: source.place };
    const key = inputKeys().findLast(({ input }) => input === problem.input);
    if (!key || explicit(problem.input))
        return problem;
    const path = key.path.map((part) => (part === ENVIRONMENT ? environment : part)).join('.');
    const or = `Or write ${path} in ${config.file}.`;
    return { ...problem, hint: problem.hint === undefined ? or : `${problem.hint} ${or}` };
}


/***/ }),

/***/ 8859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ limit),
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8500);

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
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms, undefined, { signal });
    const overslept = Math.max(0, performance.now() - due);
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.min(overslept, ms), undefined, { signal });
    // After a stall timers come before what can be read.
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setImmediate)(undefined, { signal });
}


/***/ }),

/***/ 7164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ exec),
/* harmony export */   n: () => (/* binding */ commandFailed)
/* harmony export */ });
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3808);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6986);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1287);



/** The Exec port on @actions/exec. Silent: what the user sees is decided by the caller. */
const exec = async (command, args, options = {}) => {
    const answer = await run(command, args, options).catch((cause) => {
        if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ)
            throw cause;
        // Both throw only where the command could not be started.
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('command-missing', `${command} could not be started`, {
            cause,
            hint: `Install ${command} in an earlier step, or check PATH.`,
        });
    });
    if (answer.code !== 0 && !options.allowFailure)
        throw commandFailed(command, args, answer);
    return answer;
};
async function run(command, args, { env, cwd, input, timeoutMs }) {
    const place = { ...(env && { env: { ...env } }), ...(cwd && { cwd }) };
    if (input !== undefined || timeoutMs !== undefined) {
        const more = { input: input ?? '', ...(timeoutMs !== undefined && { timeoutMs }) };
        const { code, stdout, stderr, late } = await (0,_process_js__WEBPACK_IMPORTED_MODULE_2__/* .runToEnd */ .c)(command, args, { ...place, ...more });
        if (late)
            throw tooLong(command, args, (timeoutMs ?? 0) / 1000);
        return { code: code ?? 1, stdout, stderr };
    }
    // Quoted: @actions/exec splits the command at spaces, and folders have them.
    const quiet = { ...place, silent: true, ignoreReturnCode: true };
    const { exitCode, stdout, stderr } = await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_0__/* .getExecOutput */ .H)(`"${command}"`, [...args], quiet);
    return { code: exitCode, stdout, stderr };
}
const verbOf = (args) => args.find((arg) => !arg.startsWith('-')) ?? '';
const tooLong = (command, args, seconds) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('command-failed', `${command} ${verbOf(args)} did not end within ${seconds} s, and was ended`, { hint: `Try it by hand: does ${command} work there at all, or does it wait for something?` });
/** What a failed command says, shortened to the part that matters: the end of stderr. */
function commandFailed(command, args, result) {
    const said = (result.stderr.trim() || result.stdout.trim()).split('\n').slice(-10).join('\n');
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('command-failed', `${command} ${verbOf(args)} ended with exit code ${result.code}: ${said || 'it said nothing'}`);
}


/***/ }),

/***/ 5811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ endOrphan)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8500);


const GRACE_MS = 3000;
const POLL_MS = 50;
/**
 * Ends a child that an earlier process of this step left behind: SIGINT, and where it stays SIGKILL
 * to its whole group. A number may belong to somebody else by now: it must still be this command.
 * @param words arguments that its command line must have
 */
async function endOrphan(pid, words) {
    if (!(await isStill(pid, words)))
        return;
    send(pid, 'SIGINT');
    for (let waited = 0; waited < GRACE_MS; waited += POLL_MS) {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(POLL_MS);
        if (!(await isStill(pid, words)))
            return;
    }
    // It was started as the leader of a group of its own.
    send(-pid, 'SIGKILL');
}
/** Where there is no /proc (macOS) nothing is ended: the runner does it when the job is over. */
async function isStill(pid, words) {
    const line = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    const args = line.split('\0');
    return words.every((word) => args.includes(word));
}
function send(pid, signal) {
    try {
        process.kill(pid, signal);
    }
    catch { } // It has ended.
}


/***/ }),

/***/ 1287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  c: () => (/* binding */ runToEnd),
  k: () => (/* binding */ startProcess)
});

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
// EXTERNAL MODULE: ./src/errors.js
var errors = __nccwpck_require__(6986);
// EXTERNAL MODULE: ./src/tools/clock.js
var clock = __nccwpck_require__(8859);
// EXTERNAL MODULE: ./src/tools/read-lines.js + 1 modules
var read_lines = __nccwpck_require__(2121);
;// CONCATENATED MODULE: ./src/tools/process.js




/**
 * Starts a child without a shell, in a process group of its own: a Ctrl-C or a cancel reaches it
 * only through us. @throws {ActionError} `command-missing`.
 */
const startProcess = async (command, args, options = {}) => {
    const child = (0,external_node_child_process_namespaceObject.spawn)(command, [...args], {
        env: options.env ?? process.env,
        ...(options.cwd && { cwd: options.cwd }),
        stdio: ['pipe', 'pipe', 'pipe'],
        detached: true,
    });
    const spawned = new Promise((resolve, reject) => {
        child.once('spawn', resolve);
        child.once('error', reject);
    });
    const ended = new Promise((resolve) => {
        child.once('exit', (code, signal) => resolve({ code, signal }));
    });
    const exited = new Promise((resolve) => {
        child.once('close', (code, signal) => resolve({ code, signal }));
    });
    for (const name of ['stdout', 'stderr']) {
        (0,read_lines/* readLines */.S)(child[name], (line) => options.onLine?.(line, name), options.longestLine);
    }
    child.stdin.on('error', () => { }); // The child may end without reading: its exit code tells.
    child.stdin.end(options.input ?? '');
    await spawned.catch((cause) => {
        throw new errors/* ActionError */.lZ('command-missing', `${command} could not be started`, {
            cause,
            hint: `Install ${command} in an earlier step, or check PATH.`,
        });
    });
    const signal = (name) => {
        if (child.exitCode === null && child.signalCode === null)
            child.kill(name);
    };
    // A grandchild that ignores SIGTERM would hold our pipe open: the whole group can be reached.
    const signalGroup = (name) => killGroup(child.pid, name);
    const stop = async (graceMs = 5000) => {
        signal('SIGTERM');
        const timer = setTimeout(() => signalGroup('SIGKILL'), graceMs);
        try {
            return await exited;
        }
        finally {
            clearTimeout(timer);
        }
    };
    return { pid: child.pid ?? 0, exited, ended, signal, signalGroup, stop };
};
function killGroup(leader, signal = 'SIGKILL') {
    if (leader === undefined)
        return;
    try {
        process.kill(-leader, signal);
    }
    catch { } // All of it has ended.
}
/**
 * Runs a command to its end with something on its stdin, or no longer than it may take. @actions/exec
 * knows no such limit, and listens to no error of stdin: a child that ends without reading all of it
 * would end us, too.
 * @throws {Error} when it cannot be started
 */
const runToEnd = (command, args, { env, cwd, input, timeoutMs }) => new Promise((resolve, reject) => {
    const child = (0,external_node_child_process_namespaceObject.spawn)(command, [...args], {
        env: env ?? process.env,
        ...(cwd && { cwd }),
        stdio: ['pipe', 'pipe', 'pipe'],
        detached: timeoutMs !== undefined,
    });
    let late = false;
    const inTime = timeoutMs === undefined
        ? undefined
        : (0,clock/* limit */.A)(timeoutMs, () => {
            late = true;
            killGroup(child.pid);
        });
    const said = { stdout: [], stderr: [] };
    for (const name of ['stdout', 'stderr']) {
        child[name].on('data', (chunk) => said[name].push(chunk));
    }
    const text = (name) => Buffer.concat(said[name]).toString('utf8');
    child.once('error', reject);
    child.once('close', (code) => {
        inTime?.();
        resolve({ code, stdout: text('stdout'), stderr: text('stderr'), late });
    });
    child.stdin.on('error', () => { }); // Its exit code tells.
    child.stdin.end(input);
});


/***/ }),

/***/ 2121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  S: () => (/* binding */ readLines)
});

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


/***/ }),

/***/ 9655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ removeScratch),
/* harmony export */   l: () => (/* binding */ makeScratch)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);



const STATE = 'scratch-folder';
const PREFIX = 'deploy-actions-';
/**
 * A private folder (0700) below RUNNER_TEMP for sockets and caches of this step. It is written to
 * the state before it is made, so that `removeScratch` in post finds it also after a cancel.
 */
async function makeScratch(tempFolder, saveState) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(tempFolder, `${PREFIX}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)().slice(0, 8)}`);
    saveState(STATE, folder);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { mode: 0o700 });
    return folder;
}
/** Removes what `makeScratch` made; state comes from the job's environment, so the name is checked. */
async function removeScratch(loadState) {
    const folder = loadState(STATE);
    if (!(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(folder).startsWith(PREFIX))
        return;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(folder, { recursive: true, force: true });
}


/***/ }),

/***/ 2648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  wr: () => (/* binding */ TOOL_VERSION),
  HV: () => (/* binding */ toolFile),
  CW: () => (/* binding */ unpinned)
});

// EXTERNAL MODULE: ./src/errors.js
var errors = __nccwpck_require__(6986);
;// CONCATENATED MODULE: ./src/tools/pinned-tools.js
/**
 * SHA-256 of helm's archives and kubectl's programs for Linux, by version. Their sources:
 * - helm: helm/private/versions.bzl of github.com/abrisco/rules_helm at commit
 *   ec0acf952bf63f946173f6672fe069fa6d11613e. Kubespray has 3.18.0 to 3.18.4, too: the same ones.
 * - kubectl: roles/kubespray_defaults/vars/main/checksums.yml of
 *   github.com/kubernetes-sigs/kubespray at commit 46dbdd3994b32640bcd806b0097f50e8fdf1d514.
 */
const CHECKSUMS = {
    helm: {
        '4.0.0': {
            amd64: 'c77e9e7c1cc96e066bd240d190d1beed9a6b08060b2043ef0862c4f865eca08f',
            arm64: '8c5c77e20cc29509d640e208a6a7d2b7e9f99bb04e5b5fbe22707b72a5235245',
        },
        '3.19.2': {
            amd64: '2114c9dea2844dce6d0ee2d792a9aae846be8cf53d5b19dc2988b5a0e8fec26e',
            arm64: '566e9f3a5a83a81e4b03503ae37e368edd52d699619e8a9bb1fdf21561ae0e88',
        },
        '3.19.1': {
            amd64: '966bed9b1e0dda11268f59bd7268c3cd3e308b37b070546e1d78a02526ff63f2',
            arm64: 'ceed150305a1d1ef4a37923a7f66931a6807c34a38ea487fa8340e102dd2c7f7',
        },
        '3.19.0': {
            amd64: 'a7f81ce08007091b86d8bd696eb4d86b8d0f2e1b9f6c714be62f82f96a594496',
            arm64: '440cf7add0aee27ebc93fada965523c1dc2e0ab340d4348da2215737fc0d76ad',
        },
        '3.18.4': {
            amd64: 'f8180838c23d7c7d797b208861fecb591d9ce1690d8704ed1e4cb8e2add966c1',
            arm64: 'c0a45e67eef0c7416a8a8c9e9d5d2d30d70e4f4d3f7bea5de28241fffa8f3b89',
        },
        '3.18.3': {
            amd64: '6ec85f306dd8fe9eb05c61ba4593182b2afcfefb52f21add3fe043ebbdc48e39',
            arm64: '3382ebdc6d6e027371551a63fc6e0a3073a1aec1061e346692932da61cfd8d24',
        },
        '3.18.2': {
            amd64: 'c5deada86fe609deefdf40e9cbbe3da2f8cf3f6a4551a0ebe7886dc8fcf98bce',
            arm64: '03181a494a0916b370a100a5b2536104963b095be53fb23d1e29b2afb1c7de8d',
        },
        '3.18.1': {
            amd64: 'b1c7e8e261fd30f34c617282813ecafc63628fcd59a255a9fc51b1fe43394c05',
            arm64: '5ddc8fbd4b17857754a95be799543ceafa5aa9532b05f738ee590a76bb049988',
        },
        '3.18.0': {
            amd64: '961e587fc2c03807f8a99ac25ef063fa9e6915f1894729399cbb95d2a79af931',
            arm64: '489c9d2d3ea4e095331249d74b4407fb5ac1d338c28429d70cdedccfe6e2b029',
        },
    },
    kubectl: {
        '1.36.4': {
            amd64: '8b8f088da2dab964f853b38464033b1be15ede2839eca751482357c45abdd05a',
            arm64: '0ecf44450ee6063bf19dd166a103ee6df4a9034455c2abce626e6eea657d73fb',
        },
        '1.36.3': {
            amd64: 'ebbd080e7c2e275093b55915722043257eb24004363e20acb3c4d71919f88336',
            arm64: '3d86f24401c41ae5a46ac50eef8865fe891d3647d324a0836f6c63757a126e62',
        },
        '1.36.2': {
            amd64: '1e9045ec32bea85da43de85f0065358529ea7c7a152eca78154fba5b58c27d82',
            arm64: 'c957eb8c4bea27a3bb35b269edd9082e27f027f7b76b20b5bf4afebc726c6d3e',
        },
        '1.36.1': {
            amd64: '629d3f410e09bf49b64ae7079f7f0bda1191efed311f7d37fdbab0ad5b0ec2b7',
            arm64: '59f7ee8e477fae658447607dc3c8790ac17a1b016c01c622c12070e969e2d4e7',
        },
        '1.36.0': {
            amd64: '123d8c8844f46b1244c547fffb3c17180c0c26dac9890589fe7e67763298748e',
            arm64: '9f9d9c44a7b5264515ac9da5991584e2395bd50662e651132337e7b4d0c56f8f',
        },
        '1.35.8': {
            amd64: '874d5e72dbb819f43cff16bcd1e4f8bac5b7f2361fe1e55049b0a6c676fb0cbf',
            arm64: 'cc749967b62f4422260bc9c0aa7a7c55f45175ae38cb8d95767b5d2b7e04c1fd',
        },
        '1.35.7': {
            amd64: '12e97f9d23a9f6cbb87b89becd6bd291e1a858a3379a4e11e2c822c4c1530052',
            arm64: '5103d45b8881434d417694057b8ccb5ae79fd310a5c5c13e403c5e62e15909be',
        },
        '1.35.6': {
            amd64: '5d11e2ba01ea68ffd053f56e27738e2b4330013ee67f7e46c6da6c585d3c9926',
            arm64: 'c0f97f31c9ddc22d4951d543a1a7125a9af4b31e895ad4aa99899c4ba2a6ff0b',
        },
        '1.35.5': {
            amd64: '90f75ea6ecc9ea5633262e1c0b83a40560003b30fc94a04cb099404fcef0c224',
            arm64: 'ac69e06fd6860d69786692f5af1c3a1208ed54f8366a4d97ab15c172e99765ee',
        },
        '1.35.4': {
            amd64: 'b529430df69a688fd61b64ad2299edb5fd71cb58be2a4779dba624c7d3510efd',
            arm64: '6a5a4cc4e396d7626a7a693a3044b51c75520f81db30fe6816c2554e53be336f',
        },
        '1.35.3': {
            amd64: 'fd31c7d7129260e608f6faf92d5984c3267ad0b5ead3bced2fe125686e286ad6',
            arm64: '6f0cd088a82dde5d5807122056069e2fac4ed447cc518efc055547ae46525f14',
        },
        '1.35.2': {
            amd64: '924eb50779153f20cb668117d141440b95df2f325a64452d78dff9469145e277',
            arm64: 'cd859449f54ad2cb05b491c490c13bb836cdd0886ae013c0aed3dd67ff747467',
        },
        '1.35.1': {
            amd64: '36e2f4ac66259232341dd7866952d64a958846470f6a9a6a813b9117bd965207',
            arm64: '706256e21a4e9192ee62d1a007ac0bfcff2b0b26e92cc7baad487a6a5d08ff82',
        },
        '1.35.0': {
            amd64: 'a2e984a18a0c063279d692533031c1eff93a262afcc0afdc517375432d060989',
            arm64: '58f82f9fe796c375c5c4b8439850b0f3f4d401a52434052f2df46035a8789e25',
        },
        '1.34.11': {
            amd64: '8efbb9435132a190920eb65a47a8c1ecf755ad85ab57a600c9bedbab460bb7a8',
            arm64: '5b045a4712674c88a56fd98eef4285689738b7fbe8735e1b9ee3509521af5cb4',
        },
        '1.34.10': {
            amd64: '95bd70842bd11a524d24acd5b68726899e3488e153e45e2b4ae846545beda050',
            arm64: '52d3aeefea32fdfa3671ccd636be5da463ddfd0a2fc09d7bcbaedcff4c76cad5',
        },
        '1.34.9': {
            amd64: '73bb6f5063caadae1e73a39de018d8ad21755984bea35358484db817859e7634',
            arm64: '63317b16a5264af47169b54dafd1878fed29031ebc8367960dd3b88484334e04',
        },
        '1.34.8': {
            amd64: 'f6249132865c13abe3c9dd5038f5da65849cb86eee1608c001831504e481aa8c',
            arm64: '4c9fe1f717738950c638c38056130a8db5075e6413ae36d8687221a240cdf88b',
        },
        '1.34.7': {
            amd64: 'b46ecf2b80f76d5a7d58c296c2e11e42c85eaa1eb866ddbc1e91625f71c21000',
            arm64: '93d2113f1f38b5709f2955b7981fcd37d675c9aafda81702c202a63361b6093b',
        },
        '1.34.6': {
            amd64: '3166155b17198c0af34ff5a360bd4d9d58db98bafadc6f3c2a57ae560563cd6b',
            arm64: 'a49a439f83f504e6bc051f516a8baf8d2220d74110f7f9bcaf25feac69e368d1',
        },
        '1.34.5': {
            amd64: '6a17dd8387783b3144a65535e38d02c351027e9718ea34a6c360476cb26d28bb',
            arm64: '2d433b53b99ea532f877df6fa5044286e3950d4933967ac3d99262760bc649fd',
        },
        '1.34.4': {
            amd64: 'd50c359d95e0841eaad08ddc27c7be37cba8fdccfba5c8e2ded65e121ff112db',
            arm64: '5b982c0644ab1e27780246b9085a5886651b4a7ed86243acbb2bacc1bea01dda',
        },
        '1.34.3': {
            amd64: 'ab60ca5f0fd60c1eb81b52909e67060e3ba0bd27e55a8ac147cbc2172ff14212',
            arm64: '46913a7aa0327f6cc2e1cc2775d53c4a2af5e52f7fd8dacbfbfd098e757f19e9',
        },
        '1.34.2': {
            amd64: '9591f3d75e1581f3f7392e6ad119aab2f28ae7d6c6e083dc5d22469667f27253',
            arm64: '95df604e914941f3172a93fa8feeb1a1a50f4011dfbe0c01e01b660afc8f9b85',
        },
        '1.34.1': {
            amd64: '7721f265e18709862655affba5343e85e1980639395d5754473dafaadcaa69e3',
            arm64: '420e6110e3ba7ee5a3927b5af868d18df17aae36b720529ffa4e9e945aa95450',
        },
        '1.34.0': {
            amd64: 'cfda68cba5848bc3b6c6135ae2f20ba2c78de20059f68789c090166d6abc3e2c',
            arm64: '00b182d103a8a73da7a4d11e7526d0543dcf352f06cc63a1fde25ce9243f49a0',
        },
    },
};
/** The checksum we know, as hex digits; undefined for a version that has none here. */
const pinnedChecksum = (tool, version, arch) => Object.hasOwn(CHECKSUMS[tool], version) ? CHECKSUMS[tool][version]?.[arch] : undefined;
/** The versions whose checksums we know, the newest first. */
const pinnedVersions = (tool) => Object.keys(CHECKSUMS[tool]);

;// CONCATENATED MODULE: ./src/tools/tool-source.js


/** How a version is written as an input: `4.0.0`, `v4.0.0`, `4.2.3@sha256:…`. */
const TOOL_VERSION = /^v?\d+\.\d+\.\d+(@sha256:[0-9a-f]{64})?$/;
const ARCHS = { x64: 'amd64', arm64: 'arm64' };
const HOSTS = {
    // Helm's releases on GitHub hold signatures only: there is no second server.
    helm: ['https://get.helm.sh'],
    // dl.k8s.io only sends on to the other; where it is down, that one still answers.
    kubectl: ['https://dl.k8s.io', 'https://cdn.dl.k8s.io'],
};
const pathOf = (tool, version, arch) => tool === 'helm'
    ? `/helm-v${version}-linux-${arch}.tar.gz`
    : `/release/v${version}/bin/linux/${arch}/kubectl`;
/**
 * The file that an input asks for, on this kind of machine.
 * @param wanted matches `TOOL_VERSION`
 * @throws {ActionError} `command-missing` where there are no such files for the machine;
 *   `invalid-input` for a version without a checksum
 */
function toolFile(tool, wanted, machine) {
    const arch = ARCHS[machine.arch];
    if (machine.platform !== 'linux' || arch === undefined) {
        throw new errors/* ActionError */.lZ('command-missing', `${tool} cannot be downloaded for ${machine.platform} ${machine.arch}, only for Linux on x64 and arm64`, { hint: `Put ${tool} on PATH and leave ${tool}-version out.` });
    }
    const { version, given } = split(wanted);
    const sha256 = given ?? pinnedChecksum(tool, version, arch);
    if (sha256 === undefined) {
        const [problem] = unpinned(tool, wanted);
        throw new errors/* ActionError */.lZ('invalid-input', problem?.message ?? '', { hint: problem?.hint ?? '' });
    }
    const path = pathOf(tool, version, arch);
    const member = tool === 'helm' ? `linux-${arch}/helm` : undefined;
    return { tool, version, sha256, path, member, hosts: HOSTS[tool] };
}
/** What is wrong with a version that is given without a checksum, where we have none either. */
function unpinned(tool, wanted) {
    const { version, given } = split(wanted);
    if (wanted === '' || given !== undefined)
        return [];
    if (pinnedChecksum(tool, version, 'amd64') !== undefined)
        return [];
    const [newest] = pinnedVersions(tool);
    const published = tool === 'helm'
        ? `${HOSTS.helm[0]}${pathOf(tool, version, 'amd64')}.sha256sum`
        : `${HOSTS.kubectl[0]}${pathOf(tool, version, 'amd64')}.sha256`;
    return [
        {
            input: `${tool}-version`,
            message: `no checksum of ${tool} ${version} is known here, and nothing is run unchecked`,
            hint: `Write ${version}@sha256:… with the one published at ${published} (for arm64: its name instead of amd64), or one of the known versions, the newest is ${newest}.`,
        },
    ];
}
function split(wanted) {
    const [version = '', given] = wanted.split('@sha256:');
    return { version: version.replace(/^v/, ''), given };
}


/***/ }),

/***/ 3808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ exec),
  H: () => (/* binding */ getExecOutput)
});

// EXTERNAL MODULE: external "string_decoder"
var external_string_decoder_ = __nccwpck_require__(3193);
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
// EXTERNAL MODULE: external "events"
var external_events_ = __nccwpck_require__(4434);
// EXTERNAL MODULE: external "child_process"
var external_child_process_ = __nccwpck_require__(5317);
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
// EXTERNAL MODULE: ../../node_modules/@actions/io/lib/io.js
var io = __nccwpck_require__(6521);
// EXTERNAL MODULE: ../../node_modules/@actions/io/lib/io-util.js
var io_util = __nccwpck_require__(5870);
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
;// CONCATENATED MODULE: ../../node_modules/@actions/exec/lib/toolrunner.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_.EOL.length);
                n = s.indexOf(external_os_.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return __awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!io_util/* isRooted */.Qh(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield io/* which */.K7(this.toolPath, true);
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield io_util/* exists */.t2(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ../../node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new external_string_decoder_.StringDecoder('utf8');
        const stderrDecoder = new external_string_decoder_.StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map

/***/ }),

/***/ 5870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $1: () => (/* binding */ lstat),
/* harmony export */   Ck: () => (/* binding */ mkdir),
/* harmony export */   Cy: () => (/* binding */ readdir),
/* harmony export */   H8: () => (/* binding */ IS_WINDOWS),
/* harmony export */   Qh: () => (/* binding */ isRooted),
/* harmony export */   YN: () => (/* binding */ symlink),
/* harmony export */   dJ: () => (/* binding */ stat),
/* harmony export */   h_: () => (/* binding */ readlink),
/* harmony export */   k6: () => (/* binding */ chmod),
/* harmony export */   m3: () => (/* binding */ copyFile),
/* harmony export */   rm: () => (/* binding */ rm),
/* harmony export */   t2: () => (/* binding */ exists),
/* harmony export */   vr: () => (/* binding */ tryGetExecutablePath),
/* harmony export */   y1: () => (/* binding */ unlink)
/* harmony export */ });
/* unused harmony exports open, rename, rmdir, UV_FS_O_EXLOCK, READONLY, isDirectory, getCmdPath */
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9896);
/* harmony import */ var path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6928);
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs__WEBPACK_IMPORTED_MODULE_0__.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        const result = yield fs__WEBPACK_IMPORTED_MODULE_0__.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY;
function exists(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return __awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return __awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = path__WEBPACK_IMPORTED_MODULE_1__.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = path__WEBPACK_IMPORTED_MODULE_1__.dirname(filePath);
                        const upperName = path__WEBPACK_IMPORTED_MODULE_1__.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = path__WEBPACK_IMPORTED_MODULE_1__.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map

/***/ }),

/***/ 6521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K7: () => (/* binding */ which),
/* harmony export */   U$: () => (/* binding */ mkdirP),
/* harmony export */   Yz: () => (/* binding */ rmRF),
/* harmony export */   cp: () => (/* binding */ cp)
/* harmony export */ });
/* unused harmony exports mv, findInPath */
/* harmony import */ var assert__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2613);
/* harmony import */ var path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6928);
/* harmony import */ var _io_util_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5870);
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
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return __awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .exists */ .t2(dest)) ? yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .stat */ .dJ(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path__WEBPACK_IMPORTED_MODULE_1__.join(dest, path__WEBPACK_IMPORTED_MODULE_1__.basename(source))
            : dest;
        if (!(yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .exists */ .t2(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .stat */ .dJ(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path__WEBPACK_IMPORTED_MODULE_1__.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return __awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return __awaiter(this, void 0, void 0, function* () {
        if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .IS_WINDOWS */ .H8) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        (0,assert__WEBPACK_IMPORTED_MODULE_0__.ok)(fsPath, 'a path argument must be provided');
        yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .mkdir */ .Ck(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return __awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .IS_WINDOWS */ .H8) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return __awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .IS_WINDOWS */ .H8 && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(path__WEBPACK_IMPORTED_MODULE_1__.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .isRooted */ .Qh(tool)) {
            const filePath = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .tryGetExecutablePath */ .vr(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(path__WEBPACK_IMPORTED_MODULE_1__.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(path__WEBPACK_IMPORTED_MODULE_1__.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .tryGetExecutablePath */ .vr(path__WEBPACK_IMPORTED_MODULE_1__.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return __awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .readdir */ .Cy(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .lstat */ .$1(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .chmod */ .k6(destDir, (yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .stat */ .dJ(sourceDir)).mode);
    });
}
// Buffered file copy
function copyFile(srcFile, destFile, force) {
    return __awaiter(this, void 0, void 0, function* () {
        if ((yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .lstat */ .$1(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .lstat */ .$1(destFile);
                yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .unlink */ .y1(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .chmod */ .k6(destFile, '0666');
                    yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .unlink */ .y1(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .readlink */ .h_(srcFile);
            yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .symlink */ .YN(symlinkFull, destFile, _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .IS_WINDOWS */ .H8 ? 'junction' : null);
        }
        else if (!(yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .exists */ .t2(destFile)) || force) {
            yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .copyFile */ .m3(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map

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
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
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
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(2013);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
