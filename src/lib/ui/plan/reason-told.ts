import type { Reason } from '../../engine/index.ts';
import { isolated } from '../../words/signs.ts';
import { quoted, type Telling } from './telling.ts';

/** Ids shown of those a reason names. */
const MOST_IDS = 5;

/** A reason as a sentence with the values it names; names and values stay as they are in the file. */
export function reasonTold(reason: Reason, { words, terms, apps }: Omit<Telling, 'keys'>): string {
  const said = words.reasons;
  const app = apps[reason.side];
  const there = apps[reason.side === 'left' ? 'right' : 'left'];
  const field = reason.field === undefined ? said.aField : isolated(reason.field);
  const value = valueTold(reason, words);
  const ids = idsTold(reason, words);
  switch (reason.code) {
    case 'no-valid-email':
      return value === null ? said.emailBlank(field, app) : said.noEmail(value, app);
    case 'no-identifier':
      return said.noIdentifier(app);
    case 'duplicate-key':
      return said.duplicateKey(value ?? '', ids);
    case 'ambiguous-match':
      return said.ambiguous(there, ids);
    case 'not-in-this-export':
      return said.missing(there, ids);
    case 'counterpart-deleted':
      return reason.field === undefined ? said.deleted(there, ids) : said.changedSince(there, field, ids);
    case 'waits-for-key-change':
      return said.waits(ids);
    case 'direction-forbids-create':
      return said.noCreate(there);
    case 'sync-off':
      return said.syncOff;
    case 'counterpart-rejected':
      return said.counterpartRejected(there, value ?? '', reason.rule ?? '');
    case 'archived':
      return ids === null ? said.archived(app, field, value ?? '') : said.mergedAway(app, field, ids);
    case 'counterpart-archived':
      return said.counterpartArchived(there, value ?? '', ids);
    case 'links-merged':
      return said.linksMerged(there, ids);
    case 'contested':
      return said.contested(field, app, value ?? '', ids);
    case 'nothing-in-common':
      return said.nothingInCommon(field, value ?? '');
    case 'near-key':
      return said.nearKey(there, value ?? '', ids);
    case 'key-twice':
      return said.keyTwice(field, app, ids);
    case 'maybe-recreated':
      return said.maybeRecreated(there, value ?? '', ids);
    case 'one-of-several':
      return said.oneOfSeveral(there, value ?? '', ids);
    case 'crossed-keys':
      return said.crossedKeys(there, value ?? '', ids);
    case 'other-day':
      return said.otherDay(field, app, value ?? '');
    case 'public-domain':
      return said.publicDomain(field, value ?? '');
    case 'placeholder-key':
      return said.placeholderKey(field, value ?? '');
    case 'not-taken':
      if (ids !== null) return said.deleteNotTaken(app);
      return reason.field === undefined ? said.createNotTaken(app) : said.notTaken(field, app, value ?? '');
    case 'not-read-back':
      return ids === null ? said.notReadBack(field, app, value ?? '') : said.deleteNotReadBack(app);
    case 'refused-by-app':
      return ids === null ? said.refusedByApp(app, value ?? '') : said.deleteRefused(app, value ?? '');
    case 'handed-over':
      return said.handedOver(there, ids);
    case 'came-back-different':
      return said.cameBack(field, app, value ?? '');
    case 'required-blank':
      return reason.rule === undefined
        ? said.required(field, app)
        : said.requiredWhen(field, app, isolated(reason.rule));
    case 'too-long':
      return said.tooLong(field, app, value ?? '', reason.rule ?? null);
    case 'option-missing':
      return said.noOption(value ?? '', field, app);
    case 'bad-number':
      return said.noNumber(value ?? '', field, app);
    case 'bad-date':
      return said.noDate(value ?? '', field, app);
    case 'bad-boolean':
      return said.noBoolean(value ?? '', field, app);
    case 'bad-email':
      return said.noEmailAddress(value ?? '', field, app);
    case 'not-unique':
      return said.notUnique(field, app, value ?? '', ids);
    case 'read-only':
      return said.readOnly(field, app);
    case 'parent-missing':
      return value === null ? said.noParent(field, app) : said.parentMissing(field, app, value, there, ids);
    case 'not-primary':
      return said.notPrimary(field, app, value ?? '');
    case 'filtered':
    case 'denied':
    case 'stage-not-mapped':
    case 'lifecycle-not-in-sync':
    case 'not-changed-since':
    case 'unknown-stage':
    case 'filter-would-exclude':
      return said.named(terms.reasons[reason.code], value, ids);
    default:
      return reason.code satisfies never;
  }
}

/** Null where it names none, or only blank ones. */
function valueTold({ value }: Reason, words: Telling['words']): string | null {
  if (value === undefined) return null;
  const filled = (typeof value === 'string' ? [value] : value).filter((one) => one !== '');
  return filled.length === 0 ? null : quoted(words, filled);
}

function idsTold({ ids, more }: Reason, words: Telling['words']): string | null {
  if (ids === undefined || ids.length === 0) return null;
  const shown = ids.slice(0, MOST_IDS);
  return words.list.ids(shown.map(isolated), ids.length - shown.length + (more ?? 0));
}
