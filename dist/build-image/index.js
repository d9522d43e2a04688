import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

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
__webpack_unused_export__ = publicApi.parse;
__webpack_unused_export__ = publicApi.parseAllDocuments;
exports.Tp = publicApi.parseDocument;
__webpack_unused_export__ = publicApi.stringify;
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

/***/ 647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  _: () => (/* binding */ buildImage)
});

// EXTERNAL MODULE: ./src/errors.js
var errors = __nccwpck_require__(6986);
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

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
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
const bundleId = (content) => `bdl-${(0,external_node_crypto_namespaceObject.createHash)('sha256').update(canonicalBundle(content)).digest('hex').slice(0, 16)}`;
/** @throws {ActionError} `bundle-invalid` with everything that is wrong with the content */
function createBundle(content) {
    const problems = problemsOf(content);
    if (problems.length > 0) {
        throw new errors/* ActionError */.lZ('bundle-invalid', `This is no bundle: ${problems.join('; ')}`);
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
        ...((0,image_ref/* isDigest */.Bc)(String(chart?.digest)) ? [] : ['chart.digest is not sha256:…']),
        ...(typeof chart?.ref === 'string' && chart.ref !== '' ? [] : ['chart.ref is missing']),
        ...((0,image_ref/* isDigest */.Bc)(String(config)) ? [] : ['config is not sha256:…']),
    ];
}
const imageProblems = (name, image) => [
    ...(NAME.test(name) ? [] : [`"${name}" is not an image’s name`]),
    ...((0,image_ref/* isDigest */.Bc)(String(image?.digest)) ? [] : [`image ${name} has no digest`]),
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
    const path = (0,external_node_path_namespaceObject.join)(ports.tempFolder, `bundle-${bundle.id}.json`);
    ports.saveState(STATE, path);
    await (0,promises_namespaceObject.writeFile)(path, `${formatBundle(bundle)}\n`);
    return path;
}
/** Removes it in post; state comes from the job's environment, so the name is checked. */
async function removeBundle(loadState) {
    const path = loadState(STATE);
    if (basename(path).startsWith(PREFIX))
        await rm(path, { force: true });
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./src/domain/listing-digest.js

/**
 * One digest for a set of files: sha256 over their listing, sorted by the bytes of the path, so that
 * neither the machine's locale nor the order of reading changes it.
 * @returns `sha256:` and 64 hex digits
 */
function listingDigest(files) {
    const bytes = (file) => Buffer.from(file.path);
    const listing = [...files]
        .sort((a, b) => Buffer.compare(bytes(a), bytes(b)))
        .map((file) => `${file.sha256}  ${JSON.stringify(file.path)}\n`)
        .join('');
    return `sha256:${(0,external_node_crypto_namespaceObject.createHash)('sha256').update(listing).digest('hex')}`;
}

;// CONCATENATED MODULE: external "node:stream/promises"
const external_node_stream_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");
;// CONCATENATED MODULE: ./src/tools/file-listing.js





/** Every file below a folder with the hash of its content; links are followed. */
async function listFolder(folder) {
    const entries = await (0,promises_namespaceObject.readdir)(folder, { recursive: true, withFileTypes: true });
    const paths = entries.map((entry) => (0,external_node_path_namespaceObject.join)(entry.parentPath, entry.name));
    const files = await Promise.all(paths.map(async (path) => ((await (0,promises_namespaceObject.stat)(path)).isFile() ? [path] : [])));
    return listFiles(files.flat(), folder);
}
/** @param root the paths are listed relative to it */
function listFiles(paths, root) {
    return Promise.all(paths.map(async (path) => ({
        path: (0,external_node_path_namespaceObject.relative)(root, path).split(external_node_path_namespaceObject.sep).join('/'),
        sha256: await hashFile(path),
    })));
}
async function hashFile(path) {
    const hash = (0,external_node_crypto_namespaceObject.createHash)('sha256');
    await (0,external_node_stream_promises_namespaceObject.pipeline)((0,external_node_fs_.createReadStream)(path), hash);
    return hash.digest('hex');
}

;// CONCATENATED MODULE: ./src/tools/git.js

/** @throws {ActionError} `command-failed` outside of a checkout */
async function readCheckout(folder, exec) {
    // In a container job the folder belongs to another user than the one we run as.
    const args = ['-c', 'safe.directory=*', '-C', folder, 'rev-parse', 'HEAD', 'HEAD^{tree}'];
    const { code, stdout, stderr } = await exec('git', args, { allowFailure: true });
    const [commit = '', tree = ''] = stdout.trim().split('\n');
    if (code === 0 && tree !== '')
        return { commit, tree };
    throw new errors/* ActionError */.lZ('command-failed', `${folder} is no checkout: ${stderr.trim()}`, {
        hint: 'A step with actions/checkout must run before this one.',
    });
}

;// CONCATENATED MODULE: ./src/session/make-bundle.js








/**
 * Makes the bundle of a checkout and the images that were built from it. Every job that has the
 * same checkout and images makes the same one.
 * @throws {ActionError} `bundle-invalid`, `command-failed` outside of a checkout
 */
async function makeBundle(parts, exec) {
    const { images, chart, files, repository, workspace } = parts;
    const there = [...new Set(files.map((file) => (0,external_node_path_namespaceObject.resolve)(workspace, file)))].filter(external_node_fs_.existsSync);
    const [checkout, digest, listed] = await Promise.all([
        readCheckout(workspace, exec),
        chartDigest(chart, workspace),
        listFiles(there, workspace),
    ]);
    const config = listingDigest(listed);
    return createBundle({ repository, ...checkout, images, chart: { ref: chart, digest }, config });
}
async function chartDigest(chart, workspace) {
    const [, pinned] = /^oci:\/\/\S+@(sha256:[0-9a-f]{64})$/.exec(chart) ?? [];
    if (pinned !== undefined)
        return pinned;
    const folder = (0,external_node_path_namespaceObject.resolve)(workspace, chart);
    if ((await (0,promises_namespaceObject.stat)(folder).catch(() => undefined))?.isDirectory()) {
        return listingDigest(await listFolder(folder));
    }
    throw new errors/* ActionError */.lZ('bundle-invalid', `The chart ${chart} is no folder and has no digest`, {
        hint: 'A bundle needs a chart folder or oci://…@sha256:…: a version can be published again.',
    });
}

;// CONCATENATED MODULE: ./src/settings/config/bundle-files.js
/** The files whose content a bundle holds beside images and chart: deploy.yml and all values files. */
function bundleFiles({ file, value }) {
    const environments = Object.values(value.environments);
    const values = [
        ...(value.release?.values ?? []),
        ...environments.flatMap((environment) => environment.values ?? []),
    ];
    return [...new Set([file, ...values])];
}

;// CONCATENATED MODULE: ./actions/build-image/bundle-services.js



/**
 * The bundle of all services and the chart, the same one that helm-deploy makes of the same images
 * and checkout. Where there is none it is said why: an incomplete or changeable set is no bundle.
 */
async function bundleServices({ config, made }, ports) {
    if (!config)
        return undefined;
    const images = imagesOf(made);
    const left = Object.keys(config.value.services).filter((name) => !(name in images));
    const charts = chartsOf(config.value);
    const [chart] = charts;
    const none = (why) => ports.info(`No bundle: ${why}`);
    if (Object.keys(images).length === 0)
        return none('nothing was pushed');
    if (left.length > 0)
        return none(`it needs all services, and ${left.join(', ')} were not built`);
    if (chart === undefined)
        return none(`${config.file} has no release.chart`);
    if (charts.length > 1)
        return none(`environments deploy different charts: ${charts.join(', ')}`);
    const parts = {
        ...{ images, chart, files: bundleFiles(config) },
        repository: ports.env.GITHUB_REPOSITORY ?? '',
        workspace: ports.env.GITHUB_WORKSPACE ?? '.',
    };
    return makeBundle(parts, ports.exec).catch((error) => {
        if (error instanceof errors/* ActionError */.lZ)
            return none(error.message);
        throw error;
    });
}
function imagesOf(made) {
    const entries = made.flatMap(({ build, image }) => image ? [[build.name, { repository: image.repository, digest: image.digest }]] : []);
    return Object.fromEntries(entries);
}
/** Each chart that an environment deploys. */
function chartsOf({ release, environments }) {
    const own = Object.values(environments).map((it) => it.release?.chart ?? release?.chart);
    const charts = own.length > 0 ? own : [release?.chart];
    return [...new Set(charts)].filter((chart) => chart !== undefined);
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
;// CONCATENATED MODULE: ./src/http/registry/credentials.js




const HUB_KEY = 'https://index.docker.io/v1/';
/** The name docker stores a registry's login under. */
const loginKey = (host) => (host === 'docker.io' ? HUB_KEY : host);
/** Where docker keeps its logins. */
const dockerConfigFolder = (env) => env.DOCKER_CONFIG || (0,external_node_path_namespaceObject.join)(env.HOME ?? (0,external_node_os_.homedir)(), '.docker');
/**
 * Finds the login that `docker login` (or docker/login-action) left in a docker config folder:
 * a helper of the host, else the general credential store, else `auths`, in docker's own order.
 * @throws {ActionError} `registry-refused` (config not readable), `command-missing` (no helper)
 */
function dockerCredentials(configFolder, exec) {
    return async (host) => {
        const config = await readConfig((0,external_node_path_namespaceObject.join)(configFolder, 'config.json'));
        const helper = config.credHelpers?.[loginKey(host)] ?? config.credsStore;
        return helper ? askHelper(helper, host, exec) : fromAuths(config.auths ?? {}, host);
    };
}
async function readConfig(file) {
    const text = await (0,promises_namespaceObject.readFile)(file, 'utf8').catch((error) => {
        if (error.code === 'ENOENT')
            return '';
        throw error;
    });
    if (text.trim() === '')
        return {};
    try {
        return JSON.parse(text);
    }
    catch {
        // The parser's message quotes the text, which may be a password.
        throw new errors/* ActionError */.lZ('registry-refused', `${file} is not JSON`, {
            hint: 'Log in again with docker login, or give registry-username and registry-password.',
        });
    }
}
/** https://github.com/docker/docker-credential-helpers#development */
async function askHelper(helper, host, exec) {
    const command = `docker-credential-${helper}`;
    const answer = await exec(command, ['get'], { input: loginKey(host), allowFailure: true });
    if (answer.code !== 0) {
        if (/credentials not found/i.test(answer.stdout + answer.stderr))
            return undefined;
        throw new errors/* ActionError */.lZ('registry-refused', `${command} gave no login for ${host}`, {
            hint: `Run "${command} get" on the runner with ${host} on stdin to see why.`,
        });
    }
    const { Username: username = '', Secret: secret = '' } = JSON.parse(answer.stdout);
    // How identity tokens are stored by helpers.
    if (username === '<token>')
        return { identityToken: secret };
    return { username, password: secret };
}
function fromAuths(auths, host) {
    const entry = auths[loginKey(host)] ??
        Object.entries(auths).find(([key]) => hostOfKey(key) === hostOfKey(loginKey(host)))?.[1];
    if (entry === undefined)
        return undefined;
    if (entry.identitytoken)
        return { identityToken: entry.identitytoken };
    const decoded = Buffer.from(entry.auth ?? '', 'base64').toString('utf8');
    const colon = decoded.indexOf(':');
    const username = entry.username ?? decoded.slice(0, Math.max(colon, 0));
    const password = entry.password ?? decoded.slice(colon + 1);
    return username === '' ? undefined : { username, password };
}
/** Old tools wrote `https://host/v1/` and the like. */
const hostOfKey = (key) => key.replace(/^https?:\/\//, '').replace(/\/.*$/, '');

;// CONCATENATED MODULE: ./src/http/registry/manifest.js


const INDEX_TYPES = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
];
const IMAGE_TYPES = [
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
/** Without it Distribution answers 404 for every OCI manifest, also to HEAD (measured, 2.8.2). */
const ACCEPT_MANIFESTS = [...INDEX_TYPES, ...IMAGE_TYPES].join(', ');
const sha256 = (bytes) => `sha256:${(0,external_node_crypto_namespaceObject.createHash)('sha256').update(bytes).digest('hex')}`;
/** `os/architecture[/variant]`, or undefined where it names no platform to run on. */
function formatPlatform(platform) {
    const { os, architecture, variant } = platform ?? {};
    if (typeof os !== 'string' || typeof architecture !== 'string')
        return undefined;
    if (os === '' || os === 'unknown' || architecture === 'unknown')
        return undefined;
    return [os, architecture, ...(typeof variant === 'string' && variant ? [variant] : [])].join('/');
}
/**
 * Reads an OCI or Docker manifest or index.
 * https://github.com/opencontainers/image-spec/blob/v1.1.0/manifest.md
 * @throws {ActionError} `request-failed` when it is neither
 */
function parseManifest(bytes, mediaType) {
    const value = parseObject(bytes);
    // The media type inside is optional in OCI; the answer's header then decides.
    const type = typeof value.mediaType === 'string' ? value.mediaType : mediaType;
    if (INDEX_TYPES.includes(type) && Array.isArray(value.manifests)) {
        return { kind: 'index', entries: value.manifests.map(indexEntry) };
    }
    if (IMAGE_TYPES.includes(type) && Array.isArray(value.layers)) {
        return {
            kind: 'image',
            config: descriptor(value.config),
            layers: value.layers.map(descriptor),
        };
    }
    throw notAManifest(`its type is "${type}"`);
}
function parseObject(bytes) {
    try {
        const value = JSON.parse(bytes.toString('utf8'));
        if (typeof value === 'object' && value !== null)
            return { ...value };
    }
    catch {
        // Told below: what came is not JSON.
    }
    throw notAManifest(`it starts with "${bytes.toString('utf8', 0, 60).replace(/\s+/g, ' ')}"`);
}
const indexEntry = (raw) => ({
    ...descriptor(raw),
    platform: formatPlatform(raw.platform),
});
function descriptor(raw) {
    const { digest, mediaType, size } = (raw ?? {});
    if (typeof digest !== 'string' || typeof mediaType !== 'string' || typeof size !== 'number') {
        throw notAManifest('a descriptor in it has no digest, media type or size');
    }
    return { digest, mediaType, size };
}
const notAManifest = (why) => new errors/* ActionError */.lZ('request-failed', `the registry's answer is not an image manifest: ${why}`);

// EXTERNAL MODULE: ./src/http/request.js
var request = __nccwpck_require__(7235);
;// CONCATENATED MODULE: ./src/http/registry/challenge.js
// name="quoted", name=token, or a scheme on its own.
const PART = /([\w-]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s,"]*))|([A-Za-z][\w-]*)/g;
/**
 * Reads a WWW-Authenticate header, also several challenges in one.
 * https://www.rfc-editor.org/rfc/rfc9110#name-www-authenticate
 */
function parseChallenges(header) {
    const challenges = [];
    for (const [, name, quoted, token, scheme] of header.matchAll(PART)) {
        if (scheme !== undefined)
            challenges.push({ scheme: scheme.toLowerCase(), parameters: {} });
        const current = challenges.at(-1);
        if (name === undefined || current === undefined)
            continue;
        current.parameters[name.toLowerCase()] = quoted?.replace(/\\(.)/g, '$1') ?? token ?? '';
    }
    return challenges;
}

;// CONCATENATED MODULE: ./src/http/registry/verdict.js

/**
 * What a registry's refusal means; 401, 403, 404, 429 and 5xx are different things to a reader.
 * @param what the object and its place, e.g. `manifest ghcr.io/acme/api:v1`
 */
function registryError(what, response) {
    const { status } = response;
    const said = `${what}: the registry answered ${status}${saidInBody(response.body)}`;
    if (status === 404) {
        return new errors/* ActionError */.lZ('image-missing', said, { hint: 'Check the name, and who may see it.' });
    }
    if (status === 401) {
        return new errors/* ActionError */.lZ('registry-refused', said, {
            hint: 'The login is missing or not accepted: check registry-username and registry-password, or log in in an earlier step.',
        });
    }
    if (status === 403) {
        return new errors/* ActionError */.lZ('registry-refused', said, {
            hint: 'The login is known but lacks the right; for ghcr.io the job needs "permissions: packages: write" and the package must allow this repository.',
        });
    }
    if (status === 429) {
        return new errors/* ActionError */.lZ('request-failed', `${said} (too many requests)`, {
            hint: `Try again ${retryAfter(response)}; a login often has a higher limit.`,
        });
    }
    const hint = status >= 500 ? { hint: 'The registry is in trouble: try again later.' } : {};
    return new errors/* ActionError */.lZ('request-failed', said, hint);
}
function retryAfter(response) {
    const asked = response.headers['retry-after'];
    return asked === undefined ? 'later' : `after ${asked}${/^\d+$/.test(asked) ? ' s' : ''}`;
}
/** Distribution's error body: `{"errors":[{"code","message"}]}`. */
function saidInBody(body) {
    try {
        const { errors } = JSON.parse(body.toString('utf8'));
        const texts = (errors ?? []).map((e) => [e.code, e.message].filter(Boolean).join(' '));
        return texts.length > 0 ? `, ${texts.join('; ')}` : '';
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./src/http/registry/authorize.js




/**
 * Bearer tokens by https://distribution.github.io/distribution/spec/auth/token/, refresh tokens by
 * …/spec/auth/oauth/, and Basic. Parallel calls for one repository share one token request.
 */
function createAuthorizer(send, find) {
    const headers = new Map();
    const key = ({ host, path }) => `${host}/${path ?? ''}`;
    return {
        known: async (access) => headers.get(key(access)),
        renew: (access, refusal, url) => {
            const renewed = answerChallenge({ send, find }, access, refusal, url);
            headers.set(key(access), renewed);
            // A refusal is told to the caller; the next call starts afresh.
            renewed.catch(() => headers.delete(key(access)));
            return renewed;
        },
    };
}
async function answerChallenge({ send, find }, access, refusal, url) {
    const challenges = parseChallenges(refusal.headers['www-authenticate'] ?? '');
    const login = await find(access.host);
    const bearer = challenges.find((challenge) => challenge.scheme === 'bearer');
    if (bearer)
        return `Bearer ${await fetchToken(send, access, bearer, login, url)}`;
    const basic = challenges.some((challenge) => challenge.scheme === 'basic');
    if (!basic || login === undefined || 'identityToken' in login)
        return undefined;
    return basicHeader(login.username, login.password);
}
async function fetchToken(send, access, { parameters }, login, url) {
    const realm = tokenService(parameters.realm ?? '', access.host, url);
    const pull = access.path === undefined ? undefined : `repository:${access.path}:pull`;
    const scope = parameters.scope ?? pull;
    const query = new URLSearchParams({
        ...(parameters.service !== undefined && { service: parameters.service }),
        ...(scope !== undefined && { scope }),
    });
    const response = login !== undefined && 'identityToken' in login
        ? await exchange(send, realm, query, login.identityToken)
        : await (0,request/* sendWithRetry */.lx)(send, {
            url: withQuery(realm, query),
            headers: login ? { authorization: basicHeader(login.username, login.password) } : {},
        });
    if (response.status !== 200) {
        throw registryError(`login to ${access.host} at ${realm.host}`, response);
    }
    const body = (0,request/* parseJson */.qF)(response, `the token service ${realm.host}`);
    const { token, access_token: accessToken } = body;
    const found = token ?? accessToken;
    if (typeof found === 'string' && found !== '')
        return found;
    throw new errors/* ActionError */.lZ('registry-refused', `the token service ${realm.host} gave no token`);
}
/** A refresh token is exchanged by POST; asking twice gives two tokens and harms nothing. */
function exchange(send, realm, query, refreshToken) {
    const form = new URLSearchParams(query);
    form.set('grant_type', 'refresh_token');
    form.set('refresh_token', refreshToken);
    form.set('client_id', 'deploy-actions');
    return (0,request/* sendWithRetry */.lx)(send, {
        url: realm.href,
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: form.toString(),
    });
}
/** A registry reached by https may not send the login over plain http. */
function tokenService(realm, host, url) {
    const parsed = URL.canParse(realm) ? new URL(realm) : undefined;
    const secure = url.startsWith('https:');
    if (parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && !secure))
        return parsed;
    throw new errors/* ActionError */.lZ('registry-refused', `${host} names "${realm}" as its token service, which is not an https address`);
}
function withQuery(realm, query) {
    const url = new URL(realm);
    for (const [name, value] of query)
        url.searchParams.append(name, value);
    return url.href;
}
const basicHeader = (username, password) => `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

;// CONCATENATED MODULE: ./src/http/registry/endpoint.js
/** Docker Hub's registry does not live where its name says. */
const HUB_API = 'registry-1.docker.io';
/**
 * Finds the address of a registry, once per host: https, and plain http only on this machine
 * (localhost, 127.0.0.0/8, ::1, as docker does) and only where no TLS is spoken there.
 */
function createEndpoints(send) {
    const known = new Map();
    return (host) => {
        const found = known.get(host) ?? findEndpoint(send, host === 'docker.io' ? HUB_API : host);
        known.set(host, found);
        found.catch(() => known.delete(host));
        return found;
    };
}
async function findEndpoint(send, host) {
    if (!isThisMachine(host))
        return `https://${host}`;
    try {
        await send({ url: `https://${host}/v2/` });
    }
    catch (error) {
        const { cause } = error;
        // EPROTO: something that is not TLS answered. A bad certificate is another error.
        if (cause?.code === 'EPROTO')
            return `http://${host}`;
        throw error;
    }
    return `https://${host}`;
}
function isThisMachine(host) {
    const name = host.replace(/:\d+$/, '');
    return name === 'localhost' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name);
}

;// CONCATENATED MODULE: ./src/http/registry/redirect.js

/**
 * The rules of a redirect: credentials stay with their origin (registries redirect blobs to
 * storage with a signed address of its own), and https never becomes http.
 * @throws {ActionError} `request-failed`
 */
function followRedirect(from, location) {
    const here = new URL(from);
    if (!location || !URL.canParse(location, from)) {
        throw refused(here, 'without an address to go to');
    }
    const there = new URL(location, from);
    if (there.protocol !== 'http:' && there.protocol !== 'https:') {
        throw refused(here, `to ${there.protocol}`);
    }
    if (here.protocol === 'https:' && there.protocol === 'http:') {
        throw refused(here, `from https to plain http (${there.host})`);
    }
    // A user in the address would be sent as credentials of its own.
    there.username = '';
    there.password = '';
    return { url: there.href, keepCredentials: there.origin === here.origin };
}
const isRedirect = (status) => [301, 302, 303, 307, 308].includes(status);
const refused = (here, why) => new errors/* ActionError */.lZ('request-failed', `${here.host}${here.pathname} redirects ${why}`, {
    hint: 'A proxy in between may do this; the registry itself should not.',
});

;// CONCATENATED MODULE: ./src/http/registry/read.js





const MAX_REDIRECTS = 5;
/** One reader is one run's memory of addresses and tokens. */
function createReader({ send, credentials }) {
    const endpoint = createEndpoints(send);
    const authorizer = createAuthorizer(send, credentials);
    return async (access, request) => {
        const below = access.path === undefined ? '' : `${access.path}/`;
        const url = `${await endpoint(access.host)}/v2/${below}${request.path}`;
        const attempt = (authorization) => follow(send, url, {
            method: request.method ?? 'GET',
            headers: { ...(request.accept !== undefined && { accept: request.accept }) },
            authorization,
        });
        const first = await attempt(await authorizer.known(access));
        // Also in the middle of things: tokens live for minutes. Never for another host's challenge.
        if (first.response.status !== 401 || !first.sameOrigin)
            return first.response;
        const renewed = await authorizer.renew(access, first.response, url);
        return renewed === undefined ? first.response : (await attempt(renewed)).response;
    };
}
async function follow(send, start, attempt) {
    let url = start;
    let sameOrigin = true;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
        const { method, authorization } = attempt;
        const login = sameOrigin && authorization !== undefined ? { authorization } : {};
        const headers = { ...attempt.headers, ...login };
        const response = await (0,request/* sendWithRetry */.lx)(send, { url, method, headers });
        if (!isRedirect(response.status))
            return { response, sameOrigin };
        const next = followRedirect(url, response.headers.location);
        sameOrigin &&= next.keepCredentials;
        url = next.url;
    }
    throw new errors/* ActionError */.lZ('request-failed', `more than ${MAX_REDIRECTS} redirects from ${start}`);
}

;// CONCATENATED MODULE: ./src/http/registry/registry.js





/** Tried several times already: a GET would not fare better. */
const TROUBLE = new Set([429, 500, 502, 503, 504]);
/**
 * The Registry port on the distribution API.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md
 */
function createRegistry(options) {
    const read = createReader(options);
    const checkLogin = async (host) => {
        const response = await read({ host }, { path: '' });
        if (response.status !== 200)
            throw registryError(`login to ${host}`, response);
    };
    const manifest = async (ref) => {
        const response = await read(ref, { path: manifestPath(ref), accept: ACCEPT_MANIFESTS });
        if (response.status !== 200)
            throw registryError((0,image_ref/* formatImageRef */.kL)(ref), response);
        const digest = sha256(response.body);
        for (const promised of [ref.digest, digestHeader(response)]) {
            if (promised !== undefined && promised !== digest) {
                throw wrongDigest((0,image_ref/* formatImageRef */.kL)(ref), promised, digest);
            }
        }
        const mediaType = contentType(response);
        return { digest, mediaType, size: response.body.length, bytes: response.body };
    };
    const resolve = async (ref) => {
        const response = await read(ref, {
            method: 'HEAD',
            path: manifestPath(ref),
            accept: ACCEPT_MANIFESTS,
        });
        if (response.status === 404)
            return undefined;
        const digest = digestHeader(response);
        const size = Number(response.headers['content-length']);
        if (response.status === 200 && digest !== undefined && size > 0) {
            return { digest, size, mediaType: contentType(response) };
        }
        if (TROUBLE.has(response.status))
            throw registryError((0,image_ref/* formatImageRef */.kL)(ref), response);
        // HEAD has no body to tell why, and its digest header is optional: ask again with GET.
        const { bytes: _, ...found } = await manifest(ref);
        return found;
    };
    const blob = async (repository, digest) => {
        const what = `${(0,image_ref/* formatRepository */.Sh)(repository)}, blob ${digest}`;
        const response = await read(repository, { path: `blobs/${digest}` });
        if (response.status !== 200)
            throw registryError(what, response);
        const got = sha256(response.body);
        if (got !== digest)
            throw wrongDigest(what, digest, got);
        return response.body;
    };
    const platforms = async (ref) => {
        const { bytes, ...found } = await manifest(ref);
        const parsed = parseManifest(bytes, found.mediaType);
        if (parsed.kind === 'index') {
            return parsed.entries.flatMap(({ platform, ...entry }) => platform === undefined ? [] : [{ ...entry, platform }]);
        }
        const config = JSON.parse((await blob(ref, parsed.config.digest)).toString('utf8'));
        const platform = formatPlatform(config);
        return platform === undefined ? [] : [{ ...found, platform }];
    };
    return { checkLogin, resolve, manifest, blob, platforms };
}
const manifestPath = (ref) => `manifests/${ref.digest ?? ref.tag ?? 'latest'}`;
const digestHeader = (response) => response.headers['docker-content-digest']?.toString();
const contentType = (response) => (response.headers['content-type'] ?? '').replace(/;.*$/, '').trim();
const wrongDigest = (what, promised, got) => new errors/* ActionError */.lZ('wrong-digest', `${what}: the bytes that came have ${got}, not ${promised}`, {
    hint: 'A proxy or the registry itself changed or cut the answer: do not use this image.',
});

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

;// CONCATENATED MODULE: ./actions/build-image/buildx.js


/** The first with `--progress=rawjson`. */
const OLDEST = { major: 0, minor: 13 };
/**
 * The version of `docker buildx`, e.g. `0.13.1`.
 * @throws {ActionError} `command-missing` when there is none or it is too old
 */
async function buildxVersion(exec, env) {
    const hint = 'Use docker/setup-buildx-action in an earlier step, or install docker-buildx.';
    const answer = await exec('docker', ['buildx', 'version'], { env, allowFailure: true });
    const [, version, major, minor] = /github\.com\/docker\/buildx v?((\d+)\.(\d+)[\w.]*)/.exec(answer.stdout) ?? [];
    if (answer.code !== 0 || version === undefined) {
        const said = answer.stderr.trim().split('\n')[0] ?? '';
        throw new errors/* ActionError */.lZ('command-missing', `docker buildx is not there: ${said}`, { hint });
    }
    // 0.0.0 is a build of buildx's own sources, of any age.
    const known = !version.startsWith('0.0.0');
    if (known && Number(major) === OLDEST.major && Number(minor) < OLDEST.minor) {
        const message = `docker buildx ${version} is too old; 0.13 or later is needed`;
        throw new errors/* ActionError */.lZ('command-missing', message, { hint });
    }
    return version;
}
const metadataFile = (folder) => (0,external_node_path_namespaceObject.join)(folder, 'metadata.json');
/**
 * The arguments of `docker`. Provenance is left to buildx, whose own default is what we want: `min`
 * where the engine can attest, nothing where it cannot (asking for it there is an error).
 */
function buildArguments({ build, settings, ...order }) {
    const assignment = ({ name, value }) => value === undefined ? name : `${name}=${value}`;
    return [
        ...['buildx', 'build', '--progress', 'rawjson'],
        ...['--metadata-file', metadataFile(order.folder)],
        ...(settings.push ? ['--push'] : []),
        ...order.references.flatMap((reference) => ['--tag', reference]),
        ...(build.file ? ['--file', build.file] : []),
        ...(build.target ? ['--target', build.target] : []),
        ...build.buildArgs.flatMap((arg) => ['--build-arg', assignment(arg)]),
        ...order.labels.flatMap((label) => ['--label', assignment(label)]),
        ...order.secretFiles.flatMap(({ id, path }) => ['--secret', `id=${id},src=${path}`]),
        ...(settings.network ? ['--network', settings.network] : []),
        ...(settings.noCache ? ['--no-cache'] : []),
        ...(settings.pull ? ['--pull'] : []),
        ...['--', build.context],
    ];
}

;// CONCATENATED MODULE: ./actions/build-image/labels.js
const OCI = 'org.opencontainers.image.';
/**
 * The image's labels: where it came from, and over that what the user gave. `created` is the time
 * of the commit, so that the same commit gives the same labels; it is left out without git.
 * https://github.com/opencontainers/image-spec/blob/v1.1.0/annotations.md
 */
async function imageLabels(given, env, exec) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: revision } = env;
    const created = revision && (await commitTime(revision, env, exec));
    const own = {
        ...(server && repository && { [`${OCI}source`]: `${server}/${repository}` }),
        ...(revision && { [`${OCI}revision`]: revision }),
        ...(created && { [`${OCI}created`]: created }),
    };
    const labels = new Map(Object.entries(own));
    for (const { name, value } of given)
        labels.set(name, value);
    return [...labels].map(([name, value]) => ({ name, value }));
}
async function commitTime(commit, env, exec) {
    const args = ['show', '--no-patch', '--format=%ct', commit, '--'];
    const cwd = env.GITHUB_WORKSPACE;
    const options = { allowFailure: true, ...(cwd && { cwd }) };
    const answer = await exec('git', args, options).catch(() => undefined);
    const seconds = Number(answer?.stdout.trim());
    return answer?.code === 0 && seconds > 0
        ? new Date(seconds * 1000).toISOString().replace('.000', '')
        : undefined;
}

