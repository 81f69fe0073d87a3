const directive = /^\s*(eslint-disable|svelte-ignore)\S*/;

/**
 * A switched-off rule says why: `-- reason` after eslint-disable, a second sentence after svelte-ignore.
 *
 * The report lies one column before the file's line, or a comment that switches everything off would
 * switch this rule off as well.
 */
const directiveHasReason = {
  meta: { type: 'problem', schema: [], messages: { silent: 'Say why after "--".' } },
  create(context) {
    const check = (comment) => {
      const text = comment.value;
      if (!directive.test(text) || /\s--\s*\S{3,}/.test(text)) return;
      context.report({ loc: { line: comment.loc.start.line, column: -1 }, messageId: 'silent' });
    };
    return {
      Program: () => context.sourceCode.getAllComments().forEach(check),
      SvelteHTMLComment: check,
    };
  },
};

export const houseRules = { rules: { 'directive-has-reason': directiveHasReason } };
