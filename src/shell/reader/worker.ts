import { textReader as reader } from '../../ingest/textReader.ts';
import { serve } from './serve.ts';

serve(({ call, args }, done, signal) => {
  switch (call) {
    case 'isText': {
      const [file, name] = args as Parameters<typeof reader.isText>;
      return reader.isText(file, name);
    }
    case 'inspect': {
      const [file, chosen, names] = args as Parameters<typeof reader.inspect>;
      return reader.inspect(file, chosen, names, signal);
    }
    case 'survey': {
      const [file, reading] = args as unknown as Parameters<typeof reader.survey>;
      return reader.survey(file, reading, done, signal);
    }
    case 'examine': {
      const [file, plan, survey] = args as unknown as Parameters<typeof reader.examine>;
      return reader.examine(file, plan, survey, done, signal);
    }
    case 'merges': {
      const [contacts] = args as Parameters<typeof reader.merges>;
      return reader.merges(contacts, signal);
    }
    case 'rewrite': {
      const [file, reading, survey, columns] = args as unknown as Parameters<typeof reader.rewrite>;
      return reader.rewrite(file, reading, survey, columns, done, signal);
    }
    case 'records': {
      const [file, reading, wanted] = args as unknown as Parameters<typeof reader.records>;
      return reader.records(file, reading, wanted, signal);
    }
    default:
      throw new Error(`another worker answers ${call}`);
  }
});
