import type { SuggestNote } from '../../engine/suggest/index.ts';
import type { Both } from '../../engine/model/side.ts';
import type { Speech } from '../speech.ts';
import { designSuggested } from './design-matching.ts';

const SIGNS = { '.': 'dot', ',': 'comma' } as const;
const KINDS = { number: 'numbers', date: 'dates', boolean: 'yes or no' } as const;
const DAMAGED = {
  scientific: 'in scientific form',
  'cut-digits': 'all noughts from the sixteenth digit on',
  decimals: 'with a decimal behind',
} as const;
const TOLD_BY = {
  'other-side': 'the numbers of the other side say',
  columns: 'the other numbers of the file say',
  delimiter: 'the file parts its cells by “;”, which says',
} as const;

/** Each note on a suggestion as a sentence: what was seen, and what answers it. `names`: what the sides are called. */
export const suggestNotes = (speech: Speech) => ({
  note: (note: SuggestNote, names: Both<string>): string => {
    const { plural } = speech;
    const at = 'side' in note ? `${names[note.side]}: ${note.field}` : '';
    switch (note.code) {
      case 'decimal-unknown':
        return `${at} can be read two ways (${note.sample}), and nothing tells the decimal sign; it compares as text until its decimal is declared.`;
      case 'decimal-told':
        return `${at} can be read two ways (${note.sample}); ${TOLD_BY[note.by]} that the decimal sign is a ${SIGNS[note.decimal]}. Confirm it, or declare the other.`;
      case 'date-order-unknown':
        return `${at}: no date tells day from month (${note.sample}); declare its dateOrder.`;
      case 'not-of-type': {
        const cells = note.first.map(({ text, row }) => `${text}, line ${String(row)}`).join('; ');
        const kind = note.type === 'datetime' ? 'date and time' : note.type;
        const are = plural(note.count, { one: `# of ${String(note.of)} values is no ${kind}`, other: `# of ${String(note.of)} values are no ${kind}` }); // prettier-ignore
        return `${at}: ${are} (${cells}); the others compare as ${kind}s. Correct these, or declare the field as text.`;
      }
      case 'mixed-types': {
        const shown = (cells: typeof note.first): string => cells.map(({ text, row }) => `${text}, line ${String(row)}`).join('; '); // prettier-ignore
        return `${at} holds values of several types: ${String(note.count)} of ${String(note.of)} are ${KINDS[note.type]} (${shown(note.first)}), the others are not (${shown(note.others)}). It is kept as text; another type would refuse those others.`;
      }
      case 'multi-select':
        return note.sign === ';'
          ? `${at} holds several words a cell, parted by “;”; it is declared as a multi-select.`
          : `${at} holds several words a cell, parted by “${note.sign}”; it compares as one text. Export it with “;” and declare it as a multi-select, if their order says nothing.`;
      case 'ids-damaged': {
        const ids = plural(note.count, { one: '# id is', other: '# ids are' });
        return `${at}: ${ids} ${DAMAGED[note.how]} (${note.sample}), as a program that takes them for numbers leaves them; they name no record. Export again with ids as text.`;
      }
      case 'id-faults': {
        const rows = `in ${String(note.count)} of ${String(note.of)} rows it is`;
        return note.taken
          ? `${at} names the records, but ${rows} blank or that of an earlier row; such rows are left out. Look at them before planning.`
          : `${at} is not the id field, since ${rows} blank or that of an earlier row; without one no updates can be loaded. Export one row for each record.`;
      }
      case 'zeros-lost':
        return `${at} lost its leading zeros (${note.sample}, on the other side ${note.other}); they meet no value there. Export it again as text.`;
      case 'misleading-key':
        return note.what === 'placeholders'
          ? `${at} holds words for nothing (${note.sample}); they are no keys (placeholders: blank). HubSpot itself would match by them.`
          : `${at} holds domains of public mail providers (${note.sample}); they are no keys (publicDomains: blank). HubSpot itself would match by them.`;
      case 'joined':
        return `${at} holds in one column what ${names[note.side === 'left' ? 'right' : 'left']} has in ${note.parts.join(' and ')}; it is not mapped, since one would be written over the other. A mapping can join the two into the one (transform: join), that way alone; for both ways join or split the columns before loading.`;
      case 'perhaps-same':
        return `${note.left} and ${note.right} may be the same (${designSuggested(speech).why(note.why[0]!)}), but nothing makes it sure; map them if they are.`;
      case 'same-in-form':
        return `${note.left} and ${note.right}: ${speech.share(note.share)} of the values are on both sides, but written in another form. The mapping can say that these are the same (same: ${note.forms.join(', ')}), so that both sides keep theirs; HubSpot itself compares texts and would write one over the other.`;
      case 'composite-key': {
        const fields = note.pairs.map((pair) => pair.left === pair.right ? pair.left : `${pair.left} (${pair.right})`); // prettier-ignore
        const repeated = note.repeats === 0 ? 'no two rows looked at share both' : `${speech.share(note.repeats)} of the rows share both with another`; // prettier-ignore
        const common = note.overlap === null ? '' : `, and ${speech.share(note.overlap)} of them are on both sides`; // prettier-ignore
        return `No single field tells these records apart, but ${fields.join(' and ')} do together: ${repeated}${common}. They are the key; confirm it, or choose another.`;
      }
      case 'stages': {
        const [left, right] = [note.left, note.right].map(({ pipeline, stage, status }) => [pipeline, stage, status].filter((name) => name !== null).join(', ')); // prettier-ignore
        const common = note.overlap === null ? '' : ` ${speech.share(note.overlap)} of the stages are called the same on both sides.`; // prettier-ignore
        return `${left!} and ${right!} hold the stages.${common} A stage map (stages) says which is which; records in a stage nobody maps would then be left out, so the design has none until you ask for it.`;
      }
      case 'archived-field':
        return `${at} says who was deleted or archived (${note.is.join(', ')}): those take no part, and what they were linked with is not created again. Take it out of the design if it says something else.`;
      case 'merged-field':
        return `${at} says who was merged into whom: the link of a record that went follows to the one that is left.`;
      case 'no-key':
        return 'Nothing tells these records apart on both sides, so no key is suggested and every record would be new; choose a key before planning.';
      case 'web-address-key':
        return `${at} is a web address and serves as the domain; HubSpot itself would match companies on their name alone.`;
      default:
        return note satisfies never;
    }
  },
});