;// CONCATENATED MODULE: ./actions/build-image/tags.js

/** The longest tag. https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pull */
const TAG_LENGTH = 128;
/**
 * The tags of a build that names none: the commit (12 digits) and the branch or git tag, made fit.
 * A pull request gets `pr-<number>`: its branch may be called `main`, in a fork as well.
 */
function defaultTags(env) {
    const commit = env.GITHUB_SHA?.slice(0, 12);
    const pull = /^refs\/pull\/(\d+)\//.exec(env.GITHUB_REF ?? '')?.[1];
    const name = pull === undefined ? fitTag(env.GITHUB_REF_NAME ?? '') : `pr-${pull}`;
    return [...new Set([commit, name])].filter((tag) => tag !== undefined && (0,image_ref/* isTag */.dz)(tag));
}
/** A branch's name as a tag: what a tag may not hold becomes `-`; `''` when nothing is left. */
const fitTag = (name) => name
    .replace(/[^A-Za-z0-9_.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, TAG_LENGTH);

;// CONCATENATED MODULE: ./actions/build-image/check.js









/** Everything that can be known before a build takes its time. */
async function check({ builds }, settings, ports) {
    checkPaths(builds);
    const tags = settings.tags.length > 0 ? settings.tags : defaultTags(ports.env);
    if (tags.length === 0) {
        throw new errors/* ActionError */.lZ('invalid-input', 'There is no commit and no branch to name the tag by', {
            hint: 'Give the input tags.',
        });
    }
    const hosts = [...new Set(builds.map(({ image }) => image.host))];
    const login = givenLogin(hosts, settings);
    const registry = openRegistry(login, ports);
    const [version, labels] = await Promise.all([
        buildxVersion(ports.exec, childEnvironment(ports.env)),
        imageLabels(settings.labels, ports.env, ports.exec),
        ...(settings.push ? hosts.map((host) => registry.checkLogin(host)) : []),
    ]);
    const images = builds.map(({ image }) => (0,image_ref/* formatRepository */.Sh)(image)).join(', ');
    ports.info(`buildx ${version}: ${images} with ${tags.join(', ')}`);
    return { tags, labels, login, registry };
}
function checkPaths(builds) {
    const missing = builds.flatMap(({ context, file, origin }) => {
        if (/:\/\/|^git@|^github\.com\//.test(context))
            return [];
        const paths = [
            { ...origin('context'), path: context },
            ...(file === '' ? [] : [{ ...origin('file'), path: file }]),
        ];
        return paths
            .filter(({ path }) => !(0,external_node_fs_.existsSync)(path))
            .map(({ path, ...from }) => ({
            ...from,
            message: `"${path}" does not exist`,
            hint: 'Paths start at the checked-out repository; is actions/checkout an earlier step?',
        }));
    });
    if (missing.length > 0)
        throw new errors/* InputError */.dz(missing);
}
/** The login of the inputs. With several registries there is no telling whose it is. */
function givenLogin(hosts, { registryUsername: username, registryPassword: password }) {
    if (username === '')
        return undefined;
    const [host = '', ...others] = hosts;
    if (others.length === 0)
        return { host, username, password };
    throw new errors/* InputError */.dz([
        {
            input: 'registry-username',
            message: `is for one registry, and the images go to ${hosts.join(', ')}`,
            hint: 'Leave it out and log in to each in an earlier step (docker/login-action).',
        },
    ]);
}
/** Uses the login of the inputs for its registry, and docker's own for everything else. */
function openRegistry(login, ports) {
    const others = dockerCredentials(dockerConfigFolder(ports.env), ports.exec);
    const credentials = async (host) => (host === login?.host ? login : others(host));
    return createRegistry({ ...ports, credentials });
}

;// CONCATENATED MODULE: ./src/tools/scratch.js



const scratch_STATE = 'scratch-folder';
const scratch_PREFIX = 'deploy-actions-';
/**
 * A private folder (0700) below RUNNER_TEMP for sockets and caches of this step. It is written to
 * the state before it is made, so that `removeScratch` in post finds it also after a cancel.
 */
async function makeScratch(tempFolder, saveState) {
    const folder = (0,external_node_path_namespaceObject.join)(tempFolder, `${scratch_PREFIX}${(0,external_node_crypto_namespaceObject.randomUUID)().slice(0, 8)}`);
    saveState(scratch_STATE, folder);
    await (0,promises_namespaceObject.mkdir)(folder, { mode: 0o700 });
    return folder;
}
/** Removes what `makeScratch` made; state comes from the job's environment, so the name is checked. */
async function removeScratch(loadState) {
    const folder = loadState(scratch_STATE);
    if (!basename(folder).startsWith(scratch_PREFIX))
        return;
    await rm(folder, { recursive: true, force: true });
}

// EXTERNAL MODULE: ./src/domain/human-time.js
var human_time = __nccwpck_require__(5093);
;// CONCATENATED MODULE: ./actions/build-image/build-log.js

/** What an annotation can show without drowning its message. */
const KEPT_LINES = 20;
/** BuildKit comes back to a step in slices; a slice below this is not worth a line of its own. */
const NOTABLE_MS = 500;
/** Follows a build: prints each step as it ends, its output as it comes, and keeps both. */
function createBuildLog(print) {
    const entries = new Map();
    const entryOf = (digest) => {
        const found = entries.get(digest) ?? newEntry();
        entries.set(digest, found);
        return found;
    };
    const addVertex = (vertex) => {
        const entry = entryOf(vertex.digest);
        entry.name = vertex.name;
        entry.cached ||= vertex.cached ?? false;
        entry.error ??= vertex.error;
        const { started, completed } = vertex;
        if (started === undefined || completed === undefined || entry.done.has(started))
            return;
        const ms = Date.parse(completed) - Date.parse(started);
        const first = entry.done.size === 0;
        entry.done.add(started);
        entry.ms += ms;
        const quiet = !first || entry.name.startsWith('[internal]');
        endLine(entry);
        if (!quiet || ms >= NOTABLE_MS || vertex.error)
            print(stepLine(entry, ms));
    };
    const addLine = (entry, line) => {
        // A progress bar rewrites its line with carriage returns: only what stands there at the end.
        const shown = line.slice(line.lastIndexOf('\r') + 1);
        print(`    ${shown}`);
        entry.output = [...entry.output, shown].slice(-KEPT_LINES);
    };
    /** What was printed without a line break is a line when the step ends. */
    const endLine = (entry) => {
        if (entry.unfinished !== '')
            addLine(entry, entry.unfinished);
        entry.unfinished = '';
    };
    const addLog = (digest, text) => {
        const entry = entryOf(digest);
        const lines = (entry.unfinished + text).split(/\r?\n/);
        entry.unfinished = lines.pop() ?? '';
        for (const line of lines)
            addLine(entry, line);
    };
    return {
        add: ({ vertexes = [], logs = [], warnings = [] }) => {
            for (const vertex of vertexes)
                addVertex(vertex);
            for (const { vertex, data } of logs)
                addLog(vertex, Buffer.from(data, 'base64').toString());
            for (const { short } of warnings) {
                if (short)
                    print(`! ${Buffer.from(short, 'base64').toString()}`);
            }
        },
        steps: () => {
            const ordered = [...entries.values()].sort(byStart);
            for (const entry of ordered)
                endLine(entry);
            return ordered.map(({ done: _, unfinished: __, ...step }) => step);
        },
    };
}
const newEntry = () => ({
    ...{ name: '', ms: 0, cached: false, error: undefined },
    ...{ output: [], unfinished: '', done: new Set() },
});
/** BuildKit announces steps from the last to the first; one that never began comes last. */
function byStart(a, b) {
    const [first = '~'] = a.done;
    const [second = '~'] = b.done;
    if (first === second)
        return 0;
    return first < second ? -1 : 1;
}
function stepLine({ name, cached, error }, ms) {
    if (error !== undefined)
        return `✘ ${name} ${(0,human_time/* humanTime */.z)(ms)}`;
    return cached ? `✔ ${name} CACHED` : `✔ ${name} ${(0,human_time/* humanTime */.z)(ms)}`;
}
/** The steps of the Dockerfile (`[stage 2/5] RUN …`), without BuildKit's own. */
const dockerfileSteps = (steps) => steps.filter(({ name }) => /^\[(?:\S+ )*\d+\/\d+\] /.test(name));

;// CONCATENATED MODULE: ./actions/build-image/private-files.js





/** Writes each secret into a file of its own; named by number, since an id may be any word. */
async function writeSecrets(folder, secrets) {
    return Promise.all(secrets.map(async ({ id, value }, index) => {
        const path = (0,external_node_path_namespaceObject.join)(folder, `secret-${index}`);
        await (0,promises_namespaceObject.writeFile)(path, value, { mode: 0o600 });
        return { id, path };
    }));
}
/**
 * Writes a docker config of our own with this login over the user's, so that nothing goes through
 * a command line and nothing stays behind. Plug-ins, contexts and builders remain the user's.
 * @returns the environment that makes docker use it
 */
async function writeDockerConfig(folder, login, env) {
    const users = dockerConfigFolder(env);
    const config = await readUsersConfig((0,external_node_path_namespaceObject.join)(users, 'config.json'));
    const key = loginKey(login.host);
    const auth = Buffer.from(`${login.username}:${login.password}`).toString('base64');
    const own = {
        ...config,
        auths: { ...config.auths, [key]: { auth } },
        // Without a name of a helper docker reads `auths`, also where a general store is set.
        credHelpers: { ...config.credHelpers, [key]: '' },
        cliPluginsExtraDirs: [...(config.cliPluginsExtraDirs ?? []), (0,external_node_path_namespaceObject.join)(users, 'cli-plugins')],
    };
    const ours = (0,external_node_path_namespaceObject.join)(folder, 'docker');
    await (0,promises_namespaceObject.mkdir)(ours, { mode: 0o700 });
    await (0,promises_namespaceObject.writeFile)((0,external_node_path_namespaceObject.join)(ours, 'config.json'), JSON.stringify(own), { mode: 0o600 });
    const contexts = (0,external_node_path_namespaceObject.join)(users, 'contexts');
    if ((0,external_node_fs_.existsSync)(contexts))
        await (0,promises_namespaceObject.symlink)(contexts, (0,external_node_path_namespaceObject.join)(ours, 'contexts'));
    return { DOCKER_CONFIG: ours, BUILDX_CONFIG: env.BUILDX_CONFIG || (0,external_node_path_namespaceObject.join)(users, 'buildx') };
}
async function readUsersConfig(file) {
    if (!(0,external_node_fs_.existsSync)(file))
        return {};
    try {
        return JSON.parse(await (0,promises_namespaceObject.readFile)(file, 'utf8'));
    }
    catch {
        // The parser's message quotes the text, which may be a password.
        throw new errors/* ActionError */.lZ('registry-refused', `${file} cannot be read as JSON`, {
            hint: 'Repair or remove it; docker would refuse it as well.',
        });
    }
}

;// CONCATENATED MODULE: ./actions/build-image/read-back.js



/** Some registries need a moment until a push can be read. */
const PAUSES_MS = [500, 1000, 2000];
/**
 * Lets the registry decide: reads the manifest, each platform's manifest and config, and every tag.
 * @throws {ActionError} `image-missing` (a part is not there), `wrong-digest` (a tag or a part is
 * something else), and what the registry client throws
 */
async function readBack(claim, ports) {
    const { registry } = ports;
    const { repository, digest } = claim;
    const top = await eventually(() => registry.manifest({ ...repository, digest }), ports.sleep);
    const parsed = parseManifest(top.bytes, top.mediaType);
    const images = parsed.kind === 'image'
        ? [await readImage(claim, digest, ports)]
        : await Promise.all(parsed.entries.map((entry) => readImage(claim, entry.digest, ports)));
    const runnable = images.filter(({ platform }) => platform !== undefined);
    if (runnable.length === 0) {
        throw new errors/* ActionError */.lZ('image-missing', `${(0,image_ref/* formatImageRef */.kL)({ ...repository, digest })} holds no image for any platform`);
    }
    await Promise.all(claim.tags.map((tag) => checkTag(claim, tag, ports)));
    return {
        repository: (0,image_ref/* formatRepository */.Sh)(repository),
        digest,
        tags: claim.tags,
        platforms: runnable.flatMap(({ platform }) => platform ?? []),
        size: runnable.reduce((sum, { size }) => sum + size, 0),
    };
}
/** Fetches one manifest and its config, the hash of both checked by the client. */
async function readImage(claim, digest, { registry, sleep }) {
    const manifest = await eventually(() => registry.manifest({ ...claim.repository, digest }), sleep);
    const parsed = parseManifest(manifest.bytes, manifest.mediaType);
    if (parsed.kind === 'index')
        return { platform: undefined, size: 0 };
    const bytes = await registry.blob(claim.repository, parsed.config.digest);
    const config = JSON.parse(bytes.toString('utf8'));
    const platform = formatPlatform(config);
    if (platform !== undefined)
        checkLabels(claim, config.config?.Labels ?? {});
    return { platform, size: [parsed.config, ...parsed.layers].reduce((sum, b) => sum + b.size, 0) };
}
function checkLabels({ labels, digest }, found) {
    const wrong = labels.find(({ name, value }) => found[name] !== value);
    if (wrong === undefined)
        return;
    throw new errors/* ActionError */.lZ('wrong-digest', `The image ${digest} in the registry has the label ${wrong.name}=${found[wrong.name] ?? ''}, not what this build gave it: it is another image`);
}
async function checkTag({ repository, digest }, tag, { registry, sleep }) {
    const reference = (0,image_ref/* formatImageRef */.kL)({ ...repository, tag });
    const found = await eventually(async () => {
        const resolved = await registry.resolve({ ...repository, tag });
        if (resolved !== undefined)
            return resolved;
        throw new errors/* ActionError */.lZ('image-missing', `${reference} is not in the registry after the push`, {
            hint: 'The push was reported as done: look at the registry’s own log and retention rules.',
        });
    }, sleep);
    if (found.digest === digest)
        return;
    throw new errors/* ActionError */.lZ('wrong-digest', `${reference} stands for ${found.digest}, not for ${digest} that was pushed`, { hint: 'Another run may have pushed the same tag meanwhile: give each run a tag of its own.' });
}
async function eventually(read, sleep) {
    for (const pause of PAUSES_MS) {
        try {
            return await read();
        }
        catch (error) {
            if (!(error instanceof errors/* ActionError */.lZ) || error.code !== 'image-missing')
                throw error;
            await sleep(pause);
        }
    }
    return read();
}

// EXTERNAL MODULE: ./src/tools/clock.js
var clock = __nccwpck_require__(8859);
;// CONCATENATED MODULE: ./actions/build-image/build-events.js
/**
 * Reads buildx's stderr line by line. buildx 0.13 prints an event over many lines between `{` and
 * `}`, later versions print it on one; what is neither (its closing error) is text.
 */
function createEventReader(on) {
    let open;
    return (line) => {
        if (open === undefined && line === '{') {
            open = [line];
        }
        else if (open === undefined) {
            const event = line.startsWith('{') ? parseEvent(line) : undefined;
            if (event)
                on.event(event);
            else
                on.text(line);
        }
        else {
            open.push(line);
            if (line !== '}')
                return;
            const event = parseEvent(open.join('\n'));
            if (event)
                on.event(event);
            else
                for (const text of open)
                    on.text(text);
            open = undefined;
        }
    };
}
function parseEvent(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./actions/build-image/failure.js

/** Names the cause of a failed build: the step, what it printed, and its place in the Dockerfile. */
function buildFailure(failed) {
    const step = failed.steps.find(({ error }) => error !== undefined);
    const said = closingError(failed.text) ?? step?.error;
    if (said === undefined)
        return silentFailure(failed);
    const details = [
        ...place(failed.text),
        ...(step && step.output.length > 0 ? ['Its last output:', ...step.output] : []),
    ];
    return classify(step?.name ?? '', said, details);
}
function classify(step, said, details) {
    const lines = (first) => [first, ...details].join('\n');
    if (isPush(step) && REFUSED.test(said)) {
        return new errors/* ActionError */.lZ('registry-refused', lines(`The push was refused: ${said}`), {
            hint: 'The login may read but not push, or there is none: give registry-username and registry-password, or log in in an earlier step; for ghcr.io the job needs "permissions: packages: write".',
        });
    }
    if (isPush(step) && BROKEN_OFF.test(said)) {
        return new errors/* ActionError */.lZ('request-failed', lines(`The push broke off: ${said}`), {
            hint: 'The registry, or the way to it, failed again and again: does it have trouble now? Nothing is wrong with the build.',
        });
    }
    const base = /\[internal\] load metadata for (\S+)/.exec(step)?.[1];
    if (base !== undefined) {
        return new errors/* ActionError */.lZ('image-missing', lines(`Base image ${base} cannot be had: ${said}`), {
            hint: 'Check its name and tag in the FROM line, and log in to its registry when it is private.',
        });
    }
    // BuildKit repeats the command, which the step's name already shows.
    const reason = /did not complete successfully: (exit code: \d+)/.exec(said)?.[1] ?? said;
    return new errors/* ActionError */.lZ('build-failed', lines(step === '' ? said : `${step} failed: ${reason}`), {
        hint: 'Run the same build on your machine: docker buildx build with the same file and context.',
    });
}
/** By the name of a step. */
const isPush = (step) => /^(pushing|exporting) /.test(step);
const REFUSED = /\b(401|403)\b|unauthorized|forbidden|denied|insufficient_scope|authoriz|no basic auth/i;
/** A registry in trouble or too busy, or a connection that was lost: it may well do the next time. */
const BROKEN_OFF = /unexpected (HTTP )?status.*\b(429|5\d\d)\b|toomanyrequests|connection (reset|refused)|broken pipe|\bEOF\b|i\/o timeout|TLS handshake timeout/i;
/** Whether a push failed in a way that another try may heal. */
const isBrokenOff = (error) => error instanceof errors/* ActionError */.lZ && error.code === 'request-failed';
/** buildx's own last word, without the step it repeats. */
function closingError(text) {
    const line = text.findLast((candidate) => candidate.startsWith('ERROR: '));
    return line?.replace(/^ERROR: (failed to (build|solve): )*/, '');
}
/** `Dockerfile:3` and the marked lines, as buildx prints them between dashes. */
function place(text) {
    const start = text.findIndex((line) => /^\S.*:\d+$/.test(line));
    if (start < 0 || !text[start + 1]?.startsWith('-----'))
        return [];
    const marked = text.slice(start + 2).filter((line) => /^ *\d+ \| >>> /.test(line));
    return [`At ${text[start]}:`, ...marked];
}
/** buildx ended red without a reason; build-push-action 7.3.0 reports that as success. */
function silentFailure({ exit, text }) {
    const killed = exit.signal === 'SIGKILL' || exit.code === 137;
    const how = exit.signal === null ? `exit code ${exit.code}` : `signal ${exit.signal}`;
    const said = text.join('\n').trim();
    return new errors/* ActionError */.lZ('build-failed', `docker buildx ended with ${how}${said === '' ? ' and gave no reason' : `: ${said}`}`, {
        hint: killed
            ? 'It was killed, mostly because the runner was out of memory.'
            : 'Look at the engine: docker version, docker buildx ls, free disk space (df -h).',
    });
}

;// CONCATENATED MODULE: ./actions/build-image/run-build.js









/** buildx needs this long to tell the engine that it stops; GitHub's patience ends after 7.5 s. */
const STOP_GRACE_MS = 5000;
/** Before each further try of a push that broke off. */
const run_build_PAUSES_MS = [1000, 4000, 10_000];
/**
 * Runs `docker buildx build` to its end. A push that a busy registry or the network broke off is
 * tried again; what was built stays built.
 * @throws {ActionError} `build-failed`, `image-missing` (base image), `registry-refused`,
 * `request-failed` (push), `cancelled`, `timeout`
 */
async function runBuild(order, env, ports) {
    const end = ports.elapsed() + order.settings.timeout;
    const first = await buildOnce(order, env, end, ports);
    let last = first;
    for (const pause of run_build_PAUSES_MS) {
        if (!isBrokenOff(last.failure) || ports.elapsed() + pause >= end)
            break;
        ports.info(`${(0,errors/* describeError */.Uc)(last.failure)}\nIt is tried again in ${pause / 1000} s.`);
        await ports.sleep(pause, ports.cancelled);
        last = await buildOnce(fromCache(order), env, end, ports);
    }
    if (last.failure)
        throw last.failure;
    const digest = order.settings.push ? await claimedDigest(order.folder) : undefined;
    return { digest, steps: first.steps };
}
const fromCache = (order) => ({
    ...order,
    settings: { ...order.settings, noCache: false, pull: false },
});
async function buildOnce(order, env, end, ports) {
    refuseWhenCancelled(ports.cancelled);
    const log = createBuildLog(ports.info);
    const text = [];
    const read = createEventReader({
        event: log.add,
        text: (line) => {
            text.push(line);
            ports.info(line);
        },
    });
    const child = await ports.startProcess('docker', buildArguments(order), { env, onLine: read });
    const { exit, stopped } = await endOrStop(child, end - ports.elapsed(), ports.cancelled);
    if (stopped === 'cancelled') {
        throw new errors/* ActionError */.lZ('cancelled', `The run was cancelled; the build was stopped${pushed(log.steps())}`);
    }
    if (stopped === 'timeout') {
        const limit = (0,human_time/* humanTime */.z)(order.settings.timeout);
        throw new errors/* ActionError */.lZ('timeout', `The build was stopped after ${limit}${running(log.steps())}`, {
            hint: 'Give it more with the input timeout, or find the step that takes so long above.',
        });
    }
    const steps = log.steps();
    return exit.code === 0 ? { steps } : { steps, failure: buildFailure({ exit, steps, text }) };
}
/** Waits for the child; a cancel and the end of the time each stop it once. */
async function endOrStop(child, ms, cancelled) {
    let stopped;
    let killer;
    const stop = (why) => {
        if (stopped !== undefined)
            return;
        stopped = why;
        child.signal('SIGINT');
        killer = setTimeout(() => child.signal('SIGKILL'), STOP_GRACE_MS);
    };
    const cancel = () => stop('cancelled');
    const inTime = (0,clock/* limit */.A)(ms, () => stop('timeout'));
    cancelled.addEventListener('abort', cancel, { once: true });
    if (cancelled.aborted)
        cancel();
    try {
        return { exit: await child.exited, stopped };
    }
    finally {
        inTime();
        clearTimeout(killer);
        cancelled.removeEventListener('abort', cancel);
    }
}
/** @throws {ActionError} `cancelled` */
function refuseWhenCancelled(cancelled) {
    if (cancelled.aborted)
        throw new errors/* ActionError */.lZ('cancelled', 'The run was cancelled.');
}
/** Tags are written one after the other: a stopped push may have written some. */
const pushed = (steps) => steps.some(({ name }) => isPush(name))
    ? ' while it was pushing: some tags may be written.'
    : '; nothing was pushed.';
function running(steps) {
    const last = steps.findLast((step) => step.output.length > 0);
    return last === undefined ? '' : `; the last output came from ${last.name}`;
}
/** A green exit without a digest is no image: older actions report that as success. */
async function claimedDigest(folder) {
    const text = await (0,promises_namespaceObject.readFile)(metadataFile(folder), 'utf8').catch(() => '');
    const digest = digestIn(text);
    if (digest !== undefined)
        return digest;
    throw new errors/* ActionError */.lZ('build-failed', text === ''
        ? 'docker buildx ended well but left no metadata: nothing shows that an image was made'
        : 'docker buildx ended well but names no image digest: nothing shows that an image was pushed', { hint: 'Look at the builder with docker buildx inspect; does it push from another place?' });
}
function digestIn(metadata) {
    try {
        const { 'containerimage.digest': digest } = JSON.parse(metadata);
        return typeof digest === 'string' && (0,image_ref/* isDigest */.Bc)(digest) ? digest : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./actions/build-image/make-image.js








/** Builds and pushes one image, and reads it back from the registry. Never throws. */
async function makeImage(order, ports) {
    const { build, tags, labels, registry, phase } = order;
    const made = { build, steps: [] };
    try {
        const result = await phase(`${build.prefix}build`, () => ports.group(`${build.prefix}docker buildx build ${build.context}`, () => buildPrivately(order, ports)));
        made.steps = dockerfileSteps(result.steps);
        if (result.digest !== undefined) {
            const claim = { repository: build.image, digest: result.digest, tags, labels };
            const image = await phase(`${build.prefix}read back`, () => readBack(claim, { ...ports, registry }));
            refuseWhenCancelled(ports.cancelled);
            made.image = image;
            ports.info(`${build.prefix}${image.repository}@${image.digest} is in the registry`);
        }
    }
    catch (error) {
        made.failure = error;
    }
    return made;
}
/** Builds with secrets and login in a private folder that is gone afterwards. */
async function buildPrivately(order, ports) {
    const { build, settings, tags, labels, login } = order;
    const folder = await makeScratch(ports.tempFolder, ports.saveState);
    try {
        const docker = login ? await writeDockerConfig(folder, login, ports.env) : undefined;
        const secretFiles = await writeSecrets(folder, settings.secrets);
        const references = tags.map((tag) => `${(0,image_ref/* formatRepository */.Sh)(build.image)}:${tag}`);
        const env = childEnvironment(ports.env, docker);
        return await runBuild({ build, settings, references, labels, secretFiles, folder }, env, ports);
    }
    finally {
        await (0,promises_namespaceObject.rm)(folder, { recursive: true, force: true });
    }
}

;// CONCATENATED MODULE: ./src/settings/config/images.js
/**
 * The repository of a service's image: as the file says, else `<registry>/<owner>/<name>-<service>`.
 * @param owner of the repository on GitHub; registries want it in lower case
 */
function imageOf(config, service, owner) {
    const own = config.services[service]?.image;
    return own ?? `${config.registry}/${owner.toLowerCase()}/${config.name}-${service}`;
}

// EXTERNAL MODULE: ./src/settings/config/shape.js + 1 modules
var shape = __nccwpck_require__(1432);
// EXTERNAL MODULE: ./actions/build-image/looks-secret.js
var looks_secret = __nccwpck_require__(5788);
;// CONCATENATED MODULE: ./actions/build-image/service-order.js
/**
 * The names so that each comes after those it depends on, otherwise in the order of the file. A
 * service between two of them counts also when it is not named itself.
 * @param services without circles, as the reader of deploy.yml leaves them
 */
function serviceOrder(services, names) {
    const ordered = new Set();
    const add = (name) => {
        if (ordered.has(name))
            return;
        for (const other of services[name]?.dependsOn ?? [])
            add(other);
        ordered.add(name);
    };
    for (const name of Object.keys(services))
        add(name);
    return [...ordered].filter((name) => names.includes(name));
}

;// CONCATENATED MODULE: ./actions/build-image/plan-builds.js






/**
 * The one image of the inputs, or the services of deploy.yml.
 * @throws {InputError} with all that is wrong with the file or `services`
 */
function planBuilds(settings, ports) {
    const { image } = settings;
    if (image)
        return { builds: [givenBuild(image, settings)] };
    const config = ports.loadConfig(settings.config);
    if (!config) {
        const hint = `Give image, or write services into ${settings.config} (docs/deploy-yml.md). Is actions/checkout an earlier step?`;
        const message = `is not given, and there is no ${settings.config}`;
        throw new errors/* InputError */.dz([{ input: 'image', message, hint }]);
    }
    const names = chosenServices(settings.services, config);
    const owner = ownerOf(ports.env, config);
    const builds = serviceOrder(config.value.services, names).map((name) => serviceBuild(name, config, owner));
    const problems = [...builds.flatMap(secretArguments), ...sharedImages(builds)];
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return { builds, config };
}
function givenBuild(image, settings) {
    const { context, file, target, buildArgs } = settings;
    return {
        ...{ name: image.path.slice(image.path.lastIndexOf('/') + 1), prefix: '', image },
        ...{ context: context || '.', file, target, buildArgs },
        origin: (input) => ({ input }),
    };
}
function chosenServices(given, { file, value }) {
    const known = Object.keys(value.services);
    if (known.length === 0) {
        const hint = `Write services into ${file} (docs/deploy-yml.md), or give image.`;
        throw new errors/* InputError */.dz([{ input: 'config', message: `${file} has no services`, hint }]);
    }
    const unknown = given.filter((name) => !known.includes(name));
    if (unknown.length > 0) {
        throw new errors/* InputError */.dz(unknown.map((name) => ({
            input: 'services',
            message: `"${name.slice(0, 60)}" is no service of ${file}`,
            hint: (0,shape/* didYouMean */.au)(name, known),
        })));
    }
    return given.length === 0 ? known : given;
}
/** `acme` of `acme/shop`; needed only where a service does not name its image. */
function ownerOf({ GITHUB_REPOSITORY: repository }, { value }) {
    const owner = repository?.split('/')[0] ?? '';
    if (owner !== '' || Object.values(value.services).every((service) => service.image))
        return owner;
    throw new errors/* ActionError */.lZ('invalid-input', 'GITHUB_REPOSITORY is not set, and images are named by it', {
        hint: 'Give each service its image in the file.',
    });
}
function serviceBuild(name, config, owner) {
    const service = config.value.services[name];
    const { context = '.', file = '', target = '', buildArgs = {} } = service ?? {};
    return {
        ...{ name, prefix: `${name}: `, context, file, target },
        image: (0,image_ref/* parseRepository */.SU)(imageOf(config.value, name, owner)),
        buildArgs: Object.entries(buildArgs).map(([arg, value]) => ({ name: arg, value })),
        origin: (part) => {
            const at = config.find('services', name, part) ?? config.find('services', name);
            return { input: `services.${name}.${part}`, ...(at && { place: at.keyPlace }) };
        },
    };
}
function secretArguments({ origin, buildArgs }) {
    const problem = (0,looks_secret/* secretProblem */.o)(buildArgs);
    return problem ? [{ ...origin('build-args'), ...problem }] : [];
}
/** Two services in one repository would write the same tags over each other. */
function sharedImages(builds) {
    return builds.flatMap(({ image, origin }, index) => {
        const text = (0,image_ref/* formatRepository */.Sh)(image);
        const other = builds.slice(0, index).find((it) => (0,image_ref/* formatRepository */.Sh)(it.image) === text);
        return other ? [{ ...origin('image'), message: `is ${text}, as that of ${other.name}` }] : [];
    });
}

;// CONCATENATED MODULE: ./actions/build-image/build-image.js







/** Builds images one after the other, pushes each, and proves that the registry has it. */
async function buildImage(settings, ports) {
    const { phase, timings } = createStopwatch(ports.elapsed);
    const made = [];
    const found = {
        status: 'failed',
        builds: [],
        made,
        timings: {},
    };
    try {
        const plan = planBuilds(settings, ports);
        found.builds = plan.builds;
        const shared = await phase('check', () => check(plan, settings, ports));
        for (const build of plan.builds) {
            const image = await makeImage({ ...shared, build, settings, phase }, ports);
            made.push(image);
            if (image.failure)
                throw about(build, image.failure);
        }
        const bundle = plan.config && (await bundleServices({ ...plan, made }, ports));
        if (bundle) {
            found.bundleFile = await writeBundle(bundle, ports);
            found.bundle = bundle;
            ports.info(`Bundle ${bundle.id}: ${found.bundleFile}`);
        }
        found.status = 'built';
    }
    catch (error) {
        found.failure = error;
    }
    return { ...found, timings: timings() };
}
/** The failure with the service it happened to. */
function about({ prefix }, failure) {
    if (!(failure instanceof errors/* ActionError */.lZ) || prefix === '')
        return failure;
    const { code, message, hint, cause } = failure;
    return new errors/* ActionError */.lZ(code, `${prefix}${message}`, { cause, ...(hint && { hint }) });
}


/***/ }),

/***/ 8130:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  QL: () => (/* binding */ inputs),
  aO: () => (/* binding */ rules)
});

// UNUSED EXPORTS: outputs

// EXTERNAL MODULE: ./src/domain/image-ref.js
var image_ref = __nccwpck_require__(3115);
// EXTERNAL MODULE: ./src/errors.js
var errors = __nccwpck_require__(6986);
// EXTERNAL MODULE: ./src/settings/config/load-config.js + 19 modules
var load_config = __nccwpck_require__(4140);
// EXTERNAL MODULE: ./src/settings/define.js
var settings_define = __nccwpck_require__(7468);
// EXTERNAL MODULE: ./actions/build-image/looks-secret.js
var looks_secret = __nccwpck_require__(5788);
;// CONCATENATED MODULE: ./actions/build-image/records.js
/**
 * Splits a list input as docker/build-push-action does: one record a line; a record in double
 * quotes may hold line breaks, `""` in it is a quote; empty lines are left out.
 * @param also a further separator outside quotes, e.g. `,`
 */
function splitRecords(text, also) {
    const records = [];
    let record = '';
    let quoted = false;
    for (let i = 0; i < text.length; i++) {
        const char = text[i] ?? '';
        if (char === '"' && quoted && text[i + 1] === '"') {
            record += '"';
            i++;
        }
        else if (char === '"' && (quoted || record.trim() === '')) {
            quoted = !quoted;
            if (quoted)
                record = '';
        }
        else if (!quoted && (char === '\n' || char === also)) {
            records.push(record.trim());
            record = '';
        }
        else {
            record += char;
        }
    }
    return [...records, record.trim()].filter((entry) => entry !== '');
}
/** Reads one record; only the first `=` counts. */
function nameAndValue(record) {
    const equals = record.indexOf('=');
    if (equals < 0)
        return { name: record.trim(), value: undefined };
    return { name: record.slice(0, equals).trim(), value: record.slice(equals + 1) };
}

;// CONCATENATED MODULE: ./actions/build-image/list-inputs.js




function parseTags(given) {
    const tags = [...new Set(splitRecords(given, ','))];
    for (const tag of tags) {
        if ((0,image_ref/* isTag */.dz)(tag))
            continue;
        throw new settings_define/* Refusal */.P_(`"${tag.slice(0, 60)}" is not a tag`, 'up to 128 of A-Z a-z 0-9 _ . -, not starting with . or -, and without the repository');
    }
    return tags;
}
function parseLabels(given) {
    return splitRecords(given).map((record) => {
        const label = nameAndValue(record);
        if (label.name !== '' && label.value !== undefined)
            return label;
        throw new settings_define/* Refusal */.P_(`"${record.slice(0, 60)}" is not name=value`, 'write one name=value a line');
    });
}
function parseBuildArgs(given) {
    const args = splitRecords(given).map(nameAndValue);
    const invalid = args.find(({ name }) => !/^[A-Za-z_]\w*$/.test(name));
    if (invalid) {
        throw new settings_define/* Refusal */.P_(`"${invalid.name.slice(0, 60)}" is not a name`, 'write one NAME=value a line');
    }
    const problem = (0,looks_secret/* secretProblem */.o)(args);
    if (problem)
        throw new settings_define/* Refusal */.P_(problem.message, problem.hint);
    return args;
}
const SECRET_FORM = 'write one ID=value a line; a value with line breaks in double quotes';
/** Secrets as `ID=value` records; every value is masked before anything else. */
function secretRecords(about) {
    return {
        ...(0,settings_define/* list */.p_)(about, parseSecrets),
        // A record without = may be a value that lost its name: mask it all the same.
        secretsIn: (given) => splitRecords(given).map((record) => nameAndValue(record).value ?? record),
    };
}
function parseSecrets(given) {
    const secrets = splitRecords(given).map((record, index) => {
        const { name, value = '' } = nameAndValue(record);
        // The record is never quoted: what stands in the wrong place may be the secret.
        if (!/^[\w.-]+$/.test(name) || value === '') {
            throw new settings_define/* Refusal */.P_(`record ${index + 1} is not ID=value with an ID of A-Z a-z 0-9 _ . -`, SECRET_FORM);
        }
        return { id: name, value };
    });
    const ids = secrets.map(({ id }) => id);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice !== undefined)
        throw new settings_define/* Refusal */.P_(`${twice} is given twice`, SECRET_FORM);
    return secrets;
}

