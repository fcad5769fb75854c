import type { FaultTold } from './fault-told.ts';

/** What a call to an app came to (ER8, ER6). */
export const callFaults = (app: string): Readonly<Record<string, FaultTold>> => ({
  'no-answer': [
    `${app} did not answer, or its answer broke off.`,
    'Look whether this computer is online; the call is made again by itself.',
    'A write that got no answer is read back before it is sent again.',
  ],
  timeout: [
    `${app} did not answer in time.`,
    'Wait: it is asked again by itself, later each time.',
    'A write that got no answer is read back before it is sent again.',
  ],
  'not-understood': [
    `What came is no answer of ${app}: a page, half a message, or one of another form.`,
    'Look whether a proxy or a sign-in page of your network stands between, and try again.',
    `If it stays, look whether the address is that of ${app}.`,
  ],
  'signed-out': [`The sign-in to ${app} does not hold any more.`, `Sign in to ${app} again.`],
  forbidden: [
    `The user who is signed in to ${app} may not do this.`,
    `Give this user or this token the right that the words of ${app} name, or sign in as somebody who has it.`,
  ],
  'rate-limit': [`${app} takes no more calls just now.`, 'Wait: it goes on by itself.'],
  'daily-limit': [
    `The calls that ${app} allows in a day are used up.`,
    `Go on when ${app} counts anew, or raise the limit there.`,
  ],
  'app-down': [
    `${app} is not working just now.`,
    'Wait: it is asked again by itself. Its status page says when it works again.',
  ],
  locked: [`Somebody’s work in ${app} has locked the record.`, 'Wait: it is tried again by itself.'],
  'not-found': [
    `${app} does not have what was asked for.`,
    `Read ${app} again: it was deleted or merged there, or this user may not see it.`,
  ],
  refused: [`${app} said no.`, `Read the words of ${app}: they say what to change.`],
  'no-relay': [
    'The relay is not there: this page was not loaded from the server that `npm start` runs.',
    'Start it with `npm start` and open the address it prints, or work with files.',
  ],
  'relay-refused': [
    'The relay did not pass the call on: its address, app or path is not one it knows.',
    'Load this page again from the address that `npm start` printed.',
  ],
  stopped: ['It was stopped by a person.', 'Begin it again where you want it done.'],
});

/** What an answer left open of one record. */
export const doubtFaults = (app: string): Readonly<Record<string, FaultTold>> => {
  const looked = 'It is read back before anything else is done with it; nothing is sent twice.';
  return {
    'not-told': [`${app} did not say what became of the record.`, looked],
    'told-twice': [`${app} told twice what became of the record.`, looked],
    'told-both-ways': [`${app} said of the record both that it was written and that it was not.`, looked],
    doubtful: [`${app} said of the record that something went wrong on its own side.`, looked],
    'another-answer': [`${app} answered of other records than were sent.`, looked],
    'another-record': [
      `${app} answered with the id of another record; this one may have been merged.`,
      looked,
    ],
    unprocessed: [`The job in ${app} ended before it came to the record.`, looked],
    'field-not-kept': [`${app} took the record and did not keep one of its fields.`, looked],
    'lifecycle-stage': [`${app} kept the lifecycle stage it had.`, looked],
    association: [`${app} reads with another association than was written.`, looked],
    'not-understood': [`What ${app} said of the record cannot be understood.`, looked],
  };
};

/** What stays open once it was looked for, and why a push stands still. */
export const pushFaults = (app: string): Readonly<Record<string, FaultTold>> => ({
  'no-unique-key': [
    `Whether the record was created in ${app} is not known, and no field of it is unique there.`,
    `Look for it in ${app}, and say whether it is there: it is never sent a second time by itself.`,
    'Give the object a unique field, so that such a create can be looked for.',
  ],
  'another-persons': [
    `A record with the same key came to ${app} since this one was sent, and says something else.`,
    `Look at it in ${app}: somebody may have made it at the same moment, or an automation changed it.`,
    `Read ${app} again: the next plan links the two by that key, or offers the create again.`,
  ],
  'other-form': [
    `No record of ${app} has the key as it was sent, but ${app} changes what it is given in that field.`,
    `Look for the record in ${app}, then read it again: the next plan says whether it is there.`,
  ],
  'other-values': [
    `What is in ${app} is neither what was there before nor what was written.`,
    `Look at the record in ${app}: somebody or an automation changed it at the same moment.`,
    `Read ${app} again and make a new plan.`,
  ],
  several: [
    `Several records of ${app} have the key of the one that was created.`,
    `Merge them in ${app}, read it again and make a new plan.`,
  ],
  'again-and-again': [
    'The record was in doubt each time it was tried.',
    `Look at it in ${app}, then try it again by itself.`,
  ],
  'wrong-account': [
    `You are signed in to another account of ${app} than the plan was made of.`,
    'Sign in to the account of the plan, or read this one and make a plan of it.',
  ],
  canary: [
    'Of the records that went first some did not become what was planned.',
    'Look at them, correct the design or the records, and make a new plan.',
    'Or go on, where what became of them is what you want.',
  ],
  'one-error': [
    'One error hits nearly everything that is sent.',
    'Take its cause away first; what was refused can be tried again then.',
  ],
});
