import type { BaselineFault, ChoicesFault, JsonFault } from '../../conversation/files.ts';

/** What is wrong with a file of Drysync's own, and what to do: part of `problems`, and what the command line says. */

export function jsonSentence(fault: JsonFault): string {
  return fault.is === 'ends-early'
    ? 'This is not JSON: the text ends too early.'
    : `This is not JSON: unexpected ${fault.found}.`;
}

export function baselineSentence(fault: BaselineFault): string {
  switch (fault.is) {
    case 'empty':
      return 'The baseline is empty; a first plan is made without one.';
    case 'not-utf-8':
      return 'it is not UTF-8.';
    case 'unreadable-head':
      return 'The baseline is damaged: its first line cannot be read.';
    case 'unreadable-line':
      return 'The baseline is damaged: this line cannot be read.';
    case 'bad-rows':
      return 'The baseline is damaged: rows must give a number of each side for every sync.';
    case 'bad-mapped':
      return 'The baseline is damaged: mapped must list pairs of fields for every sync.';
    case 'other-version':
      return `The baseline has the format ${fault.found} and this version reads ${fault.reads}; use the version that wrote it.`;
    case 'other-format':
      return `This is no baseline of Drysync: its first line must name the format ${fault.reads}.`;
    case 'bad-link':
      return LINK[fault.member];
    case 'bad-origin':
      return `The baseline is damaged: by must be one of ${fault.takes.join(', ')}.`;
    case 'link-twice':
      return `The baseline is damaged: the link ${fault.sync} ${fault.left} – ${fault.right} stands on line ${String(fault.first)} already.`;
    case 'record-twice':
      return `The baseline is damaged: the ${fault.side} record ${fault.id} of ${fault.sync} is in another link on line ${String(fault.first)}.`;
    default:
      return fault satisfies never;
  }
}

const LINK = {
  ids: 'The baseline is damaged: a link needs sync, left and right as texts.',
  values: 'The baseline is damaged: values must give the texts of both sides.',
  rows: 'The baseline is damaged: rows of a link must number its row in a change file.',
  later: 'The baseline is damaged: later must list pairs of fields.',
  delete:
    'The baseline is damaged: delete must say the side of a record of its link, and how often it was handed over.',
  sent: 'The baseline is damaged: sent must say by field what was handed over.',
} as const;

export function choicesSentence(fault: ChoicesFault): string {
  switch (fault.is) {
    case 'ends-early':
    case 'unexpected':
      return jsonSentence(fault);
    case 'no-object':
      return 'The choices must be one JSON object.';
    case 'bad-plan-hash':
      return 'planHash must be a text or null.';
    case 'other-version':
      return `The choices have the format ${fault.found} and this version reads ${fault.reads}; use the version that wrote them.`;
    case 'other-format':
      return `These are no choices of Drysync: format must be ${fault.reads}.`;
    case 'no-list':
      return `${fault.list} must be a list.`;
    case 'bad-item':
      return `${fault.list}[${String(fault.at)}] cannot be read: a member is missing or not of its kind.`;
    case 'same-and-different':
      return `The choices call ${fault.left} and ${fault.right} of ${fault.sync} both same and different; keep one of the two.`;
    case 'same-as-two':
      return `The choices call the ${fault.side} record ${fault.id} of ${fault.sync} the same as two records; keep one.`;
    default:
      return fault satisfies never;
  }
}