;// CONCATENATED MODULE: ./actions/build-image/inputs.js





const inputs = (0,settings_define/* defineInputs */.pf)({
    image: (0,settings_define/* custom */.Ie)('repository', {
        description: 'Repository to push one image to, without a tag, e.g. `ghcr.io/acme/shop/api`. Upper case is lowered. Empty: the services of `config` are built.',
    }, parseImage),
    config: (0,settings_define/* text */.Qq)({
        description: 'Path of the service’s deploy.yml (see docs/deploy-yml.md). Read when `image` is not given.',
        default: load_config/* CONFIG_PATH */.t,
    }),
    services: (0,settings_define/* lines */.Mn)({
        description: 'Which services of `config` to build, one a line. Empty: all, and then the step makes their bundle.',
    }),
    context: (0,settings_define/* text */.Qq)({
        description: 'Folder (or git URL) to build from. Empty: the checked-out repository. Only with `image`.',
    }),
    file: (0,settings_define/* text */.Qq)({
        description: 'Path of the Dockerfile. Empty: `Dockerfile` in the context. Only with `image`.',
    }),
    target: (0,settings_define/* text */.Qq)({ description: 'Stage to build. Empty: the last one. Only with `image`.' }),
    'build-args': (0,settings_define/* list */.p_)({
        description: 'Build arguments, one `NAME=value` a line. One that looks like a secret is refused: use `secrets`. Only with `image`.',
    }, parseBuildArgs),
    secrets: secretRecords({
        description: 'Secrets for `RUN --mount=type=secret,id=ID`, one `ID=value` a line; a value with line breaks goes in double quotes. They reach BuildKit as private files and stay out of the image.',
    }),
    labels: (0,settings_define/* list */.p_)({
        description: 'Labels, one `name=value` a line, over the OCI labels for source, revision and created.',
    }, parseLabels),
    network: (0,settings_define/* text */.Qq)({
        description: 'Network of RUN steps: `default`, `none` or `host`. Empty: the engine’s own.',
        pattern: /^[\w.:-]+$/,
        allowed: 'default, none, host',
    }),
    'no-cache': (0,settings_define/* flag */.Jt)({ description: 'Do not use the build cache.', default: 'false' }),
    pull: (0,settings_define/* flag */.Jt)({ description: 'Look for newer base images.', default: 'false' }),
    tags: (0,settings_define/* list */.p_)({
        description: 'Tags, one a line or separated by commas. Empty: the commit (12 digits) and the branch (`pr-<number>` in a pull request).',
    }, parseTags),
    push: (0,settings_define/* flag */.Jt)({
        description: 'Push, and prove that the registry has the image. `false`: build only.',
        default: 'true',
    }),
    'registry-username': (0,settings_define/* text */.Qq)({
        description: 'User for the registry of the images. Empty: the login that is there (docker login, docker/login-action).',
    }),
    'registry-password': (0,settings_define/* text */.Qq)({
        description: 'Password or token of that user. It is never on a command line.',
        secret: true,
    }),
    timeout: (0,settings_define/* duration */.p0)({ description: 'For each build with its push.', default: '60m' }),
});
const outputs = {
    image: '`repository@sha256:…` of what was pushed, for helm-deploy; empty for several services.',
    digest: '`sha256:…` of what was pushed, as the registry has it; empty for several services.',
    images: 'JSON `{schema, images: {name: {repository, digest, tags, platforms}}}` of all that is in the registry; the name is the service, or the last part of `image`.',
    bundle: 'Id (`bdl-…`) of the bundle of all services; empty with `image`, for some of the services, and where the chart can still change.',
    'bundle-file': 'Path of the bundle as JSON, until the job ends; empty without a bundle.',
    status: '`built` or `failed`.',
    timings: 'Milliseconds by phase, as JSON.',
};
/** What must hold between the inputs. */
const rules = [
    ({ registryUsername = '', registryPassword = '' }) => {
        if ((registryUsername === '') === (registryPassword === ''))
            return [];
        const [given, missing] = registryUsername === ''
            ? ['registry-password', 'registry-username']
            : ['registry-username', 'registry-password'];
        return [{ input: missing, message: `is missing, while ${given} is given` }];
    },
    (settings) => {
        // An image that was refused is not here at all; one that was not given is undefined.
        if (!('image' in settings))
            return [];
        const { image, context, file, target, buildArgs = [], services = [] } = settings;
        if (image) {
            const hint = 'Leave one of them out: image is for one image, services are those of config.';
            return services.length > 0 ? [{ input: 'services', message: 'excludes image', hint }] : [];
        }
        const single = { context, file, target, 'build-args': buildArgs[0]?.name };
        return Object.entries(single)
            .filter(([, value]) => value)
            .map(([input]) => ({
            input,
            message: 'is used only with image',
            hint: `Give image, or write services.<service>.${input} into the config file.`,
        }));
    },
];
function parseImage(given) {
    try {
        return (0,image_ref/* parseRepository */.SU)(given.toLowerCase());
    }
    catch (error) {
        throw new settings_define/* Refusal */.P_((0,errors/* describeError */.Uc)(error), 'write it like ghcr.io/acme/shop/api; tags go to `tags`');
    }
}


