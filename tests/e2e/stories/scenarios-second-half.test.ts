import { walkScenarios } from './support/scenario-story.ts';

walkScenarios(1, 2);
