import type { ProjectFileFault } from '../../conversation/index.ts';
import { choicesSentence } from './problems-formats.ts';

/** Why a file is no project file, and what to do where there is something. */
export function projectFileFault(fault: ProjectFileFault): string {
  switch (fault.is) {
    case 'another-file':
      return 'Choose a file that ends in .drysync.zip or .drysync.json.';
    case 'damaged':
      return 'It is damaged: a part is not as it was written. Write it again, or use an older one.';
    case 'no-design':
      return 'Its design cannot be read.';
    case 'incomplete':
      return 'The file is not complete.';
    case 'not-utf8':
      return 'Its text is not UTF-8.';
    case 'too-large':
      return `Its part ${fault.entry} would be ${megabytes(fault.bytes)} unpacked, and at most ${megabytes(fault.most)} are taken.`;
    case 'format':
      return `Its format is ${fault.found}.`;
    case 'no-head':
      return `Its first line must name the format ${fault.format}.`;
    case 'broken-rows':
      return `${String(fault.count)} of its rows cannot be read.`;
    case 'rows-missing':
      return `It holds ${String(fault.found)} rows and should hold ${String(fault.named)}.`;
    case 'decisions-line':
      return 'A line cannot be read.';
    case 'decisions-rows':
      return 'It is about rows that are not there.';
    case 'choices':
      return choicesSentence(fault.fault);
    default:
      return fault satisfies never;
  }
}

const megabytes = (bytes: number): string => `${String(Math.round(bytes / 1024 ** 2))} MB`;