/***/ }),

/***/ 5788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ secretProblem)
/* harmony export */ });
/* unused harmony export looksSecret */
const WORDS = new Set('token password passwd passphrase pass pw secret secrets credential credentials auth apikey key'.split(' '));
/** Names of things that are meant to be seen. */
const OPEN_WORDS = new Set(['public', 'publishable', 'pub', 'cache', 'gpg']);
const VALUES = [
    /^(gh[a-z]_|github_pat_)\w{20,}/,
    /^glpat-[\w-]{20,}/,
    /^xox[a-z]-/,
    /^(AKIA|ASIA)[A-Z0-9]{16}$/,
    /^npm_\w{36}$/,
    /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
    /^[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:[^/\s@]+@/,
];
/**
 * Does this build argument look like a secret, by the words of its name or the form of its value?
 * Build arguments end up in the image's history and in its provenance, where everybody reads them.
 */
function looksSecret(name, value) {
    if (value === '')
        return false;
    const words = name
        .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
        .toLowerCase()
        .split(/[^a-z0-9]+/);
    const named = words.some((word) => WORDS.has(word)) && !words.some((w) => OPEN_WORDS.has(w));
    return named || VALUES.some((pattern) => pattern.test(value ?? ''));
}
/** What is wrong with build arguments one of which looks like a secret, and the right way. */
function secretProblem(args) {
    const secret = args.find(({ name, value }) => looksSecret(name, value));
    if (secret === undefined)
        return undefined;
    const id = secret.name.toLowerCase();
    return {
        message: `${secret.name} looks like a secret; build arguments can be read from the image by everybody`,
        hint: `give it as secrets: ${id}=… and read it in the Dockerfile with RUN --mount=type=secret,id=${id} (file /run/secrets/${id})`,
    };
}


/***/ }),

