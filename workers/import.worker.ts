import * as Comlink from 'comlink';
import { ImportSession } from './session/import-session.ts';

Comlink.expose(new ImportSession());
