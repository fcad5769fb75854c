import { walkScenarios } from './support/scenario-story.ts';

walkScenarios(0, 2);