/***/ 1926:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _src_http_request_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7235);
/* harmony import */ var _src_runner_run_action_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5291);
/* harmony import */ var _src_settings_config_load_config_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4140);
/* harmony import */ var _src_settings_define_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7468);
/* harmony import */ var _src_tools_clock_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8859);
/* harmony import */ var _src_tools_exec_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9899);
/* harmony import */ var _src_tools_process_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(1287);
/* harmony import */ var _build_image_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(647);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(8130);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(9285);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(6873);











await (0,_src_runner_run_action_js__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)(async (io) => {
    const settings = (0,_src_settings_define_js__WEBPACK_IMPORTED_MODULE_3__/* .readInputs */ .Ko)(_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .inputs */ .QL, io, _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .rules */ .aO);
    const outside = { exec: _src_tools_exec_js__WEBPACK_IMPORTED_MODULE_5__/* .exec */ .m, startProcess: _src_tools_process_js__WEBPACK_IMPORTED_MODULE_6__/* .startProcess */ .k, send: (0,_src_http_request_js__WEBPACK_IMPORTED_MODULE_0__/* .createSend */ .Rx)(io.env), ..._src_tools_clock_js__WEBPACK_IMPORTED_MODULE_4__/* .systemClock */ .m };
    const result = await (0,_build_image_js__WEBPACK_IMPORTED_MODULE_7__/* .buildImage */ ._)(settings, { ...io, ...outside, loadConfig: _src_settings_config_load_config_js__WEBPACK_IMPORTED_MODULE_2__/* .loadConfig */ .Z });
    for (const [name, value] of Object.entries((0,_outputs_js__WEBPACK_IMPORTED_MODULE_10__/* .outputsOf */ .Y)(result)))
        io.output(name, value);
    await io.summary((0,_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .summaryOf */ .Y)(result));
    if (result.failure)
        throw result.failure;
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 9285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ outputsOf)
/* harmony export */ });
/** The action's outputs: always all of them, `''` where there is nothing to name. */
function outputsOf(result) {
    const { builds, made, bundle, bundleFile, status, timings } = result;
    const there = made.flatMap(({ build, image }) => (image ? [{ name: build.name, image }] : []));
    const only = builds.length === 1 ? there[0]?.image : undefined;
    const images = there.map(({ name, image: { repository, digest, tags, platforms } }) => [
        name,
        { repository, digest, tags, platforms },
    ]);
    return {
        image: only ? `${only.repository}@${only.digest}` : '',
        digest: only?.digest ?? '',
        images: images.length === 0 ? '' : JSON.stringify({ schema: 1, images: Object.fromEntries(images) }),
        bundle: bundle?.id ?? '',
        'bundle-file': bundleFile ?? '',
        status,
        timings: JSON.stringify(timings),
    };
}


