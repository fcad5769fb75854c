import * as Comlink from 'comlink';
import { ImportSession } from './import/import-session.ts';

Comlink.expose(new ImportSession());
