import { describeLaws } from './suite.ts';

describeLaws('kubernetes');