/***/ }),

/***/ 6873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ summaryOf)
});

// EXTERNAL MODULE: ./src/domain/human-time.js
var human_time = __nccwpck_require__(5093);
// EXTERNAL MODULE: ./src/domain/image-ref.js
var image_ref = __nccwpck_require__(3115);
// EXTERNAL MODULE: ./src/errors.js
var errors = __nccwpck_require__(6986);
// EXTERNAL MODULE: ./src/domain/inert.js
var inert = __nccwpck_require__(8046);
;// CONCATENATED MODULE: ./src/report/markdown.js

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
const prose = (text) => escaped(plainLine(text));
/** Somebody else's word as code, in a table too; `''` for `''`. */
function code(text) {
    const line = plainLine(text);
    if (line === '')
        return '';
    // In backticks only a backtick means anything, and in a table a pipe.
    return /^\s|[`|]/.test(line) ? `<code>${escaped(line)}</code>` : `\`${line}\``;
}
/** Somebody else's lines as they are, in a fence longer than any that they could close it with. */
function fence(lines) {
    const shown = lines.flatMap((line) => line.split(LINE_END)).map(plainLine);
    const longest = Math.max(2, ...(shown.join('\n').match(/`+/g) ?? []).map((run) => run.length));
    const ticks = '`'.repeat(longest + 1);
    return [`${ticks}text`, ...shown, ticks].join('\n');
}
/** Sentences of ours with somebody else's words in them; what stands in backticks is code. */
const sentences = (text) => linesOf(text).map(sentence).join(BREAK);
const sentence = (line) => plainLine(line)
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

;// CONCATENATED MODULE: ./actions/build-image/summary.js




/** The job summary: which images there are now, or why one is missing. */
function summaryOf(result) {
    const { status, builds, made, bundle, timings } = result;
    const rows = builds.map((build) => summary_row(build, made, timings));
    const pushed = made.some(({ image }) => image);
    const showTable = pushed || builds.length > 1;
    return [
        `## ${status === 'built' ? '✅' : '❌'} ${titleOf(builds)}: ${status}`,
        '',
        ...cause(result.failure),
        table(['Image', 'Digest', 'Tags', 'Platforms', 'Size', 'Time', 'Cached steps'], showTable ? rows : []),
        ...(bundle
            ? [`Bundle \`${bundle.id}\`: these images and the chart ${bundle.chart.ref}.\n`]
            : []),
        status === 'built' && !pushed ? 'Built only; nothing was pushed (`push: false`).\n' : '',
        ...stepsTables(result),
    ]
        .join('\n')
        .trimEnd()
        .concat('\n');
}
function titleOf(builds) {
    const [first, ...others] = builds;
    if (first === undefined)
        return 'Build';
    return others.length === 0 ? (0,image_ref/* formatRepository */.Sh)(first.image) : `${builds.length} images`;
}
function summary_row(build, made, timings) {
    const name = (0,image_ref/* formatRepository */.Sh)(build.image);
    const own = made.find((it) => it.build === build);
    if (own === undefined)
        return [name, 'not built', '', '', '', '', ''];
    const { image, steps, failure } = own;
    const phases = ['build', 'read back'].map((phase) => timings[build.prefix + phase] ?? 0);
    const time = (0,human_time/* humanTime */.z)(phases.reduce((sum, ms) => sum + ms, 0));
    if (failure !== undefined)
        return [name, '**failed**', '', '', '', time, ''];
    // A base image is pulled or not; only what is made can be cached.
    const produced = steps.filter((step) => !step.name.includes('] FROM '));
    const cached = `${produced.filter((step) => step.cached).length} of ${produced.length}`;
    if (!image)
        return [name, 'not pushed', '', '', '', time, cached];
    return [
        name,
        `\`${shortDigest(image.digest)}\``,
        image.tags.map((tag) => `\`${tag}\``).join(', '),
        image.platforms.join(', '),
        humanSize(image.size),
        time,
        cached,
    ];
}
function stepsTables({ made, timings }) {
    if (made.every(({ steps }) => steps.length === 0))
        return [];
    const phases = Object.entries(timings).map(([phase, ms]) => [phase, (0,human_time/* humanTime */.z)(ms)]);
    return [
        '<details><summary>Where the time went</summary>\n',
        table(['Phase', 'Time'], phases),
        ...made.map(({ build, steps }) => table([`${build.prefix}Step`, 'Time'], steps.map(({ name, ms, cached }) => [summary_code(name), cached ? 'cached' : (0,human_time/* humanTime */.z)(ms)]))),
        '</details>',
    ];
}
function cause(failure) {
    if (failure === undefined)
        return [];
    const hint = failure instanceof errors/* ActionError */.lZ ? failure.hint : undefined;
    return [
        ...['```text', (0,errors/* describeError */.Uc)(failure).replaceAll('```', "'''"), '```', ''],
        ...(hint === undefined ? [] : [`**Next:** ${hint}`, '']),
    ];
}
/** Step names hold the user's shell text: shown as it is, never as markdown or HTML. */
const summary_code = (name) => `\`${name.replaceAll('`', "'").slice(0, 160)}\``;
/** Bytes as registries show them: `52 MB`. */
function humanSize(bytes) {
    if (bytes < 1000)
        return `${bytes} B`;
    if (bytes < 1_000_000)
        return `${(bytes / 1000).toFixed(1)} kB`;
    return `${(bytes / 1_000_000).toFixed(1)} MB`;
}


/***/ }),

/***/ 5093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ humanTime)
/* harmony export */ });
/** Milliseconds as a person reads them: `340 ms`, `4.2 s`, `3 min 5 s`. */
function humanTime(ms) {
    if (ms < 999.5)
        return `${Math.round(ms)} ms`;
    if (ms < 59_950)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}


