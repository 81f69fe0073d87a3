import type { Format } from '../format/format.ts';
import type { FrameWords } from '../i18n/words.ts';
import type { Problem } from './problem.ts';

/** A problem in words: what is wrong with which file, and what to do. */
export function problemText(problem: Problem, words: FrameWords, format: Format): string {
  const p = words.problem;
  switch (problem.code) {
    case 'empty':
      return problem.reason?.code === 'empty' && problem.reason.detail === 'header_only'
        ? p.headerOnly(problem.file)
        : p.empty(problem.file);
    case 'not_table': {
      const { reason } = problem;
      if (reason?.code === 'locked') return p.locked(problem.file, p.formats[reason.looksLike] ?? '');
      if (reason?.code === 'broken') return p.broken(problem.file, p.formats[reason.looksLike] ?? '');
      return p.notTable(
        problem.file,
        p.kinds[reason?.code === 'not_table' ? reason.looksLike : 'text'] ?? '',
      );
    }
    case 'encoding':
      return problem.reason?.code === 'encoding'
        ? p.encoding(problem.file, problem.reason.encoding, format.integer(problem.reason.byte))
        : '';
    case 'too_big': {
      const { reason } = problem;
      if (reason?.code === 'too_wide')
        return p.tooWide(problem.file, format.integer(reason.columns), format.integer(reason.limit));
      if (reason?.code === 'too_large')
        return p.tooLarge(problem.file, format.bytes(reason.bytes), format.bytes(reason.limit));
      return p.tooBig(problem.file);
    }
    case 'no_customer':
      return p.noCustomer(problem.file);
    case 'no_amount':
      return p.noAmount(problem.file);
    case 'unsupported':
      return p.unsupported(problem.missing);
    case 'engine':
      return p[problem.kind];
  }
}
