import { formatReader } from '../../ingest/formats/formatReader.ts';
import type { Reader } from '../../ingest/types.ts';
import { serve } from './serve.ts';

const reader = formatReader();

serve(({ call, args }, done, signal) => {
  switch (call) {
    case 'contents': {
      const [file, name] = args as Parameters<Reader['contents']>;
      return reader.contents(file, name, signal);
    }
    case 'extract': {
      const [file, name, part] = args as unknown as Parameters<Reader['extract']>;
      return reader.extract(file, name, part, done, signal);
    }
    default:
      throw new Error(`another worker answers ${call}`);
  }
});