/***/ }),

/***/ 3115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   Sh: () => (/* binding */ formatRepository),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   kL: () => (/* binding */ formatImageRef)
/* harmony export */ });
/* unused harmony export parseImageRef */
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
/* harmony export */   t: () => (/* binding */ inert)
/* harmony export */ });
/* unused harmony export plainLine */
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

/***/ 6986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BJ: () => (/* binding */ describeProblem),
/* harmony export */   Mm: () => (/* binding */ ChecksError),
/* harmony export */   Uc: () => (/* binding */ describeError),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   lZ: () => (/* binding */ ActionError)
/* harmony export */ });
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
/* harmony export */   lx: () => (/* binding */ sendWithRetry),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('request-failed', `${from} answered ${response.status} with something that is not JSON: ${start}`, { cause, hint: 'A proxy or a login page in between often answers with HTML.' });
    }
}


/***/ }),

/***/ 5291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// UNUSED EXPORTS: runPost

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
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
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
    const io = io_runnerIo(cancel.signal);
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
    const io = runnerIo(new AbortController().signal);
    try {
        await post(io);
    }
    catch (error) {
        io.annotate('warning', `Clean-up was not complete: ${describeError(error)}`);
    }
}
function annotateFailure(io, error) {
    if (error instanceof AggregateError) {
        for (const one of error.errors.slice(0, SHOWN))
            annotateFailure(io, one);
    }
    else if (error instanceof errors/* InputError */.dz) {
        annotateAll(io, error.problems.map(ofInput));
    }
    else if (error instanceof errors/* ChecksError */.Mm) {
        annotateAll(io, error.problems.map(({ title, message, hint }) => ({ title, text: withHint(message, hint) })));
    }
    else if (error instanceof errors/* ActionError */.lZ) {
        io.annotate('error', withHint((0,errors/* describeError */.Uc)(error), error.hint), { title: error.code });
    }
    else {
        io.annotate('error', `A defect in deploy-actions, please report it: ${(0,errors/* describeError */.Uc)(error)}`);
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
    const text = `${place ? '' : 'Input '}${(0,errors/* describeProblem */.BJ)(problem)}`;
    return {
        title: place ? 'Invalid configuration' : 'Invalid input',
        text: withHint(text, problem.hint),
        ...(place && { place }),
    };
}
const withHint = (message, hint) => hint === undefined || hint === '' ? message : `${message}\n→ ${hint}`;


/***/ }),

/***/ 4354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ camelCase)
/* harmony export */ });
const camelCase = (name) => name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());


/***/ }),

/***/ 4140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  t: () => (/* binding */ CONFIG_PATH),
  Z: () => (/* binding */ loadConfig)
});

;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./src/errors.js
var errors = __nccwpck_require__(6986);
// EXTERNAL MODULE: ./src/settings/config/shape.js + 1 modules
var shape = __nccwpck_require__(1432);
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

;// CONCATENATED MODULE: ./src/settings/config/collections.js

/** A list; empty when its key is not there. */
function listOf(item, about) {
    const { min = 0, unique = false, ...rest } = about;
    const schema = {
        type: 'array',
        items: item.schema,
        ...(min > 0 && { minItems: min }),
        ...(unique && { uniqueItems: true }),
    };
    const list = (0,shape/* shape */.cW)(`list of ${item.kind}`, { ...rest, default: [] }, schema, (at) => {
        if (at.kind !== 'list') {
            at.refuse(`must be a list, not ${(0,shape/* describe */.q0)(at)}`, 'write [one, two] or `- one` lines');
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
        item.refuse(`${(0,shape/* shown */.SP)(String(item.value))} is given twice`);
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
    const mapping = (0,shape/* shape */.cW)(`mapping ${named} → ${value.kind}`, { ...rest, default: {} }, schema, (at) => {
        if (at.kind !== 'mapping') {
            at.refuse(`must be a mapping, not ${(0,shape/* describe */.q0)(at)}`, `write ${named}: … lines`);
            return undefined;
        }
        const read = at.children().map((entry) => {
            if (!expression.test(entry.name)) {
                entry.refuse(`${(0,shape/* shown */.SP)(entry.name)} is not allowed as a name`, `allowed: ${allowed}`);
            }
            return [entry.name, value.read(entry.value)];
        });
        return Object.fromEntries(read);
    });
    return withKeysOf(value, mapping);
}
/** The reference shows the keys of records inside of lists and mappings, too. */
const withKeysOf = (inner, outer) => inner.keys ? { ...outer, keys: inner.keys } : outer;

;// CONCATENATED MODULE: ./src/domain/names.js
/** A DNS label, as Kubernetes names namespaces; for `pattern`, of at most 63 characters. */
const DNS_LABEL = String.raw `^(?=.{1,63}$)[a-z0-9]([\-a-z0-9]*[a-z0-9])?$`;
/** A Helm release: a DNS label of at most 53 characters, so that names made from it still fit. */
const RELEASE_NAME = String.raw `^(?=.{1,53}$)[a-z0-9]([\-a-z0-9]*[a-z0-9])?$`;

// EXTERNAL MODULE: ./src/settings/camel-case.js
var camel_case = __nccwpck_require__(4354);
// EXTERNAL MODULE: ./src/settings/nearest.js
var nearest = __nccwpck_require__(2049);
;// CONCATENATED MODULE: ./src/settings/config/record.js



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
            at.refuse(`must be a mapping, not ${(0,shape/* describe */.q0)(at)}`, hint);
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
            return absent ? [] : [[(0,camel_case/* camelCase */.x)(name), read]];
        });
        return Object.fromEntries(values);
    };
    return { ...(0,shape/* shape */.cW)('mapping', about, schema, read), keys };
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
        const guess = (0,nearest/* nearest */.p)(entry.name, free);
        if (guess !== undefined)
            meant.add(guess);
        entry.refuse('is not known', (0,shape/* didYouMean */.au)(entry.name, guess === undefined ? known : free));
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

;// CONCATENATED MODULE: ./src/settings/config/probes.js



