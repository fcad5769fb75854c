import { flushSync } from 'svelte';
import { inTurn } from './turns.ts';

/** A turn of the component that asks (turns.ts): `come` is true from then on. It asks once `wanted` is true. */
export function ownTurn(wanted: () => boolean = () => true): { readonly come: boolean } {
  let come = $state(false);
  $effect(() => {
    if (come || !wanted()) return;
    // At once, so that the turn knows how long it took.
    return inTurn(() => flushSync(() => (come = true)));
  });
  return {
    get come() {
      return come;
    },
  };
}