/** Requests that a healthy environment answers well. */
const probesShape = listOf(record({
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

// EXTERNAL MODULE: ./src/domain/image-ref.js
var image_ref = __nccwpck_require__(3115);
;// CONCATENATED MODULE: ./src/settings/config/service.js




/** A part of an image's name, and of a Kubernetes name. */
const SERVICE_NAME = '^(?=.{1,63}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$';
const SERVICE_NAME_ALLOWED = 'a-z 0-9 and single dashes, starting with a letter';
/** Name and value go into a list with one `NAME=value` a line. */
const VARIABLE_NAME = String.raw `^[A-Za-z_]\w*$`;
const ONE_LINE = String.raw `^[^\r\n]*$`;
/** One deployable unit with one image. */
const serviceShape = record({
    image: (0,shape/* text */.Qq)({
        description: 'Repository of its image. Default: `<registry>/<owner>/<name>-<service>`.',
        allowed: 'a repository without a tag, like ghcr.io/acme/shop-api',
        check: (given) => (isRepository(given) ? undefined : 'is not a repository'),
    }),
    context: (0,shape/* text */.Qq)({ description: 'Folder to build the image from.', default: '.' }),
    file: (0,shape/* text */.Qq)({ description: 'Path of the Dockerfile. Default: `Dockerfile` in the context.' }),
    target: (0,shape/* text */.Qq)({ description: 'Stage to build. Default: the last one.' }),
    'build-args': mappingOf((0,shape/* text */.Qq)({ description: 'A value.', pattern: ONE_LINE, allowed: 'one line of text' }), {
        description: 'Build arguments; never secrets, everybody can read them from the image.',
        named: '<NAME>',
        pattern: VARIABLE_NAME,
        allowed: 'A-Z a-z 0-9 _',
    }),
    'depends-on': listOf((0,shape/* text */.Qq)({ description: 'Name of a service.' }), {
        description: 'Services that are deployed before this one.',
        unique: true,
    }),
}, { description: 'A service: one image.' });
function isRepository(given) {
    try {
        (0,image_ref/* parseRepository */.SU)(given);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./src/settings/config/release.js





/** A path in the checkout, one a line when it becomes an input: no line break, no comment. */
const FILE = String.raw `^[^\s#](.*\S)?$`;
const valuesShape = (description) => listOf((0,shape/* text */.Qq)({ description: 'Path of a file.', pattern: FILE, allowed: 'a path of one line' }), {
    description,
});
const releaseKeys = {
    name: (0,shape/* text */.Qq)({
        description: 'Name of the Helm release. Default: `name` of the file.',
        pattern: RELEASE_NAME,
        allowed: 'up to 53 of a-z 0-9 -, as in Helm',
    }),
    chart: (0,shape/* text */.Qq)({
        description: 'Chart folder or archive, `oci://…` reference, or `repository/chart`.',
    }),
    'chart-version': (0,shape/* text */.Qq)({ description: 'Version of a chart that is not a folder.' }),
    set: (0,shape/* anyMapping */.Hz)({ description: 'Helm values, merged over the values files.' }),
    images: mappingOf((0,shape/* text */.Qq)({
        description: 'Path in the values.',
        pattern: String.raw `^[\w\-]+(\.[\w\-]+)*$`,
        allowed: 'keys joined by dots, like api.image',
    }), {
        description: 'Where the chart takes the image of a service: `api: backend.image`. Default: `<service>.image`, or `image` for the only one.',
        named: '<service>',
        pattern: SERVICE_NAME,
        allowed: SERVICE_NAME_ALLOWED,
    }),
    'allow-tags': (0,shape/* flag */.Jt)({ description: 'Accept images by tag. What runs is then not proven.' }),
    'create-namespace': (0,shape/* flag */.Jt)({ description: 'Create the namespace when it is missing.' }),
    'on-failure': (0,shape/* choice */.Yq)(['rollback', 'keep'], {
        description: 'What becomes of a failed rollout. Default: `rollback`.',
    }),
    'fail-fast': (0,shape/* flag */.Jt)({
        description: 'End as soon as the rollout provably cannot succeed. Default: `true`.',
    }),
    'pull-attempts': (0,shape/* wholeNumber */.rD)({
        description: 'Failed pulls after which an image counts as missing. Default: 1.',
        min: 1,
        max: 10,
    }),
    'max-restarts': (0,shape/* wholeNumber */.rD)({
        description: 'Restarts of a new container that are accepted. Default: 2.',
        min: 0,
        max: 20,
    }),
    'unschedulable-after': (0,shape/* duration */.p0)({
        description: 'How long a pod may find no node. Default: 5m.',
    }),
    settle: (0,shape/* text */.Qq)({
        description: 'How long to watch on after the rollout. Default: `auto`, from the probes.',
        pattern: String.raw `^(auto|(\d+(\.\d+)?(ms|s|m|h))+)$`,
        allowed: 'auto, 0s, 20s or 2m',
    }),
    wait: (0,shape/* choice */.Yq)(['legacy', 'watcher'], {
        description: 'How Helm 4 waits. Default: `legacy`.',
    }),
    recover: (0,shape/* choice */.Yq)(['own', 'foreign'], {
        description: 'Which pending releases are recovered. Default: `own`.',
    }),
    'wait-for-jobs': (0,shape/* flag */.Jt)({ description: 'Wait for the Jobs of the chart, too. Default: `true`.' }),
    'values-decrypt': (0,shape/* text */.Qq)({
        description: 'Command that decrypts a values file: `sops decrypt`.',
        pattern: ONE_LINE,
        allowed: 'one line of text',
    }),
    crds: (0,shape/* choice */.Yq)(['skip', 'apply'], {
        description: "What becomes of the chart's `crds/` at an upgrade. Default: `skip`.",
    }),
    checks: (0,shape/* text */.Qq)({
        description: 'Checks before anything changes: all, none, or a list of names. Default: `all`.',
        pattern: ONE_LINE,
        allowed: 'one line of text',
    }),
    'strict-checks': (0,shape/* flag */.Jt)({ description: 'Refuse what could not be checked. Default: `false`.' }),
    'allow-delete': listOf((0,shape/* text */.Qq)({ description: '`Kind` or `Kind/name`.', pattern: FILE, allowed: 'Kind or Kind/name' }), { description: 'Data whose removal is meant.' }),
    'take-ownership': (0,shape/* flag */.Jt)({ description: 'Take over objects of another release or of none.' }),
    'force-conflicts': (0,shape/* flag */.Jt)({ description: 'Overwrite fields that others have set.' }),
    timeout: (0,shape/* duration */.p0)({ description: 'For the whole rollout, hooks included. Default: 10m.' }),
    'history-max': (0,shape/* wholeNumber */.rD)({
        description: 'Revisions Helm keeps. Default: 20.',
        min: 2,
        max: 1000,
    }),
};
/** How all environments are deployed. */
const releaseShape = record({ ...releaseKeys, values: valuesShape('Helm values files for every environment; later wins.') }, { description: 'How all environments are deployed with Helm.' });
/** What an environment does differently; its values files stand beside it. */
const releaseOverrideShape = record(releaseKeys, {
    description: 'What of `release` is different here.',
});

;// CONCATENATED MODULE: ./src/settings/config/require.js



/** What must be true before a bundle enters an environment. */
const requireShape = record({
    pass: listOf((0,shape/* text */.Qq)({ description: 'Name of an environment.' }), {
        description: 'Environments in which this bundle must have passed.',
        unique: true,
    }),
    checks: listOf((0,shape/* text */.Qq)({ description: 'Name of a check.' }), {
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

;// CONCATENATED MODULE: ./src/settings/config/environment.js








const e2eShape = record({
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
    env: mappingOf((0,shape/* text */.Qq)({ description: 'A value.', pattern: ONE_LINE, allowed: 'one line of text' }), {
        description: 'Variables for the command; it sees nothing else of the job’s but PATH and the like.',
        named: '<NAME>',
        pattern: VARIABLE_NAME,
        allowed: 'A-Z a-z 0-9 _',
    }),
}, { description: 'End-to-end tests against the environment.' });
/** A GitHub Environment and the namespace and cluster behind it. */
const environmentShape = record({
    namespace: (0,shape/* text */.Qq)({
        description: 'Namespace of the release.',
        required: true,
        pattern: DNS_LABEL,
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
    values: valuesShape('Helm values files after those of `release`.'),
    release: releaseOverrideShape,
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
    rollback: record({
        objective: (0,shape/* duration */.p0)({
            description: 'From a detected fault to the verified old state. Default: 15m.',
        }),
    }, { description: 'What a rollback here must achieve.' }),
}, { description: 'An environment: its name is that of the GitHub Environment.' });

;// CONCATENATED MODULE: ./src/settings/config/deploy-file.js







const PATTERN_ALLOWED = 'a name, or a pattern of GitHub (* ** ? + [a-z] and \\ before a literal one)';
const flowShape = record({
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
    deploy: listOf((0,shape/* text */.Qq)({ description: 'Name of an environment.' }), {
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
const deployFile = record({
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
    'trusted-workflows': listOf((0,shape/* text */.Qq)({
        description: 'Path of a workflow file.',
        pattern: String.raw `^[^\s#]\S*$`,
        allowed: '.github/workflows/ship.yml, or owner/repo/… when it is called',
    }), {
        description: 'Workflows of your own whose runs may prove, besides the reusable ones of this suite.',
        unique: true,
    }),
    services: mappingOf(serviceShape, {
        description: 'What is built: one image each.',
        named: '<service>',
        pattern: SERVICE_NAME,
        allowed: SERVICE_NAME_ALLOWED,
    }),
    release: releaseShape,
    flow: listOf(flowShape, {
        description: 'What pushes deploy. The first entry that fits the branch or tag counts.',
    }),
    environments: mappingOf(environmentShape, {
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
    if (!(0,external_node_buffer_namespaceObject.isUtf8)(bytes)) {
        throw new errors/* InputError */.dz([{ input: 'config', message: `${path} is not UTF-8 text` }]);
    }
    return readConfig(bytes.toString('utf8'), path);
}


/***/ }),

/***/ 1432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Hz: () => (/* binding */ anyMapping),
  Yq: () => (/* binding */ choice),
  q0: () => (/* binding */ describe),
  au: () => (/* binding */ didYouMean),
  p0: () => (/* binding */ shape_duration),
  Jt: () => (/* binding */ flag),
  cW: () => (/* binding */ shape),
  SP: () => (/* binding */ shown),
  Qq: () => (/* binding */ shape_text),
  rD: () => (/* binding */ wholeNumber)
});

// EXTERNAL MODULE: ./src/settings/duration.js
var duration = __nccwpck_require__(2395);
// EXTERNAL MODULE: ./src/settings/nearest.js
var nearest = __nccwpck_require__(2049);
;// CONCATENATED MODULE: ./src/settings/config/cursor.js
/** The value as plain data. */
function plainValue(at) {
    if (at.kind === 'list')
        return at.children().map(({ value }) => plainValue(value));
    if (at.kind !== 'mapping')
        return at.value ?? null;
    return Object.fromEntries(at.children().map(({ name, value }) => [name, plainValue(value)]));
}

;// CONCATENATED MODULE: ./src/settings/config/shape.js



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
function shape_text(about) {
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
function shape_duration(about) {
    const pattern = about.days ? duration/* AGE */.K : duration/* DURATION */.ft;
    const allowed = about.days ? 'a duration like 30m, 12h or 7d' : 'a duration like 90s or 1h30m';
    return shape('duration', about, { type: 'string', pattern }, (at) => {
        const given = textAt(at, allowed);
        if (given === undefined)
            return undefined;
        if (new RegExp(pattern, 'u').test(given))
            return (0,duration/* milliseconds */.Rz)(given);
        at.refuse(`${shown(given)} is not a duration`, hintOf(allowed));
        return undefined;
    });
}
/** Any YAML mapping, as plain data. */
function anyMapping(about) {
    return shape('mapping', about, { type: 'object' }, (at) => {
        if (at.kind === 'mapping')
            return plainValue(at);
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
    const meant = (0,nearest/* nearest */.p)(word, known);
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
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   pf: () => (/* binding */ defineInputs)
/* harmony export */ });
/* unused harmony exports choice, wholeNumber, splitLines */
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

/***/ 9899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ exec_exec)
});

// UNUSED EXPORTS: commandFailed

;// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: external "events"
const external_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");
;// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
;// CONCATENATED MODULE: external "assert"
const external_assert_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ../../node_modules/@actions/io/lib/io-util.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open: io_util_open, readdir, rename, rm, rmdir, stat, symlink, unlink } = external_fs_.promises;
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
        const result = yield fs.promises.readlink(fsPath);
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
const READONLY = external_fs_.constants.O_RDONLY;
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
                const upperExt = external_path_.extname(filePath).toUpperCase();
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
                        const directory = external_path_.dirname(filePath);
                        const upperName = external_path_.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_.join(directory, actualName);
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
;// CONCATENATED MODULE: ../../node_modules/@actions/io/lib/io.js
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
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
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield io_copyFile(source, newDest, force);
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
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
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
    return io_awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield ioUtil.rm(inputPath, {
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
    return io_awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
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
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (IS_WINDOWS) {
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
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(external_path_.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (isRooted(tool)) {
            const filePath = yield tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(external_path_.sep)) {
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
            for (const p of process.env.PATH.split(external_path_.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_.join(directory, tool), extensions);
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
    return io_awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
;// CONCATENATED MODULE: ../../node_modules/@actions/exec/lib/toolrunner.js
var toolrunner_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const toolrunner_IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_namespaceObject.EventEmitter {
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
        if (toolrunner_IS_WINDOWS) {
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
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (toolrunner_IS_WINDOWS) {
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
        return toolrunner_awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!isRooted(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (toolrunner_IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield which(this.toolPath, true);
            return new Promise((resolve, reject) => toolrunner_awaiter(this, void 0, void 0, function* () {
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
                if (this.options.cwd && !(yield exists(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
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
class ExecState extends external_events_namespaceObject.EventEmitter {
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
        const stdoutDecoder = new external_string_decoder_namespaceObject.StringDecoder('utf8');
        const stderrDecoder = new external_string_decoder_namespaceObject.StringDecoder('utf8');
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
// EXTERNAL MODULE: ./src/errors.js
var errors = __nccwpck_require__(6986);
// EXTERNAL MODULE: ./src/tools/process.js + 1 modules
var tools_process = __nccwpck_require__(1287);
;// CONCATENATED MODULE: ./src/tools/exec.js



/** The Exec port on @actions/exec. Silent: what the user sees is decided by the caller. */
const exec_exec = async (command, args, options = {}) => {
    const answer = await run(command, args, options).catch((cause) => {
        if (cause instanceof errors/* ActionError */.lZ)
            throw cause;
        // Both throw only where the command could not be started.
        throw new errors/* ActionError */.lZ('command-missing', `${command} could not be started`, {
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
        const { code, stdout, stderr, late } = await (0,tools_process/* runToEnd */.c)(command, args, { ...place, ...more });
        if (late)
            throw tooLong(command, args, (timeoutMs ?? 0) / 1000);
        return { code: code ?? 1, stdout, stderr };
    }
    // Quoted: @actions/exec splits the command at spaces, and folders have them.
    const quiet = { ...place, silent: true, ignoreReturnCode: true };
    const { exitCode, stdout, stderr } = await getExecOutput(`"${command}"`, [...args], quiet);
    return { code: exitCode, stdout, stderr };
}
const verbOf = (args) => args.find((arg) => !arg.startsWith('-')) ?? '';
const tooLong = (command, args, seconds) => new errors/* ActionError */.lZ('command-failed', `${command} ${verbOf(args)} did not end within ${seconds} s, and was ended`, { hint: `Try it by hand: does ${command} work there at all, or does it wait for something?` });
/** What a failed command says, shortened to the part that matters: the end of stderr. */
function commandFailed(command, args, result) {
    const said = (result.stderr.trim() || result.stdout.trim()).split('\n').slice(-10).join('\n');
    return new errors/* ActionError */.lZ('command-failed', `${command} ${verbOf(args)} ended with exit code ${result.code}: ${said || 'it said nothing'}`);
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
/******/ var __webpack_exports__ = __nccwpck_require__(1926);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
